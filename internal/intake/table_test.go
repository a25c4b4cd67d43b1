package intake

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/merge"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// tableOf is the tidy table of an edition as text.
func tableOf(t *testing.T, s *subject) [][]string {
	t.Helper()
	e, err := edition.Build(s.data, s.form.Period, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}})
	if err != nil {
		t.Fatal(err)
	}
	both := bothOf(t, s.data)
	rows := [][]string{wording.DataColumns()}
	for _, r := range wording.DataRows(both[0], both[1], e) {
		r.Vintage.Edition = s.form.Period
		rows = append(rows, r.Fields())
	}
	return rows
}

func asCSV(t *testing.T, rows [][]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestEditedTables edits the table of an edition, a cell at a time.
func TestEditedTables(t *testing.T) {
	s := newSubject(t, "saibei", "2023")
	at := map[string]int{}
	for j, name := range wording.DataColumns() {
		at[name] = j
	}
	for _, c := range []struct {
		name    string
		edit    func(row map[string]*string)
		fact    string
		want    string // the new value, or what is said of the figure
		refused string // part of the problem
	}{
		{"a value", func(r map[string]*string) { *r["obs_value"] = "15.4" }, "gdp.level@2023", "15.4", ""},
		{"a value with thousands", func(r map[string]*string) { *r["obs_value"] = "1,015.4" }, "gdp.level@2023", "1015.4", ""},
		{"of a variant", func(r map[string]*string) { *r["obs_value"] = "301" }, "trade.growth@2023~1", "301", ""},
		{"of a project", func(r map[string]*string) { *r["obs_value"] = "1234" }, "shengxin-beef.investment@2023", "1234", ""},
		{"of a target", func(r map[string]*string) { *r["obs_value"] = "99" }, "", "99", ""},
		{"the same value", func(r map[string]*string) { *r["obs_value"] += "0" }, "gdp.level@2023", "", ""},
		{"no number", func(r map[string]*string) { *r["obs_value"] = "many" }, "gdp.level@2023", "", "not understood"},
		{"a cleared value", func(r map[string]*string) { *r["obs_value"] = "" }, "gdp.level@2023", "", "the value was cleared"},
		{"no longer known", func(r map[string]*string) { *r["obs_value"], *r["obs_status"] = "", "M" }, "assessed.level@2023", "M", ""},
		{"a value and no value", func(r map[string]*string) { *r["obs_status"] = "O" }, "gdp.level@2023", "", "has one"},
		{"a status", func(r map[string]*string) { *r["obs_status"] = "P" }, "gdp.level@2023", "15.31", ""},
		{"an unknown status", func(r map[string]*string) { *r["obs_status"] = "Q" }, "gdp.level@2023", "", "no status"},
		{"a name", func(r map[string]*string) { *r["indicator_zh"] = "GDP" }, "gdp.level@2023", "", "change it in the area's files"},
		{"a unit", func(r map[string]*string) { *r["unit_mult"] = "4" }, "gdp.level@2023", "", "change it in the area's files"},
		{"the printed words", func(r map[string]*string) { *r["source_printed"] = "15.31亿元左右" }, "gdp.level@2023", "15.31", ""},
		{"another list", func(r map[string]*string) { *r["source_ref"] = "3;4" }, "gdp.level@2023", "", "equal length"},
		{"a new figure", func(r map[string]*string) { *r["fact_id"] = "gdp.level@2022" }, "gdp.level@2023", "", "nianbao form"},
		{"the release", func(r map[string]*string) { *r["release"] = "7" }, "gdp.level@2023", "", ""},
	} {
		rows := tableOf(t, s)
		for i, row := range rows {
			if id := row[at["fact_id"]]; id != c.fact && (c.fact != "" || !strings.Contains(id, ".target_growth@2024")) {
				continue
			}
			cells := map[string]*string{}
			for name, j := range at {
				cells[name] = &rows[i][j]
			}
			c.edit(cells)
			break
		}
		r, err := Read(File{Name: "data.csv", Data: asCSV(t, rows)}, s.load)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.refused != "" {
			if len(r.Problems) == 0 || !strings.Contains(r.Problems[0].Msg.Error(), c.refused) {
				t.Errorf("%s: got %+v and %+v", c.name, r.Problems, r.Proposals)
			}
			continue
		}
		plan, err := merge.Make(s.area, s.inputs, r.Proposals)
		if err != nil || len(r.Problems) > 0 {
			t.Errorf("%s: %v, %+v", c.name, err, r.Problems)
			continue
		}
		if c.want == "" {
			if len(plan.Changes) > 0 {
				t.Errorf("%s: got %+v", c.name, plan.Changes)
			}
			continue
		}
		if len(plan.Changes) != 1 {
			t.Errorf("%s: %d changes", c.name, len(plan.Changes))
			continue
		}
		got := plan.Changes[0].After.Figure
		if n := plan.Changes[0].Variant; n > 0 {
			got = plan.Changes[0].After.Variants[n-1]
		}
		if text := got.Quantity.Number(); text != c.want && string(got.Status) != c.want {
			t.Errorf("%s: got %s %s", c.name, text, got.Status)
		}
	}
}

// TestOvertyped finds a number in place of a formula.
func TestOvertyped(t *testing.T) {
	formula := xlsx.Value{Kind: xlsx.Number, Text: "1", Formula: true}
	sheet := xlsx.FilledSheet{Name: "指标", Rows: [][]xlsx.Value{
		{{Kind: xlsx.Text, Text: "a"}, formula, {Kind: xlsx.Number, Text: "7"}},
		{{Kind: xlsx.Text, Text: "b"}, {Kind: xlsx.Number, Text: "2"}, {Kind: xlsx.Number, Text: "8"}},
		{{Kind: xlsx.Text, Text: "c"}, formula, {Kind: xlsx.Number, Text: "9"}},
	}}
	found := overtyped("book.xlsx", &xlsx.Filled{Sheets: []xlsx.FilledSheet{sheet}})
	if len(found) != 1 || found[0].Origin.String() != "指标!B2" {
		t.Errorf("got %+v", found)
	}
}

// TestMixedTables refuses a table of two editions.
func TestMixedTables(t *testing.T) {
	s := newSubject(t, "saibei", "2023")
	rows := tableOf(t, s)
	other := append([]string(nil), rows[1]...)
	for j, name := range rows[0] {
		if name == "edition" {
			other[j] = "2022"
		}
	}
	if _, err := Read(File{Name: "data.csv", Data: asCSV(t, append(rows, other))}, s.load); err == nil || !strings.Contains(err.Error(), "each edition by itself") {
		t.Error(err)
	}
}
