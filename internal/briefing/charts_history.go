package briefing

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/chart"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// course is a row of values over the periods, with how it is worded in full: facts of the edition's periods in order, nil
// where there is none.
func (p *plotter) course(name say, facts []*stat.Fact, form string) chart.Row {
	row := chart.Row{Name: p.in(name)}
	said := make([][]string, len(p.words))
	for i, f := range facts {
		if f == nil || !f.Status.HasValue() {
			continue
		}
		words := p.figure(f, form)
		row.Points = append(row.Points, chart.Point{Step: i, Value: f.Quantity.Base(), Fact: f.ID, Words: words, Open: f.Status == stat.Forecast})
		for j, w := range p.words {
			said[j] = append(said[j], w.Label(w.Period(f.Period), words[j]))
		}
	}
	all := make(chart.Words, len(p.words))
	for j, w := range p.words {
		all[j] = strings.Join(said[j], w.Phrase("list.comma"))
	}
	row.Said = spoken(row.Name, all)
	return row
}

func (p *plotter) periods() []chart.Words {
	var steps []chart.Words
	for _, period := range p.e.Periods {
		steps = append(steps, p.in(func(w *locale.Words) string { return w.Period(period) }))
	}
	return steps
}

// trends sets the growth of each headline indicator over the periods on a strip of its own.
func (p *plotter) trends(trends []edition.Trend) []plot {
	c := chart.Chart{Kind: chart.Lines, Steps: p.periods()}
	for _, t := range trends {
		if !t.Indicator.Headline {
			continue
		}
		name, form := text(t.Indicator.Name), locale.FormPlain
		if unit := pointsOf(t.Growth); unit != "" { // the name has the unit
			name, form = func(w *locale.Words) string { return w.Text(t.Indicator.Name) + w.Parenthesis(w.Unit(unit, 0)) }, locale.FormBare
		}
		c.Rows = append(c.Rows, p.course(name, t.Growth, form))
	}
	if len(c.Rows) == 0 || len(p.e.Periods) < 2 {
		return nil
	}
	return []plot{{title: p.in(phrase("figure.chart.trend")), data: c}}
}

// positions sets the positions over the periods: those of one scope as lines that cross, where a chart can show all of
// them, the others on a strip of their own each.
func (p *plotter) positions() []plot {
	var plots []plot
	strips := chart.Chart{Kind: chart.Lines, Steps: p.periods(), Down: true}
	for _, scope := range p.e.Area.Scopes {
		rankings := slices.DeleteFunc(slices.Clone(p.e.Rankings), func(r edition.Ranking) bool {
			return r.Scope.Code != scope.Code || valued(r.Earlier) == 0 || !r.Fact.Status.HasValue() || r.Fact.Period != p.e.Period
		})
		if !crossing(rankings) {
			for _, r := range rankings {
				strips.Rows = append(strips.Rows, p.course(ranked(r), positions(r), locale.FormPlain))
			}
			continue
		}
		c := chart.Chart{Kind: chart.Ranks, Steps: strips.Steps}
		for _, r := range rankings {
			c.Rows = append(c.Rows, p.course(text(r.Indicator.Name), positions(r), locale.FormPlain))
		}
		title := p.in(func(w *locale.Words) string { return w.Fill("figure.chart.bump.scope", scope.Name) })
		plots = append(plots, plot{title: title, data: c})
	}
	if len(strips.Rows) > 0 {
		plots = append(plots, plot{title: p.in(phrase("figure.chart.bump")), data: strips})
	}
	return plots
}

// positions are the facts of a ranking by period.
func positions(r edition.Ranking) []*stat.Fact { return append(slices.Clone(r.Earlier), r.Fact) }

// What a chart of lines that cross can show.
const (
	mostLines = 6  // more lines than this cannot be told apart without colour
	mostRows  = 12 // from the highest to the lowest position
)

// crossing reports whether a chart of lines that cross shows rankings well: there are some to compare, and no more than it
// can show.
func crossing(rankings []edition.Ranking) bool {
	var low, high int64
	for _, r := range rankings {
		for _, f := range positions(r) {
			if f != nil && f.Status.HasValue() {
				n := f.Quantity.Value.IntPart()
				low, high = min(cmp.Or(low, n), n), max(high, n)
			}
		}
	}
	return len(rankings) > 1 && len(rankings) <= mostLines && high-low < mostRows
}
