package workbook

import (
	"regexp"
	"slices"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

var machineForms = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// A machine name is one column's of its sheet, in every edition.
func TestMachineNames(t *testing.T) {
	for name, d := range map[string]*stat.Dataset{"full": full(), "saibei": area(t, "saibei"), "example": area(t, "example")} {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant}, {stat.En}} {
			p, _ := planOf(t, d, langs...)
			for _, s := range p.sheets {
				seen := map[string]bool{}
				for _, c := range s.table.columns {
					one := c.machineName()
					if seen[one] || !machineForms.MatchString(one) {
						t.Errorf("%s, sheet %s: column %q is named %q, twice or in another form", name, s.table.name, c.header, one)
					}
					seen[one] = true
				}
			}
		}
	}
}

// The names of the columns that hold figures are those that verifying reads them by, and the tidy table has its own.
func TestMachineNamesOfFigures(t *testing.T) {
	p, _ := planOf(t, area(t, "saibei"), stat.Hans, stat.En)
	for table, want := range map[string][]string{
		"indicators": {"code", "period", "unit", "value", "growth", "position"},
		"rankings":   {"code", "period", "position", "areas", "scope"},
		"targets":    {"code", "due", "unit", "target", "baseline", "implied", "level_unit"},
		"projects":   {"code", "currency", "investment", "total_investment", "foreign_capital"},
		"data":       edition.DataColumns(),
	} {
		var names []string
		for _, c := range p.find(table).sheet.table.columns {
			names = append(names, c.machineName())
		}
		for _, name := range want {
			if !slices.Contains(names, name) {
				t.Errorf("%s has no column %q: %q", table, name, names)
			}
		}
	}
}
