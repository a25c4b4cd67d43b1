package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"nianbao/internal/message"
)

// Limits of the file format (ECMA-376 leaves them to programs; these are Excel's).
const (
	maxText      = 32767   // UTF-16 units in a cell
	maxRows      = 1048576 // rows of a sheet
	maxColumn    = 255.0   // width of a column
	maxSheetName = 31      // UTF-16 units
	maxHeading   = 255     // UTF-16 units of a column's header in a table
	maxLinks     = 65529   // links of a sheet
	maxDigits    = 300     // of a number: more are beyond what any program reads
)

// Arrange gives every sheet its layout, and puts addresses into the formulas and links of the cells. It refuses sheets that
// a file could not hold, and formulas and links that lead nowhere. What a cell could not hold is refused where it is written.
func (b *Book) Arrange() error {
	if err := b.inspect(); err != nil {
		return err
	}
	return b.resolve()
}

// inspect arranges each sheet, and refuses what a file could not hold.
func (b *Book) inspect() error {
	names := map[string]bool{}
	for _, s := range b.Sheets {
		if n := units(s.Name); n > maxSheetName || names[s.Name] {
			return message.Errorf("sheet %q: its name is used twice or longer than %d characters", s.Name, maxSheetName)
		}
		names[s.Name] = true
	}
	faults := make([]error, len(b.Sheets))
	side(len(b.Sheets), func(i int) { faults[i] = b.Sheets[i].inspect() })
	for i, err := range faults {
		if err != nil {
			return message.Errorf("sheet %q: %w", b.Sheets[i].Name, err)
		}
	}
	return nil
}

// inspect refuses a sheet that a file could not hold, and else arranges it.
func (s *Sheet) inspect() error {
	// A few rows stand above the table; how many is known only once its columns have been measured.
	if len(s.Table.Rows) >= maxRows {
		return tooManyRows(len(s.Table.Rows))
	}
	for _, c := range s.Charts {
		if err := c.inspect(s.Table); err != nil {
			return err
		}
	}
	s.Layout = arrange(*s)
	return inspectLayout(*s, s.Layout)
}

func inspectLayout(s Sheet, l Layout) error {
	if last := l.Header + len(s.Table.Rows); last > maxRows {
		return tooManyRows(last)
	}
	headers := make(map[string]bool, len(s.Table.Columns))
	for _, c := range s.Table.Columns {
		if c.Header == "" || headers[c.Header] {
			return message.Errorf("header %q: empty or used twice", c.Header)
		}
		if n := units(c.Header); n > maxHeading {
			return message.Errorf("header %.40q: it has %d characters, and the header of a table can have %d", c.Header, n, maxHeading)
		}
		headers[c.Header] = true
	}
	return nil
}

// inspect refuses a chart of what the table has not.
func (c Chart) inspect(t Table) error {
	for _, key := range []string{c.Columns.Series, c.Columns.Item, c.Columns.Value} {
		if t.Index(key) < 0 {
			return message.Errorf("chart %q: the table has no column %q", c.Name, key)
		}
	}
	if len(c.Series) == 0 {
		return message.Errorf("chart %q: it has no series", c.Name)
	}
	for _, s := range c.Series {
		if s.First < 0 || s.Last < s.First || s.Last >= len(t.Rows) {
			return message.Errorf("chart %q: the table has no rows %d to %d", c.Name, s.First, s.Last)
		}
	}
	return nil
}

func tooManyRows(n int) error {
	return message.Errorf("it would have %d rows, and a sheet can have %d", n, maxRows)
}

// inspectNumber refuses what is no number in plain digits.
func inspectNumber(s string) error {
	if len(s) > maxDigits || !plainNumber(s) {
		return message.Errorf("%.40q is not a number in at most %d plain digits", s, maxDigits)
	}
	return nil
}

// plainNumber reports whether a text is a number in plain digits, with some on both sides of a point.
func plainNumber(s string) bool {
	whole, fraction, pointed := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return allDigits(whole) && (!pointed || allDigits(fraction))
}

// allDigits reports whether a text is digits, one at least.
func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// inspectText refuses characters that XML 1.0 (section 2.2, Char) cannot hold, and texts too long for a cell.
func inspectText(s string) error {
	if !utf8.ValidString(s) {
		return message.Errorf("the text %.40q is not valid UTF-8", s)
	}
	if r, ok := unspeakable(s); ok {
		return message.Errorf("character %U cannot stand in a workbook", r)
	}
	if len(s) <= maxText/2 { // escapes make it less than twice as long
		return nil
	}
	if n := units(escape(s)); n > maxText {
		return message.Errorf("the text has %d characters, and a cell can have %d", n, maxText)
	}
	return nil
}

// unspeakable is a character of valid UTF-8 that XML cannot hold, if there is one.
func unspeakable(s string) (rune, bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' && c != '\t' && c != '\n' && c != '\r':
			return rune(c), true
		case c == 0xEF && s[i+1] == 0xBF && s[i+2] >= 0xBE: // U+FFFE and U+FFFF
			return 0xFFC0 | rune(s[i+2]&0x3F), true
		}
	}
	return 0, false
}

// units counts as Excel does, in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// columnName is the letters of a column, from 0.
func columnName(column int) string {
	var letters [4]byte // a sheet has three of them at most
	i := len(letters)
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		i--
		letters[i] = 'A' + byte((n-1)%26)
	}
	return string(letters[i:])
}

// cellName names the cell of a column, from 0, and a row, from 1.
func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }
