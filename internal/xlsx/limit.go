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
	maxDigits    = 300     // of a number: no program reads more
)

// Arrange computes the layout of every sheet, and puts addresses into the formulas and links of the cells. It refuses
// sheets that a file cannot hold, and formulas and links without a target. Contents that a cell cannot hold are refused
// when they are written.
func (b *Book) Arrange() error {
	if err := b.inspect(); err != nil {
		return err
	}
	return b.resolve()
}

// inspect arranges each sheet, and refuses what a file cannot hold.
func (b *Book) inspect() error {
	names := map[string]bool{}
	for _, s := range b.Sheets {
		if err := inspectName(s.Name); err != nil {
			return message.Errorf("sheet %q: %w", s.Name, err)
		}
		folded := strings.ToLower(s.Name)
		if names[folded] {
			return message.Errorf("sheet %q: another sheet has this name, as Excel ignores case: rename one of them", s.Name)
		}
		names[folded] = true
	}
	for i := range b.Sheets {
		for j := range b.Sheets[i].Charts {
			if err := b.inspectChart(&b.Sheets[i].Charts[j]); err != nil {
				return message.Errorf("sheet %q: %w", b.Sheets[i].Name, err)
			}
		}
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

// inspectName refuses a name that Excel does not allow for a sheet. Excel keeps one name for itself, in any case.
func inspectName(name string) error {
	const reserved, forbidden = "history", `:\/?*[]`
	switch n := units(name); {
	case n == 0 || n > maxSheetName:
		return message.Errorf("its name has %d characters: it needs 1 to %d", n, maxSheetName)
	case strings.EqualFold(name, reserved):
		return message.Errorf("Excel reserves this name: choose another one")
	case strings.ContainsAny(name, forbidden):
		return message.Errorf("its name has one of the characters %s, which Excel forbids there: remove it", forbidden)
	case strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'"):
		return message.Errorf("its name begins or ends with an apostrophe, which Excel forbids: remove it")
	}
	return nil
}

// inspect arranges a sheet, or refuses one that a file cannot hold.
func (s *Sheet) inspect() error {
	// The number of rows above the table is known only once its columns have been measured.
	for _, t := range s.Tables {
		if len(t.Rows) >= maxRows {
			return tooManyRows(len(t.Rows))
		}
	}
	s.Layout = arrange(*s)
	for i, t := range s.Tables {
		if last := s.Layout.Tables[i].last(); last > maxRows {
			return tooManyRows(last)
		}
		if err := t.inspect(); err != nil {
			return err
		}
	}
	return nil
}

// inspect refuses headers that a table cannot have.
func (t Table) inspect() error {
	headers := make(map[string]bool, len(t.Columns))
	for _, c := range t.Columns {
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

// inspectChart sets the rows of a chart, or refuses one of a table or of columns that the book lacks.
func (b *Book) inspectChart(c *Chart) error {
	s, i := b.find(c.Table)
	if s == nil || len(s.Tables[i].Rows) == 0 {
		return message.Errorf("chart %q: the book has no table %q with rows", c.Name, c.Table)
	}
	t := s.Tables[i]
	for _, key := range append([]string{c.Item}, c.Series...) {
		if t.Index(key) < 0 {
			return message.Errorf("chart %q: the table has no column %q", c.Name, key)
		}
	}
	if len(c.Series) == 0 {
		return message.Errorf("chart %q: it has no series", c.Name)
	}
	c.rows = len(t.Rows)
	return nil
}

func tooManyRows(n int) error {
	return message.Errorf("it would have %d rows, and a sheet can have %d", n, maxRows)
}

// inspectNumber refuses a text that is not a number in plain digits.
func inspectNumber(s string) error {
	if len(s) > maxDigits || !plainNumber(s) {
		return message.Errorf("%.40q is not a number in at most %d plain digits", s, maxDigits)
	}
	return nil
}

// plainNumber reports whether a text is a number in plain digits, with digits on both sides of a point.
func plainNumber(s string) bool {
	whole, fraction, pointed := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return allDigits(whole) && (!pointed || allDigits(fraction))
}

// allDigits reports whether a text consists of digits, at least one.
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
	if len(s) <= maxText/2 { // escaping makes it less than twice as long
		return nil
	}
	if n := units(escape(s)); n > maxText {
		return message.Errorf("the text has %d characters, and a cell can have %d", n, maxText)
	}
	return nil
}

// unspeakable finds a character of valid UTF-8 that XML cannot hold.
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

// units counts UTF-16 units, as Excel does.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// columnName returns the letters of a column, numbered from 0.
func columnName(column int) string {
	var letters [4]byte // a sheet needs at most three
	i := len(letters)
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		i--
		letters[i] = 'A' + byte((n-1)%26)
	}
	return string(letters[i:])
}

// cellName returns the name of the cell in a column, from 0, and a row, from 1.
func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }
