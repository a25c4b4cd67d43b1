package workbook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
	"nianbao/internal/town"
	"nianbao/internal/xlsx"
)

// cellsOf shows columns of a table, of which texts that are indented begin with a dash for each step.
func cellsOf(t *testing.T, p *xlsx.Book, name string, keys ...string) []string {
	t.Helper()
	for _, s := range p.Sheets {
		for _, table := range s.Tables {
			if table.Name != name {
				continue
			}
			var lines []string
			for _, row := range table.Rows {
				var cells []string
				for _, key := range keys {
					i := table.Index(key)
					if i < 0 {
						t.Fatalf("table %s has no column %s", name, key)
					}
					cells = append(cells, strings.Repeat("-", int(row[i].Indent))+row[i].Text)
				}
				lines = append(lines, strings.Join(cells, " | "))
			}
			return lines
		}
	}
	t.Fatalf("there is no table %s", name)
	return nil
}

func TestPartsAreIndented(t *testing.T) {
	d := town.Dataset()
	town.Divide(d)
	town.Compose(d)
	for _, code := range []string{"grain", "farms", "output"} {
		d.Periods[0].Facts = append(d.Periods[0].Facts, town.Target(code, stat.TargetGrowth, stat.Qty("5", 0, "PERCENT"), code+".level@2023"))
	}
	p, _ := planOf(t, d, stat.En)
	want := []string{
		"Retail sales |  |  |  | 4.10", "Output |  |  |  | 15.31",
		"-works: share of Output |  |  | works | 60.5", "-farms: share of Output |  |  | farms | 39.5",
		"-ours: share of Output |  |  | ours | 70", "-private: share of Output |  |  | private | 30",
		"-works | output | sector |  | 1", "-farms | output | sector |  | 1", "--grain | farms |  |  | 1",
		"-ours | output | owner |  | 1", "-private | output | owner |  | 1", "-export | output |  |  | 1",
	}
	if diff := cmp.Diff(want, cellsOf(t, p, "indicators", "column.indicator", "column.part.of", "column.breakdown", "column.part", valueColumn)); diff != "" {
		t.Error(diff)
	}
	want = []string{"Output | ", "-farms | output", "--grain | farms"}
	if diff := cmp.Diff(want, cellsOf(t, p, "targets", "column.indicator", "column.part.of")); diff != "" {
		t.Error(diff)
	}
	want = []string{"Retail sales", "Output", "-works", "-farms", "--grain", "-ours", "-private", "-export"}
	if diff := cmp.Diff(want, cellsOf(t, p, "key", "column.indicator")); diff != "" {
		t.Error(diff)
	}
}
