package xlsx

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// Book is the content of a workbook.
type Book struct {
	Properties Properties
	Sheets     []Sheet
	Live       bool // with formulas, filters and frozen headers; otherwise values only
}

// Sheet is a title with a few lines below it, then one table. A sheet without titles has only its table.
type Sheet struct {
	Name   string
	Titles []string   // one per row; the second and later ones are smaller
	Lines  [][]string // guidance: each line takes one row if it fits, otherwise one per text
	Table  Table
	Charts []Chart // placed to the right of the table
	Footer string  // printed at the foot of each page, left of the page number
	Mark   string  // printed at the head of each page
	Plain  bool    // numbers without grouping, and grid lines: a sheet for machines
	Layout Layout  // set when the book is arranged
}

// Table is a row of unique headers and the typed rows below it.
type Table struct {
	Name    string // of the Excel table, also used in formulas and links; ASCII, unique in the book
	Columns []Column
	Rows    [][]Cell
}

// Column describes cells of one kind.
type Column struct {
	Key    string // name used by formulas, links and charts
	Header string
	Kind   Kind
	Limit  float64 // preferred maximum width, in characters; numbers and unbreakable words can exceed it
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

// Cell is a typed value. Numbers are stored as text, so that nothing rounds them.
type Cell struct {
	Kind     Kind
	Tone     Tone
	Decimals int16  // of a number: decimals shown
	Text     string // text, the plain decimal digits of a number, a date as 2023-02-04, true or false
	Link     string // "" or the target, such as #'Sheet'!A1; until the book is arranged, it may be a reference in braces
	Formula  string // "" or the formula of the number; until the book is arranged, it refers to cells in braces
}

// Tone is the background colour of a cell. It must only repeat what the text says, for readers who cannot see it.
type Tone byte

// The tones.
const (
	NoTone Tone = iota
	Blue
	Green
	Orange
	Grey
)

// Chart is a bar or line chart over rows of its sheet's table.
type Chart struct {
	Lines    bool
	Reversed bool     // the least value is on top
	Titles   []string // one per line, in the languages of the properties
	Name     string   // ASCII, for the list of a sheet's objects
	Alt      string   // description for readers who cannot see it
	Columns  ChartColumns
	Series   []Series // at least one
}

// ChartColumns holds the keys of the columns that a chart draws.
type ChartColumns struct {
	Series string // names of the series
	Item   string // label of each bar or point
	Value  string // numbers, or blank
}

// Series is a range of rows of the table, from First to Last, numbered from 0.
type Series struct{ First, Last int }

// Properties is the metadata of the document.
type Properties struct {
	Title, Creator, Keywords, Program string
	Languages                         []string // BCP 47 tags; the first is the document's language
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

// Index returns the index of the column with a key, or -1.
func (t Table) Index(key string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Key == key })
}
