package xlsx

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/message"
)

// sheetWriter writes the part of one sheet (ECMA-376 part 1, 18.3.1.99).
//
// The library keeps a record per cell and writes it by reflection, which takes several times as long as the rest of a
// workbook.
type sheetWriter struct {
	xmlWriter
	book      *bookWriter
	sheet     Sheet
	layout    Layout
	first     bool // the sheet that opens first
	relations []relation
	letters   []string // of the table's columns
	above     []above  // of each column, in the previous row
	digits    []byte   // of the row being written
	links     []byte
	linked    int // number of links
}

// above caches the style and text of the cell above, which many cells repeat.
type above struct {
	look   style
	style  int // 0 if none yet
	text   string
	number int // of the text, from 1; 0 if none yet
}

// cellBytes is the estimated size of a cell.
const cellBytes = 50

// part returns the sheet, with its elements in schema order.
func (w *sheetWriter) part() []byte {
	t := w.sheet.Table
	for i := range t.Columns {
		w.letters = append(w.letters, columnName(i))
	}
	w.above = make([]above, len(t.Columns))
	w.out = slices.Grow(w.out, 4096+cellBytes*len(t.Columns)*(1+len(t.Rows)))
	w.put(xml.Header, `<worksheet xmlns="`+mainSchema+`" xmlns:r="`+relationSchema+`"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	w.put(`<dimension ref="`, w.area(1), `"/>`)
	w.view()
	w.put(`<sheetFormatPr defaultRowHeight="15"/>`)
	w.columns()
	w.put(`<sheetData>`)
	w.guidance()
	w.head()
	for i := range t.Rows {
		w.row(i)
	}
	w.put(`</sheetData>`)
	w.hyperlinks()
	w.page()
	w.breaks()
	if len(t.Rows) > 0 {
		// A year or a paragraph number is intentionally stored as text.
		w.put(`<ignoredErrors><ignoredError sqref="`, w.area(w.layout.Header+1), `" numberStoredAsText="1"/></ignoredErrors>`)
	}
	w.related()
	w.put(`</worksheet>`)
	return w.out
}

// area is the range from the first column of a row to the table's last cell.
func (w *sheetWriter) area(row int) string {
	t := w.sheet.Table
	return cellName(0, row) + ":" + cellName(len(t.Columns)-1, w.layout.Header+len(t.Rows))
}

// columns writes the widths of the table's columns, and of the charts' columns.
func (w *sheetWriter) columns() {
	widths := w.layout.Widths
	if len(w.sheet.Charts) > 0 {
		widths = append(widths[:len(widths):len(widths)], chartSpace, chartWidth)
	}
	w.put(`<cols>`)
	for i, wide := range widths {
		n := strconv.Itoa(i + 1)
		w.put(`<col min="`, n, `" max="`, n, `" width="`)
		w.putFloat(wide)
		w.put(`" customWidth="1"/>`)
	}
	w.put(`</cols>`)
}

// guidance writes the rows above the table.
func (w *sheetWriter) guidance() {
	row := 1
	for i, title := range w.sheet.Titles {
		look, height := styleOf(titleRole), titleHeight
		if i > 0 {
			look, height = styleOf(subtitleRole), secondHeight
		}
		w.line(row, height, title, look)
		row++
	}
	for i, line := range w.layout.Lines {
		height := lineHeight
		if i == len(w.layout.Lines)-1 {
			height += lineGap
		}
		w.line(row, height, line, styleOf(lineRole))
		row++
	}
}

// line writes a row with one cell.
func (w *sheetWriter) line(row int, height float64, s string, look style) {
	w.open(row, height)
	w.text("A", s, look)
	w.put(`</row>`)
}

func (w *sheetWriter) open(row int, height float64) {
	w.digits = strconv.AppendInt(w.digits[:0], int64(row), 10)
	w.put(`<row r="`)
	w.out = append(w.out, w.digits...)
	w.put(`" ht="`)
	w.putFloat(height)
	w.put(`" customHeight="1">`)
}

func (w *sheetWriter) head() {
	w.open(w.layout.Header, w.layout.Heights[0])
	for i, c := range w.sheet.Table.Columns {
		look := style{role: headerRole, kind: Text, indented: i > 0 && c.Kind == Text}
		if c.Kind == Number || c.Kind == Date {
			look.kind = Number // on the same side
		}
		w.text(w.letters[i], c.Header, look)
	}
	w.put(`</row>`)
}

func (w *sheetWriter) row(i int) {
	w.open(w.layout.Header+1+i, w.layout.Heights[1+i])
	cells := w.sheet.Table.Rows[i]
	for j := range cells {
		k := w.sheet.Table.Columns[j].Kind
		w.cell(j, &cells[j], style{kind: k, indented: j > 0 && k == Text})
	}
	w.put(`</row>`)
}

// cell writes a cell of a column in its style. A blank cell without a visible style is omitted.
func (w *sheetWriter) cell(column int, c *Cell, look style) {
	if c.Kind == Blank && w.sheet.Plain {
		return
	}
	look.role, look.decimals, look.link, look.plain, look.tone = bodyRole, int(c.Decimals), c.Link != "", w.sheet.Plain, c.Tone
	letters, up := w.letters[column], &w.above[column]
	if up.style == 0 || up.look != look {
		up.look, up.style = look, w.book.looks.number(look)
	}
	w.begin(letters, up.style)
	switch c.Kind {
	case Text:
		if up.number == 0 || up.text != c.Text {
			up.text, up.number = c.Text, 1+w.shared(letters, c.Text)
		} else {
			w.book.texts.uses++
		}
		w.refer(up.number - 1)
	case Number:
		w.number(letters, c)
	case Date:
		day, err := serial(c.Text)
		w.fault(letters, err)
		w.put(`><v>`, day, `</v></c>`)
	case Truth:
		value := "0"
		if c.Text == "true" {
			value = "1"
		}
		w.put(` t="b"><v>`, value, `</v></c>`)
	default:
		w.put(`/>`)
	}
	w.link(letters, c.Link)
}

func (w *sheetWriter) number(letters string, c *Cell) {
	w.fault(letters, inspectNumber(c.Text))
	w.put(`>`)
	if c.Formula != "" {
		w.put(`<f>`)
		w.putText(c.Formula)
		w.put(`</f>`)
	}
	w.put(`<v>`, c.Text, `</v></c>`)
}

func (w *sheetWriter) link(letters, to string) {
	if to == "" {
		return
	}
	if w.linked++; w.linked > maxLinks {
		w.book.do(message.Errorf("it has more than %d links, which is what a sheet can have", maxLinks))
		return
	}
	if inside, ok := strings.CutPrefix(to, "#"); ok {
		w.links = append(append(append(w.links, `<hyperlink ref="`...), letters...), w.digits...)
		w.links = append(appendXML(append(w.links, `" location="`...), inside), `"/>`...)
	}
}

func (w *sheetWriter) hyperlinks() {
	if len(w.links) > 0 {
		w.put(`<hyperlinks>`)
		w.out = append(w.out, w.links...)
		w.put(`</hyperlinks>`)
	}
}

// fault records an error with the name of its cell.
func (w *sheetWriter) fault(letters string, err error) {
	if err != nil {
		w.book.do(message.Errorf("cell %s%s: %w", letters, w.digits, err))
	}
}

func (w *sheetWriter) text(letters, s string, look style) {
	w.begin(letters, w.book.looks.number(look))
	w.refer(w.shared(letters, s))
}

// shared is the number of a text in the shared strings.
func (w *sheetWriter) shared(letters, s string) int {
	n, err := w.book.texts.number(s)
	w.fault(letters, err)
	return n
}

// refer writes the rest of a cell that holds a shared text.
func (w *sheetWriter) refer(number int) {
	w.put(` t="s"><v>`)
	w.putNumber(number)
	w.put(`</v></c>`)
}

func (w *sheetWriter) begin(letters string, style int) {
	w.out = append(append(append(w.out, `<c r="`...), letters...), w.digits...)
	w.out = strconv.AppendInt(append(w.out, `" s="`...), int64(style), 10)
	w.out = append(w.out, '"')
}

// related refers to the drawing and the table by their relationships.
func (w *sheetWriter) related() {
	table := ""
	for i, r := range w.relations {
		switch r.kind {
		case "drawing":
			w.put(`<drawing r:id="`, relationID(i), `"/>`)
		case "table":
			table = `<tableParts count="1"><tablePart r:id="` + relationID(i) + `"/></tableParts>`
		}
	}
	w.put(table)
}

// serial is Excel's number of a day: 1 January 1900 is 1, and 29 February 1900, which did not exist, is 60. Days up to
// then are an error, since other programs count them differently.
func serial(day string) (string, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	const secondsOfDay = 24 * 60 * 60 // a [time.Duration] is at most three centuries
	n := (t.Unix() - time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()) / secondsOfDay
	if n < 61 {
		return "", message.Errorf("the day %s lies before March 1900, when a workbook begins to count: give its month or year alone", day)
	}
	return strconv.FormatInt(n, 10), nil
}
