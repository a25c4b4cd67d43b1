package briefing

import (
	"slices"
	"strings"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// plot is a chart with its title, and with what a reader must know to read it.
type plot struct {
	title chart.Words
	data  chart.Chart
	notes []chart.Words
}

// plotter makes the charts of an edition, in the words of all languages of a document. Each of its charts is there only
// where it says more than a table.
type plotter struct {
	e     *edition.Edition
	words []*locale.Words
	err   error // the first failure to word something
}

// in says something in every language.
func (p *plotter) in(s say) chart.Words {
	words := make(chart.Words, len(p.words))
	for i, w := range p.words {
		words[i] = s(w)
	}
	return words
}

// figure words a fact in every language.
func (p *plotter) figure(f *stat.Fact, form string) chart.Words {
	return p.in(func(w *locale.Words) string {
		s, err := wording.Fact(w, p.e, f, form)
		if err != nil && p.err == nil {
			p.err = err
		}
		return s
	})
}

// spoken joins words of a name and of what is said of it, language by language.
func spoken(name chart.Words, rest ...chart.Words) chart.Words {
	all := slices.Clone(name)
	for i := range all {
		for _, words := range rest {
			all[i] = strings.TrimSpace(all[i] + " " + words[i])
		}
	}
	return all
}

// enough is the number of bars from which on they say more than the table.
const enough = 3

// bars is a chart of bars, if there are enough of them. What is broken is said.
func (p *plotter) bars(title say, rows []chart.Row, notes ...chart.Words) []plot {
	if len(rows) < enough {
		return nil
	}
	c := plot{p.in(title), chart.Chart{Kind: chart.Bars, Rows: rows}, notes}
	if chart.Broken(c.data) {
		c.notes = append(c.notes, p.in(phrase("figure.chart.broken")))
	}
	return []plot{c}
}

// bar is a row of a chart of bars, with the words of its value.
func (p *plotter) bar(name say, f *stat.Fact, form string) chart.Row {
	row := chart.Row{Name: p.in(name), Points: []chart.Point{{Value: f.Quantity.Base(), Fact: f.ID, Words: p.figure(f, form)}}}
	row.Said = spoken(row.Name, row.Points[0].Words)
	return row
}

// growth compares the growth of a theme's indicators.
func (p *plotter) growth(rows []edition.Row) []plot {
	var bars []chart.Row
	var grown []*stat.Fact
	for _, r := range rows {
		f := r.Growth
		if f == nil || f.Measure != stat.Growth || !f.Status.HasValue() || r.Period != p.e.Period {
			continue
		}
		bars = append(bars, p.bar(p.grown(r.Indicator.Name, f), f, ""))
		grown = append(grown, f)
	}
	return p.bars(phrase("figure.chart.growth"), bars, p.basis(grown)...)
}

// grown names what has grown, and says so where the growth is real.
func (p *plotter) grown(name stat.Text, growth *stat.Fact) say {
	return func(w *locale.Words) string {
		if !p.e.Real(growth) {
			return w.Text(name)
		}
		return w.Text(name) + w.Parenthesis(w.Phrase("basis.real.short"))
	}
}

// basis tells real from nominal growth, where a chart shows real growth.
func (p *plotter) basis(grown []*stat.Fact) []chart.Words {
	if !slices.ContainsFunc(grown, p.e.Real) {
		return nil
	}
	return []chart.Words{p.in(phrase("figure.chart.basis"))}
}

// targets holds what was reached against what is meant to be reached: a bar for growth, a mark for the target.
func (p *plotter) targets(due stat.Period) []plot {
	var bars []chart.Row
	var grown []*stat.Fact
	for _, t := range p.e.Targets {
		if t.Fact.Measure != stat.TargetGrowth || t.Growth == nil || !t.Growth.Status.HasValue() || !t.Fact.Status.HasValue() {
			continue
		}
		row := p.bar(p.grown(t.Indicator.Name, t.Growth), t.Growth, locale.FormPlain)
		goal, words := t.Fact.Quantity.Base(), p.figure(t.Fact, locale.FormPlain)
		point := &row.Points[0]
		point.Goal, point.Note = &goal, make(chart.Words, len(words))
		for i, w := range p.words {
			point.Note[i] = w.Fill("figure.chart.target.mark", words[i])
		}
		row.Said = spoken(row.Said, point.Note)
		bars = append(bars, row)
		grown = append(grown, t.Growth)
	}
	return p.bars(func(w *locale.Words) string {
		if due.IsZero() {
			return w.Fill("figure.chart.targets", p.e.Period)
		}
		return w.Fill("figure.chart.targets.of", p.e.Period, due)
	}, bars, p.basis(grown)...)
}

// progress holds the shares done against the share of the year that has passed: a bar, and a mark across it.
func (p *plotter) progress() []plot {
	var bars []chart.Row
	for _, t := range p.e.Progress {
		if t.Reach == nil || t.Yardstick == edition.ByTarget {
			continue
		}
		pace := t.Pace.Base()
		point := chart.Point{
			Value: t.Reach.Base(), Words: p.in(func(w *locale.Words) string { return w.Quantity(*t.Reach, stat.Exactly) }),
			Goal: &pace, Sign: t.Standing.Shape(), Note: p.in(func(w *locale.Words) string { return w.CodeWord("standing", string(t.Standing)) }),
		}
		name, standing := p.in(text(t.Indicator.Name)), p.in(func(w *locale.Words) string { return shapedStanding(w, t.Standing) })
		bars = append(bars, chart.Row{Name: name, Points: []chart.Point{point}, Said: spoken(name, point.Words, standing)})
	}
	return p.bars(phrase("figure.chart.progress"), bars)
}

// investment compares what projects cost, each currency on a scale of its own: the first sum of money given for each
// project.
func (p *plotter) investment() []plot {
	byCurrency := map[string][]chart.Row{}
	var order, counted []string
	for _, project := range p.e.Projects {
		for _, fig := range project.Figures {
			f, ok := p.e.Fact(fig.Fact)
			if !ok || !f.Status.HasValue() || p.e.Units[f.Quantity.Unit].Dim != stat.Money || !f.Quantity.Value.IsPositive() {
				continue
			}
			unit := f.Quantity.Unit
			if slices.Contains(counted, project.Code) {
				continue
			}
			counted = append(counted, project.Code)
			if byCurrency[unit] == nil {
				order = append(order, unit)
			}
			byCurrency[unit] = append(byCurrency[unit], p.bar(text(project.Name), f, ""))
		}
	}
	var plots []plot
	for _, unit := range order {
		bars := byCurrency[unit]
		slices.SortStableFunc(bars, func(x, y chart.Row) int { return y.Points[0].Value.Compare(x.Points[0].Value) })
		title := func(w *locale.Words) string { return w.Fill("figure.chart.investment", w.Unit(unit, 0)) }
		plots = append(plots, p.bars(title, bars)...)
	}
	return plots
}

// ladder sets every position on a ladder.
func (p *plotter) ladder() []plot {
	const most = 40 // more rungs than this cannot be told apart
	var rows []chart.Row
	for _, r := range p.e.Rankings {
		f := r.Fact
		if n := f.Quantity.Value.IntPart(); !f.Status.HasValue() || n < 1 || n > most {
			continue
		}
		rows = append(rows, chart.Row{
			Name:   p.in(ranked(r)),
			Points: []chart.Point{{Value: f.Quantity.Value, Fact: f.ID, Open: f.Status == stat.Forecast}},
			Said:   spoken(p.in(text(r.Indicator.Name)), p.figure(f, "")),
		})
	}
	if len(rows) < 2 {
		return nil
	}
	return []plot{{title: p.in(phrase("figure.chart.ladder")), data: chart.Chart{Kind: chart.Ladder, Rows: rows}}}
}

// ranked names what is ranked, and where.
func ranked(r edition.Ranking) say {
	return func(w *locale.Words) string { return w.Text(r.Indicator.Name) + w.Parenthesis(w.Text(r.Scope.Name)) }
}
