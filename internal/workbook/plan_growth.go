package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// growthGraph compares, in one chart, the growth that the edition compares by theme, highest first. If there are too
// many indicators, headline ones are preferred.
func (p *planner) growthGraph() []graph {
	compared := map[*stat.Fact]bool{}
	for _, t := range p.Themes {
		for _, r := range p.Growths(t) {
			compared[r.Growth] = true
		}
	}
	var rows []int
	for i, r := range p.indicatorRows {
		if compared[r.Growth] {
			rows = append(rows, i)
		}
	}
	if len(rows) > maxBars {
		slices.SortStableFunc(rows, func(a, b int) int {
			return rankOf(p.indicatorRows[b].Indicator.Headline) - rankOf(p.indicatorRows[a].Indicator.Headline)
		})
	}
	rows, cut := most(rows)
	if len(rows) == 0 {
		return nil
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		return p.indicatorRows[b].Growth.Quantity.Value.Compare(p.indicatorRows[a].Growth.Quantity.Value)
	})
	growth := series{key: "column.chart.growth", name: phrase("chart.growth"), header: phrase("column.growth.of", p.Period), unit: p.unitOf(p.indicatorRows[rows[0]].Growth)}
	g := graph{id: "growth", table: "chart_growth", cut: cut}
	real := false
	for _, i := range rows {
		r := p.indicatorRows[i]
		g.items = append(g.items, p.grown(r.Indicator, r.Growth))
		growth.cells = append(growth.cells, figureCell(r.Growth))
		real = real || p.Real(r.Growth)
	}
	g.series, g.title = []series{growth}, p.basisOf(real, phrase("chart.growth.title", p.Area.Name, p.Period))
	return []graph{g}
}

// grown names an indicator, and its price basis if constant; current prices are the default.
func (p *planner) grown(ind stat.Indicator, f *stat.Fact) say {
	return func(w *locale.Words) string {
		if p.Real(f) {
			return w.Text(ind.Name) + w.Parenthesis(w.Phrase("sheet.basis.real"))
		}
		return w.Text(ind.Name)
	}
}

// basisOf adds to a title how real growth is marked, if the chart has any.
func (p *planner) basisOf(real bool, title say) say {
	return func(w *locale.Words) string {
		if real {
			return title(w) + w.Phrase("chart.basis")
		}
		return title(w)
	}
}

func rankOf(headline bool) int {
	if headline {
		return 1
	}
	return 0
}

func (p *planner) unitOf(f *stat.Fact) say {
	return func(w *locale.Words) string { return p.unit(w, f) }
}

// targetGraphs compares growth targets with the growth of the edition's period, one chart per due period.
func (p *planner) targetGraphs() []graph {
	var dues []stat.Period
	rows := map[stat.Period][]int{}
	total := 0
	for i, t := range p.Targets {
		due := t.Fact.Period
		if t.Fact.Measure != stat.TargetGrowth || !t.Fact.Status.HasValue() || t.Fact.Quantity.Unit != stat.PercentUnit || t.Fact.Quantity.Mult != 0 {
			continue
		}
		if rows[due] == nil {
			dues = append(dues, due)
		}
		rows[due] = append(rows[due], i)
		total++
	}
	if total < 2 {
		return nil
	}
	slices.SortFunc(dues, func(a, b stat.Period) int { return strings.Compare(a.End().String(), b.End().String()) })
	var graphs []graph
	for _, due := range dues {
		graphs = append(graphs, p.targetGraph(due, rows[due]))
	}
	return graphs
}

// targetGraph shows targets of one due period.
func (p *planner) targetGraph(due stat.Period, rows []int) graph {
	rows, cut := most(rows)
	unit := p.unitOf(p.Targets[rows[0]].Fact)
	now := series{key: "column.chart.growth", name: phrase("chart.growth.in", p.Period), header: phrase("column.growth.of", p.Period), unit: unit}
	aims := series{key: "column.chart.target", name: phrase("chart.target.for", due), header: phrase("column.chart.target", due), unit: unit}
	g := graph{id: "targets", table: "chart_targets_" + inPeriod(due), cut: cut}
	real := false
	for _, i := range rows {
		t := p.Targets[i]
		g.items = append(g.items, p.grown(t.Indicator, t.Fact))
		grown := t.Growth
		if grown != nil && (!percent(grown) || p.Baseless(grown)) {
			grown = nil
		}
		now.cells, aims.cells = append(now.cells, figureCell(grown)), append(aims.cells, figureCell(t.Fact))
		real = real || p.Real(t.Fact)
	}
	g.series, g.title = []series{now, aims}, p.basisOf(real, phrase("chart.targets.title", p.Area.Name, p.Period, due))
	return g
}
