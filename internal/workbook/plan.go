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
	id      string     // of its name and its description
	columns [][]column // of each table
}

// rows is the number of rows of the sheet's tables.
func (s sheet) rows() int {
	n := 0
	for _, t := range s.Tables {
		n += len(t.Rows)
	}
	return n
}

// table has one row per item, below its columns.
type table struct {
	name    string // of the Excel table
	columns []column
	rows    [][]xlsx.Cell
}

// column describes cells of one kind. Its key is that of its header and of its meaning in the codebook.
type column struct {
	xlsx.Column
	of    string // for columns with the same key: the language or period, as in the machine name
	spare bool   // omitted if no row has a value in it
	usual string // omitted if each row has this text or none
	blank string // key of what a blank cell means, if not what it does in all columns of its kind
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

// spare marks a column that few tables have values for.
func spare[T any](f field[T]) field[T] {
	f.column.spare = true
	return f
}

// usual marks a column in which most tables have one text only.
func usual[T any](f field[T], text string) field[T] {
	f.column.spare, f.column.usual = true, text
	return f
}

// blank says what a blank cell in the column means.
func blank[T any](key string, f field[T]) field[T] {
	f.column.blank = key
	return f
}

// derived marks a column of calculated numbers, which are blank if they are not calculated.
func derived[T any](f field[T]) field[T] { return blank("blank.derived", f) }

// tabulate makes a table with one row per item.
func tabulate[T any](name string, fields []field[T], items []T) table {
	t := table{name: name}
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

// prune omits the spare columns without values, and those with the usual text in each row: a column of blanks looks like
// the end of the table, and one of repetitions hides what is unusual.
func (t table) prune() table {
	used := make([]bool, len(t.columns))
	for i, c := range t.columns {
		used[i] = !c.spare
	}
	for _, row := range t.rows {
		for i, c := range row {
			used[i] = used[i] || c.Kind != xlsx.Blank && c.Text != t.columns[i].usual
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

// has reports whether the table has a column.
func (t table) has(key string) bool {
	return slices.ContainsFunc(t.columns, func(c column) bool { return c.Key == key })
}

// written is the table for a sheet.
func (t table) written() xlsx.Table {
	out := xlsx.Table{Name: t.name, Rows: t.rows}
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
