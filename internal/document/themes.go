package document

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// preface returns the preface of the office, if it has written one.
func (c *composer) preface() []Chapter {
	paragraphs := c.sentences("preface")
	if len(paragraphs) == 0 {
		return nil
	}
	return []Chapter{{ID: "preface", Level: 1, Title: c.say(phrase("section.preface")), Blocks: paragraphs}}
}

// themes returns one chapter per theme: its sentences, then its indicators as a table.
func (c *composer) themes() []Chapter {
	var chapters []Chapter
	for _, t := range c.Themes {
		var blocks []Block
		if c.toHandOut() {
			if blocks = c.standardTheme(t); len(blocks) == 0 {
				continue // its figures, if it has any, are in the table of all themes
			}
		} else {
			blocks = slices.Concat(c.sentences(t.Code), c.growthCharts(t), c.wholeCharts(t), c.indicators([]edition.Theme{without(t, c.Background)}))
		}
		chapters = append(chapters, Chapter{ID: "theme." + t.Code, Level: 1, Title: c.text(t.Name), Blocks: blocks})
	}
	chapters = append(chapters, c.history()...)
	if c.toHandOut() {
		chapters = append(chapters, c.summaryTable()...)
	}
	return chapters
}

// without returns a theme without some of its rows.
func without(t edition.Theme, such func(edition.Row) bool) edition.Theme {
	t.Rows = slices.DeleteFunc(slices.Clone(t.Rows), such)
	return t
}

// columns are the columns that a table of indicators has beside names.
type columns struct {
	unit, earlier, value, growth, rank, course, amounts bool

	scope *stat.Scope // of all ranks; nil if they differ
	basis basis
}

// columnsFor finds the columns that some row has a figure for.
func (c *composer) columnsFor(rows []edition.Row) columns {
	var cols columns
	var grown []*stat.Fact
	for _, r := range rows {
		cols.value = cols.value || r.Value != nil
		cols.earlier = cols.earlier || r.Earlier != nil && r.Earlier.Status.HasValue() && r.Composition == nil
		cols.unit = cols.unit || r.Value != nil && r.Composition == nil
		cols.amounts = cols.amounts || c.rescaled(r)
		cols.growth = cols.growth || r.Growth != nil || r.Turn != ""
		if r.Growth != nil {
			grown = append(grown, r.Growth)
		}
	}
	cols.basis = c.basisOf(grown)
	cols.rank, cols.scope = c.ranked(rows)
	cols.course = c.toHandOut() && slices.ContainsFunc(rows, func(r edition.Row) bool { return c.courseOf(r) != nil }) // the full briefing has charts
	return cols
}

// ranked reports whether rows need a column of ranks, which a chapter of their own tells in what is handed out, and returns the
// scope of all of them.
func (c *composer) ranked(rows []edition.Row) (needed bool, only *stat.Scope) {
	scopes := map[string]*stat.Scope{}
	for _, r := range rows {
		if r.Rank != nil {
			scope, _ := c.Area.Scope(r.Rank.Ranking.Scope)
			scopes[scope.Code], only = &scope, &scope
		}
	}
	if len(scopes) != 1 {
		only = nil
	}
	return len(scopes) > 0 && (!c.toHandOut() || !c.has("rankings")), only
}

// indicators returns a table of the indicators of themes, with only the columns that some row has a figure for. If there are
// several themes, the rows of each stand below its name.
func (c *composer) indicators(themes []edition.Theme) []Block {
	var rows []edition.Row
	for _, t := range themes {
		rows = append(rows, t.Rows...)
	}
	has := c.columnsFor(rows)
	cols := c.indicatorColumns(has)
	lines := outline{composer: c}
	var facts []*stat.Fact
	for _, t := range themes {
		if len(themes) > 1 {
			lines.head(c.name(t.Name), len(cols), 0)
		}
		for _, r := range t.Rows {
			if r.Composition != nil && !r.First() {
				continue
			}
			facts = append(facts, r.Facts()...)
			lines.add(r.Branch, c.indicatorRow(r, has))
			if has.course {
				lines.course(c.courseOf(r))
			}
		}
	}
	c.realTold, c.amountsTold = has.basis.marked || has.basis.key != "", has.amounts
	title := filled("table.theme", themes[0].Name)
	if len(themes) > 1 {
		title = filled("table.themes", c.Period)
	}
	blocks := lines.table(cols)
	for _, b := range blocks {
		table := b.(*Table)
		table.Title = c.say(title)
		table.Source = c.originOf(facts)
		table.Note = c.tableNote(has, table)
	}
	return blocks
}

// tableNote explains the signs and the lines of a table of indicators; nil if it has none.
func (c *composer) tableNote(has columns, t *Table) Text {
	var notes []say
	if has.basis.marked {
		notes = append(notes, phrase("table.note.real"))
	}
	if t.Courses != nil {
		notes = append(notes, c.courseNote(t.Courses))
	}
	if c.waiting > 0 {
		notes = append(notes, filled("table.waiting", c.waiting))
	}
	if len(notes) == 0 {
		return nil
	}
	return c.say(func(w *locale.Words) string { return sentencesOf(w, notes) })
}

// indicatorColumns are the columns of a table of indicators.
func (c *composer) indicatorColumns(has columns) []Column {
	cols := []Column{{c.say(phrase("column.indicator")), Names, 1}}
	add := func(there bool, share float64, head say, kind ColumnKind) {
		if there {
			cols[0].Share -= share
			cols = append(cols, Column{c.say(head), kind, share})
		}
	}
	growth := phrase("column.growth.percent" + has.basis.key)
	rank := phrase("column.rank")
	if has.scope != nil {
		rank = filled("column.rank.in", has.scope.Name)
	}
	add(has.unit, 0.10, phrase("column.unit"), Units)
	add(has.earlier, 0.09, func(w *locale.Words) string { return w.Period(c.Period.YearEarlier()) }, Scaled)
	add(has.value, 0.09, func(w *locale.Words) string { return w.Period(c.Period) }, Scaled)
	add(has.growth, 0.10, growth, Figures)
	add(has.rank, 0.10, rank, Figures)
	add(has.course, 0.14, phrase("column.course"), Courses)
	if has.amounts {
		add(true, 0.15, phrase("column.amount."+string(c.words[1].Lang())), Amounts)
	}
	return cols
}

// indicatorRow is a row of a table of indicators.
func (c *composer) indicatorRow(r edition.Row, has columns) Row {
	row := Row{c.indicatorName(r)}
	if has.unit {
		row = append(row, c.unitCell(r))
	}
	if has.earlier {
		row = append(row, c.numberCell(r.Earlier, measured(r)))
	}
	if has.value {
		row = append(row, c.valueCell(r))
	}
	if has.growth {
		row = append(row, c.growthCell(r, has.basis))
	}
	if has.rank {
		row = append(row, c.factCell(r.Rank, c.rankForm(r.Rank, has.scope != nil)))
	}
	if has.course {
		row = append(row, c.courseCell(c.courseOf(r)))
	}
	if has.amounts {
		row = append(row, c.amountCell(r))
	}
	return row
}

// rankForm is how a rank is worded in a column: as a number if the column has the scope, unless it is tied or expected.
func (c *composer) rankForm(f *stat.Fact, scoped bool) string {
	switch {
	case f == nil || !scoped:
		return locale.FormFull
	case f.Ranking.Tied || c.Unusual(f, f.Status):
		return locale.FormPlain
	default:
		return locale.FormBare
	}
}

// numberCell words a fact without its unit, which has a column of its own, in the scale that the column has for another fact of the
// row; a missing value in words.
func (c *composer) numberCell(f, like *stat.Fact) Cell {
	if f == nil {
		return nil
	}
	id := f.ID
	if !c.given(id) { // the edition's files have no such figure
		id = ""
	}
	return c.figureCell(c.printing(id, func(w *locale.Words) string {
		if !f.Status.HasValue() {
			return c.figure(w, f, "")
		}
		if like != nil && like.Status.HasValue() {
			return w.ApartAs(f.Quantity, f.Qualifier, like.Quantity)
		}
		return w.Quantity(f.Quantity, f.Qualifier)
	}), f, c.Revised(f))
}

// given reports whether a fact is one of the edition's, or of those that it looks back on.
func (c *composer) given(id string) bool {
	if c.ids == nil {
		c.ids = map[string]bool{}
		for _, f := range slices.Concat(c.Facts, c.Past) {
			c.ids[f.ID] = true
		}
	}
	return c.ids[id]
}

// measured is the fact that gives a row its unit: its value, or that of a year earlier if only that is known.
func measured(r edition.Row) *stat.Fact {
	if r.Earlier != nil && r.Earlier.Status.HasValue() && (r.Value == nil || !r.Value.Status.HasValue()) {
		return r.Earlier
	}
	return r.Value
}

// unitCell words the unit of a row's values.
func (c *composer) unitCell(r edition.Row) Cell {
	f := measured(r)
	if f == nil || r.Composition != nil || !f.Status.HasValue() {
		return nil
	}
	return Cell{{Main, c.say(func(w *locale.Words) string {
		_, unit := w.Apart(f.Quantity, f.Qualifier)
		return strings.Trim(unit, "（）()") // of an index: (previous year = 100)
	})}}
}

// rescaled reports whether the value of a row has another number in the second language: 15.31亿元 is CNY 1.531 billion.
func (c *composer) rescaled(r edition.Row) bool {
	f := r.Value
	if len(c.words) < 2 || f == nil || r.Composition != nil || !f.Status.HasValue() {
		return false
	}
	first, _ := c.words[0].Apart(f.Quantity, f.Qualifier)
	second, _ := c.words[1].Apart(f.Quantity, f.Qualifier)
	return first != second
}

// amountCell words the value of a row in the second language, if its number differs.
func (c *composer) amountCell(r edition.Row) Cell {
	if !c.rescaled(r) {
		return nil
	}
	t := c.fact(r.Value, locale.FormPlain)
	t[0] = nil
	return Cell{{Main, t}}
}

// growthCell words the growth of a row, or what became of a loss. The head of the column says that rates are in per cent;
// changes have a sign and their unit. Real growth has a mark if that is not said of all growth.
func (c *composer) growthCell(r edition.Row, b basis) Cell {
	f := r.Growth
	switch {
	case f == nil && r.Turn != "":
		return c.main(turn(r.Turn))
	case f == nil || !f.Status.HasValue() || f.Measure == stat.Change && f.Quantity.Unit == stat.PercentUnit:
		return c.factCell(f, "")
	case f.Measure == stat.Growth && f.Quantity.Unit == stat.PercentUnit:
		cell := c.numberCell(f, f)
		if b.marked && c.Real(f) {
			c.marker(cell[0].Text, phrase("real.mark"))
		}
		return cell
	}
	plus := ""
	if f.Quantity.Value.Sign() > 0 && f.Qualifier == stat.Exactly {
		plus = "+"
	}
	cell := c.figureCell(c.printing(f.ID, func(w *locale.Words) string {
		number, _ := w.Apart(f.Quantity, f.Qualifier)
		return plus + number
	}), f, c.Revised(f))
	return slices.Insert(cell, 1, Part{Tag, c.say(func(w *locale.Words) string {
		if f.Quantity.Unit == stat.PointsUnit || f.Quantity.Unit == stat.PermillePointsUnit {
			return w.Phrase("unit.short." + f.Quantity.Unit)
		}
		_, unit := w.Apart(f.Quantity, f.Qualifier)
		return unit
	})})
}

// turn words what became of a balance.
func turn(t stat.Turn) say { return func(w *locale.Words) string { return w.Turn(t) } }

// indicatorName names an indicator, and what its figures are if they are not the usual ones, and the period if it is not the edition's.
func (c *composer) indicatorName(r edition.Row) Cell {
	name := c.main(func(w *locale.Words) string {
		said := wording.RowName(w, c.Edition, r)
		if r.Within {
			said = w.Fill("row.within", said)
		}
		return said
	})
	if r.Composition != nil {
		name = c.main(func(w *locale.Words) string { return wording.CompositionName(w, r.Composition) })
	}
	if r.Period != c.Period {
		name = append(name, c.period(r.Period))
	}
	return name
}

// valueCell words the value of a row; of a composition all shares.
func (c *composer) valueCell(r edition.Row) Cell {
	if r.Composition == nil {
		return c.numberCell(r.Value, r.Value)
	}
	return c.figureCell(c.parts(func(w *locale.Words) ([]wording.Part, error) {
		return wording.Composition(w, r.Composition), nil
	}), r.Value, slices.ContainsFunc(r.Composition.Shares, c.Revised))
}

// overPeriods is a phrase on the periods that the edition looks back on: of whole years, or cumulative ones.
func (c *composer) overPeriods(key string, args ...any) say {
	return filled(wording.OverPeriods(c.Edition, key), args...)
}

// history compares the last periods: growth for consecutive periods, which is cumulative within a year, and levels for the same
// period of each year. It is empty if there is nothing to compare.
func (c *composer) history() []Chapter {
	growth, years := c.Growing(), c.YearByYear()
	if c.toHandOut() {
		years = nil // the table has the last two side by side, the full briefing all
		if len(c.courses()) > 0 {
			growth = nil // which the table of the main indicators has
		}
	}
	if len(growth)+len(years) == 0 {
		return nil
	}
	main := Chapter{ID: "history", Level: 1, Title: c.say(phrase("section.history")), Blocks: []Block{&Paragraph{Text: c.say(c.overPeriods("note.trend"))}}}
	if len(growth) > 0 {
		charts := c.trendCharts(growth)
		main.Blocks = append(main.Blocks, charts...)
		if c.toHandOut() && len(charts) > 0 { // whose columns are the table
			growth = nil
		}
		main.Blocks = slices.Concat(main.Blocks,
			c.periodTable(c.Periods, growth, func(t edition.Trend) []*stat.Fact { return t.Growth }, locale.FormPlain))
	}
	if len(years) == 0 {
		return []Chapter{main}
	}
	return []Chapter{main, {
		ID: "history.years", Level: 2, Title: c.say(c.overPeriods("series.years")),
		Blocks: c.periodTable(c.Years, years, func(t edition.Trend) []*stat.Fact { return t.Years }, ""),
	}}
}

// periodTable has one row per indicator and one column per period.
func (c *composer) periodTable(periods []stat.Period, trends []edition.Trend, of func(edition.Trend) []*stat.Fact, form string) []Block {
	const names = 0.28
	cols := []Column{c.labels(names, "column.indicator")}
	for _, p := range periods {
		head := c.say(func(w *locale.Words) string { return w.Period(p) })
		cols = append(cols, Column{head, Figures, (1 - names) / float64(len(periods))})
	}
	indicator := func(t edition.Trend) stat.Indicator { return t.Indicator }
	return outlined(c, cols, trends, indicator, func(b edition.Branch, t edition.Trend) Row {
		form := form
		name := c.branchName(b, t.Indicator)
		if unit := pointsOf(of(t)); unit != "" { // given once: its words are long
			form = locale.FormBare
			name = append(name, c.remark(func(w *locale.Words) string { return w.Unit(unit, 0) }))
		}
		row := Row{name}
		for _, f := range of(t) {
			row = append(row, c.factCell(f, form))
		}
		return row
	})
}

// pointsOf returns the unit of a series of changes in percentage points; "" for any other series.
func pointsOf(facts []*stat.Fact) string {
	for _, f := range facts {
		if f != nil && (f.Quantity.Unit == stat.PointsUnit || f.Quantity.Unit == stat.PermillePointsUnit) {
			return f.Quantity.Unit
		}
	}
	return ""
}
