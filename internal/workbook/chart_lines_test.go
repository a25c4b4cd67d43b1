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
	file := render(t, e, opt)
	found := map[string]int{}
	for n, c := range chartsIn(p) {
		if c.Kind != xlsx.LineChart {
			continue
		}
		found[c.Table]++
		table := tableOf(t, p, c.Table)
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
			if len(seen) != len(table.Rows) {
				t.Errorf("%s: %d of %s for %d lines", c.Name, len(seen), part, len(table.Rows))
			}
		}
		for _, row := range table.Rows {
			for _, key := range c.Series {
				if value := row[table.Index(key)].Text; !strings.Contains(c.Alt, value) {
					t.Errorf("%s: %s is not in %q", c.Name, value, c.Alt)
				}
			}
		}
		if top := strings.Contains(xml, `<c:orientation val="maxMin"/>`); top != c.Reversed {
			t.Errorf("%s: the least value is on top: %v, want %v", c.Name, top, c.Reversed)
		}
	}
	if len(found) != 2 {
		t.Errorf("charts of lines of %v, want those of growth and of positions", found)
	}
}

// The sheet of history and the chart of growth call figures cumulative where they are, and not where all are of whole years.
func TestWholeYearsAreNotCumulative(t *testing.T) {
	cumulative := []string{"累计", "同期", "umulative", "same period", "Same period"}
	for _, name := range []string{"china", "example"} {
		e, opt := build(t, area(t, name), stat.Hans, stat.En)
		p, err := makePlan(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, row := range tableOf(t, p, "history").Rows {
			said += row[tableOf(t, p, "history").Index("column.series")].Text + "\n"
		}
		lines := 0
		for _, c := range chartsIn(p) {
			if c.Kind == xlsx.LineChart && c.Table == "chart_trend" {
				said += c.Alt + "\n"
				lines++
			}
		}
		if lines == 0 || said == "" {
			t.Fatalf("%s: %d charts of growth, %q", name, lines, said)
		}
		called := slices.ContainsFunc(cumulative, func(words string) bool { return strings.Contains(said, words) })
		if called == e.Yearly() {
			t.Errorf("%s: said of periods that are whole years (%t): %s", name, e.Yearly(), said)
		}
	}
}
