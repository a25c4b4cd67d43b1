package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// numbers returns the number columns of the data table.
func numbers() []string {
	return []string{"obs_value", "unit_mult", "decimals", "release", "out_of", "tolerance", "tolerance_mult", "upper_bound"}
}

// truths returns the boolean columns; every other column is text.
func truths() []string { return []string{"derived", "tied", "revised", "sample"} }

// dataTable is the tidy table: the fields of the rows, unchanged. A program says input if a value is not a number.
func dataTable(rows []wording.DataRow, input []string) table {
	t := table{name: "data"}
	for _, name := range wording.DataColumns() {
		c := column{Column: xlsx.Column{Key: "field." + name, Header: name, Kind: xlsx.Text, Limit: noteWidth}}
		if slices.Contains(numbers(), name) {
			c.Kind, c.Limit = xlsx.Number, figureWidth
		}
		if name == "obs_value" {
			c.Input = input
		}
		if slices.Contains(truths(), name) {
			c.Kind, c.Limit = xlsx.Truth, figureWidth
		}
		if strings.HasPrefix(name, "note_") {
			c.Limit = pageWidth
		}
		t.columns = append(t.columns, c)
	}
	all := make([]xlsx.Cell, len(rows)*len(t.columns))
	for _, r := range rows {
		fields := r.Fields()
		cells := all[:len(fields):len(fields)]
		all = all[len(fields):]
		for i, s := range fields {
			cells[i] = textCell(s)
			switch k := t.columns[i].Kind; {
			case s == "":
			case k == xlsx.Number:
				cells[i] = xlsx.Cell{Kind: xlsx.Number, Text: s, Decimals: int16(decimals(s))}
			case k == xlsx.Truth:
				cells[i] = xlsx.Cell{Kind: xlsx.Truth, Text: s}
			}
		}
		t.rows = append(t.rows, cells)
	}
	return t
}

// decimals is the number of digits after the point of a plain number.
func decimals(number string) int {
	_, fraction, _ := strings.Cut(number, ".")
	return len(fraction)
}
