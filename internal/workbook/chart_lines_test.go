package workbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// Line charts give every value in words, and their lines differ in marker and dash.
func TestLinesOverPeriods(t *testing.T) {
	e, opt := build(t, area(t, "example"), stat.Hans, stat.En)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(p.Sheets, func(s xlsx.Sheet) bool { return s.Table.Name == "charts" })
	s := p.Sheets[i]
	file := render(t, e, opt)
	found := 0
	for n, c := range s.Charts {
		if !c.Lines {
			continue
		}
		found++
		xml := string(partOf(t, file, fmt.Sprintf("xl/charts/chart%d.xml", n+1)))
		for _, part := range []string{`<c:symbol val="`, `<a:prstDash val="`} {
			seen := map[string]bool{}
			for _, rest := range strings.Split(xml, part)[1:] {
				name, _, _ := strings.Cut(rest, `"`)
				if seen[name] {
					t.Errorf("%s: two lines have %s%s", c.Name, part, name)
				}
				seen[name] = true
			}
			if len(seen) != len(c.Series) {
				t.Errorf("%s: %d of %s for %d lines", c.Name, len(seen), part, len(c.Series))
			}
		}
		column := s.Table.Index(pointColumn)
		for _, one := range c.Series {
			for _, row := range s.Table.Rows[one.First : one.Last+1] {
				if !strings.Contains(c.Alt, row[column].Text) {
					t.Errorf("%s: %s is not in %q", c.Name, row[column].Text, c.Alt)
				}
			}
		}
		if top := strings.Contains(xml, `<c:orientation val="maxMin"/>`); top != c.Reversed {
			t.Errorf("%s: the least value is on top: %v, want %v", c.Name, top, c.Reversed)
		}
	}
	if found != 2 {
		t.Errorf("%d charts of lines, want those of growth and of positions", found)
	}
}
