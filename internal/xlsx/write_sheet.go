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
	letters   []string // of the columns
	above     []above  // of each column, in the previous row
	digits    []byte   // of the row being written
	formatted []formatted
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
	size := 4096
	for _, t := range w.sheet.Tables {
		size += cellBytes * len(t.Columns) * (1 + len(t.Rows))
	}
	for i := range w.layout.Widths {
		w.letters = append(w.letters, columnName(i))
	}
	w.above = make([]above, len(w.letters))
	w.out = slices.Grow(w.out, size)
	w.put(xml.Header, `<worksheet xmlns="`+mainSchema+`" xmlns:r="`+relationSchema+`"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	w.put(`<dimension ref="`, w.used(), `"/>`)
	w.view()
	w.put(`<sheetFormatPr defaultRowHeight="15" customHeight="1"/>`)
	w.columns()
	w.put(`<sheetData>`)
	w.guidance()
	for i, t := range w.sheet.Tables {
		w.table(t, w.layout.Tables[i])
	}
	w.put(`</sheetData>`)
	w.format()
	w.conditional()
	w.inputs()
	w.hyperlinks()
	w.page()
	w.breaks()
	w.ignored()
	w.related()
	w.bars()
	w.put(`</worksheet>`)
	return w.out
}

// used is the range from A1 to the last cell.
func (w *sheetWriter) used() string {
	last := 1
	for _, p := range w.layout.Tables {
		last = max(last, p.last())
	}
	return cellName(0, 1) + ":" + cellName(len(w.letters)-1, last)
}

// ignored keeps programs from warning about a year or a paragraph number, which is text on purpose.
func (w *sheetWriter) ignored() {
	var areas []string
	for i, t := range w.sheet.Tables {
		if len(t.Rows) > 0 {
			at := w.layout.Tables[i]
			areas = append(areas, cellName(0, at.Header+1)+":"+cellName(len(t.Columns)-1, at.last()))
		}
	}
	if len(areas) > 0 {
		w.put(`<ignoredErrors><ignoredError sqref="`, strings.Join(areas, " "), `" numberStoredAsText="1"/></ignoredErrors>`)
	}
}

// columns writes the widths of the table's columns, and of the charts' columns.
func (w *sheetWriter) columns() {
	widths := w.layout.Widths
	if len(w.sheet.Charts) > 0 && !w.sheet.Below {
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

// table writes the rows of a table.
func (w *sheetWriter) table(t Table, at Place) {
	clear(w.above)
	w.head(t, at)
	for i, cells := range t.Rows {
		w.open(at.Header+1+i, at.Heights[1+i])
		for j := range cells {
			k := t.Columns[j].Kind
			w.cell(j, &cells[j], style{kind: k, indented: j > 0 && k == Text})
		}
		w.put(`</row>`)
	}
}

func (w *sheetWriter) head(t Table, at Place) {
	w.open(at.Header, at.Heights[0])
	for i, c := range t.Columns {
		look := style{role: headerRole, kind: Text, indented: i > 0 && c.Kind == Text, filled: w.book.Live}
		if c.Kind == Number || c.Kind == Date {
			look.kind = Number // on the same side
		}
		w.text(w.letters[i], c.Header, look)
	}
	w.put(`</row>`)
}

// cell writes a cell of a column in its style. A blank cell without a visible style is omitted.
func (w *sheetWriter) cell(column int, c *Cell, look style) {
	if c.Kind == Blank && w.sheet.Plain && c.Formula == "" {
		return
	}
	look.role, look.decimals, look.link, look.plain, look.depth = bodyRole, int(c.Decimals), c.Link != "", w.sheet.Plain, c.Indent
	letters, up := w.letters[column], &w.above[column]
	if up.style == 0 || up.look != look {
		up.look, up.style = look, w.book.looks.number(look)
	}
	w.begin(letters, up.style)
	switch {
	case c.Formula != "":
		w.formula(letters, c)
	case c.Kind == Text:
		if up.number == 0 || up.text != c.Text {
			up.text, up.number = c.Text, 1+w.shared(letters, c.Text)
		} else {
			w.book.texts.uses++
		}
		w.refer(up.number - 1)
	case c.Kind == Number:
		w.fault(letters, inspectNumber(c.Text))
		w.put(`><v>`, c.Text, `</v></c>`)
	case c.Kind == Date:
		day, err := serial(c.Text)
		w.fault(letters, err)
		w.put(`><v>`, day, `</v></c>`)
	case c.Kind == Truth:
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

// formula writes a formula with its value: a number, a text, or nothing yet.
func (w *sheetWriter) formula(letters string, c *Cell) {
	if c.Kind == Text {
		w.put(` t="str"`)
	}
	w.put(`><f>`)
	w.putText(c.Formula)
	w.put(`</f>`)
	switch c.Kind {
	case Text:
		w.fault(letters, inspectText(c.Text))
		w.put(`<v>`)
		w.putText(escape(c.Text))
		w.put(`</v>`)
	case Number:
		w.fault(letters, inspectNumber(c.Text))
		w.put(`<v>`, c.Text, `</v>`)
	}
	w.put(`</c>`)
}

func (w *sheetWriter) link(letters, to string) {
	if to == "" {
		return
	}
	if w.linked++; w.linked > maxLinks {
		w.book.do(message.Errorf("it has more than %d links, which is what a sheet can have", maxLinks))
		return
	}
	w.links = append(append(append(w.links, `<hyperlink ref="`...), letters...), w.digits...)
	if inside, ok := strings.CutPrefix(to, "#"); ok {
		w.links = append(appendXML(append(w.links, `" location="`...), inside), `"/>`...)
		return
	}
	w.links = append(append(append(w.links, `" r:id="`...), relationID(len(w.relations))...), `"/>`...)
	w.relations = append(w.relations, relation{"hyperlink", to})
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

// related refers to the drawing and the tables by their relationships.
func (w *sheetWriter) related() {
	var tables []string
	for i, r := range w.relations {
		switch r.kind {
		case "drawing":
			w.put(`<drawing r:id="`, relationID(i), `"/>`)
		case "table":
			tables = append(tables, `<tablePart r:id="`+relationID(i)+`"/>`)
		}
	}
	if len(tables) > 0 {
		w.put(`<tableParts count="`, strconv.Itoa(len(tables)), `">`, strings.Join(tables, ""), `</tableParts>`)
	}
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
