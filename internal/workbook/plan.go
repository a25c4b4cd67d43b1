package workbook

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// sheet is a sheet with what the codebook says of its columns.
type sheet struct {
	xlsx.Sheet
	columns []column
}

// table has a row for each item, below its columns.
type table struct {
	columns []column
	rows    [][]xlsx.Cell
}

// column heads cells of one kind. Its key is that of its header and of its meaning in the codebook.
type column struct {
	xlsx.Column
	of    string // of columns with the same key: the language or period, as in the name for programs
	spare bool   // left out if no row has anything in it
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

// figureCell is blank for no fact and for a missing value: missing is never zero.
func figureCell(f *stat.Fact) xlsx.Cell {
	if f == nil || !f.Status.HasValue() {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return quantityCell(f.Quantity)
}

// baseCell holds an amount in the unit itself, whatever power of ten it was printed in.
func baseCell(d decimal.Decimal) xlsx.Cell {
	return xlsx.Cell{Kind: xlsx.Number, Text: stat.Plain(d), Decimals: int16(max(0, -d.Exponent()))}
}

// dayCell is blank unless the day is known: a date in a cell cannot be vague.
func dayCell(d stat.Date) xlsx.Cell {
	if d.Day == 0 {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return xlsx.Cell{Kind: xlsx.Date, Text: d.String()}
}

// field is a column together with what stands in it for each item.
type field[T any] struct {
	column column
	cell   func(T) xlsx.Cell
}

// formulaCell is a number together with the formula that gives it.
//
// A number of more digits than a program calculates with has none: recalculated, it would be another.
func formulaCell(value xlsx.Cell, formula string) xlsx.Cell {
	if value.Kind == xlsx.Number && stat.Digits(value.Decimal()) <= stat.FloatDigits {
		value.Formula = formula
	}
	return value
}

// spare marks a column as one that few tables have anything for.
func spare[T any](f field[T]) field[T] {
	f.column.spare = true
	return f
}

// tabulate makes a table of the items, a row each.
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

// prune leaves out the spare columns in which no row has anything: a column of blanks reads like the table's end. An
// empty table keeps them all, so that what it would hold is seen.
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

// named is the table as it stands on a sheet.
func (t table) named(name string) xlsx.Table {
	out := xlsx.Table{Name: name, Rows: t.rows}
	for _, c := range t.columns {
		out.Columns = append(out.Columns, c.Column)
	}
	return out
}

// keep moves the items that are used together, in their place.
func keep[T any](items []T, used []bool) []T {
	kept := items[:0]
	for i, item := range items {
		if used[i] {
			kept = append(kept, item)
		}
	}
	return kept
}
