package workbook

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// Every number and date is shown whole, and every row is high enough for its texts.
func TestEverythingIsShown(t *testing.T) {
	const edges, highest = 2.4, 409
	for _, code := range []string{"saibei", "example", "tongjian"} {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}, {stat.Hant}} {
			p, _ := planOf(t, area(t, code), langs...)
			for _, s := range p.Sheets {
				for n, table := range s.Tables {
					for i, row := range table.Rows {
						for j, c := range row {
							if room := s.Layout.Widths[j] - edges; c.Kind != xlsx.Blank && c.Kind != xlsx.Text && shownWidth(c) > room {
								t.Errorf("%s: %s does not fit into %v", s.Name, c.Text, room)
							}
							if h := s.Layout.Tables[n].Heights[i+1]; c.Kind == xlsx.Text && h >= highest {
								t.Errorf("%s: %.40q makes its row %v high", s.Name, c.Text, h)
							}
						}
					}
				}
			}
		}
	}
}

// shownWidth is the width of a number, a date or a truth value, in digits.
func shownWidth(c xlsx.Cell) float64 {
	const mark, capital = 0.65, 1.3
	switch c.Kind {
	case xlsx.Date:
		return float64(len("20230204")) + 2*mark
	case xlsx.Truth:
		return float64(len(c.Text)) * capital
	}
	whole, fraction, pointed := strings.Cut(c.Text, ".")
	wide := float64(len(strings.TrimPrefix(whole, "-")) + len(fraction))
	marks := (len(whole) - 1) / 3
	for _, is := range []bool{pointed, strings.HasPrefix(whole, "-")} {
		if is {
			marks++
		}
	}
	return wide + float64(marks)*mark
}
