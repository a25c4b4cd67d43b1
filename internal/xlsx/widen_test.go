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

// Columns are widened until rows have few lines, the most helpful ones first, and not without end.
func TestEase(t *testing.T) {
	const long = "示例区统计局 Example District, office"
	for _, tt := range []struct {
		name  string
		table Table
		wider []int // the columns that get wider
		few   bool  // rows have few lines afterwards
	}{
		{"one column makes rows high", tableOf(10, []string{"gdp", "2024", long}, []string{"grain", "2024", long}), []int{2}, true},
		{"nothing is high", tableOf(10, []string{"gdp", "2024", "note"}), nil, true},
		{"two that are as high", tableOf(10, []string{long, long}), []int{0, 1}, true},
		{"one row of many is high", tableOf(10, append(slices.Repeat([][]string{{"a", "b"}}, 20), []string{"a", "示例区统计局"})...), nil, true},
		{"no row", tableOf(10, []string{"a", "b"}), nil, true},
		{"too long", tableOf(10, []string{strings.Repeat(long, 9), "a"}), []int{0}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.name == "no row" {
				tt.table.Rows = nil
			}
			s := Sheet{Prose: true, Tables: []Table{tt.table}}
			narrow, _ := fit(s)
			widths := slices.Clone(narrow)
			ease(tt.table, widths)
			var wider []int
			for i := range widths {
				if widths[i] != narrow[i] {
					wider = append(wider, i)
				}
				if widths[i] < narrow[i] || widths[i] > max(easeMost, narrow[i]) {
					t.Errorf("column %d is %.1f wide, was %.1f", i, widths[i], narrow[i])
				}
			}
			if !slices.Equal(wider, tt.wider) {
				t.Errorf("columns %v got wider, want %v", wider, tt.wider)
			}
			lines := rowLines(tt.table, widths)
			for first := range lines {
				sum := 0.0
				for _, n := range lines[first:min(len(lines), first+screenRows)] {
					sum += rowHeight(n)
				}
				if shown := min(screenRows, len(lines)); first+shown <= len(lines) && (sum <= screenRow*float64(shown)) != tt.few {
					t.Errorf("the rows from %d on have %v points", first, sum)
				}
			}
		})
	}
}

// A sheet of prose fits on a page, unless its columns would get too narrow.
func TestSqueeze(t *testing.T) {
	long := strings.Repeat("示例区统计局 Example District ", 20)
	for columns, fits := range map[int]bool{3: true, 6: true, 20: false} {
		widths, _ := fit(Sheet{Prose: true, Tables: []Table{tableOf(60, slices.Repeat([]string{long}, columns))}})
		total := 0.0
		for _, w := range widths {
			total += w
		}
		if (total <= widest) != fits {
			t.Errorf("%d columns are %.1f wide, and a page %.1f", columns, total, widest)
		}
	}
}
