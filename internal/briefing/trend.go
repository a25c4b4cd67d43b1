package briefing

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// history sets the last periods side by side: cumulative growth from period to period, and levels beside those of the
// same period of other years. Nothing is said where there is nothing to compare.
func (b *builder) history() {
	var growth, years []edition.Trend
	for _, t := range b.e.Trends {
		if valued(t.Growth) > 1 {
			growth = append(growth, t)
		}
		if valued(t.Years) > 1 {
			years = append(years, t)
		}
	}
	if len(growth)+len(years) == 0 {
		return
	}
	b.heading(phrase("section.history"))
	b.paragraph(phrase("note.trend"))
	if len(growth) > 0 && len(b.e.Periods) > 1 {
		b.plots(func(p *plotter) []plot { return p.trends(growth) })
		b.periodTable(b.e.Periods, growth, func(t edition.Trend) []*stat.Fact { return t.Growth }, locale.FormPlain)
	}
	if len(years) > 0 {
		b.subheading(phrase("series.years"))
		b.periodTable(b.e.Years, years, func(t edition.Trend) []*stat.Fact { return t.Years }, "")
	}
}

// periodTable has a row an indicator and a column a period.
func (b *builder) periodTable(periods []stat.Period, trends []edition.Trend, of func(edition.Trend) []*stat.Fact, form string) {
	const names = 0.28
	cols := []column{{part: names, head: phrase("column.indicator")}}
	for _, p := range periods {
		cols = append(cols, column{part: (1 - names) / float64(len(periods)), head: func(w *locale.Words) string { return w.Period(p) }, right: true})
	}
	var rows [][]cell
	for _, t := range trends {
		row := []cell{b.both(text(t.Indicator.Name))}
		form := form
		if unit := pointsOf(of(t)); unit != "" { // too wide for a column
			form = locale.FormBare
			row[0] = append(row[0], b.small(func(w *locale.Words) string { return w.Unit(unit, 0) })...)
		}
		for _, f := range of(t) {
			row = append(row, b.factCell(f, form))
		}
		rows = append(rows, row)
	}
	b.table(cols, rows)
}

// pointsOf is the unit of a series of changes in percentage points; "" for any other.
func pointsOf(facts []*stat.Fact) string {
	for _, f := range facts {
		if f != nil && f.Quantity.Unit == "PP" {
			return f.Quantity.Unit
		}
	}
	return ""
}

func valued(facts []*stat.Fact) int {
	n := 0
	for _, f := range facts {
		if f != nil && f.Status.HasValue() {
			n++
		}
	}
	return n
}
