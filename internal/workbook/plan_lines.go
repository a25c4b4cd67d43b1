package workbook

import (
	"slices"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// maxLines is the largest number of lines that can be told apart in a chart.
const maxLines = 6

// trendGraph draws the growth of the headline indicators over the last periods.
func (p *planner) trendGraph() []graph {
	g := graph{id: "trend", table: "chart_trend", title: phrase(wording.OverPeriods(p.Edition, "chart.trend.title"), p.Area.Name), kind: xlsx.LineChart}
	var courses [][]*stat.Fact
	for _, t := range p.Growing() {
		if t.Indicator.Headline && !slices.ContainsFunc(t.Growth, func(f *stat.Fact) bool { return f != nil && !percent(f) }) {
			g.items = append(g.items, textOf(t.Indicator.Name))
			courses = append(courses, t.Growth)
		}
	}
	return p.drawn(g, courses)
}

// bumpGraph draws the positions over the last periods, first position on top.
func (p *planner) bumpGraph() []graph {
	g := graph{id: "bump", table: "chart_bump", title: phrase("chart.bump.title", p.Area.Name), kind: xlsx.LineChart, reversed: true}
	var courses [][]*stat.Fact
	for _, r := range p.Rankings {
		if course := r.Course(); r.Fact.Period == p.Period && known(course) > 1 {
			g.items = append(g.items, textOf(r.Indicator.Name))
			courses = append(courses, course)
		}
	}
	return p.drawn(g, courses)
}

func periodOf(period stat.Period) say {
	return func(w *locale.Words) string { return w.Period(period) }
}

// known counts the facts with a value.
func known(facts []*stat.Fact) int {
	n := 0
	for _, f := range facts {
		if f != nil && f.Status.HasValue() {
			n++
		}
	}
	return n
}

// drawn returns the chart of courses over the edition's periods, limited to the lines that can be told apart; nil if it
// has none.
func (p *planner) drawn(g graph, courses [][]*stat.Fact) []graph {
	if len(courses) == 0 {
		return nil
	}
	if len(courses) > maxLines {
		g.items, g.cut, courses = g.items[:maxLines], len(courses)-maxLines, courses[:maxLines]
	}
	var unit *stat.Fact
	for i, period := range p.Periods {
		s := series{key: "column.chart.period", of: inPeriod(period), name: periodOf(period), header: periodOf(period)}
		for _, course := range courses {
			var f *stat.Fact
			if i < len(course) {
				f = course[i]
			}
			if f != nil {
				unit = f
			}
			s.cells = append(s.cells, figureCell(f))
		}
		g.series = append(g.series, s)
	}
	for i := range g.series {
		g.series[i].unit = p.unitOf(unit)
	}
	return []graph{g}
}
