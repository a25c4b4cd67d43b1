package workbook

import (
	"slices"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// maxLines is the largest number of lines that can be told apart in a chart.
const maxLines = 6

// trendGraph draws the cumulative growth of the headline indicators over the last periods.
func (p *planner) trendGraph() []graph {
	g := graph{id: "trend", title: phrase("chart.trend.title", p.Area.Name), lines: true}
	for _, t := range p.Trends {
		if !t.Indicator.Headline || slices.ContainsFunc(t.Growth, func(f *stat.Fact) bool { return f != nil && !percent(f) }) {
			continue
		}
		g.points = append(g.points, p.course(t.Indicator, p.Periods, t.Growth)...)
	}
	return g.drawn()
}

// bumpGraph draws the positions over the last periods, first position on top.
func (p *planner) bumpGraph() []graph {
	g := graph{id: "bump", title: phrase("chart.bump.title", p.Area.Name), lines: true, reversed: true}
	for _, r := range p.Rankings {
		if r.Fact.Period != p.Period {
			continue
		}
		g.points = append(g.points, p.course(r.Indicator, p.Periods[:len(r.Earlier)+1], append(slices.Clone(r.Earlier), r.Fact))...)
	}
	return g.drawn()
}

// course returns the points of one line, or nil if it has fewer than two values.
func (p *planner) course(ind stat.Indicator, periods []stat.Period, facts []*stat.Fact) [][]point {
	var points []point
	known := 0
	var unit *stat.Fact
	for i, f := range facts {
		next := point{
			series: textOf(ind.Name), item: func(w *locale.Words) string { return w.Period(periods[i]) },
			value: figureCell(f),
		}
		if next.value.Kind == xlsx.Number {
			known++
			unit = f
		}
		points = append(points, next)
	}
	for i := range points {
		points[i].unit = p.unitOf(unit)
	}
	if known < 2 {
		return nil
	}
	return [][]point{points}
}

// drawn is the graph, limited to the lines that can be told apart; nil if it has none.
func (g graph) drawn() []graph {
	if len(g.points) == 0 {
		return nil
	}
	if len(g.points) > maxLines {
		g.points, g.cut = g.points[:maxLines], len(g.points)-maxLines
	}
	return []graph{g}
}
