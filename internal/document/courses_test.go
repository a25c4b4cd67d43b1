package document

import (
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// The table of the main indicators has a line of growth for each indicator with three periods of it or more, says what it shows
// in words, and states the scale of all lines. With fewer periods it has no such column.
func TestCourses(t *testing.T) {
	for months, want := range map[int]int{3: 0, 12: 6} {
		_, doc := made(t, "example", stat.Through(2024, months), Standard)
		for _, s := range doc.Sections {
			for _, ch := range s.Chapters {
				if ch.ID != "indicators" {
					continue
				}
				table := ch.Blocks[0].(*Table)
				at := slices.IndexFunc(table.Columns, func(c Column) bool { return c.Kind == Courses })
				drawn := 0
				for i, course := range table.Courses {
					if course == nil {
						continue
					}
					drawn++
					said := table.Rows[i][at][0].Text[1].String()
					if !strings.Contains(said, "first half of 2024") || !strings.Contains(said, "%") {
						t.Errorf("a line of %d points is told as %q", len(course.Points), said)
					}
				}
				if drawn != want || (at >= 0) != (want > 0) {
					t.Errorf("%d months: %d lines, column %d; want %d lines", months, drawn, at, want)
				}
				if note := "各行同一刻度，−5%至10%"; want > 0 && !strings.Contains(table.Note[0].String(), note) {
					t.Errorf("the note is %q, want %q in it", table.Note[0], note)
				}
			}
		}
	}
}
