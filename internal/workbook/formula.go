package workbook

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// mark is a cell in a formula that is not resolved yet: {table!column} is the cell of that column in the formula's
// own row, {table!column#3} that of the table's row 3, counted from 0, and {table!column:} all of the column.
var mark = regexp.MustCompile(`\{([a-z]+)!([a-z.-]+)(#[0-9]+|:)?\}`)

func own(table, column string) string { return "{" + table + "!" + column + "}" }

func at(table, column string, row int) string {
	return "{" + table + "!" + column + "#" + strconv.Itoa(row) + "}"
}

func all(table, column string) string { return "{" + table + "!" + column + ":}" }

// resolve puts the addresses of cells into the formulas, or takes the formulas away where the profile has none.
// Addresses, and not the names of tables and columns, because every program reads them.
func (p *plan) resolve() error {
	places := map[string]site{}
	for i := range p.sheets {
		s := &p.sheets[i]
		for r, row := range s.table.rows {
			for c := range row {
				if err := p.resolveCell(&row[c], spot{s.table.name, r}, places); err != nil {
					return fmt.Errorf("sheet %q, column %q: %w", s.name, s.table.columns[c].header, err)
				}
			}
		}
	}
	return nil
}

// spot is the row of a table that a formula stands in.
type spot struct {
	table string
	row   int
}

// site is where a table stands.
type site struct {
	sheet *sheet
	first int // row of the sheet that the table's first row is on
}

func (p *plan) resolveCell(c *cell, here spot, places map[string]site) error {
	if p.profile == Published {
		c.formula = ""
	}
	if c.formula == "" {
		return nil
	}
	var fault error
	c.formula = mark.ReplaceAllStringFunc(c.formula, func(m string) string {
		parts := mark.FindStringSubmatch(m)
		to, ok := places[parts[1]]
		if !ok {
			to = p.find(parts[1])
			places[parts[1]] = to
		}
		address, err := to.address(parts[2], parts[3], here)
		if err != nil {
			fault = fmt.Errorf("formula %q: %w", m, err)
		}
		return address
	})
	return fault
}

func (p *plan) find(table string) site {
	i := slices.IndexFunc(p.sheets, func(s sheet) bool { return s.table.name == table })
	if i < 0 {
		return site{}
	}
	return site{&p.sheets[i], arrange(p.sheets[i]).header + 1}
}

// address is that of a cell or of a whole column, with the sheet's name unless it is the formula's own.
func (to site) address(column, which string, here spot) (string, error) {
	if to.sheet == nil {
		return "", fmt.Errorf("no such table")
	}
	t := to.sheet.table
	c := t.index(column)
	if c < 0 {
		return "", fmt.Errorf("the table has no such column")
	}
	sheet := ""
	if t.name != here.table {
		sheet = "'" + to.sheet.name + "'!"
	}
	letters := columnName(c)
	switch {
	case which == "":
		return sheet + letters + strconv.Itoa(to.first+here.row), nil
	case which == ":":
		return fmt.Sprintf("%s$%s$%d:$%s$%d", sheet, letters, to.first, letters, to.first+len(t.rows)-1), nil
	}
	row, err := strconv.Atoi(which[1:])
	if err != nil || row >= len(t.rows) {
		return "", fmt.Errorf("the table has no such row")
	}
	return sheet + letters + strconv.Itoa(to.first+row), nil
}
