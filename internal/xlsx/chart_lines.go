package xlsx

// lines draws each row as a line over the columns of numbers (ECMA-376 part 1, 21.2.2.97). Markers and dashes distinguish the
// lines without colour, and every point has its value above it.
func (w *chartWriter) lines(c Chart) {
	w.put(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	name, first, last := w.table.Index(c.Item), w.table.Index(c.Series[0]), w.table.Index(c.Series[len(c.Series)-1])
	points := w.cells(first, w.header, last, w.header)
	for i := range w.table.Rows {
		row := w.header + 1 + i
		w.line(i, w.cells(name, row, name, row), points, w.cells(first, row, last, row))
	}
	w.put(`<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`)
	labels, orientation := "low", "minMax"
	if c.Reversed { // first position on top, periods below the last
		labels, orientation = "high", "maxMin"
	}
	w.axes(axes{"b", "minMax", labels, ruleFill, "l", orientation})
}

func (w *chartWriter) line(i int, name, points, values area) {
	markers := []string{"circle", "square", "triangle", "diamond", "x", "star"}
	dashes := []string{"solid", "dash", "sysDot", "dashDot", "lgDash", "sysDash"}
	w.begin(i, name)
	w.put(`<c:spPr><a:ln w="22225">`, accentFill, `<a:prstDash val="`, dashes[i%len(dashes)], `"/></a:ln></c:spPr>`)
	w.put(`<c:marker><c:symbol val="`, markers[i%len(markers)], `"/><c:size val="9"/><c:spPr>`, accentFill, `<a:ln w="9525">`, accentFill, `</a:ln></c:spPr></c:marker>`)
	w.labels(values, "t")
	w.points(points, values)
	w.put(`<c:smooth val="0"/></c:ser>`)
}
