package workbook

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/locale"
)

// lines draws each series as a line over the periods (ECMA-376 part 1, 21.2.2.97). Markers and dashes tell the lines
// apart without colour, and every point has its value above it.
func (w *chartWriter) lines(c chart) {
	w.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	for i, s := range c.series {
		w.line(i, s)
	}
	w.put(`<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`)
	labels, orientation := "low", "minMax"
	if c.reversed { // the first position is on top, the periods below the last
		labels, orientation = "high", "maxMin"
	}
	w.put(`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>` +
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="` + labels + `"/>` +
		`<c:spPr><a:ln w="9525">` + ruleFill + `</a:ln></c:spPr>` + labelText +
		`<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
		`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="` + orientation + `"/>` + w.span(c.series) + `</c:scaling><c:delete val="1"/><c:axPos val="l"/>` +
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
		`<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`)
}

func (w *chartWriter) line(i int, s series) {
	markers := []string{"circle", "square", "triangle", "diamond", "x", "star"}
	dashes := []string{"solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash"}
	w.begin(i, s)
	w.put(`<c:spPr><a:ln w="22225">`, accentFill, `<a:prstDash val="`, dashes[i%len(dashes)], `"/></a:ln></c:spPr>`)
	w.put(`<c:marker><c:symbol val="`, markers[i%len(markers)], `"/><c:size val="9"/><c:spPr>`, accentFill, `<a:ln w="9525">`, accentFill, `</a:ln></c:spPr></c:marker>`)
	w.labels(s, "t")
	w.points(s)
	w.put(`<c:smooth val="0"/></c:ser>`)
}

// span is the range of the values with a sixth of it to spare at both ends.
func (w *chartWriter) span(all []series) string {
	column := w.sheet.table.index(pointColumn)
	var low, high *decimal.Decimal
	for _, s := range all {
		for _, row := range w.sheet.table.rows[s.first : s.last+1] {
			if row[column].kind != number {
				continue
			}
			v := row[column].decimal()
			if low == nil || v.LessThan(*low) {
				low = &v
			}
			if high == nil || v.GreaterThan(*high) {
				high = &v
			}
		}
	}
	if low == nil || low.Equal(*high) {
		return ""
	}
	spare := high.Sub(*low).DivRound(decimal.NewFromInt(6), 3)
	return fmt.Sprintf(`<c:max val="%s"/><c:min val="%s"/>`, high.Add(spare), low.Sub(spare))
}

// describeLines says in words what a chart of lines shows: every value of every line.
func (p *planner) describeLines(g graph) string {
	return p.both(func(w *locale.Words) string {
		parts := []string{w.Fill("chart.alt.line", g.title(w), len(g.points))}
		for _, points := range g.points {
			var course []string
			for _, r := range points {
				if r.value.kind == number {
					course = append(course, r.item(w)+" "+r.value.text)
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
