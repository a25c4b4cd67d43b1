package document

import (
	"slices"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// steps returns periods as the steps of a chart.
func (c *composer) steps(periods []stat.Period) []chart.Words {
	steps := make([]chart.Words, len(periods))
	for i, p := range periods {
		steps[i] = c.plain(func(w *locale.Words) string { return w.Period(p) })
	}
	return steps
}

// course returns the facts of one series over the periods; those with a value are its points.
func (c *composer) course(name say, facts []*stat.Fact, form string) chart.Row {
	row := chart.Row{Name: c.plain(name)}
	said := make(chart.Words, len(c.words))
	for step, f := range facts {
		if f == nil || !f.Status.HasValue() || c.Baseless(f) {
			continue
		}
		p := chart.Point{Step: step, Value: f.Quantity.Base(), Fact: f.ID, Words: c.figureOf(f, form), Open: f.Status == stat.Forecast}
		row.Points = append(row.Points, p)
		for i, w := range c.words {
			if said[i] != "" {
				said[i] += w.Phrase("list.comma")
			}
			said[i] += w.Label(w.Period(f.Period), p.Words[i])
		}
	}
	row.Said = spoken(row.Name, said)
	return row
}

// trendChart shows the growth of each headline indicator over the periods.
func (c *composer) trendChart(trends []edition.Trend) []Block {
	var rows []chart.Row
	for _, t := range trends {
		if !t.Indicator.Headline {
			continue
		}
		name, form := text(t.Indicator.Name), locale.FormPlain
		if unit := pointsOf(t.Growth); unit != "" { // the name includes the unit
			form = locale.FormBare
			name = func(w *locale.Words) string { return w.Text(t.Indicator.Name) + w.Parenthesis(w.Unit(unit, 0)) }
		}
		rows = append(rows, c.course(name, t.Growth, form))
	}
	return c.draw(phrase("figure.chart.trend"), chart.Chart{Kind: chart.Lines, Steps: c.steps(c.Periods), Rows: rows})
}

// ladder shows every position on its own ladder.
func (c *composer) ladder() []Block {
	var rows []chart.Row
	for _, r := range c.Positions() {
		rows = append(rows, chart.Row{
			Name:   c.plain(ranked(r)),
			Points: []chart.Point{{Value: r.Fact.Quantity.Value, Fact: r.Fact.ID, Open: r.Fact.Status == stat.Forecast}},
			Said:   spoken(c.plain(text(r.Indicator.Name)), c.figureOf(r.Fact, "")),
		})
	}
	return c.draw(phrase("figure.chart.ladder"), chart.Chart{Kind: chart.Ladder, Rows: rows})
}

// ranked names what is ranked, and where.
func ranked(r edition.Ranking) say {
	return func(w *locale.Words) string { return w.Text(r.Indicator.Name) + w.Parenthesis(w.Text(r.Scope.Name)) }
}

// bumpCharts shows the positions over the periods. Those of one scope are crossing lines if a chart can show all of
// them; the others have a strip each.
func (c *composer) bumpCharts() []Block {
	var blocks []Block
	var strips []chart.Row
	for _, scope := range c.Area.Scopes {
		rankings := c.Moves(scope.Code)
		crossing := crosses(rankings)
		var lines []chart.Row
		for _, r := range rankings {
			if crossing {
				lines = append(lines, c.course(text(r.Indicator.Name), r.Course(), locale.FormPlain))
			} else {
				strips = append(strips, c.course(ranked(r), r.Course(), locale.FormPlain))
			}
		}
		if crossing {
			title := func(w *locale.Words) string { return w.Fill("figure.chart.bump.scope", scope.Name) }
			blocks = append(blocks, c.draw(title, chart.Chart{Kind: chart.Bump, Steps: c.steps(c.Periods), Rows: lines})...)
		}
	}
	return append(blocks, c.draw(phrase("figure.chart.bump"), chart.Chart{Kind: chart.Lines, Steps: c.steps(c.Periods), Rows: strips, Down: true})...)
}

// crosses reports whether a chart can show rankings as crossing lines: there must be enough to compare, few enough to
// tell apart without colour, and positions close enough.
func crosses(rankings []edition.Ranking) bool {
	if len(rankings) < 2 || len(rankings) > chart.MostLines {
		return false
	}
	var positions []int64
	for _, r := range rankings {
		for _, f := range r.Course() {
			if f != nil && f.Status.HasValue() {
				positions = append(positions, f.Quantity.Value.IntPart())
			}
		}
	}
	return slices.Max(positions)-slices.Min(positions) < chart.MostPositions
}
