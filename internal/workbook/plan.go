package workbook

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// kind is the type of a cell's content, and of the cells of a column.
type kind byte

const (
	blank kind = iota
	text
	number
	date
	truth // true or false
)

// plan is a workbook before it is a file.
type plan struct {
	properties properties
	sheets     []sheet
	profile    Profile
}

// sheet is a title with a few lines below it, then one table. A sheet without title is its table alone.
type sheet struct {
	name   string
	titles []string   // one a language
	lines  [][]string // guidance, in each language; one row if it fits, else one a language
	table  table
	charts []chart
	footer string // printed at the foot of each page, left of the page number
	mark   string // printed at the head of each page: that the data are a sample, or a draft
	plain  bool   // numbers without grouping, and grid lines: a sheet for machines
	layout layout // once the sheet is inspected
}

// table has a row of unique headers and typed rows below it.
type table struct {
	name    string // of the Excel table, ASCII
	columns []column
	rows    [][]cell
}

// column heads cells of one kind.
type column struct {
	key    string // of its header and of its meaning in the codebook
	of     string // of columns with the same key: the language or period, as in the name for programs
	header string
	kind   kind
	spare  bool    // left out if no row has anything in it
	limit  float64 // greatest width wanted, in characters; a number and an unbreakable word can need more
}

// cell is a typed value. Numbers are held as the text that is written, so that nothing rounds them.
type cell struct {
	kind     kind
	tone     tone   // of the colour behind it; it repeats what the text says
	decimals int16  // of a number: how many are shown
	text     string // text, the plain decimal digits of a number, a date as 2023-02-04, true or false
	link     string // "" or where the cell leads: #'Sheet'!A1, which may stand in braces until it is resolved
	formula  string // "" or what gives the number; until it is resolved, cells stand in braces
}

// tone is the colour behind a cell.
type tone byte

const (
	plainTone tone = iota // none
	aheadTone
	onTrackTone
	behindTone
	openTone
)

// decimal is the value of a number; zero for anything else.
func (c cell) decimal() decimal.Decimal {
	d, err := decimal.NewFromString(c.text)
	if c.kind != number || err != nil {
		return decimal.Zero
	}
	return d
}

func textCell(s string) cell {
	if s == "" {
		return cell{kind: blank}
	}
	return cell{kind: text, text: s}
}

func linkCell(s, link string) cell {
	c := textCell(s)
	if c.kind == text {
		c.link = link
	}
	return c
}

func intCell(n int) cell { return cell{kind: number, text: strconv.Itoa(n)} }

// quantityCell holds the value of a quantity in its own power of ten, as printed.
func quantityCell(q stat.Quantity) cell {
	return cell{kind: number, text: q.Number(), decimals: int16(q.Decimals())}
}

// figureCell is blank for no fact and for a missing value: missing is never zero.
func figureCell(f *stat.Fact) cell {
	if f == nil || !f.Status.HasValue() {
		return cell{kind: blank}
	}
	return quantityCell(f.Quantity)
}

// baseCell holds an amount in the unit itself, whatever power of ten it was printed in.
func baseCell(d decimal.Decimal) cell {
	return cell{kind: number, text: stat.Plain(d), decimals: int16(max(0, -d.Exponent()))}
}

// dayCell is blank unless the day is known: a date in a cell cannot be vague.
func dayCell(d stat.Date) cell {
	if d.Day == 0 {
		return cell{kind: blank}
	}
	return cell{kind: date, text: d.String()}
}

// field is a column together with what stands in it for each item.
type field[T any] struct {
	column column
	cell   func(T) cell
}

// formulaCell is a number together with the formula that gives it.
//
// A number of more digits than a program calculates with has none: recalculated, it would be another.
func formulaCell(value cell, formula string) cell {
	if value.kind == number && stat.Digits(value.decimal()) <= stat.FloatDigits {
		value.formula = formula
	}
	return value
}

// spare marks a column as one that few tables have anything for.
func spare[T any](f field[T]) field[T] {
	f.column.spare = true
	return f
}

// tabulate makes a table of the items, a row each.
func tabulate[T any](name string, fields []field[T], items []T) table {
	t := table{name: name}
	for _, f := range fields {
		t.columns = append(t.columns, f.column)
	}
	cells := make([]cell, len(items)*len(fields))
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

// index is where a column stands in the table, -1 if it has none with this key.
func (t table) index(key string) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.key == key })
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
			used[i] = used[i] || c.kind != blank
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
