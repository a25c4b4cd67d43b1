package xlsx

import (
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
	for _, s := range b.Sheets {
		for _, t := range s.Tables {
			if err := b.resolveTable(s, t); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *Book) resolveTable(s Sheet, t Table) error {
	for r, row := range t.Rows {
		for c := range row {
			if err := b.resolveCell(&row[c], spot{s.Name, t.Name, r}); err != nil {
				return message.Errorf("sheet %q, column %q: %w", s.Name, t.Columns[c].Header, err)
			}
		}
	}
	return nil
}

// spot is the position of a formula: the row of a table.
type spot struct {
	sheet, table string
	row          int
}

// site is the position of a table.
type site struct {
	sheet string
	table *Table // nil if there is none
	first int    // sheet row of the table's first row
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
	if !strings.Contains(s, "{") {
		return s, nil
	}
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
		address, err := b.site(table).address(column, which, here)
		if err != nil {
			return "", message.Errorf("\"{%s}\": %w", name, err)
		}
		out = append(out, address...)
		s = after
	}
}

func (b *Book) site(table string) site {
	s, i := b.find(table)
	if s == nil {
		return site{}
	}
	return site{s.Name, &s.Tables[i], s.Layout.Tables[i].Header + 1}
}

// address is the address of a cell or of a whole column, with the sheet's name if it is another sheet.
func (to site) address(column, which string, here spot) (string, error) {
	if to.table == nil {
		return "", message.Errorf("no such table")
	}
	t := *to.table
	c := t.Index(column)
	if c < 0 {
		return "", message.Errorf("the table has no such column")
	}
	if which == "" && t.Name != here.table {
		return "", message.Errorf("a cell of the same row is only in the same table")
	}
	sheet := ""
	if to.sheet != here.sheet {
		sheet = "'" + to.sheet + "'!"
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
