package intake

import (
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/dataset"
	"nianbao/internal/merge"
	"nianbao/internal/stat"
)

const importArea = `code: little
name: {zh-Hans: 小城区, en: Little District}
within: {zh-Hans: 某省某市, en: "Some City, Some Province"}
sources:
  bulletin:
    title: {zh-Hans: 公报, en: Bulletin}
    publisher: {zh-Hans: 统计局, en: Statistics Office}
    reference: {zh-Hans: "第{0}页", en: "page {0}"}
`

// TestCheckFindsWhatIsNew holds that a known finding does not hide a worse one, and that later periods are checked too.
func TestCheckFindsWhatIsNew(t *testing.T) {
	inputs := []dataset.Input{
		{Name: "2024.yaml", Data: []byte("period: \"2024\"\nsource: bulletin\nobservations:\n  gdp: 12.5\n  primary: 1\n  secondary: 5\n  tertiary: 9\n  income: 9524\n")},
		{Name: "2025.yaml", Data: []byte("period: \"2025\"\nsource: bulletin\nobservations:\n  income: [10000, 5]\n")},
		{Name: "area.yaml", Data: []byte(importArea)},
	}
	year, err := stat.ParsePeriod("2024")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		fact, value string
		unit        stat.Quantity
		rule        string // of a new finding; "" for none
	}{
		{"tertiary.level@2024", "45", stat.Quantity{Unit: "CNY", Mult: 8}, "parts-total"},
		{"income.level@2024", "95240", stat.Quantity{Unit: "CNY"}, "level-growth-previous"},
		{"income.level@2024", "9525", stat.Quantity{Unit: "CNY"}, ""},
	} {
		fig := stat.Figure{Quantity: c.unit}
		fig.Quantity.Value = decimal.RequireFromString(c.value)
		plan, err := merge.Make("little", inputs, []dataset.Proposal{{Fact: c.fact, Edition: year, Changes: dataset.ValueChange, Figure: fig}})
		if err != nil {
			t.Fatal(err)
		}
		imp := &Import{Plan: plan}
		if err := imp.check(); err != nil {
			t.Fatal(err)
		}
		var rules []string
		for _, f := range imp.Findings {
			rules = append(rules, f.Rule)
		}
		if len(rules) == 0 != (c.rule == "") || len(rules) > 0 && rules[0] != c.rule {
			t.Errorf("%s = %s: findings %v, want %q", c.fact, c.value, rules, c.rule)
		}
	}
}
