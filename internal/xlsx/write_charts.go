package xlsx

import (
	"encoding/xml"
	"fmt"
)

// Sizes of charts: widths in digits of the standard font, heights in points.
const (
	chartWidth  = 76.0
	chartSpace  = 3.0  // beside the tables
	chartFrame  = 85.0 // above and below the bars
	barHeight   = 24.0 // of an item with one bar
	barMore     = 14.0 // of each further bar
	linesHeight = 300.0
	stackHeight = 90.0
	rowOfCharts = 360.0 // greatest height of charts side by side
	chartEdge   = 4.0   // between a chart and the rows of the next
	pointEMU    = 12700
)

// chartHeight is the height of a chart of the sheet. Charts side by side have one height.
func (s Sheet) chartHeight(i int) float64 {
	if !s.Below {
		return s.Charts[i].height()
	}
	high := 0.0
	for _, c := range s.Charts {
		high = max(high, c.height())
	}
	return min(high, rowOfCharts)
}

// height is the height of a chart with room for its labels.
func (c Chart) height() float64 {
	switch c.Kind {
	case LineChart:
		return chartFrame + linesHeight
	case StackChart:
		return chartFrame + stackHeight + float64(barHeight*float64(c.rows))
	}
	return chartFrame + float64(float64(c.rows)*(barHeight+float64(barMore*float64(len(c.Series)-1))))
}

// drawing writes the charts of a sheet and the part that places them to the right of its tables (ECMA-376 part 1,
// 20.5), with sizes of their own: filtered rows do not shrink them. It returns the name of that part.
func (b *bookWriter) drawing(s Sheet) string {
	b.drawings++
	name := fmt.Sprintf("drawing%d.xml", b.drawings)
	out := []byte(xml.Header + `<xdr:wsDr xmlns:xdr="` + placeSchema + `" xmlns:a="` + drawingSchema + `">`)
	var charts []relation
	for i, c := range s.Charts {
		b.charts++
		part := fmt.Sprintf("xl/charts/chart%d.xml", b.charts)
		b.addTyped(part, "drawingml.chart", b.chart(c))
		column, off := s.Layout.chartColumn(s, i)
		out = fmt.Appendf(out, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>%d</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>%d</xdr:rowOff></xdr:from><xdr:ext cx="%d" cy="%d"/>`,
			column, int(off*digitPoints*pointEMU), s.Layout.Charts[i]-1, int(chartEdge*pointEMU), int((chartWidth*digitPoints-chartEdge)*pointEMU), int(s.chartHeight(i)*pointEMU))
		out = append(c.frame(out, i), `<xdr:clientData/></xdr:oneCellAnchor>`...)
		charts = append(charts, relation{"chart", part})
	}
	b.addTyped("xl/drawings/"+name, "drawing", append(out, `</xdr:wsDr>`...))
	b.add("xl/drawings/_rels/"+name+".rels", relationsPart(charts))
	return "xl/drawings/" + name
}

// chartColumn is the column in which a chart begins, from 0, and the distance from its left side in digits.
func (l Layout) chartColumn(s Sheet, i int) (column int, off float64) {
	if !s.Below {
		return len(l.Widths) + 1, 0
	}
	off = float64(i) * (chartWidth + chartSpace)
	for column < len(l.Widths) && off >= l.Widths[column] {
		off -= l.Widths[column]
		column++
	}
	return column, off
}

// frame appends the drawing element of chart number i, from 0.
func (c Chart) frame(out []byte, i int) []byte {
	out = fmt.Appendf(out, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s" descr="`, i+2, c.Name)
	out = append(appendXML(out, c.Alt), `"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
		`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="`+chartSchema+`">`...)
	return fmt.Appendf(out, `<c:chart xmlns:c="%s" xmlns:r="%s" r:id="%s"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
		chartSchema, relationSchema, relationID(i))
}

// width is the width of the sheet with its charts.
func (s Sheet) width() float64 {
	total := 0.0
	for _, w := range s.Layout.Widths {
		total += w
	}
	switch {
	case len(s.Charts) == 0:
		return total
	case s.Below:
		return max(total, float64(len(s.Charts))*(chartWidth+chartSpace))
	default:
		return total + chartSpace + chartWidth
	}
}

// breaks returns the rows before which a new page begins, so that no chart is cut in two.
func (s Sheet) breaks() []int {
	l := s.Layout
	const high = 494.0 // points: the paper inside the margins
	page := high * max(1, s.width()/paperWidth)
	var rows []int
	first := 1 // row at which the page begins
	for i := range s.Charts {
		end := l.below(l.Charts[i], s.chartHeight(i))
		if l.between(first, end) > page && l.Charts[i] > first {
			rows = append(rows, l.Charts[i])
			first = l.Charts[i]
		}
	}
	return rows
}

// between is the height of the rows from one to before another.
func (l *Layout) between(first, end int) float64 {
	sum := 0.0
	for row := first; row < end; row++ {
		sum += l.height(row)
	}
	return sum
}
