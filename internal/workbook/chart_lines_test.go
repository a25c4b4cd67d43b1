package workbook

import (
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// Lines over the periods have every value in their words, and differ in marker and dash.
func TestLinesOverPeriods(t *testing.T) {
	e, opt := build(t, area(t, "example"), stat.Hans, stat.En)
	p, err := makePlan(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(p.sheets, func(s sheet) bool { return s.table.name == "charts" })
	s := p.sheets[i]
	found := 0
	for _, c := range s.charts {
		if !c.lines {
			continue
		}
		found++
		xml := string(chartXML(s, arrange(s), c, []string{"zh-Hans", "en"}))
		for _, part := range []string{`<c:symbol val="`, `<a:prstDash val="`} {
			seen := map[string]bool{}
			for _, rest := range strings.Split(xml, part)[1:] {
				name, _, _ := strings.Cut(rest, `"`)
				if seen[name] {
					t.Errorf("%s: two lines have %s%s", c.name, part, name)
				}
				seen[name] = true
			}
			if len(seen) != len(c.series) {
				t.Errorf("%s: %d of %s for %d lines", c.name, len(seen), part, len(c.series))
			}
		}
		column := s.table.index(pointColumn)
		for _, one := range c.series {
			for _, row := range s.table.rows[one.first : one.last+1] {
				if !strings.Contains(c.alt, row[column].text) {
					t.Errorf("%s: %s is not in %q", c.name, row[column].text, c.alt)
				}
			}
		}
		if top := strings.Contains(xml, `<c:orientation val="maxMin"/>`); top != c.reversed {
			t.Errorf("%s: the least value is on top: %v, want %v", c.name, top, c.reversed)
		}
	}
	if found != 2 {
		t.Errorf("%d charts of lines, want those of growth and of positions", found)
	}
}
