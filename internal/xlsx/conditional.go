package xlsx

import (
	"fmt"
	"strconv"
	"strings"
)

// Bars and tones that follow the values of cells (ECMA-376 part 1, 18.3.1.18). They only repeat what the cells say.

// barInk and barBack are the colours of bars right and left of zero; numbers are legible upon them.
const (
	barInk  = "BDD7EE"
	barBack = "F8CBAD"
)

// decimalsLost is the condition under which the number in a cell has more decimals than its number format shows: an edited
// number is shown as it was typed. CELL gives the format as a letter and the number of decimals.
func decimalsLost(cell string) string {
	return fmt.Sprintf(`AND(ISNUMBER(%s),ROUND(%s,RIGHT(CELL("format",%s),1))<>%s)`, cell, cell, cell, cell)
}

// formatted is a column of cells whose format follows their values.
type formatted struct {
	column Column
	area   string // range of its cells
	top    string // its first cell
}

// format finds the columns whose formats follow their values.
func (w *sheetWriter) format() {
	for i, t := range w.sheet.Tables {
		at := w.layout.Tables[i]
		for j, c := range t.Columns {
			if w.book.Live && len(t.Rows) > 0 && (c.Kind == Number || len(c.Signs) > 0) {
				top := cellName(j, at.Header+1)
				w.formatted = append(w.formatted, formatted{c, top + ":" + cellName(j, at.last()), top})
			}
		}
	}
}

// editedFormat is the number format of edited numbers among the conditional styles, after those of the tones.
const editedFormat = int(Grey)

// conditional writes the formats; each has a priority of its own.
func (w *sheetWriter) conditional() {
	priority := 0
	for i, f := range w.formatted {
		w.put(`<conditionalFormatting sqref="`, f.area, `">`)
		if f.column.Bars {
			priority++
			w.put(`<cfRule type="dataBar" priority="`, strconv.Itoa(priority), `"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF`, barInk,
				`"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="`+extensionSchema+`"><x14:id>`, barID(i), `</x14:id></ext></extLst></cfRule>`)
		}
		if f.column.Kind == Number {
			priority++
			w.put(`<cfRule type="expression" dxfId="`, strconv.Itoa(editedFormat), `" priority="`, strconv.Itoa(priority), `"><formula>`)
			w.putText(decimalsLost(f.top))
			w.put(`</formula></cfRule>`)
		}
		for _, s := range f.column.Signs {
			priority++
			w.put(`<cfRule type="beginsWith" dxfId="`, strconv.Itoa(int(s.Tone)-1), `" priority="`, strconv.Itoa(priority), `" operator="beginsWith" text="`)
			w.putText(s.Char)
			w.put(`"><formula>LEFT(`, f.top, `,1)="`)
			w.putText(s.Char)
			w.put(`"</formula></cfRule>`)
		}
		w.put(`</conditionalFormatting>`)
	}
}

// bars writes what Excel 2007 did not know of bars: that they begin at zero, and go left for negative numbers ([MS-XLSX]
// 2.6.3).
func (w *sheetWriter) bars() {
	begun := false
	for i, f := range w.formatted {
		if !f.column.Bars {
			continue
		}
		if !begun {
			w.put(`<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="` + extensionSchema + `"><x14:conditionalFormattings>`)
			begun = true
		}
		w.put(`<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" id="`, barID(i),
			`"><x14:dataBar minLength="0" maxLength="100" gradient="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:negativeFillColor rgb="FF`, barBack,
			`"/><x14:axisColor rgb="FF`, muted, `"/></x14:dataBar></x14:cfRule><xm:sqref>`, f.area, `</xm:sqref></x14:conditionalFormatting>`)
	}
	if begun {
		w.put(`</x14:conditionalFormattings></ext></extLst>`)
	}
}

// barID joins the two parts of a bar's format. It is unique in its sheet.
func barID(i int) string { return fmt.Sprintf("{00000000-0000-4000-8000-%012d}", i+1) }

// inputs says what can be typed into the columns of numbers that are meant for it (ECMA-376 part 1, 18.3.1.32).
func (w *sheetWriter) inputs() {
	var areas, said []string
	for i, t := range w.sheet.Tables {
		at := w.layout.Tables[i]
		for j, c := range t.Columns {
			if w.book.Live && len(t.Rows) > 0 && c.Input != nil {
				areas, said = append(areas, cellName(j, at.Header+1)+":"+cellName(j, at.last())), c.Input
			}
		}
	}
	if areas == nil {
		return
	}
	w.put(`<dataValidations count="1"><dataValidation type="decimal" operator="between" allowBlank="1" showErrorMessage="1" error="`)
	w.putText(strings.Join(said, "\n"))
	w.put(`" sqref="`, strings.Join(areas, " "), `"><formula1>-1E+300</formula1><formula2>1E+300</formula2></dataValidation></dataValidations>`)
}
