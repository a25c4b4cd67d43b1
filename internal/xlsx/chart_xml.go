package xlsx

import (
	"encoding/xml"
	"strconv"

	"github.com/shopspring/decimal"
)

// chart writes the part that draws a chart (ECMA-376 part 1, 21.2). The library's own charts lack the cached values that
// programs which do not calculate draw from, have only solid fills, and have titles in one language.
func (b *bookWriter) chart(c Chart) []byte {
	s, i := b.find(c.Table)
	w := &chartWriter{
		xmlWriter: xmlWriter{make([]byte, 0, chartBytes)}, sheet: s.Name, table: s.Tables[i], header: s.Layout.Tables[i].Header, face: b.Face, live: b.Live,
	}
	w.put(xml.Header + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>`)
	w.title(c.Titles, b.Properties.Languages)
	w.put(`<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`)
	switch c.Kind {
	case LineChart:
		w.lines(c)
	case StackChart:
		w.stack(c)
	default:
		w.bars(c)
	}
	w.put(`</c:plotArea>`)
	if c.Kind != BarChart || len(c.Series) > 1 {
		w.legend(c)
	}
	w.put(`<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>`+
		`<c:spPr>`+whiteFill+`<a:ln w="9525">`+ruleFill+`</a:ln></c:spPr>`, w.text(1000), `</c:chartSpace>`)
	return w.out
}

// bars draws one bar per item and series. The scale is the program's own, so that it fits when a number is edited.
func (w *chartWriter) bars(c Chart) {
	w.put(`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
	items := w.column(w.table.Index(c.Item))
	for i, key := range c.Series {
		column := w.table.Index(key)
		w.series(i, "outEnd", w.cells(column, w.header, column, w.header), items, w.column(column))
	}
	w.zeros(len(c.Series))
	w.put(`<c:gapWidth val="60"/>`)
	if len(c.Series) == 1 {
		w.put(`<c:overlap val="100"/>`) // the zeros take no room
	}
	w.put(`<c:axId val="1"/><c:axId val="2"/></c:barChart>`)
	w.axes(axes{"l", "maxMin", "low", inkFill, "t", "minMax"}) // items from top to bottom
}

// stack draws the rows as pieces of one bar, each a series with one value, so that they keep their shares of the whole when a
// number is edited (ECMA-376 part 1, 21.2.2.76, percentStacked).
func (w *chartWriter) stack(c Chart) {
	w.put(`<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>`)
	name, value := w.table.Index(c.Item), w.table.Index(c.Series[0])
	head := w.cells(value, w.header, value, w.header)
	for i := range w.table.Rows {
		row := w.header + 1 + i
		w.series(i, "ctr", w.cells(name, row, name, row), head, w.cells(value, row, value, row))
	}
	w.put(`<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)
	w.axes(axes{"l", "maxMin", "none", inkFill, "t", "minMax"})
}

// zeros writes an invisible series of zeros. With it the program's own scale has a zero, so that no bar is cut short.
func (w *chartWriter) zeros(number int) {
	n := strconv.Itoa(number)
	w.put(`<c:ser><c:idx val="`, n, `"/><c:order val="`, n, `"/><c:tx><c:v>0</c:v></c:tx><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>`+
		`<c:val><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>0</c:v></c:pt></c:numLit></c:val></c:ser>`)
}

// legend names the series below the chart, except the zeros.
func (w *chartWriter) legend(c Chart) {
	w.put(`<c:legend><c:legendPos val="b"/>`)
	if c.Kind == BarChart {
		w.put(`<c:legendEntry><c:idx val="`, strconv.Itoa(len(c.Series)), `"/><c:delete val="1"/></c:legendEntry>`)
	}
	w.put(`<c:overlay val="0"/>`, w.text(1100), `</c:legend>`)
}

// chartBytes is the estimated size of a chart.
const chartBytes = 8192

type chartWriter struct {
	xmlWriter
	sheet  string
	table  Table
	header int // row of the table's header, from 1
	face   string
	live   bool
}

// title writes one line per language, tagged with the language.
func (w *chartWriter) title(titles, languages []string) {
	w.put(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>`)
	for i, title := range titles {
		w.put(`<a:p><a:pPr><a:defRPr sz="1300" b="1">`, inkFill, w.typeface(), `</a:defRPr></a:pPr><a:r><a:rPr`)
		if i < len(languages) {
			w.put(` lang="`, languages[i], `"`)
		}
		w.put(` sz="1300" b="1">`, accentFill, w.typeface(), `</a:rPr><a:t>`)
		w.putText(title)
		w.put(`</a:t></a:r></a:p>`)
	}
	w.put(`</c:rich></c:tx><c:overlay val="0"/></c:title>`)
}

// series writes bars with their labels at a place.
func (w *chartWriter) series(i int, labels string, name, items, values area) {
	w.begin(i, name)
	w.put(`<c:spPr>`, fill(i), `<a:ln w="9525">`, accentFill, `</a:ln></c:spPr><c:invertIfNegative val="0"/>`)
	w.labels(values, labels)
	w.points(items, values)
	w.put(`</c:ser>`)
}

// begin opens a series, which takes its name from a cell.
func (w *chartWriter) begin(i int, name area) {
	w.put(`<c:ser><c:idx val="`)
	w.putNumber(i)
	w.put(`"/><c:order val="`)
	w.putNumber(i)
	w.put(`"/><c:tx>`)
	w.strings(name)
	w.put(`</c:tx>`)
}

// labels show the value of each point.
func (w *chartWriter) labels(values area, place string) {
	w.put(`<c:dLbls><c:numFmt formatCode="`, values.format(w.live), `" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`,
		w.styled(`<a:bodyPr wrap="none"/>`, 1000), `<c:dLblPos val="`, place, `"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>`,
		`<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
}

// points writes the items and the values of a series.
func (w *chartWriter) points(items, values area) {
	w.put(`<c:cat>`)
	w.strings(items)
	w.put(`</c:cat><c:val>`)
	w.numbers(values)
	w.put(`</c:val>`)
}

// axes describes the item axis and the value axis of a chart. The value axis is hidden, because every value has a
// label.
type axes struct {
	items, itemOrder, itemLabels, itemLine string // position, direction, side of the labels, colour
	values, valueOrder                     string
}

func (w *chartWriter) axes(a axes) {
	w.put(`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="`, a.itemOrder, `"/></c:scaling><c:delete val="0"/><c:axPos val="`, a.items, `"/>`,
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="`, a.itemLabels, `"/>`,
		`<c:spPr><a:ln w="9525">`, a.itemLine, `</a:ln></c:spPr>`, w.text(1000),
		`<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
		`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="`, a.valueOrder, `"/></c:scaling><c:delete val="1"/><c:axPos val="`, a.values, `"/>`,
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`,
		`<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`)
}

// area is a range of cells in a column or in a row, with what they hold.
type area struct {
	refers string
	cells  []Cell
}

// column is the area of a column's cells below the header.
func (w *chartWriter) column(i int) area {
	return w.cells(i, w.header+1, i, w.header+len(w.table.Rows))
}

// cells is the area from one cell to another, by columns from 0 and rows from 1.
func (w *chartWriter) cells(column, row, lastColumn, lastRow int) area {
	absolute := func(column, row int) string { return "$" + columnName(column) + "$" + strconv.Itoa(row) }
	a := area{refers: "'" + w.sheet + "'!" + absolute(column, row)}
	if column != lastColumn || row != lastRow {
		a.refers += ":" + absolute(lastColumn, lastRow)
	}
	for r := row; r <= lastRow; r++ {
		for c := column; c <= lastColumn; c++ {
			if r == w.header {
				a.cells = append(a.cells, Cell{Kind: Text, Text: w.table.Columns[c].Header})
			} else {
				a.cells = append(a.cells, w.table.Rows[r-w.header-1][c])
			}
		}
	}
	return a
}

// format returns the number format of labels. In a live book it shows what is typed, unless all numbers are large and
// whole; otherwise all have the decimals of the one with most.
func (a area) format(live bool) string {
	decimals, large := 0, true
	for _, c := range a.cells {
		decimals = max(decimals, int(c.Decimals))
		large = large && (c.Kind != Number || c.Decimal().Abs().GreaterThanOrEqual(decimal.New(1000, 0)))
	}
	if live && (decimals > 0 || !large) {
		return "General"
	}
	return NumberFormat(Number, decimals, false)
}

// strings writes a reference to texts and their cached values.
func (w *chartWriter) strings(a area) {
	w.put(`<c:strRef><c:f>`)
	w.putText(a.refers)
	w.put(`</c:f><c:strCache>`)
	w.cached(a, Text)
	w.put(`</c:strCache></c:strRef>`)
}

func (w *chartWriter) numbers(a area) {
	w.put(`<c:numRef><c:f>`)
	w.putText(a.refers)
	w.put(`</c:f><c:numCache><c:formatCode>General</c:formatCode>`)
	w.cached(a, Number)
	w.put(`</c:numCache></c:numRef>`)
}

func (w *chartWriter) cached(a area, k Kind) {
	w.put(`<c:ptCount val="`)
	w.putNumber(len(a.cells))
	w.put(`"/>`)
	for i, c := range a.cells {
		if c.Kind == k {
			w.point(i, c.Text)
		}
	}
}

func (w *chartWriter) point(i int, said string) {
	w.put(`<c:pt idx="`)
	w.putNumber(i)
	w.put(`"><c:v>`)
	w.putText(said)
	w.put(`</c:v></c:pt>`)
}

// fill distinguishes the series without colour: the first is solid, the others have patterns.
func fill(i int) string {
	patterns := [...]string{"wdUpDiag", "pct20", "horz", "dkVert", "smCheck"}
	if i == 0 {
		return accentFill
	}
	return `<a:pattFill prst="` + patterns[(i-1)%len(patterns)] + `"><a:fgClr><a:srgbClr val="` + accent + `"/></a:fgClr><a:bgClr><a:srgbClr val="` + white + `"/></a:bgClr></a:pattFill>`
}

// text is the look of labels; the size is in hundredths of a point.
func (w *chartWriter) text(size int) string { return w.styled(`<a:bodyPr/>`, size) }

// styled is the look of labels in a body with properties of its own.
func (w *chartWriter) styled(body string, size int) string {
	return `<c:txPr>` + body + `<a:lstStyle/><a:p><a:pPr><a:defRPr sz="` + strconv.Itoa(size) + `" b="0">` + inkFill + w.typeface() + `</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`
}

// typeface names the face of Latin and of Chinese characters.
func (w *chartWriter) typeface() string {
	return `<a:latin typeface="` + w.face + `"/><a:ea typeface="` + w.face + `"/>`
}

// Repeated parts of charts.
const (
	solidBegin = `<a:solidFill><a:srgbClr val="`
	solidEnd   = `"/></a:solidFill>`
	accentFill = solidBegin + accent + solidEnd
	inkFill    = solidBegin + ink + solidEnd
	ruleFill   = solidBegin + rule + solidEnd
	whiteFill  = solidBegin + white + solidEnd
)
