package document

import (
	"slices"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// steps returns periods as the steps of a chart.
func (c *composer) steps(periods []stat.Period) []chart.Step {
	steps := make([]chart.Step, len(periods))
	for i, p := range periods {
		steps[i].Name = c.plain(func(w *locale.Words) string { return w.Period(p) })
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

// trendCharts show the growth of the headline indicators over the periods: rates in one chart, and changes in points,
// which do not compare with them, in another.
func (c *composer) trendCharts(trends []edition.Trend) []Block {
	var units []string
	rows := map[string][]chart.Row{}
	facts := map[string][]*stat.Fact{}
	for _, t := range trends {
		if !t.Indicator.Headline {
			continue
		}
		unit, last := pointsOf(t.Growth), t.Growth[len(t.Growth)-1]
		form := locale.FormPlain
		if unit != "" {
			form = locale.FormBare
		}
		if rows[unit] == nil {
			units = append(units, unit)
		}
		rows[unit] = append(rows[unit], c.course(c.grown(t.Indicator, last, true), t.Growth, form))
		facts[unit] = append(facts[unit], known(t.Growth)...)
	}
	var blocks []Block
	for _, unit := range units {
		f := figure{of: wording.OfTrend, title: c.overPeriods("figure.chart.trend"), subtitle: c.overPeriods("figure.chart.trend.sub"), facts: facts[unit]}
		if unit != "" {
			points := wording.OverPeriods(c.Edition, "figure.chart.trend.points")
			f.subtitle = func(w *locale.Words) string { return w.Fill(points, w.Unit(unit, 0)) }
		}
		blocks = append(blocks, c.draw(f, chart.Chart{Kind: kindOfCourse(len(c.Periods)), Steps: c.steps(c.Periods), Rows: rows[unit]})...)
	}
	return blocks
}

// known returns the facts that are not nil.
func known(facts []*stat.Fact) []*stat.Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f *stat.Fact) bool { return f == nil })
}

// ladders show every position on its own ladder, one chart for each scope.
func (c *composer) ladders() []Block {
	var blocks []Block
	for _, rankings := range c.Positions() {
		f := figure{of: wording.OfPositions, title: phrase("figure.chart.ladder"), subtitle: filled("figure.chart.ladder.sub", c.Period, rankings[0].Scope.Name)}
		data := chart.Chart{Kind: chart.Ladder}
		for _, r := range rankings {
			name := c.plain(text(r.Indicator.Name))
			data.Rows = append(data.Rows, chart.Row{
				Name:   name,
				Points: []chart.Point{{Value: r.Fact.Quantity.Value, Fact: r.Fact.ID, Open: r.Fact.Status == stat.Forecast}},
				Said:   spoken(name, c.figureOf(r.Fact, "")),
			})
			f.facts = append(f.facts, r.Fact)
		}
		blocks = append(blocks, c.draw(f, data)...)
	}
	return blocks
}

// ranked names what is ranked, and where.
func ranked(r edition.Ranking) say {
	return func(w *locale.Words) string { return w.Text(r.Indicator.Name) + w.Parenthesis(w.Text(r.Scope.Name)) }
}

// bumpCharts shows the positions over the periods. Those of one scope are crossing lines if a chart can show all of
// them; the others have a line each.
func (c *composer) bumpCharts() []Block {
	var blocks []Block
	var apart []chart.Row
	span := filled("figure.chart.bump.sub", c.Periods[0], c.Period)
	var facts []*stat.Fact
	for _, scope := range c.Area.Scopes {
		rankings := c.Moves(scope.Code)
		crossing := kindOfMoves(rankings, len(c.Periods)) == chart.Bump
		f := figure{of: wording.OfMoves, title: filled("figure.chart.bump.scope", scope.Name), subtitle: span}
		f.subject = f.title
		var lines []chart.Row
		for _, r := range rankings {
			if !crossing {
				apart = append(apart, c.course(ranked(r), r.Course(), locale.FormPlain))
				facts = append(facts, known(r.Course())...)
				continue
			}
			row := c.course(text(r.Indicator.Name), r.Course(), locale.FormPlain)
			row.Style = c.Style(r.Indicator)
			lines = append(lines, row)
			earlier := known(r.Earlier)
			f.facts, f.against = append(f.facts, r.Fact), append(f.against, earlier[len(earlier)-1])
		}
		blocks = append(blocks, c.draw(f, chart.Chart{Kind: chart.Bump, Steps: c.steps(c.Periods), Rows: lines})...)
	}
	return append(blocks, c.draw(figure{title: phrase("figure.chart.bump"), subtitle: span, facts: facts},
		chart.Chart{Kind: kindOfCourse(len(c.Periods)), Steps: c.steps(c.Periods), Rows: apart, Down: true})...)
}
