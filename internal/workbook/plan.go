package workbook

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// sheet is a sheet with the columns that the codebook describes.
type sheet struct {
	xlsx.Sheet
	columns []column
}

// table has one row per item, below its columns.
type table struct {
	columns []column
	rows    [][]xlsx.Cell
}

// column describes cells of one kind. Its key is that of its header and of its meaning in the codebook.
type column struct {
	xlsx.Column
	of    string // for columns with the same key: the language or period, as in the machine name
	spare bool   // omitted if no row has a value in it
}

func textCell(s string) xlsx.Cell {
	if s == "" {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return xlsx.Cell{Kind: xlsx.Text, Text: s}
}

func linkCell(s, link string) xlsx.Cell {
	c := textCell(s)
	if c.Kind == xlsx.Text {
		c.Link = link
	}
	return c
}

func intCell(n int) xlsx.Cell { return xlsx.Cell{Kind: xlsx.Number, Text: strconv.Itoa(n)} }

// quantityCell holds the value of a quantity in its own power of ten, as printed.
func quantityCell(q stat.Quantity) xlsx.Cell {
	return xlsx.Cell{Kind: xlsx.Number, Text: q.Number(), Decimals: int16(q.Decimals())}
}

// figureCell is blank for a nil fact and for a missing value: missing is never zero.
func figureCell(f *stat.Fact) xlsx.Cell {
	if f == nil || !f.Status.HasValue() {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return quantityCell(f.Quantity)
}

// baseCell holds an amount in the base unit, whatever power of ten it was printed in.
func baseCell(d decimal.Decimal) xlsx.Cell {
	return xlsx.Cell{Kind: xlsx.Number, Text: stat.Plain(d), Decimals: int16(max(0, -d.Exponent()))}
}

// hasCell reports whether a cell for dates can hold a date: a day from March 1900 on. Programs count earlier days
// differently, because some of them know a 29 February 1900.
func hasCell(d stat.Date) bool {
	return d.Day != 0 && d.Compare(stat.Date{Year: 1900, Month: 3, Day: 1}) >= 0
}

// dayCell is blank if no cell can hold the date.
func dayCell(d stat.Date) xlsx.Cell {
	if !hasCell(d) {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return xlsx.Cell{Kind: xlsx.Date, Text: d.String()}
}

// field is a column with a function for its cells.
type field[T any] struct {
	column column
	cell   func(T) xlsx.Cell
}

// formulaCell is a number with its formula.
//
// A number with more digits than programs calculate with gets no formula: recalculating would change it.
func formulaCell(value xlsx.Cell, formula string) xlsx.Cell {
	if value.Kind == xlsx.Number && stat.Digits(value.Decimal()) <= stat.FloatDigits {
		value.Formula = formula
	}
	return value
}

// spare marks a column that few tables have values for.
func spare[T any](f field[T]) field[T] {
	f.column.spare = true
	return f
}

// tabulate makes a table with one row per item.
func tabulate[T any](fields []field[T], items []T) table {
	var t table
	for _, f := range fields {
		t.columns = append(t.columns, f.column)
	}
	cells := make([]xlsx.Cell, len(items)*len(fields))
	for _, item := range items {
		row := cells[:len(fields):len(fields)]
		cells = cells[len(fields):]
		for i, f := range fields {
			row[i] = f.cell(item)
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// prune omits the spare columns without values: a column of blanks looks like the end of the table. An empty table
// keeps all columns, to show what it would hold.
func (t table) prune() table {
	if len(t.rows) == 0 {
		return t
	}
	used := make([]bool, len(t.columns))
	for i, c := range t.columns {
		used[i] = !c.spare
	}
	for _, row := range t.rows {
		for i, c := range row {
			used[i] = used[i] || c.Kind != xlsx.Blank
		}
	}
	if !slices.Contains(used, false) {
		return t
	}
	t.columns = keep(t.columns, used)
	for i, row := range t.rows {
		t.rows[i] = keep(row, used)
	}
	return t
}

// named is the table for a sheet.
func (t table) named(name string) xlsx.Table {
	out := xlsx.Table{Name: name, Rows: t.rows}
	for _, c := range t.columns {
		out.Columns = append(out.Columns, c.Column)
	}
	return out
}

// keep filters the items in use, in place.
func keep[T any](items []T, used []bool) []T {
	kept := items[:0]
	for i, item := range items {
		if used[i] {
			kept = append(kept, item)
		}
	}
	return kept
}
