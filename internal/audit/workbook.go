package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
	"nianbao/internal/xlsxread"
)

// workbook holds the sheet of the data, and the numbers of the sheets for people.
func (j *judge) workbook(file []byte) error {
	book, err := xlsxread.Read(file, nil)
	if err != nil {
		return err
	}
	data, ok := book.Sheet(kindData)
	if !ok || len(data.Rows) == 0 {
		return fmt.Errorf("it has no sheet %q with a header", kindData)
	}
	t, err := j.dataSheet(data.Rows)
	if err != nil {
		return fmt.Errorf("sheet %q: %w", kindData, err)
	}
	if err := j.headed(kindData, t); err != nil {
		return fmt.Errorf("sheet %q: %w", kindData, err)
	}
	j.hold(t)
	if j.doc == nil {
		return nil // the sheet of the data is compared without it
	}
	return j.sheets(book)
}

// dataSheet makes a table of a sheet. Truths stand in it as numbers; which columns have them the other files tell.
func (j *judge) dataSheet(rows [][]string) (table, error) {
	header := rows[0]
	full := make([][]string, len(rows)-1)
	for i, row := range rows[1:] {
		if len(row) > len(header) {
			return table{}, fmt.Errorf("row %d has %d cells, and the header %d", i+2, len(row), len(header))
		}
		full[i] = slices.Concat(row, make([]string, len(header)-len(row)))
	}
	for n, name := range header {
		if !j.truth(name) {
			continue
		}
		for _, row := range full {
			if row[n] != "" {
				row[n] = strconv.FormatBool(row[n] == "1")
			}
		}
	}
	return newTable(header, full)
}

// truth reports whether a column of the data has truths.
func (j *judge) truth(name string) bool {
	if j.pack != nil {
		if r := j.pack.resource(kindData); r != nil {
			return slices.ContainsFunc(r.Schema.Fields, func(c column) bool { return c.Name == name && c.Type == "boolean" })
		}
	}
	if j.figures == nil {
		return name == "tied" || name == "sample"
	}
	n := j.figures.column(name)
	return n >= 0 && slices.ContainsFunc(j.figures.rows, func(row []string) bool { return row[n] == "true" || row[n] == "false" }) &&
		!slices.ContainsFunc(j.figures.rows, func(row []string) bool { return row[n] != "" && row[n] != "true" && row[n] != "false" })
}

// sheetFigure is a number of a sheet for people, with what its row tells of which one it is.
type sheetFigure struct {
	sheet  string // the table: indicators, rankings, projects or targets
	column string // value, growth, position, areas, target, baseline, implied, or the code of an amount of money
	code   string // of the indicator or project
	period string // in words, a line for each language; "" where it is not told
	of     string // unit in words, code of the scope of a ranking, or currency; "" where it is not told
	value  string
}

func (f sheetFigure) String() string {
	return fmt.Sprintf("sheet of %s: %s %s of %s", f.sheet, f.column, f.value, f.code)
}

// figureColumn is a column of numbers that come of facts, with those that tell its period and unit.
type figureColumn struct{ table, name, period, of string }

func figureColumns() []figureColumn {
	return []figureColumn{
		{"indicators", "value", "period", "unit"},
		{"indicators", "growth", "period", ""},
		{"indicators", "position", "period", ""},
		{"rankings", "position", "period", "scope"},
		{"rankings", "areas", "period", "scope"},
		{"targets", "target", "due", "unit"},
		{"targets", "baseline", "due", "level_unit"},
		{"targets", "implied", "due", "level_unit"},
		{"projects", "investment", "", "currency"},
		{"projects", "total_investment", "", "currency"},
		{"projects", "foreign_capital", "", "currency"},
	}
}

// sheets holds the numbers of the sheets for people against the document, both ways: each must be that of a fact, with
// its unit and period, and each fact of the edition's period must be shown.
func (j *judge) sheets(book *xlsxread.Book) error {
	columns, err := j.sheetColumns(book)
	if err != nil {
		return err
	}
	want := newWanted(j)
	found := 0
	for _, s := range book.Sheets {
		list, err := sheetFigures(s, columns[s.Name])
		if err != nil {
			return fmt.Errorf("sheet %q: %w", s.Name, err)
		}
		found += len(list)
		for _, f := range list {
			want.take(f)
		}
	}
	if found == 0 && len(want.count) > 0 {
		return fmt.Errorf("no sheet says which of its columns have figures")
	}
	want.rest()
	return nil
}

// sheetFigures reads the numbers of a sheet under the columns that are known by their headers: header to table and name.
func sheetFigures(s xlsxread.Sheet, known map[string]sheetColumn) ([]sheetFigure, error) {
	if len(known) == 0 {
		return nil, nil
	}
	head, at := headerOf(s.Rows, known)
	if head < 0 {
		return nil, fmt.Errorf("no row has the headers of its columns")
	}
	var list []sheetFigure
	for _, c := range figureColumns() {
		n, ok := at[sheetColumn{c.table, c.name}]
		if !ok {
			continue
		}
		for _, row := range s.Rows[head+1:] {
			get := func(name string) string {
				if i, ok := at[sheetColumn{c.table, name}]; ok && name != "" && i < len(row) {
					return row[i]
				}
				return ""
			}
			if n < len(row) && strings.TrimSpace(row[n]) != "" {
				list = append(list, sheetFigure{c.table, c.name, get("code"), get(c.period), get(c.of), plainValue(row[n])})
			}
		}
	}
	return list, nil
}

// sheetColumn names a column of a sheet, whatever its header says.
type sheetColumn struct{ table, name string }

// headerOf finds the row of headers: the first that has all of the columns.
func headerOf(rows [][]string, known map[string]sheetColumn) (head int, at map[sheetColumn]int) {
	for i, row := range rows {
		at := map[sheetColumn]int{}
		for n, text := range row {
			if c, ok := known[text]; ok && text != "" {
				at[c] = n
			}
		}
		if len(at) == len(known) {
			return i, at
		}
	}
	return -1, nil
}

// plainValue is a number without the zeros at its end, by which money in units of its currency differs.
func plainValue(s string) string {
	if checkNumber(s, 0) != nil {
		return s
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return s
	}
	return d.String()
}

// wanted are the figures that the sheets must have, and how often.
type wanted struct {
	*judge
	count    map[sheetFigure]int
	optional map[sheetFigure]bool // of other periods: a sheet can have them
	told     bool                 // the document has the words of periods and units
}

func newWanted(j *judge) *wanted {
	w := &wanted{judge: j, count: map[sheetFigure]int{}, optional: map[sheetFigure]bool{}, told: len(j.doc.Labels.Periods) > 0}
	for i := range j.doc.Facts {
		w.fact(&j.doc.Facts[i])
	}
	for i := range j.doc.Targets {
		w.target(&j.doc.Targets[i])
	}
	return w
}

// bare leaves out words that the document does not have.
func (w *wanted) bare(f sheetFigure) sheetFigure {
	if !w.told {
		f.period = ""
		if f.sheet == "indicators" || f.sheet == "targets" {
			f.of = ""
		}
	}
	return f
}

func (w *wanted) add(f sheetFigure, optional bool) {
	f.value = plainValue(f.value)
	f = w.bare(f)
	w.count[f]++
	w.optional[f] = w.optional[f] || optional
}

// take ticks off a figure that a sheet has.
func (w *wanted) take(f sheetFigure) {
	f = w.bare(f)
	if _, known := w.count[f]; !known {
		w.disagree("%s is that of no fact", f)
		return
	}
	w.count[f]--
}

// rest says what no sheet has, or one has too often.
func (w *wanted) rest() {
	var missing []string
	for f, n := range w.count {
		if n > 0 && !w.optional[f] || n < 0 {
			missing = append(missing, fmt.Sprintf("%s is not shown, or more than once", f))
		}
	}
	slices.Sort(missing) // the order of a map is none
	w.Disagrees = append(w.Disagrees, missing...)
}

// stacked puts words in all languages below each other, as the cells of the sheets do.
func (w *wanted) stacked(words texts) string {
	var said []string
	for _, l := range w.doc.Languages {
		if s := words[l]; s != "" && !slices.Contains(said, s) {
			said = append(said, s)
		}
	}
	return strings.Join(said, "\n")
}

func (w *wanted) period(code string) string {
	for _, p := range w.doc.Labels.Periods {
		if p.Period == code {
			return w.stacked(p.Words)
		}
	}
	return ""
}

func (w *wanted) unit(code string, mult int) string {
	for _, u := range w.doc.Labels.Units {
		if u.Unit == code && u.Mult == mult {
			return w.stacked(u.Words)
		}
	}
	return ""
}

func (w *wanted) fact(f *fact) {
	if f.Value == nil || f.VariantOf != "" || strings.HasPrefix(f.Measure, "target_") {
		return
	}
	if project, amount, ok := strings.Cut(f.Indicator, "."); ok {
		w.money(project, strings.ReplaceAll(amount, "-", "_"), f)
		return
	}
	optional := w.earlier(f.ID)
	out := sheetFigure{sheet: "indicators", code: f.Indicator, period: w.period(f.Period), value: f.value()}
	switch {
	case f.Measure == "rank" && f.Ranking != nil:
		out.column = "position"
		w.add(out, optional)
		out.sheet, out.of = "rankings", f.Ranking.Scope
		w.add(out, optional)
		if f.Ranking.Of > 0 {
			out.column, out.value = "areas", strconv.Itoa(f.Ranking.Of)
			w.add(out, optional)
		}
	case f.Measure == "growth" && f.Unit == "PERCENT" && f.Mult == 0:
		out.column = "growth"
		w.add(out, optional)
	default:
		out.column, out.of = "value", w.unit(f.Unit, f.Mult)
		w.add(out, optional)
	}
}

// money stands in units of its currency, under the amounts that have columns.
func (w *wanted) money(project, amount string, f *fact) {
	known := slices.ContainsFunc(figureColumns(), func(c figureColumn) bool { return c.table == "projects" && c.name == amount })
	value, err := base(f.value(), strconv.Itoa(f.Mult))
	if known && err == nil && stat.Units()[f.Unit].Dim == stat.Money {
		w.add(sheetFigure{sheet: "projects", column: amount, code: project, of: f.Unit, value: value.String()}, false)
	}
}

// earlier reports whether a fact is of an earlier edition, so that a sheet need not have it. The table of those says
// so, which goes with the data; without data nothing does.
func (w *wanted) earlier(id string) bool { return !w.lists(w.name(kindData)) || w.past(id) }

// target is a target with the level it starts from and the one it implies.
func (w *wanted) target(t *target) {
	f, optional := w.doc.byID[t.Fact], w.earlier(t.Fact)
	if f == nil {
		return
	}
	out := sheetFigure{sheet: "targets", code: t.Indicator, period: w.period(t.Due)}
	if f.Value != nil {
		out.column, out.of, out.value = "target", w.unit(f.Unit, f.Mult), f.value()
		w.add(out, optional)
	}
	unit := t.Unit
	if b := w.doc.byID[t.Baseline]; b != nil && b.Value != nil {
		unit = cmp.Or(b.Unit, unit)
		out.column, out.of, out.value = "baseline", w.unit(b.Unit, b.Mult), b.value()
		w.add(out, optional)
	}
	if t.Implied != nil {
		out.column, out.of, out.value = "implied", w.unit(unit, t.Mult), number(t.Implied)
		w.add(out, optional)
	}
}
