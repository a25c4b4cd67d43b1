package workbook

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// maxBars is the largest number of items for which labels are legible.
const maxBars = 20

const (
	seriesColumn = "column.chart.series"
	itemColumn   = "column.chart.item"
	pointColumn  = "column.chart.value"
)

// point is a row of the sheet of charts: a bar or a point. Rows without a chart are totals.
type point struct {
	group  say // the chart it belongs to
	series say
	item   say
	unit   say
	value  xlsx.Cell
}

// say words something in a language.
type say func(*locale.Words) string

// graph is a chart with its points, series by series.
type graph struct {
	id     string
	title  say
	points [][]point
	cut    int // items left out, because there are too many

	lines, reversed bool // as in xlsx.Chart
}

// chartsSheet has the charts with their data beside them, and the totals.
func (p *planner) chartsSheet() sheet {
	graphs := slices.Concat(p.growthGraph(), p.trendGraph(), p.targetGraphs(), p.bumpGraph(), p.positionGraph(), p.moneyGraphs())
	var rows []point
	var charts []xlsx.Chart
	for i, g := range graphs {
		c := xlsx.Chart{Titles: p.each(g.title), Name: fmt.Sprintf("chart-%d-%s", i+1, g.id), Alt: p.describe(g), Lines: g.lines, Reversed: g.reversed,
			Columns: xlsx.ChartColumns{Series: seriesColumn, Item: itemColumn, Value: pointColumn}}
		for _, points := range g.points {
			for j := range points {
				points[j].group = func(w *locale.Words) string { return w.Fill("chart.number", i+1, w.Phrase("chart."+g.id)) }
			}
			c.Series = append(c.Series, xlsx.Series{First: len(rows), Last: len(rows) + len(points) - 1})
			rows = append(rows, points...)
		}
		charts = append(charts, c)
	}
	rows = append(rows, p.totals()...)
	fields := []field[point]{
		word(p, "column.chart", nameWidth, func(w *locale.Words, r point) string { return r.group(w) }),
		word(p, seriesColumn, themeWidth+2, func(w *locale.Words, r point) string { return r.series(w) }),
		word(p, itemColumn, noteWidth, func(w *locale.Words, r point) string { return r.item(w) }),
		figure(p, pointColumn, func(r point) xlsx.Cell { return r.value }),
		word(p, "column.unit", wordWidth, func(w *locale.Words, r point) string { return r.unit(w) }),
	}
	s := p.sourced("charts", tabulate(fields, rows))
	if len(charts) > 0 {
		s.Lines = append(s.Lines, p.each(func(w *locale.Words) string { return w.Fill("sheet.charts.count", len(charts)) }))
	}
	s.Charts = charts
	return s
}

// describe describes a chart in words: what is compared, and the highest and the lowest value.
func (p *planner) describe(g graph) string {
	if g.lines {
		return p.describeLines(g)
	}
	return p.both(func(w *locale.Words) string {
		parts := []string{w.Fill("chart.alt", g.title(w), len(g.points[0]))}
		for _, points := range g.points {
			points = slices.DeleteFunc(slices.Clone(points), func(r point) bool { return r.value.Kind == xlsx.Blank })
			if len(points) == 0 {
				continue
			}
			byValue := func(a, b point) int { return a.value.Decimal().Compare(b.value.Decimal()) }
			high, low := slices.MaxFunc(points, byValue), slices.MinFunc(points, byValue)
			parts = append(parts, w.Fill("chart.alt.range", high.series(w), high.item(w), high.value.Text, low.item(w), low.value.Text, high.unit(w)))
		}
		if g.cut > 0 {
			parts = append(parts, w.Fill("chart.alt.cut", g.cut))
		}
		return strings.Join(append(parts, w.Phrase("chart.alt.data")), "")
	})
}

// describeLines describes a line chart in words: every value of every line.
func (p *planner) describeLines(g graph) string {
	return p.both(func(w *locale.Words) string {
		parts := []string{w.Fill("chart.alt.line", g.title(w), len(g.points))}
		for _, points := range g.points {
			var course []string
			for _, r := range points {
				if r.value.Kind == xlsx.Number {
					course = append(course, r.item(w)+" "+r.value.Text)
				}
			}
			parts = append(parts, w.Fill("chart.alt.course", points[0].series(w), strings.Join(course, w.Phrase("list.comma"))))
		}
		if g.cut > 0 {
			parts = append(parts, w.Fill("chart.alt.cut", g.cut))
		}
		return strings.Join(append(parts, w.Phrase("chart.alt.data")), "")
	})
}

func phrase(key string, args ...any) say {
	if len(args) == 0 {
		return func(w *locale.Words) string { return w.Phrase(key) }
	}
	return func(w *locale.Words) string { return w.Fill(key, args...) }
}

func textOf(t stat.Text) say { return func(w *locale.Words) string { return w.Text(t) } }

// most keeps as many items as a chart can show.
func most[T any](items []T) (kept []T, cut int) {
	if len(items) <= maxBars {
		return items, 0
	}
	return items[:maxBars], len(items) - maxBars
}

// positionGraph counts how often each position was reached in the default scope. It is nil if the chart could not show
// all of them, or would count those of another period.
func (p *planner) positionGraph() []graph {
	if len(p.Area.Scopes) == 0 {
		return nil
	}
	scope := p.Area.Scopes[0]
	counts := map[int]int{}
	last, total := 0, 0
	for _, r := range p.Rankings {
		if n := position(r); r.Scope.Code == scope.Code && n > 0 {
			if r.Fact.Period != p.Period {
				return nil
			}
			counts[n]++
			total++
			last = max(last, n)
		}
	}
	if last > maxBars || last < 2 || total < 2 {
		return nil
	}
	var points []point
	for n := 1; n <= last; n++ {
		points = append(points, point{
			series: phrase("chart.positions.number"), unit: phrase("chart.positions.unit"),
			item:  func(w *locale.Words) string { return w.Rank(n, stat.Text{}, locale.RankForm{Alone: true}) },
			value: formulaCell(intCell(counts[n]), p.countFormula(scopeColumn, scope.Code, fmt.Sprintf("=%d", n))),
		})
	}
	return []graph{{id: "positions", title: phrase("chart.positions.title", p.Area.Name, p.Period, scope.Name), points: [][]point{points}}}
}
