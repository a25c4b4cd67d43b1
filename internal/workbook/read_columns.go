package workbook

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/xlsx"
)

// Column is the name of a column for programs: the same in every language and edition.
type Column struct {
	Table string // indicators, rankings … data
	Name  string // value, growth …
}

// Columns finds the columns that the codebook of a workbook lists, by sheet and header. It knows the words of no header: the
// codebook lists its own columns too. It is empty if the workbook has no such list, as one of an earlier version of the
// program. A list that says two things of one column, or one of two, is an error.
func (r *Reader) Columns() (map[string]map[string]Column, error) {
	for i, s := range r.book.Sheets {
		c, ok := findCodebook(s)
		if !ok {
			continue
		}
		for _, other := range r.book.Sheets[i+1:] {
			if _, ok := findCodebook(other); ok {
				return nil, fmt.Errorf("read workbook: the sheets %q and %q are codebooks", s.Name, other.Name)
			}
		}
		columns, err := c.columns()
		if err != nil {
			return nil, fmt.Errorf("read workbook: sheet %q: %w", s.Name, err)
		}
		return columns, nil
	}
	return nil, nil
}

// foundCodebook is a codebook, and which of its columns say what: the sheet, the header and the machine name.
type foundCodebook struct {
	rows                 [][]string // below the header
	first                int        // number of the first of them
	sheet, header, found int
}

// findCodebook looks for the row in which the column of machine names lists itself: with its own header, and with the
// name of its own sheet.
func findCodebook(s xlsx.Sheet) (foundCodebook, bool) {
	for _, row := range s.Rows {
		found := slices.Index(row, "codebook.machine_name")
		if found < 0 {
			continue
		}
		head := slices.IndexFunc(s.Rows, func(row []string) bool { return len(row) > found && row[found] != "" })
		header, sheet := slices.Index(row, s.Rows[head][found]), slices.Index(row, s.Name)
		if header < 0 || sheet < 0 {
			continue
		}
		return foundCodebook{s.Rows[head+1:], head + 2, sheet, header, found}, true
	}
	return foundCodebook{}, false
}

func (c foundCodebook) columns() (map[string]map[string]Column, error) {
	columns := map[string]map[string]Column{}
	named := map[string]map[Column]bool{}
	for i, row := range c.rows {
		if len(row) <= max(c.sheet, c.header, c.found) || row[c.found] == "" {
			continue
		}
		sheet, header := strings.TrimSuffix(row[c.sheet], alsoCSV), row[c.header]
		var one Column
		one.Table, one.Name, _ = strings.Cut(row[c.found], ".")
		if columns[sheet] == nil {
			columns[sheet], named[sheet] = map[string]Column{}, map[Column]bool{}
		}
		if _, ok := columns[sheet][header]; ok || named[sheet][one] || one.Name == "" || header == "" {
			return nil, fmt.Errorf("row %d: column %q of sheet %q, %s: it is listed twice, or has no name",
				c.first+i, header, sheet, row[c.found])
		}
		columns[sheet][header], named[sheet][one] = one, true
	}
	return columns, nil
}
