package xlsx

import (
	"slices"
	"strings"
	"testing"
)

// refused returns why a book cannot be written.
func refused(p *Book) error {
	if err := p.Arrange(); err != nil {
		return err
	}
	_, err := p.Write()
	return err
}

func TestInspect(t *testing.T) {
	column := []Column{{Header: "h", Kind: Number, Limit: 10}}
	one := func(c Cell) *Book {
		return &Book{Sheets: []Sheet{{Name: "s", Tables: []Table{{Name: "t", Columns: column, Rows: [][]Cell{{c}}}}}}}
	}
	if err := refused(one(Cell{Kind: Number, Text: "-12.50", Decimals: 2})); err != nil {
		t.Error(err)
	}
	for _, digits := range []string{"", "1e5", "NaN", "1,000", ".5", "--1", strings.Repeat("9", 301)} {
		if err := refused(one(Cell{Kind: Number, Text: digits})); err == nil {
			t.Errorf("the number %.20q: no error", digits)
		}
	}
	if err := refused(one(Cell{Kind: Date, Text: "1895-02-28"})); err == nil || !strings.Contains(err.Error(), "cell A2: the day 1895-02-28") {
		t.Errorf("a day that a workbook cannot count: %v", err)
	}
	headed := one(Cell{Kind: Number, Text: "1"})
	headed.Sheets[0].Tables = []Table{{Columns: append(column, column[0])}}
	if err := refused(headed); err == nil {
		t.Error("a header used twice: no error")
	}
	headed.Sheets[0].Tables[0].Columns = slices.Clone(headed.Sheets[0].Tables[0].Columns[:1])
	headed.Sheets[0].Tables[0].Columns[0].Header = strings.Repeat("h", 256)
	if err := refused(headed); err == nil || !strings.Contains(err.Error(), "255") {
		t.Errorf("a header of 256 characters: %v", err)
	}
	headed.Sheets[0].Tables[0].Columns[0].Header = "a\x01"
	if err := refused(headed); err == nil || !strings.Contains(err.Error(), "U+0001") {
		t.Errorf("a header with a control character: %v", err)
	}
	linked := one(Cell{Kind: Text, Text: "x", Link: "#'s'!A1"})
	linked.Sheets[0].Tables[0].Rows = slices.Repeat(linked.Sheets[0].Tables[0].Rows, maxLinks+1)
	if err := refused(linked); err == nil || !strings.Contains(err.Error(), "65529") {
		t.Errorf("too many links: %v", err)
	}
	tall := one(Cell{Kind: Number, Text: "1"})
	tall.Sheets[0].Tables[0].Rows = make([][]Cell, maxRows)
	if err := refused(tall); err == nil || !strings.Contains(err.Error(), "1048576") {
		t.Errorf("too many rows: %v", err)
	}
}

// Names that Excel does not allow are refused, and the error says what is wrong.
func TestSheetNames(t *testing.T) {
	book := func(names ...string) *Book {
		b := &Book{}
		for i, name := range names {
			table := Table{Name: "t" + columnName(i), Columns: []Column{{Header: "h", Kind: Number, Limit: 10}}, Rows: [][]Cell{{{Kind: Number, Text: "1"}}}}
			b.Sheets = append(b.Sheets, Sheet{Name: name, Tables: []Table{table}})
		}
		return b
	}
	if err := refused(book("data", "往期 History", "Histories", "it's", strings.Repeat("n", 31))); err != nil {
		t.Error(err)
	}
	for _, tt := range []struct {
		names []string
		says  string
	}{
		{[]string{""}, "1 to 31"},
		{[]string{strings.Repeat("名", 32)}, "1 to 31"},
		{[]string{"History"}, "reserves"},
		{[]string{"hiSTORY"}, "reserves"},
		{[]string{"a:b"}, "forbids"},
		{[]string{`a\b`}, "forbids"},
		{[]string{"a/b"}, "forbids"},
		{[]string{"a?"}, "forbids"},
		{[]string{"*a"}, "forbids"},
		{[]string{"a[b"}, "forbids"},
		{[]string{"a]b"}, "forbids"},
		{[]string{"'a"}, "apostrophe"},
		{[]string{"a'"}, "apostrophe"},
		{[]string{"Data", "Data"}, "another sheet"},
		{[]string{"Data", "data"}, "another sheet"},
	} {
		if err := refused(book(tt.names...)); err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%q: %v, want an error that says %q", tt.names, err, tt.says)
		}
	}
}

func TestSerial(t *testing.T) {
	for day, want := range map[string]string{"1900-03-01": "61", "2000-01-01": "36526", "2023-02-04": "44961", "2024-02-29": "45351", "2500-11-06": "219457"} {
		if got, err := serial(day); err != nil || got != want {
			t.Errorf("%s is %s, %v; want %s", day, got, err, want)
		}
	}
	for _, day := range []string{"1900-02-28", "1899-12-31", "2023-02-30", ""} {
		if got, err := serial(day); err == nil {
			t.Errorf("%q is %s, want an error", day, got)
		}
	}
}
