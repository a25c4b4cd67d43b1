package workbook

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chart"
	"nianbao/internal/document"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// growthGraphs compare the growth that the edition compares, theme by theme, highest first.
func (p *planner) growthGraphs() []graph {
	var graphs []graph
	for _, t := range p.Themes {
		for i, rows := range p.Growths(t) {
			g := p.growthGraph(t, rows)
			if i > 0 {
				g.table += "_" + strconv.Itoa(i+1)
			}
			graphs = append(graphs, g)
		}
	}
	return graphs
}

// growthGraph compares growth of a theme. If there are too many rows, headline ones are preferred.
func (p *planner) growthGraph(t edition.Theme, rows []edition.Row) graph {
	if len(rows) > maxBars {
		slices.SortStableFunc(rows, func(a, b edition.Row) int { return rankOf(b.Indicator.Headline) - rankOf(a.Indicator.Headline) })
	}
	rows, cut := most(rows)
	slices.SortStableFunc(rows, func(a, b edition.Row) int { return b.Growth.Quantity.Value.Compare(a.Growth.Quantity.Value) })
	growth := series{key: "column.chart.growth", name: phrase("chart.growth"), header: phrase("column.growth.of", p.Period), unit: p.unitOf(rows[0].Growth)}
	g := graph{id: "growth", table: "chart_growth_" + machineForm.Replace(t.Code), cut: cut}
	real := false
	for _, r := range rows {
		g.items = append(g.items, p.grown(r.Indicator, r.Growth))
		growth.cells = append(growth.cells, figureCell(r.Growth))
		real = real || p.Real(r.Growth)
	}
	g.series, g.title = []series{growth}, p.basisOf(real, phrase("chart.growth.title", p.Area.Name, p.Period, t.Name))
	return g
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

// targetGraphs compare growth targets with the growth of the edition's period, as the edition groups them.
func (p *planner) targetGraphs() []graph {
	var graphs []graph
	for i, targets := range p.GrowthTargets() {
		g := p.targetGraph(targets)
		if i > 0 {
			g.table += "_" + strconv.Itoa(i+1)
		}
		graphs = append(graphs, g)
	}
	return graphs
}

// targetGraph shows targets of one due period.
func (p *planner) targetGraph(targets []edition.Target) graph {
	due := targets[0].Fact.Period
	targets, cut := most(targets)
	unit := p.unitOf(targets[0].Fact)
	now := series{key: "column.chart.growth", name: phrase("chart.growth.in", p.Period), header: phrase("column.growth.of", p.Period), unit: unit}
	aims := series{key: "column.chart.target", name: phrase("chart.target.for", due), header: phrase("column.chart.target", due), unit: unit}
	g := graph{id: "targets", table: "chart_targets_" + inPeriod(due), cut: cut}
	real := false
	for _, t := range targets {
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

// progressGraph compares the share of each target that is done with the share of the year that has passed.
func (p *planner) progressGraph() []graph {
	paced := p.PacedProgress()
	if len(paced) == 0 {
		return nil
	}
	paced, cut := most(paced)
	percent := func(w *locale.Words) string { return w.Unit(stat.PercentUnit, 0) }
	headed := func(key string) series {
		return series{key: key, name: phrase(key), header: phrase(key), unit: percent}
	}
	done, pace := headed(shareColumn), headed(paceColumn)
	g := graph{id: "progress", table: "chart_progress", cut: cut, title: phrase("chart.progress.title", p.Area.Name, p.Period)}
	for _, r := range paced {
		g.items = append(g.items, textOf(r.Indicator.Name))
		done.cells = append(done.cells, p.fromProgress(r, shareColumn, optionalCell(r.Reach)))
		pace.cells = append(pace.cells, quantityCell(r.Pace))
	}
	g.series = []series{done, pace}
	return []graph{g}
}

// fromProgress looks up a cell of the sheet of progress, if the indicator has one target.
func (p *planner) fromProgress(r edition.Progress, column string, value xlsx.Cell) xlsx.Cell {
	n := 0
	for _, other := range p.Progress {
		if other.Indicator.Code == r.Indicator.Code {
			n++
		}
	}
	if n > 1 {
		return value
	}
	return formulaCell(value, orBlank("AVERAGEIFS("+xlsx.All("progress", column)+","+xlsx.All("progress", "column.code")+","+quoted(r.Indicator.Code)+")"))
}

// wholeGraphs show what the parts of indicators make of them: one bar, or a bar each if there are many.
func (p *planner) wholeGraphs() []graph {
	var graphs []graph
	for _, t := range p.Themes {
		for _, whole := range p.Wholes(t) {
			graphs = append(graphs, p.wholeGraph(whole))
		}
	}
	return graphs
}

func (p *planner) wholeGraph(whole edition.Whole) graph {
	ind := whole.Indicator
	unit := p.unitOf(whole.Facts[0])
	g := graph{id: "parts", table: "chart_parts_" + machineForm.Replace(strings.Trim(ind.Code+"_"+whole.Breakdown.Code, "_")), title: func(w *locale.Words) string {
		return w.Fill("chart.parts.title", p.Area.Name, p.Period, ind.Name, unit(w))
	}}
	if document.KindOfParts(len(whole.Parts)) == chart.Stack {
		g.kind = xlsx.StackChart
	}
	shares := series{key: "column.chart.part", name: phrase("column.chart.part"), unit: unit, header: func(w *locale.Words) string {
		return w.Phrase("column.chart.part") + w.Parenthesis(unit(w))
	}}
	for i, part := range whole.Parts {
		g.items = append(g.items, textOf(part.Name))
		shares.cells = append(shares.cells, scaledCell(whole.Facts[i], whole.Facts[0].Quantity.Mult))
	}
	g.series = []series{shares}
	return g
}
