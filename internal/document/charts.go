package document

import (
	"slices"
	"strings"
	"time"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// plain words something in each language without facts and marks, for labels of charts.
func (c *composer) plain(s say) chart.Words {
	words := make(chart.Words, len(c.words))
	for i, w := range c.words {
		words[i] = s(w)
	}
	return words
}

// figureOf words a fact in a form, as a label.
func (c *composer) figureOf(f *stat.Fact, form string) chart.Words {
	return c.plain(func(w *locale.Words) string { return c.figure(w, f, form) })
}

// spoken joins the texts of a chart's row, language by language, for readers who cannot see it.
func spoken(parts ...chart.Words) chart.Words {
	said := make(chart.Words, len(parts[0]))
	for i := range said {
		var words []string
		for _, p := range parts {
			words = append(words, p[i])
		}
		said[i] = strings.TrimSpace(strings.Join(words, " "))
	}
	return said
}

// draw returns a chart as a block; none without rows.
func (c *composer) draw(title say, data chart.Chart, notes ...say) []Block {
	if len(data.Rows) == 0 {
		return nil
	}
	block := &Chart{Title: c.say(title), Data: data}
	if chart.Broken(data) {
		notes = append(notes, phrase("figure.chart.broken"))
	}
	for _, n := range notes {
		block.Notes = append(block.Notes, c.say(n))
	}
	return []Block{block}
}

// growthChart compares the growth of a theme's indicators.
func (c *composer) growthChart(t edition.Theme) []Block {
	var rows []chart.Row
	var grown []*stat.Fact
	for _, r := range c.Growths(t) {
		rows = append(rows, c.bar(c.grown(r.Indicator, r.Growth), r.Growth, ""))
		grown = append(grown, r.Growth)
	}
	return c.draw(phrase("figure.chart.growth"), chart.Chart{Kind: chart.Bars, Rows: rows}, c.basis(grown)...)
}

// bar returns a fact as a row of a bar chart.
func (c *composer) bar(name say, f *stat.Fact, form string) chart.Row {
	named, figure := c.plain(name), c.figureOf(f, form)
	return chart.Row{
		Name: named, Said: spoken(named, figure), Points: []chart.Point{{Value: f.Quantity.Base(), Fact: f.ID, Words: figure}},
	}
}

// grown names what has grown, and marks real growth.
func (c *composer) grown(ind stat.Indicator, growth *stat.Fact) say {
	return func(w *locale.Words) string {
		if !c.Real(growth) {
			return w.Text(ind.Name)
		}
		return w.Text(ind.Name) + w.Parenthesis(w.Phrase("basis.real.short"))
	}
}

// basis distinguishes real from nominal growth, if a chart shows real growth.
func (c *composer) basis(grown []*stat.Fact) []say {
	if !slices.ContainsFunc(grown, c.Real) {
		return nil
	}
	return []say{phrase("figure.chart.basis")}
}

// targetChart compares growth with its targets: a bar for growth, a mark for the target.
func (c *composer) targetChart() []Block {
	var rows []chart.Row
	var grown []*stat.Fact
	for _, t := range c.GrowthTargets() {
		row := c.bar(c.grown(t.Indicator, t.Growth), t.Growth, locale.FormPlain)
		goal := t.Fact.Quantity.Base()
		p := &row.Points[0]
		p.Goal, p.Note = &goal, c.plain(func(w *locale.Words) string {
			return w.Fill("figure.chart.target.mark", c.figure(w, t.Fact, locale.FormPlain))
		})
		row.Said = spoken(row.Said, p.Note)
		rows = append(rows, row)
		grown = append(grown, t.Growth)
	}
	due := c.due()
	return c.draw(func(w *locale.Words) string {
		if due.IsZero() {
			return w.Fill("figure.chart.targets", c.Period)
		}
		return w.Fill("figure.chart.targets.of", c.Period, due)
	}, chart.Chart{Kind: chart.Bars, Rows: rows}, c.basis(grown)...)
}

// progressChart compares the share done with the share of the year that has passed: a bar, and a mark across it.
func (c *composer) progressChart() []Block {
	var rows []chart.Row
	for _, p := range c.PacedProgress() {
		name, done := c.plain(text(p.Indicator.Name)), c.plain(func(w *locale.Words) string { return w.Quantity(*p.Reach, stat.Exactly) })
		pace, shape := p.Pace.Base(), p.Standing.Shape()
		standing := c.plain(func(w *locale.Words) string { return w.CodeWord("standing", string(p.Standing)) })
		rows = append(rows, chart.Row{
			Name: name, Said: spoken(name, done, c.plain(func(*locale.Words) string { return shape }), standing),
			Points: []chart.Point{{Value: p.Reach.Base(), Words: done, Goal: &pace, Sign: shape, Note: standing}},
		})
	}
	return c.draw(phrase("figure.chart.progress"), chart.Chart{Kind: chart.Bars, Rows: rows})
}

// investmentCharts compares the cost of projects, highest first, with a chart and a scale for each currency.
func (c *composer) investmentCharts() []Block {
	var blocks []Block
	for _, in := range c.Investments() {
		var rows []chart.Row
		for _, sum := range in.Sums {
			rows = append(rows, c.bar(text(sum.Project.Name), sum.Fact, ""))
		}
		title := func(w *locale.Words) string { return w.Fill("figure.chart.investment", w.Unit(in.Currency, 0)) }
		blocks = append(blocks, c.draw(title, chart.Chart{Kind: chart.Bars, Rows: rows})...)
	}
	return blocks
}

// timeline shows the milestones of each project on a line from the first to the last. Only dates known to the day are
// shown.
func (c *composer) timeline() []Block {
	var rows []chart.Row
	at := map[string]int{}
	for _, m := range c.Milestones {
		if m.Date.Day == 0 {
			continue
		}
		i, ok := at[m.Project.Code]
		if !ok {
			i = len(rows)
			at[m.Project.Code] = i
			rows = append(rows, chart.Row{Name: c.plain(text(m.Project.Name)), Said: make(chart.Words, len(c.words))})
		}
		rows[i].Points = append(rows[i].Points, c.step(m))
		for j, w := range c.words {
			if len(rows[i].Points) > 1 {
				rows[i].Said[j] += w.Phrase("list.semicolon")
			}
			rows[i].Said[j] += strings.TrimSpace(w.Text(m.Project.Name) + " " + w.Date(m.Date) + w.Phrase("clause") + milestoneText(w, m))
		}
	}
	return c.draw(phrase("figure.chart.timeline"), chart.Chart{Kind: chart.Timeline, Rows: rows})
}

// step returns a milestone as a point. It is worded by its step, or, if that is "event", by the dataset's text if it is
// short.
func (c *composer) step(m edition.Milestone) chart.Point {
	p := chart.Point{Step: day(m.Date), When: c.plain(func(w *locale.Words) string { return w.Date(m.Date) })}
	p.Words = c.plain(func(w *locale.Words) string { return w.Step(m.Step) })
	if m.Step == stat.StepEvent && !m.Text.Empty() {
		p.Words, p.Short = c.plain(text(m.Text)), p.Words
	}
	return p
}

// day numbers the days.
func day(d stat.Date) int {
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
