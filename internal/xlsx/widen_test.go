package xlsx

import (
	"slices"
	"strings"
	"testing"
)

func textOf(s string) Cell { return Cell{Kind: Text, Text: s} }

// tableOf is a table of texts in columns with one limit.
func tableOf(limit float64, rows ...[]string) Table {
	var t Table
	for range rows[0] {
		t.Columns = append(t.Columns, Column{Header: "名称 Name", Kind: Text, Limit: limit})
	}
	for _, row := range rows {
		var cells []Cell
		for _, s := range row {
			cells = append(cells, textOf(s))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func TestEase(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("示例区统计局 Example District ", 6))
	for _, tt := range []struct {
		name  string
		table Table
		wider []int // the columns that get wider
	}{
		{"one column makes rows high", tableOf(10, []string{"gdp", "2024", long}, []string{"grain", "2024", long}), []int{2}},
		{"nothing is high", tableOf(10, []string{"gdp", "2024", "note"}), nil},
		{"two that are as high", tableOf(10, []string{long, long}), nil},
		{"no row", tableOf(10, []string{"a", "b"}), nil},
		{"no room on paper", tableOf(45, slices.Repeat([]string{strings.Repeat(long, 4)}, 4), slices.Repeat([]string{"a"}, 4)), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.name == "no row" {
				tt.table.Rows = nil
			}
			narrow, _ := fit(tt.table)
			widths := slices.Clone(narrow)
			ease(tt.table, widths)
			var wider []int
			total := 0.0
			for i := range widths {
				if widths[i] != narrow[i] {
					wider = append(wider, i)
				}
				if widths[i] < narrow[i] {
					t.Errorf("column %d got narrower: %.1f, was %.1f", i, widths[i], narrow[i])
				}
				total += widths[i]
			}
			if !slices.Equal(wider, tt.wider) {
				t.Errorf("columns %v got wider, want %v", wider, tt.wider)
			}
			if wider != nil && total > widest {
				t.Errorf("the table is %.1f wide, more than the %.1f that are legible on a page", total, widest)
			}
			if before, after := slices.Max(append(rowLines(tt.table, narrow), 0)), slices.Max(append(rowLines(tt.table, widths), 0)); wider != nil && after*2 > before {
				t.Errorf("rows have up to %d lines, %d before", after, before)
			}
		})
	}
}
