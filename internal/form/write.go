package form

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/catalog"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// spareRows are empty rows at the end, for indicators that the form does not have.
const spareRows = 20

// sheet is the main sheet while it is made.
type sheet struct {
	form    *Form
	words   *locale.Words
	columns []Column
	rows    [][]xlsx.GridCell
	held    [][]xlsx.GridCell
	breaks  map[string]bool // codes of breakdowns that rows are parts of
}

// Write makes the XLSX file of the form, with headings and guidance in the language of words.
func (f *Form) Write(w *locale.Words) ([]byte, error) {
	s := &sheet{form: f, words: w, columns: f.shown(), breaks: map[string]bool{}}
	s.heading()
	theme := ""
	for i := range f.Rows {
		r := &f.Rows[i]
		if r.Theme != theme {
			s.section(f.ThemeName(w, r.Theme))
			theme = r.Theme
		}
		if !r.Heading.Empty() {
			s.label(w.Text(r.Heading), xlsx.DeepLook)
		}
		s.row(r)
	}
	s.section(w.Phrase("form.more"))
	for range spareRows {
		s.spare()
	}
	name := w.Text(f.Data.Area.Name)
	return xlsx.WriteGrids([]xlsx.Grid{s.grid(), s.help(), s.heldGrid()}, "Microsoft YaHei", w.Fill("form.title", name, f.Period))
}

// shown are the columns; that of the last period only if one can be there.
func (f *Form) shown() []Column {
	var list []Column
	for _, c := range Columns() {
		if c != Last || f.hasLast() {
			list = append(list, c)
		}
	}
	return list
}

func (f *Form) hasLast() bool {
	for i := range f.Rows {
		if f.Rows[i].Figure.Last != nil || f.Rows[i].Growth.Last != nil {
			return true
		}
	}
	return false
}

// ThemeName is the name of a chapter of the form.
func (f *Form) ThemeName(w *locale.Words, code string) string {
	switch code {
	case TargetTheme:
		return w.Phrase("form.targets")
	case ProjectTheme:
		return w.Phrase("form.projects")
	}
	for _, t := range slices.Concat(f.Data.Themes, catalog.Themes()) {
		if t.Code == code {
			return w.Text(t.Name)
		}
	}
	return code
}

func (s *sheet) heading() {
	f, w := s.form, s.words
	title := w.Fill("form.title", w.Text(f.Data.Area.Name), f.Period)
	s.rows = append(s.rows,
		[]xlsx.GridCell{{Text: title, Kind: xlsx.Text, Look: xlsx.TitleLook}},
		[]xlsx.GridCell{{Text: w.Phrase("form.about"), Kind: xlsx.Text, Look: xlsx.LineLook}},
		[]xlsx.GridCell{{Text: f.Identity(), Kind: xlsx.Text, Look: xlsx.LineLook}})
	var head []xlsx.GridCell
	for _, c := range s.columns {
		text := Head(w, c)
		switch {
		case c == YearBefore:
			text += w.Parenthesis(f.Period.YearEarlier().String())
		case c == Last:
			text += w.Parenthesis(f.LastPeriod().String())
		}
		look := xlsx.HeadLook
		switch c {
		case YearBefore, Last, Value, Growth, Rank:
			look = xlsx.HeadEndLook
		case GrowthUnit, Status, Source, Ref, Printed, NoteZh, NoteEn:
			look = xlsx.HeadDeepLook
		}
		head = append(head, xlsx.GridCell{Text: text, Kind: xlsx.Text, Look: look})
	}
	s.rows = append(s.rows, head)
	var held []xlsx.GridCell
	for _, c := range append([]Column{Code}, Open()...) {
		held = append(held, xlsx.GridCell{Text: Head(w, c), Kind: xlsx.Text, Look: xlsx.HeadLook})
	}
	s.held = append(s.held, held)
}

// LastPeriod is the latest period of the form's year before its own that has data.
func (f *Form) LastPeriod() stat.Period {
	last := f.Period
	for i := range f.Data.Periods {
		if p := f.Data.Periods[i].Period; p.Year == f.Period.Year && p.Compare(f.Period) < 0 {
			last = p
		}
	}
	return last
}

// section adds a line that names a chapter.
func (s *sheet) section(name string) {
	row := make([]xlsx.GridCell, len(s.columns))
	for i := range row {
		row[i] = xlsx.GridCell{Look: xlsx.SectionLook}
	}
	row[1] = xlsx.GridCell{Text: name, Kind: xlsx.Text, Look: xlsx.SectionLook}
	s.rows = append(s.rows, row)
}

func (s *sheet) label(name string, look xlsx.Look) {
	s.rows = append(s.rows, []xlsx.GridCell{{}, {Text: name, Kind: xlsx.Text, Look: look}})
}

// row adds the line of a row, and what its open cells hold to the sheet of these.
func (s *sheet) row(r *Row) {
	texts := s.form.Cells(r, s.words)
	held := []xlsx.GridCell{{Text: r.Key, Kind: xlsx.Text, Look: xlsx.LabelLook}}
	cells := map[Column]xlsx.GridCell{
		Code:       {Text: r.Key, Kind: xlsx.Text, Look: xlsx.LabelLook},
		Name:       {Text: s.name(r), Kind: xlsx.Text, Look: xlsx.LabelLook + xlsx.Look(min(r.Depth, 2))},
		Unit:       {Text: s.unit(r.Figure), Kind: xlsx.Text, Look: xlsx.LabelLook},
		GrowthUnit: {Text: s.unit(r.Growth), Kind: xlsx.Text, Look: xlsx.DeepLook},
		YearBefore: known(r.Figure.Before),
		Last:       known(r.Figure.Last),
		PartOf:     {Text: r.PartOf, Kind: xlsx.Text, Look: xlsx.LabelLook},
		Against:    {Text: s.against(r), Kind: xlsx.Text, Look: xlsx.LabelLook},
	}
	if r.PartOf != "" {
		_, code, _ := strings.Cut(r.PartOf, "/")
		s.breaks[code] = true
	}
	for _, c := range Open() {
		cell := xlsx.GridCell{Text: texts[c], Kind: xlsx.Text, Look: xlsx.OpenTextLook}
		if slot := r.Slot(c); slot != nil {
			cell = openCell(slot)
		}
		cells[c] = cell
		held = append(held, xlsx.GridCell{Text: cell.Text, Kind: xlsx.Text, Look: xlsx.LabelLook})
	}
	line := make([]xlsx.GridCell, len(s.columns))
	for i, c := range s.columns {
		line[i] = cells[c]
	}
	s.rows, s.held = append(s.rows, line), append(s.held, held)
}

// Slot is the figure of a column of numbers; nil if the column has words.
func (r *Row) Slot(c Column) *Slot {
	switch c {
	case Value:
		return &r.Figure
	case Growth:
		return &r.Growth
	case Rank:
		return &r.Rank
	default:
		return nil
	}
}

// Cells are what the cells of a row hold that are filled in, by column: the digits of its figures, and words.
func (f *Form) Cells(r *Row, w *locale.Words) map[Column]string {
	cells := f.Texts(r, w)
	for _, c := range Open() {
		if slot := r.Slot(c); slot != nil {
			cells[c] = openCell(slot).Text
		}
	}
	return cells
}

// openCell is the cell of a figure. Per cent is shown as it is stored: in a cell with fixed decimals, programs would take
// 5% for 0.05 without a word.
func openCell(slot *Slot) xlsx.GridCell {
	if slot.ID == "" {
		return xlsx.GridCell{Look: xlsx.KnownLook}
	}
	cell := xlsx.GridCell{Look: xlsx.OpenLook}
	if slot.Fact != nil && slot.Fact.Status.HasValue() {
		cell.Kind, cell.Text = xlsx.Number, slot.Fact.Quantity.Number()
		if slot.Unit.Unit != stat.PercentUnit {
			cell.Look = xlsx.OpenFixedLook
		}
	}
	return cell
}

func known(f *stat.Fact) xlsx.GridCell {
	if f == nil || !f.Status.HasValue() {
		return xlsx.GridCell{Look: xlsx.KnownLook}
	}
	return xlsx.GridCell{Text: f.Quantity.Number(), Kind: xlsx.Number, Look: xlsx.KnownLook}
}

// name is what a row is of.
func (s *sheet) name(r *Row) string { return s.form.NameOf(r, s.words) }

// NameOf is what a row is of, in words.
func (f *Form) NameOf(r *Row, w *locale.Words) string {
	fact := r.Figure.Fact
	if r.Key == r.Indicator.Code && r.Indicator.Theme != "" || fact == nil {
		return w.Text(r.Indicator.Name)
	}
	name, more := w.Text(r.Indicator.Name), ""
	switch {
	case r.Theme == ProjectTheme:
		name, more = f.projectNames(fact.ID, w)
	case fact.Part != "":
		more = f.indicatorName(fact.Part, w) + " " + w.Measure(fact.Measure)
	case fact.Measure == stat.Rank:
		scope, _ := f.Data.Area.Scope(fact.Ranking.Scope)
		more = w.Text(scope.Name) + " " + w.Measure(fact.Measure)
	default:
		more = cmp.Or(w.Aside(fact, f.Data.Area), w.Measure(fact.Measure))
	}
	if fact.Period != f.Period {
		more += " " + w.Period(fact.Period)
	}
	return name + " · " + more
}

func (f *Form) indicatorName(code string, w *locale.Words) string {
	if ind, ok := f.Data.Indicator(code); ok {
		return w.Text(ind.Name)
	}
	return code
}

// projectNames are the names of the project and of its figure that a fact is.
func (f *Form) projectNames(id string, w *locale.Words) (project, figure string) {
	for _, p := range f.own.Projects {
		for _, fig := range p.Figures {
			if fig.Fact == id {
				return w.Text(p.Name), w.ProjectFigure(fig)
			}
		}
	}
	return id, ""
}

func (s *sheet) unit(slot Slot) string {
	if slot.ID == "" || slot.Unit.Unit == stat.RankUnit {
		return ""
	}
	return s.words.Unit(slot.Unit.Unit, slot.Unit.Mult)
}

// against says how a figure can be held against the one a year earlier: levels, if its growth follows from the two; change,
// if the difference does.
func (s *sheet) against(r *Row) string {
	before := r.Figure.Before
	if before == nil || !before.Status.HasValue() || before.Quantity.Unit != r.Figure.Unit.Unit || before.Quantity.Mult != r.Figure.Unit.Mult {
		return ""
	}
	switch {
	case r.Growth.Measure == stat.Growth && r.Indicator.Basis.FromLevels() && before.Quantity.Value.IsPositive():
		return "levels"
	case r.Growth.Measure == stat.Change && before.Quantity.Mult == r.Growth.Unit.Mult:
		return "change"
	default:
		return ""
	}
}

// spare adds an empty row for an indicator that the form does not have.
func (s *sheet) spare() {
	line := make([]xlsx.GridCell, len(s.columns))
	for i, c := range s.columns {
		switch c {
		case Code, Name, Unit, Status, Source, Ref, Printed, NoteZh, NoteEn:
			line[i] = xlsx.GridCell{Look: xlsx.OpenTextLook}
		case Value, Growth, Rank:
			line[i] = xlsx.GridCell{Look: xlsx.OpenLook}
		default:
			line[i] = xlsx.GridCell{Look: xlsx.KnownLook}
		}
	}
	s.rows = append(s.rows, line)
}
