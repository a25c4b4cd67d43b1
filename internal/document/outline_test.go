package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// firstTable composes a section of a dataset, and shows its first table of indicators: names indented, heads in brackets,
// and the second column.
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
			if len(r[1]) > 0 {
				line += " = " + r[1][0].Text[0].String()
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
		"Retail sales = CNY 410 million", "Output = CNY 1.531 billion",
		"-Composition (By sector) = 60.5:39.5", "-Composition (By owner) = 70:30",
		"[-By sector]", "-works = CNY 100 million", "-farms = CNY 100 million", "--of which: grain = CNY 100 million",
		"[-By owner]", "-ours = CNY 100 million", "-private = CNY 100 million", "-of which: export = CNY 100 million",
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
