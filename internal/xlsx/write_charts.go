package xlsx

import (
	"encoding/xml"
	"fmt"
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

// height is the minimum height of a chart.
func (c Chart) height() float64 {
	high := chartFrame
	if c.Lines {
		return high + linesHeight
	}
	for i, s := range c.Series {
		bar := barMore
		if i == 0 {
			bar = barHeight
		}
		high += float64(s.Last-s.First+1) * bar
	}
	return high
}

// rows returns the table rows that a chart draws.
func (c Chart) rows() (first, last int) { return c.Series[0].First, c.Series[len(c.Series)-1].Last }

// stretch makes the rows of each chart high enough for the chart beside them.
func (l Layout) stretch(charts []Chart) {
	for _, c := range charts {
		first, last := c.rows()
		rows := l.Heights[first+1 : last+2] // the header comes first
		least := (c.height() + 2*chartEdge) / float64(len(rows))
		for i := range rows {
			rows[i] = min(maxHeight, max(rows[i], least))
		}
	}
}

// drawing writes the charts of a sheet and the part that places them to the right of its table, each beside the rows it
// draws (ECMA-376 part 1, 20.5). It returns the name of that part. The library assumes lower rows than programs draw,
// so its placement is not used.
func (b *bookWriter) drawing(s Sheet, l Layout, languages []string) string {
	b.drawings++
	name := fmt.Sprintf("drawing%d.xml", b.drawings)
	column := len(s.Table.Columns) + 1
	out := []byte(xml.Header + `<xdr:wsDr xmlns:xdr="` + placeSchema + `" xmlns:a="` + drawingSchema + `">`)
	var charts []relation
	for i, c := range s.Charts {
		b.charts++
		part := fmt.Sprintf("xl/charts/chart%d.xml", b.charts)
		b.addTyped(part, "drawingml.chart", chartXML(s, l, c, languages))
		first, last := c.rows()
		last = l.reach(c, first, last)
		out = append(out, `<xdr:twoCellAnchor editAs="twoCell">`+anchor(column, l.Header+first, l.Header+last, l.Heights[last+1])...)
		out = append(c.frame(out, i), `<xdr:clientData/></xdr:twoCellAnchor>`...)
		charts = append(charts, relation{"chart", part})
	}
	b.addTyped("xl/drawings/"+name, "drawing", append(out, `</xdr:wsDr>`...))
	b.add("xl/drawings/_rels/"+name+".rels", relationsPart(charts))
	return "xl/drawings/" + name
}

// frame appends the drawing element of chart number i, from 0.
func (c Chart) frame(out []byte, i int) []byte {
	out = fmt.Appendf(out, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="`, i+2, c.Name)
	out = append(appendXML(out, c.Alt), `"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
		`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="`+chartSchema+`">`...)
	return fmt.Appendf(out, `<c:chart xmlns:c="%s" xmlns:r="%s" r:id="%s"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
		chartSchema, relationSchema, relationID(i))
}

// reach is the last row beside a chart; a line chart needs only as many rows as its height, however many it draws.
func (l Layout) reach(c Chart, first, last int) int {
	if !c.Lines {
		return last
	}
	high := 0.0
	for row := first; row < last; row++ {
		if high += l.Heights[row+1]; high >= c.height() {
			return row
		}
	}
	return last
}

// anchor places a chart from the top of one row to the bottom of another, in one column and slightly narrower than it,
// so that print does not cut its frame. Columns and rows are counted from 0 here.
func anchor(column, first, last int, height float64) string {
	const cell = `<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>%d</xdr:rowOff></xdr:%s>`
	return fmt.Sprintf(cell, "from", column, 0, first, int(chartEdge*pointEMU), "from") +
		fmt.Sprintf(cell, "to", column, int((chartWidth*digitPoints-chartEdge)*pointEMU), last, int((height-chartEdge)*pointEMU), "to")
}

// breaks returns the rows before which a new page begins, so that no chart is cut in two.
func (l Layout) breaks(charts []Chart) []int {
	const high = 494.0 // points: the paper inside the margins
	total := chartSpace + chartWidth
	for _, w := range l.Widths {
		total += w
	}
	page := high * max(1, total/paperWidth)
	var rows []int
	used := page/8 + l.Heights[0] // the titles, and the header that every page repeats
	for _, c := range charts {
		first, last := c.rows()
		block := 0.0
		for _, h := range l.Heights[first+1 : last+2] {
			block += h
		}
		if used+block > page && first > 0 {
			rows = append(rows, l.Header+1+first)
			used = l.Heights[0]
		}
		used += block
	}
	return rows
}
