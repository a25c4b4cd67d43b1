package xlsx

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// lines draws each series as a line over the periods (ECMA-376 part 1, 21.2.2.97). Markers and dashes distinguish the
// lines without colour, and every point has its value above it.
func (w *chartWriter) lines(c Chart) {
	w.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	for i, s := range c.Series {
		w.line(i, s)
	}
	w.put(`<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`)
	labels, orientation := "low", "minMax"
	if c.Reversed { // first position on top, periods below the last
		labels, orientation = "high", "maxMin"
	}
	w.axes(axes{"b", "minMax", labels, ruleFill, "l", orientation, w.span(c.Series)})
}

func (w *chartWriter) line(i int, s Series) {
	markers := []string{"circle", "square", "triangle", "diamond", "x", "star"}
	dashes := []string{"solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash"}
	w.begin(i, s)
	w.put(`<c:spPr><a:ln w="22225">`, accentFill, `<a:prstDash val="`, dashes[i%len(dashes)], `"/></a:ln></c:spPr>`)
	w.put(`<c:marker><c:symbol val="`, markers[i%len(markers)], `"/><c:size val="9"/><c:spPr>`, accentFill, `<a:ln w="9525">`, accentFill, `</a:ln></c:spPr></c:marker>`)
	w.labels(s, "t")
	w.points(s)
	w.put(`<c:smooth val="0"/></c:ser>`)
}

// span is the range of the values, extended by a sixth at both ends.
func (w *chartWriter) span(all []Series) string {
	var low, high *decimal.Decimal
	for _, s := range all {
		for _, row := range w.sheet.Table.Rows[s.First : s.Last+1] {
			if row[w.values].Kind != Number {
				continue
			}
			v := row[w.values].Decimal()
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
