package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// firstTable composes a section of a dataset, and shows its first table of indicators: names indented, heads in brackets,
// and the first column of figures.
func firstTable(t *testing.T, d *stat.Dataset, section string) []string {
	t.Helper()
	e, err := edition.Build(d, town.Year(2023), edition.Options{Langs: []stat.Lang{stat.En}, Sections: []string{section}})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Build(e, words(t, d.Units, stat.En), Full)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, b := range doc.Sections[0].Chapters[0].Blocks {
		table, ok := b.(*Table)
		if !ok {
			continue
		}
		for i, r := range table.Rows {
			level := Level{}
			if table.Levels != nil {
				level = table.Levels[i]
			}
			line := strings.Repeat("-", level.Depth) + r[0][0].Text[0].String()
			if level.Head {
				line = "[" + line + "]"
			}
			at := slices.IndexFunc(table.Columns, func(c Column) bool { return c.Kind.Numbers() })
			if len(r[at]) > 0 {
				line += " = " + r[at][0].Text[0].String()
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func TestTableOfParts(t *testing.T) {
	d := town.Dataset()
	town.Divide(d)
	town.Compose(d)
	want := []string{
		"Retail sales = 410", "Output = 1.531",
		"-Composition (By sector) = 60.5:39.5", "-Composition (By owner) = 70:30",
		"[-By sector]", "-works = 100", "-farms = 100", "--of which: grain = 100",
		"[-By owner]", "-ours = 100", "-private = 100", "-of which: export = 100",
	}
	if diff := cmp.Diff(want, firstTable(t, d, "themes")); diff != "" {
		t.Error(diff)
	}
}

// Targets stand below those of the indicators that theirs are parts of.
func TestTableOfTargets(t *testing.T) {
	d := town.Dataset()
	town.Divide(d)
	for _, code := range []string{"grain", "farms", "retail", "output"} {
		d.Periods[0].Facts = append(d.Periods[0].Facts, town.Target(code, stat.TargetGrowth, stat.Qty("5", 0, "PERCENT"), code+".level@2023"))
	}
	want := []string{
		"Retail sales = CNY 410 million", "Output = CNY 1.531 billion", "[-By sector]", "-farms = CNY 100 million", "--of which: grain = CNY 100 million",
	}
	if diff := cmp.Diff(want, firstTable(t, d, "targets")); diff != "" {
		t.Error(diff)
	}
}
