package workbook

import (
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// chartXML is the part of the file that draws a chart (ECMA-376 part 1, 21.2). The library's own charts have no
// cached values, which programs that do not calculate draw from, no fills but plain colours, and titles in one
// language.
func chartXML(s sheet, l layout, c chart, languages []string) []byte {
	w := &chartWriter{sheet: s, layout: l}
	w.put(xml.Header + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>`)
	w.title(c.titles, languages)
	w.put(`<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`)
	if c.lines {
		w.lines(c)
	} else {
		w.bars(c)
	}
	w.put(`</c:plotArea>`)
	if len(c.series) > 1 {
		w.put(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/>` + textProperties(1100, false) + `</c:legend>`)
	}
	w.put(`<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
		`<c:spPr>` + solid(white) + `<a:ln w="9525">` + solid(rule) + `</a:ln></c:spPr></c:chartSpace>`)
	return []byte(w.out.String())
}

func (w *chartWriter) bars(c chart) {
	w.put(`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
	for i, one := range c.series {
		w.series(i, one)
	}
	w.put(`<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)
	w.axes(c.series)
}

type chartWriter struct {
	out    strings.Builder
	sheet  sheet
	layout layout
}

func (w *chartWriter) put(s string) { w.out.WriteString(s) }

// title is a line in each language, marked with it.
func (w *chartWriter) title(titles, languages []string) {
	w.put(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>`)
	for i, title := range titles {
		language := ""
		if i < len(languages) {
			language = fmt.Sprintf(` lang="%s"`, languages[i])
		}
		w.put(fmt.Sprintf(`<a:p><a:pPr>%s</a:pPr><a:r><a:rPr%s sz="%d" b="1">%s%s</a:rPr><a:t>%s</a:t></a:r></a:p>`,
			defaultRun(1300, true), language, 1300, solid(accent), typefaces(), escapeXML(title)))
	}
	w.put(`</c:rich></c:tx><c:overlay val="0"/></c:title>`)
}

func (w *chartWriter) series(i int, s series) {
	w.put(fmt.Sprintf(`<c:ser><c:idx val="%d"/><c:order val="%d"/>`, i, i))
	w.put(`<c:tx>` + w.strings(seriesColumn, series{s.first, s.first}) + `</c:tx>`)
	w.put(`<c:spPr>` + fill(i) + `<a:ln w="9525">` + solid(accent) + `</a:ln></c:spPr><c:invertIfNegative val="0"/>`)
	w.put(`<c:dLbls><c:numFmt formatCode="` + w.format(s) + `" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
		textProperties(1000, false) + `<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
		`<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
	w.put(`<c:cat>` + w.strings(itemColumn, s) + `</c:cat><c:val>` + w.numbers(s) + `</c:val></c:ser>`)
}

// format shows the values of a series with all their decimals.
func (w *chartWriter) format(s series) string {
	column := w.sheet.table.index(pointColumn)
	for _, row := range w.sheet.table.rows[s.first : s.last+1] {
		if row[column].decimals > 0 {
			return "General"
		}
	}
	return "#,##0"
}

// axes are the items from top to bottom, and the values, whose axis is left out because every bar is labelled.
func (w *chartWriter) axes(all []series) {
	w.put(`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>` +
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
		`<c:spPr><a:ln w="9525">` + solid(ink) + `</a:ln></c:spPr>` + textProperties(1000, false) +
		`<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
		`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>` + w.bounds(all) + `</c:scaling><c:delete val="1"/><c:axPos val="t"/>` +
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
		`<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`)
}

// bounds leave room for the labels at the ends of the bars.
func (w *chartWriter) bounds(all []series) string {
	room := decimal.RequireFromString("1.2")
	var high, low decimal.Decimal
	column := w.sheet.table.index(pointColumn)
	for _, s := range all {
		for _, row := range w.sheet.table.rows[s.first : s.last+1] {
			high, low = decimal.Max(high, row[column].decimal()), decimal.Min(low, row[column].decimal())
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

// area is where the rows of a series stand under a column.
func (w *chartWriter) area(column int, s series) string {
	letters := columnName(column)
	first := w.layout.header + 1
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", w.sheet.name, letters, first+s.first, letters, first+s.last)
}

// strings refers to texts and repeats them for programs that do not look them up.
func (w *chartWriter) strings(key string, s series) string {
	column := w.sheet.table.index(key)
	var b strings.Builder
	fmt.Fprintf(&b, `<c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, escapeXML(w.area(column, s)), s.last-s.first+1)
	for i, row := range w.sheet.table.rows[s.first : s.last+1] {
		fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escapeXML(row[column].text))
	}
	b.WriteString(`</c:strCache></c:strRef>`)
	return b.String()
}

func (w *chartWriter) numbers(s series) string {
	column := w.sheet.table.index(pointColumn)
	var b strings.Builder
	fmt.Fprintf(&b, `<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`,
		escapeXML(w.area(column, s)), s.last-s.first+1)
	for i, row := range w.sheet.table.rows[s.first : s.last+1] {
		if row[column].kind == number {
			fmt.Fprintf(&b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, row[column].text)
		}
	}
	b.WriteString(`</c:numCache></c:numRef>`)
	return b.String()
}

// fill tells the series apart without colour: the first is solid, the second striped, a third dotted.
func fill(i int) string {
	if i == 0 {
		return solid(accent)
	}
	pattern := "wdUpDiag"
	if i > 1 {
		pattern = "pct20"
	}
	return fmt.Sprintf(`<a:pattFill prst="%s"><a:fgClr><a:srgbClr val="%s"/></a:fgClr><a:bgClr><a:srgbClr val="%s"/></a:bgClr></a:pattFill>`,
		pattern, accent, white)
}

func solid(color string) string {
	return `<a:solidFill><a:srgbClr val="` + color + `"/></a:solidFill>`
}

func typefaces() string { return `<a:latin typeface="` + fontName + `"/>` }

func defaultRun(size int, bold bool) string {
	weight := 0
	if bold {
		weight = 1
	}
	return fmt.Sprintf(`<a:defRPr sz="%d" b="%d">%s%s</a:defRPr>`, size, weight, solid(ink), typefaces())
}

func textProperties(size int, bold bool) string {
	return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>` + defaultRun(size, bold) + `</a:pPr><a:endParaRPr/></a:p></c:txPr>`
}

func escapeXML(s string) string {
	var b strings.Builder
	// A strings.Builder takes everything.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}
