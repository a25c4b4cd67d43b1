package xlsx

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// Book is the content of a workbook.
type Book struct {
	Properties Properties
	Face       string // typeface of cells and charts; it must have the characters of the book's languages
	Sheets     []Sheet
	Names      []Name // used in formulas
	Live       bool   // with formulas, filters, frozen headers, bars, colours and page numbers; otherwise values only
}

// Name is a defined name for all cells of a column.
type Name struct{ Name, Table, Column string }

// Sheet is a title with a few lines below it, then its tables, one below the other. A sheet without titles begins with
// a table.
type Sheet struct {
	Name   string
	Titles []string   // one per row; the second and later ones are smaller
	Lines  [][]string // guidance: each line takes one row if it fits, otherwise one per text
	Tables []Table    // at least one
	Charts []Chart    // placed to the right of the tables
	Footer string     // printed at the foot of each page, left of the page number, if the book is live
	Mark   string     // printed at the head of each page, if the book is live
	Plain  bool       // numbers without grouping, and grid lines: a sheet for machines
	Prose  bool       // rows of texts may be high: columns are as narrow as a page needs
	Below  bool       // the charts are side by side below the tables
	Aside  bool       // not printed: a sheet that nobody reads on paper
	Layout Layout     // set when the book is arranged
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
	Limit  float64  // preferred maximum width, in characters; numbers and unbreakable words can exceed it
	Bars   bool     // of numbers: each cell has a bar as long as its number
	Input  []string // of numbers: what a program says, one text per language, if something else is typed; nil if it accepts all
	Signs  []Sign   // of texts: tones by the first character, which follow when a formula is calculated
}

// Sign is a character at the beginning of a text, and the tone of cells that begin with it.
type Sign struct {
	Char string
	Tone Tone
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
	Indent   int8   // of a text: how many steps it is indented
	Decimals int16  // of a number: decimals shown
	Text     string // text, the plain decimal digits of a number, a date as 2023-02-04, true or false
	Link     string // "" or the target: a URI, or as #'Sheet'!A1; until the book is arranged, it may be a reference in braces
	Formula  string // "" or the formula of the value; until the book is arranged, it refers to cells in braces
}

// Tone is the background colour of a cell in a live book. It must only repeat what the text says, for readers who cannot
// see it.
type Tone byte

// The tones.
const (
	NoTone Tone = iota
	Blue
	Green
	Orange
	Grey
)

// ChartKind is the kind of a chart.
type ChartKind uint8

// The kinds of charts.
const (
	BarChart   ChartKind = iota // a bar per row and series
	LineChart                   // a line per row over the series
	StackChart                  // a piece per row of one bar to 100 %; one series
)

// Chart is a bar or line chart of a table. Bars are the rows, and a series is a column; lines are the rows, and their
// points the columns, one beside the other.
type Chart struct {
	Kind     ChartKind
	Reversed bool     // of lines: the least value is on top
	Titles   []string // one per line, in the languages of the properties
	Name     string   // ASCII, for the list of a sheet's objects
	Alt      string   // description for readers who cannot see it
	Table    string   // name of the table, on any sheet of the book
	Item     string   // key of the column that labels the rows
	Series   []string // keys of the columns of numbers, at least one; their headers label the columns

	rows int // of the table, set when the book is arranged
}

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

// find returns the sheet and the number of a table, or nil.
func (b *Book) find(name string) (*Sheet, int) {
	for i := range b.Sheets {
		for j, t := range b.Sheets[i].Tables {
			if t.Name == name {
				return &b.Sheets[i], j
			}
		}
	}
	return nil, 0
}

// Index returns the index of the column with a key, or -1.
func (t Table) Index(key string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Key == key })
}
