package xlsxread

import (
	"slices"
	"strconv"
	"strings"
)

// sheetScanner reads the cells of one sheet (ECMA-376 part 1, 18.3.1).
type sheetScanner struct {
	*scanner
	reader *reader

	rows   [][]string
	row    int      // number of the row read last, from 1
	digits string   // of the row's number
	column int      // number of the cell read last in its row, from 1
	cells  []string // of the row so far, up to the last with a text
}

func (s *sheetScanner) sheet() error {
	s.root("worksheet", transitional, strict)
	seen := false
	for s.child() {
		if s.name() != "sheetData" {
			s.skip()
			continue
		}
		if seen {
			s.fail("a second <sheetData>")
		}
		seen = true
		for s.child() {
			s.expect("row")
			s.readRow()
		}
	}
	if !seen {
		s.fail("it has no <sheetData>")
	}
	return s.finish()
}

func (s *sheetScanner) readRow() {
	if !s.enterRow(s.attr("r")) {
		return
	}
	s.column, s.cells = 0, s.cells[:0]
	for s.child() {
		switch s.name() {
		case "c":
			s.readCell()
		case "extLst":
			s.skip()
		default:
			s.expect("c")
		}
	}
	if s.err != nil || len(s.cells) == 0 {
		return
	}
	if gap := s.row - len(s.rows); s.reader.spend(s.scanner, gap+len(s.cells)) {
		s.rows = append(s.rows, make([][]string, gap)...)
		s.rows[s.row-1] = slices.Clone(s.cells)
	}
}

// enterRow finds the number of a row, which it need not tell if it is one more than that of the row before.
func (s *sheetScanner) enterRow(r string) bool {
	last := s.row
	if s.row++; r != "" {
		s.row = place(r, maxRows)
	}
	s.digits = r
	if r == "" {
		s.digits = strconv.Itoa(s.row)
	}
	if s.err == nil && (s.row <= last || s.row > maxRows) {
		s.fail("row %q after row %d: it is out of order, or no row", s.digits, last)
	}
	return s.err == nil
}

// enterCell finds the column of a cell in the same way.
func (s *sheetScanner) enterCell(r string) {
	last := s.column
	if s.column++; r != "" {
		letters, ok := strings.CutSuffix(r, s.digits)
		if s.column = columnNumber(letters); !ok {
			s.column = 0
		}
	}
	if s.err == nil && (s.column <= last || s.column > maxColumns) {
		s.fail("row %d: cell %q after column %d: it is out of order, or no cell of the row", s.row, r, last)
	}
}

// place is a number from 1 up to a limit in plain digits, else 0.
func place(digits string, most int) int {
	n := 0
	for i := range len(digits) {
		c := digits[i]
		if n = 10*n + int(c-'0'); c < '0' || c > '9' || n == 0 || n > most {
			return 0
		}
	}
	return n
}

// columnNumber is the number of a column, from 1, by its letters; 0 if it is none.
func columnNumber(letters string) int {
	n := 0
	for i := range len(letters) {
		c := letters[i]
		if n = 26*n + int(c-'A') + 1; c < 'A' || c > 'Z' || n > maxColumns {
			return 0
		}
	}
	return n
}

// content is what stands in a cell.
type content struct {
	value, inline          string
	valued, inlined, typed bool
}

func (s *sheetScanner) readCell() {
	kind := s.attr("t")
	s.enterCell(s.attr("r"))
	var c content
	for s.child() {
		switch s.name() {
		case "v":
			s.once(&c.valued)
			c.value = s.text()
		case "is":
			s.once(&c.inlined)
			c.inline = s.richText()
		case "f":
			s.once(&c.typed)
			s.skip()
		case "extLst":
			s.skip()
		default:
			s.fail("element <%s> in a cell", s.name())
		}
	}
	if s.err != nil {
		return
	}
	if text := s.meant(kind, c); text != "" {
		for len(s.cells) < s.column-1 {
			s.cells = append(s.cells, "")
		}
		s.cells = append(s.cells, text)
	}
}

// once fails if a cell has an element twice.
func (s *sheetScanner) once(seen *bool) {
	if *seen {
		s.fail("a second <%s> in a cell", s.name())
	}
	*seen = true
}

// meant is the text that a cell's content means by the cell's type (ECMA-376 part 1, 18.18.11).
func (s *sheetScanner) meant(kind string, c content) string {
	if c.inlined && kind != "inlineStr" || c.valued && kind == "inlineStr" {
		s.fail("row %d, column %d: a cell of type %q with another's content", s.row, s.column, kind)
	}
	switch kind {
	case "s":
		return s.sharedText(c.value)
	case "inlineStr":
		return c.inline
	case "b":
		return s.truth(c.value)
	case "", "n", "str", "e", "d":
		return c.value
	default:
		s.fail("row %d, column %d: type %q is not known", s.row, s.column, kind)
		return ""
	}
}

func (s *sheetScanner) truth(value string) string {
	switch value {
	case "", "0", "1":
		return value
	case "true":
		return "1"
	case "false":
		return "0"
	default:
		s.fail("row %d, column %d: %q is neither true nor false", s.row, s.column, value)
		return ""
	}
}

func (s *sheetScanner) sharedText(number string) string {
	if number == "" {
		return ""
	}
	i := 0
	if number != "0" {
		if i = place(number, len(s.reader.texts)); i == 0 {
			i = len(s.reader.texts)
		}
	}
	if i >= len(s.reader.texts) {
		s.fail("row %d, column %d: there is no shared text %q", s.row, s.column, number)
		return ""
	}
	return s.reader.texts[i]
}
