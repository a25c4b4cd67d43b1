package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
)

// numbers are the columns of the data table whose cells are numbers.
func numbers() []string {
	return []string{"obs_value", "unit_mult", "decimals", "out_of", "tolerance", "tolerance_mult"}
}

// truths are those whose cells are true or false; every other cell is text.
func truths() []string { return []string{"tied", "sample"} }

// dataTable is the tidy table: the fields of the rows, unchanged.
func dataTable(rows []edition.DataRow) table {
	t := table{name: "data"}
	for _, name := range edition.DataColumns() {
		c := column{key: "field." + name, header: name, kind: text, limit: noteWidth}
		if slices.Contains(numbers(), name) {
			c.kind, c.limit = number, figureWidth
		}
		if slices.Contains(truths(), name) {
			c.kind, c.limit = truth, figureWidth
		}
		if strings.HasPrefix(name, "note_") {
			c.limit = pageWidth
		}
		t.columns = append(t.columns, c)
	}
	all := make([]cell, len(rows)*len(t.columns))
	for _, r := range rows {
		fields := r.Fields()
		cells := all[:len(fields):len(fields)]
		all = all[len(fields):]
		for i, s := range fields {
			cells[i] = textCell(s)
			switch k := t.columns[i].kind; {
			case s == "":
			case k == number:
				cells[i] = cell{kind: number, text: s, decimals: int16(decimals(s))}
			case k == truth:
				cells[i] = cell{kind: truth, text: s}
			}
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// decimals is how many digits a number in plain digits has behind its point.
func decimals(number string) int {
	_, fraction, _ := strings.Cut(number, ".")
	return len(fraction)
}
