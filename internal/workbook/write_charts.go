package workbook

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/xuri/excelize/v2"
)

// Sizes of charts: widths in digits of the standard font, heights in points.
const (
	chartWidth  = 88.0
	chartSpace  = 3.0  // beside the table
	chartFrame  = 85.0 // above and below the bars
	barHeight   = 30.0 // of an item with one bar
	barMore     = 16.0 // of each further bar
	linesHeight = 420.0
	chartEdge   = 4.0 // between a chart and the rows of the next
	pointEMU    = 12700
)

// height is the least that a chart needs.
func (c chart) height() float64 {
	high := chartFrame
	if c.lines {
		return high + linesHeight
	}
	for i, s := range c.series {
		bar := barMore
		if i == 0 {
			bar = barHeight
		}
		high += float64(s.last-s.first+1) * bar
	}
	return high
}

// rows are the rows of the table that a chart draws.
func (c chart) rows() (first, last int) { return c.series[0].first, c.series[len(c.series)-1].last }

// stretch makes the rows of each chart high enough together for the chart beside them.
func (l layout) stretch(charts []chart) {
	for _, c := range charts {
		first, last := c.rows()
		rows := l.heights[first+1 : last+2] // the header comes first
		least := (c.height() + 2*chartEdge) / float64(len(rows))
		for i := range rows {
			rows[i] = min(maxHeight, max(rows[i], least))
		}
	}
}

// charts puts the charts of a sheet to the right of its table, each beside the rows it draws. The library enters
// them; where they stand and what they show is written when the file is closed.
func (b *book) charts(s sheet, l layout, languages []string) {
	if len(s.charts) == 0 {
		return
	}
	column := len(s.table.columns) + 1
	b.do(b.file.SetColWidth(s.name, columnName(column-1), columnName(column-1), chartSpace))
	b.do(b.file.SetColWidth(s.name, columnName(column), columnName(column), chartWidth))
	var anchors []string
	for i, c := range s.charts {
		first, last := c.rows()
		b.do(b.file.AddChart(s.name, cellName(column, l.header+1+first), &excelize.Chart{
			Type:   excelize.Bar,
			Series: []excelize.ChartSeries{{Values: "'" + s.name + "'!$A$1"}},
			Format: excelize.GraphicOptions{AltText: c.alt, Name: c.name, Positioning: "twoCell"},
		}))
		b.amend(fmt.Sprintf("xl/charts/chart%d.xml", i+1), replaceBy(chartXML(s, l, c, languages)))
		last = l.reach(c, first, last)
		anchors = append(anchors, anchor(column, l.header+first, l.header+last, l.heights[last+1]))
	}
	b.amend("xl/drawings/drawing1.xml", reanchor(anchors))
	for _, row := range l.breaks(s.charts) {
		b.do(b.file.InsertPageBreak(s.name, cellName(0, row)))
	}
}

// reach is the last row that a chart stands beside: one of lines needs no more rows than its height, however many it
// draws.
func (l layout) reach(c chart, first, last int) int {
	if !c.lines {
		return last
	}
	high := 0.0
	for row := first; row < last; row++ {
		if high += l.heights[row+1]; high >= c.height() {
			return row
		}
	}
	return last
}

// anchor is the place of a chart, from the top of one row to the bottom of another, all in one column and a little
// less wide than it, so that print does not cut its frame; columns and rows are counted from 0 here.
func anchor(column, first, last int, height float64) string {
	const cell = `<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>%d</xdr:rowOff></xdr:%s>`
	return fmt.Sprintf(cell, "from", column, 0, first, int(chartEdge*pointEMU), "from") +
		fmt.Sprintf(cell, "to", column, int((chartWidth*digitPoints-chartEdge)*pointEMU), last, int((height-chartEdge)*pointEMU), "to")
}

var anchored = regexp.MustCompile(`(?s)<xdr:from>.*?</xdr:to>`)

// reanchor replaces the places of charts, in order. The library reckons rows lower than programs draw them.
func reanchor(anchors []string) func([]byte) []byte {
	return func(data []byte) []byte {
		i := 0
		return anchored.ReplaceAllFunc(data, func(old []byte) []byte {
			if i++; i > len(anchors) {
				return old
			}
			return bytes.Clone([]byte(anchors[i-1]))
		})
	}
}

// breaks are the rows before which a new page begins, so that no chart is cut in two.
func (l layout) breaks(charts []chart) []int {
	const high = 494.0 // points: the paper inside its margins
	total := chartSpace + chartWidth
	for _, w := range l.widths {
		total += w
	}
	page := high * max(1, total/paperWidth)
	var rows []int
	used := page/8 + l.heights[0] // the titles, and the header that every page repeats
	for _, c := range charts {
		first, last := c.rows()
		block := 0.0
		for _, h := range l.heights[first+1 : last+2] {
			block += h
		}
		if used+block > page && first > 0 {
			rows = append(rows, l.header+1+first)
			used = l.heights[0]
		}
		used += block
	}
	return rows
}
