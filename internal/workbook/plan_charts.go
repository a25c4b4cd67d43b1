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

const itemColumn = "column.chart.item"

// say words something in a language.
type say func(*locale.Words) string

// graph is a chart with its table: a row per item, a column per series. So sorting never separates a number from its
// item. The table of a line chart has a row per line.
type graph struct {
	id     string // of the kind of chart
	table  string
	title  say
	items  []say
	series []series
	cut    int // items left out, because there are too many

	kind     xlsx.ChartKind
	reversed bool // as in xlsx.Chart
}

// series is a column of a chart's table.
type series struct {
	key    string // of the column
	of     string // as in column
	name   say    // in the chart
	header say    // the name with the unit
	unit   say
	cells  []xlsx.Cell // one per item
}

// allGraphs returns the charts of the workbook, the most telling ones first. Package edition decides what they compare, for
// the briefing as well. Growth is drawn as bars, and a goal as a bar beside it, because spreadsheets have no dot plots with
// names on the left.
func (p *planner) allGraphs() []graph {
	return slices.Concat(
		p.growthGraphs(), p.targetGraphs(), p.progressGraph(), p.trendGraph(), p.wholeGraphs(), p.moneyGraphs(), p.bumpGraph(), p.positionGraph(),
	)
}

// chartsSheet has the charts, each beside its table, and below them the totals.
func (p *planner) chartsSheet() sheet {
	var tables []table
	for _, g := range p.graphs {
		tables = append(tables, p.chartTable(g))
	}
	if t := p.totals(); len(t.rows) > 0 {
		tables = append(tables, t)
	}
	s := p.figures("charts", tables...)
	if !p.live() && len(p.graphs) > 0 {
		s.Lines = append(s.Lines, p.each(func(w *locale.Words) string { return w.Fill("sheet.charts.count", len(p.graphs)) }))
	}
	s.Charts = p.charts(len(p.graphs))
	return s
}

// charts returns the first charts.
func (p *planner) charts(n int) []xlsx.Chart {
	var list []xlsx.Chart
	for i, g := range p.graphs[:n] {
		c := xlsx.Chart{
			Titles: p.each(g.title), Name: fmt.Sprintf("chart-%d-%s", i+1, g.id), Alt: p.describe(g), Kind: g.kind, Reversed: g.reversed,
			Table: g.table, Item: itemColumn,
		}
		for _, s := range g.series {
			c.Series = append(c.Series, seriesKey(s))
		}
		list = append(list, c)
	}
	return list
}

// seriesKey is unique in a table, where series can be alike but for the period.
func seriesKey(s series) string {
	if s.of == "" {
		return s.key
	}
	return s.key + "." + s.of
}

func (p *planner) chartTable(g graph) table {
	item := p.column(itemColumn, xlsx.Text, nameWidth+8)
	item.Header = p.both(g.heading())
	t := table{name: g.table, columns: []column{item}}
	for _, s := range g.series {
		c := column{Column: xlsx.Column{Key: seriesKey(s), Header: p.both(s.header), Kind: xlsx.Number, Limit: figureWidth}, of: s.of}
		t.columns = append(t.columns, c)
	}
	for i, item := range g.items {
		row := []xlsx.Cell{textCell(p.both(item))}
		for _, s := range g.series {
			row = append(row, s.cells[i])
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// heading is the header of the items, which names the kind of chart; of a line chart with the unit of all its numbers.
func (g graph) heading() say {
	return func(w *locale.Words) string {
		if g.kind == xlsx.LineChart {
			return w.Phrase("chart."+g.id) + w.Parenthesis(g.series[0].unit(w))
		}
		return w.Phrase("chart." + g.id)
	}
}

// describe describes a chart in words: what is compared, and the highest and the lowest value.
func (p *planner) describe(g graph) string {
	if g.kind == xlsx.LineChart {
		return p.describeLines(g)
	}
	return p.both(func(w *locale.Words) string {
		parts := []string{w.Fill("chart.alt", g.title(w), len(g.items))}
		for _, s := range g.series {
			high, low := s.ends()
			if high < 0 {
				continue
			}
			parts = append(parts, w.Fill("chart.alt.range", s.name(w), g.items[high](w), s.cells[high].Text, g.items[low](w), s.cells[low].Text, s.unit(w)))
		}
		if g.cut > 0 {
			parts = append(parts, w.Fill("chart.alt.cut", g.cut))
		}
		return strings.Join(append(parts, w.Phrase("chart.alt.data")), "")
	})
}

// ends returns the items with the highest and the lowest value, or -1.
func (s series) ends() (high, low int) {
	high, low = -1, -1
	for i, c := range s.cells {
		if c.Kind != xlsx.Number {
			continue
		}
		if high < 0 || c.Decimal().GreaterThan(s.cells[high].Decimal()) {
			high = i
		}
		if low < 0 || c.Decimal().LessThan(s.cells[low].Decimal()) {
			low = i
		}
	}
	return high, low
}

// describeLines describes a line chart in words: every value of every line.
func (p *planner) describeLines(g graph) string {
	return p.both(func(w *locale.Words) string {
		parts := []string{w.Fill("chart.alt.line", g.title(w), len(g.items))}
		for i, item := range g.items {
			var course []string
			for _, s := range g.series {
				if c := s.cells[i]; c.Kind == xlsx.Number {
					course = append(course, s.name(w)+" "+c.Text)
				}
			}
			parts = append(parts, w.Fill("chart.alt.course", item(w), strings.Join(course, w.Phrase("list.comma"))))
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
	numbers := series{key: "column.chart.rankings", name: phrase("chart.positions.number"), header: phrase("column.chart.rankings"), unit: phrase("chart.positions.unit")}
	g := graph{id: "positions", table: "chart_positions", title: phrase("chart.positions.title", p.Area.Name, p.Period, scope.Name)}
	for n := 1; n <= last; n++ {
		g.items = append(g.items, func(w *locale.Words) string { return w.Rank(n, stat.Text{}, locale.RankForm{Alone: true}) })
		numbers.cells = append(numbers.cells, formulaCell(intCell(counts[n]), countRanks("scope", scope.Code, fmt.Sprintf("=%d", n), p.Period)))
	}
	g.series = []series{numbers}
	return []graph{g}
}
