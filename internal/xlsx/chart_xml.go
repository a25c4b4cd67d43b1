package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"
)

// chartXML writes the part that draws a chart (ECMA-376 part 1, 21.2). The library's own charts lack the cached values
// that programs which do not calculate draw from, have only solid fills, and have titles in one language.
func chartXML(s Sheet, l Layout, c Chart, languages []string) []byte {
	w := &chartWriter{xmlWriter: xmlWriter{make([]byte, 0, chartBytes)}, sheet: s, layout: l}
	w.names, w.items, w.values = s.Table.Index(c.Columns.Series), s.Table.Index(c.Columns.Item), s.Table.Index(c.Columns.Value)
	w.put(xml.Header + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>`)
	w.title(c.Titles, languages)
	w.put(`<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`)
	if c.Lines {
		w.lines(c)
	} else {
		w.bars(c)
	}
	w.put(`</c:plotArea>`)
	if len(c.Series) > 1 {
		w.put(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/>` + legendText + `</c:legend>`)
	}
	w.put(`<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
		`<c:spPr>` + whiteFill + `<a:ln w="9525">` + ruleFill + `</a:ln></c:spPr></c:chartSpace>`)
	return w.out
}

func (w *chartWriter) bars(c Chart) {
	w.put(`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
	for i, one := range c.Series {
		w.series(i, one)
	}
	w.put(`<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)
	w.axes(axes{"l", "maxMin", "low", inkFill, "t", "minMax", w.bounds(c.Series)}) // items from top to bottom
}

// chartBytes is the estimated size of a chart.
const chartBytes = 8192

type chartWriter struct {
	xmlWriter
	sheet  Sheet
	layout Layout

	names, items, values int // columns of the table
}

// title writes one line per language, tagged with the language.
func (w *chartWriter) title(titles, languages []string) {
	w.put(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>`)
	for i, title := range titles {
		w.put(`<a:p><a:pPr>`, titleRun, `</a:pPr><a:r><a:rPr`)
		if i < len(languages) {
			w.put(` lang="`, languages[i], `"`)
		}
		w.put(` sz="1300" b="1">`, accentFill, typeface, `</a:rPr><a:t>`)
		w.putText(title)
		w.put(`</a:t></a:r></a:p>`)
	}
	w.put(`</c:rich></c:tx><c:overlay val="0"/></c:title>`)
}

func (w *chartWriter) series(i int, s Series) {
	w.begin(i, s)
	w.put(`<c:spPr>`, fill(i), `<a:ln w="9525">`, accentFill, `</a:ln></c:spPr><c:invertIfNegative val="0"/>`)
	w.labels(s, "outEnd")
	w.points(s)
	w.put(`</c:ser>`)
}

// begin opens a series, which takes its name from the table.
func (w *chartWriter) begin(i int, s Series) {
	w.put(`<c:ser><c:idx val="`)
	w.putNumber(i)
	w.put(`"/><c:order val="`)
	w.putNumber(i)
	w.put(`"/><c:tx>`)
	w.strings(w.names, Series{s.First, s.First})
	w.put(`</c:tx>`)
}

// labels show the value of each point.
func (w *chartWriter) labels(s Series, place string) {
	w.put(`<c:dLbls><c:numFmt formatCode="`, w.format(s), `" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`,
		labelText, `<c:dLblPos val="`, place, `"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>`,
		`<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
}

// points writes the items and the values of a series.
func (w *chartWriter) points(s Series) {
	w.put(`<c:cat>`)
	w.strings(w.items, s)
	w.put(`</c:cat><c:val>`)
	w.numbers(s)
	w.put(`</c:val>`)
}

// format returns the number format that shows a series with all its decimals.
func (w *chartWriter) format(s Series) string {
	for _, row := range w.sheet.Table.Rows[s.First : s.Last+1] {
		if row[w.values].Decimals > 0 {
			return "General"
		}
	}
	return "#,##0"
}

// axes describes the item axis and the value axis of a chart. The value axis is hidden, because every value has a
// label.
type axes struct {
	items, itemOrder, itemLabels, itemLine string // position, direction, side of the labels, colour
	values, valueOrder, bounds             string
}

func (w *chartWriter) axes(a axes) {
	w.put(`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="`, a.itemOrder, `"/></c:scaling><c:delete val="0"/><c:axPos val="`, a.items, `"/>`,
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="`, a.itemLabels, `"/>`,
		`<c:spPr><a:ln w="9525">`, a.itemLine, `</a:ln></c:spPr>`, labelText,
		`<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
		`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="`, a.valueOrder, `"/>`, a.bounds, `</c:scaling><c:delete val="1"/><c:axPos val="`, a.values, `"/>`,
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`,
		`<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`)
}

// bounds leaves room for the labels at the ends of the bars.
func (w *chartWriter) bounds(all []Series) string {
	room := decimal.RequireFromString("1.2")
	var high, low decimal.Decimal
	for _, s := range all {
		for _, row := range w.sheet.Table.Rows[s.First : s.Last+1] {
			high, low = decimal.Max(high, row[w.values].Decimal()), decimal.Min(low, row[w.values].Decimal())
		}
	}
	if low.IsNegative() {
		// A label beside a short bar is as wide as beside a long one.
		low = decimal.Min(low, high.Neg().Div(decimal.NewFromInt(12)))
	}
	if high.Equal(low) {
		return ""
	}
	return fmt.Sprintf(`<c:max val="%s"/><c:min val="%s"/>`, high.Mul(room), low.Mul(room))
}

// area is the range of a series in a column.
func (w *chartWriter) area(column int, s Series) string {
	letters := columnName(column)
	first := w.layout.Header + 1
	return "'" + w.sheet.Name + "'!$" + letters + "$" + strconv.Itoa(first+s.First) + ":$" + letters + "$" + strconv.Itoa(first+s.Last)
}

// strings writes a reference to texts and their cached values.
func (w *chartWriter) strings(column int, s Series) {
	w.put(`<c:strRef><c:f>`)
	w.putText(w.area(column, s))
	w.put(`</c:f><c:strCache>`)
	w.count(s)
	for i, row := range w.sheet.Table.Rows[s.First : s.Last+1] {
		w.point(i, row[column].Text)
	}
	w.put(`</c:strCache></c:strRef>`)
}

func (w *chartWriter) numbers(s Series) {
	w.put(`<c:numRef><c:f>`)
	w.putText(w.area(w.values, s))
	w.put(`</c:f><c:numCache><c:formatCode>General</c:formatCode>`)
	w.count(s)
	for i, row := range w.sheet.Table.Rows[s.First : s.Last+1] {
		if row[w.values].Kind == Number {
			w.point(i, row[w.values].Text)
		}
	}
	w.put(`</c:numCache></c:numRef>`)
}

func (w *chartWriter) count(s Series) {
	w.put(`<c:ptCount val="`)
	w.putNumber(s.Last - s.First + 1)
	w.put(`"/>`)
}

func (w *chartWriter) point(i int, said string) {
	w.put(`<c:pt idx="`)
	w.putNumber(i)
	w.put(`"><c:v>`)
	w.putText(said)
	w.put(`</c:v></c:pt>`)
}

// fill distinguishes the series without colour: the first is solid, the second striped, a third dotted.
func fill(i int) string {
	const colors = `"><a:fgClr><a:srgbClr val="` + accent + `"/></a:fgClr><a:bgClr><a:srgbClr val="` + white + `"/></a:bgClr></a:pattFill>`
	switch i {
	case 0:
		return accentFill
	case 1:
		return `<a:pattFill prst="wdUpDiag` + colors
	default:
		return `<a:pattFill prst="pct20` + colors
	}
}

// Repeated parts of charts. Sizes are hundredths of a point.
const (
	solidBegin = `<a:solidFill><a:srgbClr val="`
	solidEnd   = `"/></a:solidFill>`
	accentFill = solidBegin + accent + solidEnd
	inkFill    = solidBegin + ink + solidEnd
	ruleFill   = solidBegin + rule + solidEnd
	whiteFill  = solidBegin + white + solidEnd
	typeface   = `<a:latin typeface="` + fontName + `"/>`
	titleRun   = `<a:defRPr sz="1300" b="1">` + inkFill + typeface + `</a:defRPr>`
	textBegin  = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="`
	textEnd    = `" b="0">` + inkFill + typeface + `</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>`
	labelText  = textBegin + `1000` + textEnd
	legendText = textBegin + `1100` + textEnd
)
