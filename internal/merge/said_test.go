package merge

import (
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/stat"
)

// TestChanged holds that the list of changes hides nothing that is written.
func TestChanged(t *testing.T) {
	fact := func(value string, status stat.Status, note stat.Text, from ...stat.Provenance) *stat.Fact {
		return &stat.Fact{ID: "gdp.level@2024", Figure: stat.Figure{Quantity: stat.Qty(value, 8, "CNY"), Status: status, From: from}, Note: note}
	}
	page := stat.Provenance{Source: "bulletin", Ref: "7", Printed: "12.5亿元"}
	old, none := stat.Text{Hans: "甲", En: "old"}, stat.Text{}
	const all = dataset.ValueChange | dataset.StatusChange | dataset.QualifierChange | dataset.SourceChange | dataset.NoteChange
	for want, c := range map[string]Change{
		`new, 12.5; status estimated; source "" → "bulletin/7 12.5亿元"; note "" → "甲"; English note "" → "old"`: {After: fact("12.5", stat.Estimate, old, page)},
		`new, 12.6`:                        {After: fact("12.6", stat.Normal, none, stat.Provenance{Source: "bulletin"})},
		`new, 12.5`:                        {After: fact("12.5", stat.Normal, none)},
		`new, no value`:                    {After: fact("0", stat.Missing, none)},
		`no value → 1.2; status estimated`: {Before: fact("0", stat.Missing, none), After: fact("1.2", stat.Estimate, none)},
		`no value → 1.2`:                   {Before: fact("0", stat.Missing, none), After: fact("1.2", stat.Normal, none)},
		`1.2 → no value`:                   {Before: fact("1.2", stat.Normal, none), After: fact("0", stat.Missing, none)},
		`1.2 → 1.3; status estimated → provisional`: {Before: fact("1.2", stat.Estimate, none), After: fact("1.3", stat.Provisional, none)},
		`1.2 → 1.2; English note "old" → "new"`:     {Before: fact("1.2", stat.Normal, old), After: fact("1.2", stat.Normal, stat.Text{Hans: "甲", En: "new"})},
	} {
		c.Changes = all
		if got := c.Message().Error(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
