package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/message"
)

// A formula or a link refers to cells by placeholders, which are resolved when all sheets are arranged: {table!column}
// is the cell of that column in the formula's own row, {table!column#3} that of the table's row 3, counted from 0, and
// {table!column:} the whole column.

// Own refers, in a formula or a link, to the cell of a column in the same row.
func Own(table, column string) string { return "{" + table + "!" + column + "}" }

// At refers to the cell of a column in a row of its table, counted from 0.
func At(table, column string, row int) string {
	return "{" + table + "!" + column + "#" + strconv.Itoa(row) + "}"
}

// All refers to all cells of a column.
func All(table, column string) string { return "{" + table + "!" + column + ":}" }

// resolve replaces the placeholders in formulas and links by addresses, or removes the formulas from a book that is not
// live. It uses addresses rather than names of tables and columns because every program reads them.
func (b *Book) resolve() error {
	for i := range b.Sheets {
		s := &b.Sheets[i]
		for r, row := range s.Table.Rows {
			for c := range row {
				if err := b.resolveCell(&row[c], spot{s.Table.Name, r}); err != nil {
					return message.Errorf("sheet %q, column %q: %w", s.Name, s.Table.Columns[c].Header, err)
				}
			}
		}
	}
	return nil
}

// spot is the position of a formula: the row of a table.
type spot struct {
	table string
	row   int
}

// site is the position of a table.
type site struct {
	sheet *Sheet
	first int // sheet row of the table's first row
}

func (b *Book) resolveCell(c *Cell, here spot) (err error) {
	if !b.Live {
		c.Formula = ""
	}
	if c.Formula != "" {
		if c.Formula, err = b.addressed(c.Formula, here); err != nil {
			return message.Errorf("formula %w", err)
		}
	}
	if c.Link != "" {
		if c.Link, err = b.addressed(c.Link, here); err != nil {
			return message.Errorf("link %w", err)
		}
	}
	return nil
}

// addressed returns a formula or a link with addresses instead of placeholders.
func (b *Book) addressed(s string, here spot) (string, error) {
	var out []byte
	for {
		before, rest, named := strings.Cut(s, "{")
		out = append(out, before...)
		if !named {
			return string(out), nil
		}
		name, after, _ := strings.Cut(rest, "}")
		table, column, _ := strings.Cut(name, "!")
		which := ""
		if i := strings.IndexAny(column, "#:"); i >= 0 {
			column, which = column[:i], column[i:]
		}
		address, err := b.find(table).address(column, which, here)
		if err != nil {
			return "", message.Errorf("\"{%s}\": %w", name, err)
		}
		out = append(out, address...)
		s = after
	}
}

func (b *Book) find(table string) site {
	i := slices.IndexFunc(b.Sheets, func(s Sheet) bool { return s.Table.Name == table })
	if i < 0 {
		return site{}
	}
	return site{&b.Sheets[i], b.Sheets[i].Layout.Header + 1}
}

// address is the address of a cell or of a whole column, with the sheet's name if it is another sheet.
func (to site) address(column, which string, here spot) (string, error) {
	if to.sheet == nil {
		return "", message.Errorf("no such table")
	}
	t := to.sheet.Table
	c := t.Index(column)
	if c < 0 {
		return "", message.Errorf("the table has no such column")
	}
	sheet := ""
	if t.Name != here.table {
		sheet = "'" + to.sheet.Name + "'!"
	}
	letters := columnName(c)
	switch {
	case which == "":
		return sheet + letters + strconv.Itoa(to.first+here.row), nil
	case which == ":":
		return sheet + "$" + letters + "$" + strconv.Itoa(to.first) + ":$" + letters + "$" + strconv.Itoa(to.first+len(t.Rows)-1), nil
	}
	row, err := strconv.Atoi(which[1:])
	if err != nil || row >= len(t.Rows) {
		return "", message.Errorf("the table has no such row")
	}
	return sheet + letters + strconv.Itoa(to.first+row), nil
}
