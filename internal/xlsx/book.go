package xlsx

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// Book is a workbook before it is a file.
type Book struct {
	Properties Properties
	Sheets     []Sheet
	Live       bool // it has formulas, filters and frozen headers; values alone if not
}

// Sheet is a title with a few lines below it, then one table. A sheet without titles is its table alone.
type Sheet struct {
	Name   string
	Titles []string   // a row each; the second and later ones are smaller
	Lines  [][]string // guidance: each line is one row if it fits, else one a text
	Table  Table
	Charts []Chart // they stand to the right of the table
	Footer string  // printed at the foot of each page, left of the page number
	Mark   string  // printed at the head of each page
	Plain  bool    // numbers without grouping, and grid lines: a sheet for machines
	Layout Layout  // once the book is arranged
}

// Table has a row of unique headers and typed rows below it.
type Table struct {
	Name    string // of the Excel table, and in formulas and links; ASCII, and of one table of the book
	Columns []Column
	Rows    [][]Cell
}

// Column heads cells of one kind.
type Column struct {
	Key    string // by which formulas, links and charts find it
	Header string
	Kind   Kind
	Limit  float64 // greatest width wanted, in characters; a number and an unbreakable word can need more
}

// Kind is the type of a cell's content, and of the cells of a column.
type Kind byte

// The kinds.
const (
	Blank Kind = iota
	Text
	Number
	Date
	Truth // true or false
)

// Cell is a typed value. Numbers are held as the text that is written, so that nothing rounds them.
type Cell struct {
	Kind     Kind
	Tone     Tone
	Decimals int16  // of a number: how many are shown
	Text     string // text, the plain decimal digits of a number, a date as 2023-02-04, true or false
	Link     string // "" or where the cell leads: #'Sheet'!A1, which may stand in braces until the book is arranged
	Formula  string // "" or what gives the number; until the book is arranged, cells stand in braces
}

// Tone is the colour behind a cell. It should repeat what the text says: not everyone sees it.
type Tone byte

// The tones.
const (
	NoTone Tone = iota
	Blue
	Green
	Orange
	Grey
)

// Chart is a chart of bars, or of lines, over rows of its sheet's table.
type Chart struct {
	Lines    bool
	Reversed bool     // the least value is on top
	Titles   []string // a line each, in the languages of the properties
	Name     string   // ASCII, for the list of a sheet's objects
	Alt      string   // what it shows, for those who do not see it
	Columns  ChartColumns
	Series   []Series // at least one
}

// ChartColumns are the keys of the columns that a chart draws.
type ChartColumns struct {
	Series string // names of the series
	Item   string // what each bar or point stands for
	Value  string // numbers, or blank
}

// Series are rows of the table, from first to last, counted from 0.
type Series struct{ First, Last int }

// Properties describe the document to those who search for it.
type Properties struct {
	Title, Creator, Keywords, Program string
	Languages                         []string // BCP 47 tags, the first that of the document
	Created                           time.Time
}

// Decimal is the value of a number; zero for anything else.
func (c Cell) Decimal() decimal.Decimal {
	d, err := decimal.NewFromString(c.Text)
	if c.Kind != Number || err != nil {
		return decimal.Zero
	}
	return d
}

// Index is where a column stands in the table, -1 if it has none with this key.
func (t Table) Index(key string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Key == key })
}
