package workbook

import (
	"regexp"
	"slices"
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// sheetsOf returns the sheets of a dataset's last period, with their columns.
func sheetsOf(t *testing.T, d *stat.Dataset, langs ...stat.Lang) []sheet {
	t.Helper()
	sheets, err := newPlanner(build(t, d, langs...)).sheets()
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

var machineForms = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// A machine name belongs to one column of its table, in every edition.
func TestMachineNames(t *testing.T) {
	for name, d := range map[string]*stat.Dataset{"full": full(), "saibei": area(t, "saibei"), "example": area(t, "example"), "tongjian": area(t, "tongjian")} {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant}, {stat.En}} {
			for _, s := range sheetsOf(t, d, langs...) {
				for i, columns := range s.columns {
					seen := map[string]bool{}
					for _, c := range columns {
						one := c.machineName()
						if seen[one] || !machineForms.MatchString(one) {
							t.Errorf("%s, table %s: column %q is named %q, twice or in another form", name, s.Tables[i].Name, c.Header, one)
						}
						seen[one] = true
					}
				}
			}
		}
	}
}

// The columns of figures have the names that verify reads them by; the tidy table has its own.
func TestMachineNamesOfFigures(t *testing.T) {
	sheets := sheetsOf(t, area(t, "saibei"), stat.Hans, stat.En)
	for table, want := range map[string][]string{
		"key":        {"code", "unit", "value", "growth", "position"},
		"indicators": {"code", "period", "unit", "value", "growth", "position"},
		"rankings":   {"code", "period", "position", "scope"},
		"targets":    {"code", "due", "unit", "target", "baseline", "implied", "level_unit"},
		"projects":   {"code", "currency", "investment", "total_investment", "foreign_capital"},
		"data":       wording.DataColumns(),
	} {
		var names []string
		i := slices.IndexFunc(sheets, func(s sheet) bool { return s.Tables[0].Name == table })
		for _, c := range sheets[i].columns[0] {
			names = append(names, c.machineName())
		}
		for _, name := range want {
			if !slices.Contains(names, name) {
				t.Errorf("%s has no column %q: %q", table, name, names)
			}
		}
	}
}
