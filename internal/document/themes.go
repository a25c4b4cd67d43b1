package document

import (
	"slices"

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
		chapters = append(chapters, Chapter{
			ID: "theme." + t.Code, Level: 1, Title: c.text(t.Name),
			Blocks: slices.Concat(c.sentences(t.Code), c.growthCharts(t), c.wholeCharts(t), c.indicators(t.Rows)),
		})
	}
	return append(chapters, c.history()...)
}

// indicators returns a table of indicators, with only the columns that some row has a figure for.
func (c *composer) indicators(rows []edition.Row) []Block {
	var growth, rank bool
	head := "column.growth"
	rows = slices.DeleteFunc(slices.Clone(rows), c.Background)
	for _, r := range rows {
		growth, rank = growth || r.Growth != nil || r.Turn != "", rank || r.Rank != nil
		if r.Growth != nil && r.Growth.Measure == stat.Change {
			head = "column.growth.change"
		}
	}
	cols := []Column{c.labels(1, "column.indicator")}
	show := func(share float64, key string) {
		cols[0].Share -= share
		cols = append(cols, c.figures(share, key))
	}
	show(0.22, "column.value")
	if growth {
		show(0.16, head)
	}
	if rank {
		show(0.20, "column.rank")
	}
	lines := outline{composer: c}
	for _, r := range rows {
		if r.Composition != nil && !r.First() {
			continue
		}
		row := Row{c.indicatorName(r), c.valueCell(r)}
		if growth {
			row = append(row, c.growthCell(r))
		}
		if rank {
			row = append(row, c.factCell(r.Rank, ""))
		}
		lines.add(r.Branch, row)
	}
	return lines.table(cols)
}

// grownForm is how a growth is worded in a column of growth: without a verb, but for a change or an acceleration, which would
// look like an amount.
func grownForm(f *stat.Fact) string {
	if f != nil && f.Measure != stat.Growth {
		return locale.FormFull
	}
	return locale.FormPlain
}

// growthCell words the growth of a row, or what became of a loss.
func (c *composer) growthCell(r edition.Row) Cell {
	if r.Growth == nil && r.Turn != "" {
		return c.main(turn(r.Turn))
	}
	return c.factCell(r.Growth, grownForm(r.Growth))
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
		return c.factCell(r.Value, "")
	}
	return c.figureCell(c.parts(func(w *locale.Words) ([]wording.Part, error) {
		return wording.Composition(w, r.Composition), nil
	}), r.Value, slices.ContainsFunc(r.Composition.Shares, c.Revised))
}

// history compares the last periods: cumulative growth for consecutive periods, and levels for the same period of each
// year. It is empty if there is nothing to compare.
func (c *composer) history() []Chapter {
	growth, years := c.Growing(), c.YearByYear()
	if len(growth)+len(years) == 0 {
		return nil
	}
	main := Chapter{ID: "history", Level: 1, Title: c.say(phrase("section.history")), Blocks: []Block{&Paragraph{Text: c.say(phrase("note.trend"))}}}
	if len(growth) > 0 {
		main.Blocks = slices.Concat(main.Blocks, c.trendCharts(growth),
			c.periodTable(c.Periods, growth, func(t edition.Trend) []*stat.Fact { return t.Growth }, locale.FormPlain))
	}
	if len(years) == 0 {
		return []Chapter{main}
	}
	return []Chapter{main, {
		ID: "history.years", Level: 2, Title: c.say(phrase("series.years")),
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
