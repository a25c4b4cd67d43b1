package merge

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/dataset"
	"nianbao/internal/stat"
)

const areaText = `code: little
name: {zh-Hans: 小城区, en: Little District}
within: {zh-Hans: 某省某市, en: "Some City, Some Province"}
scopes:
  city: {name: {zh-Hans: 全市, en: the city}}
  province: {name: {zh-Hans: 全省, en: the province}}
sources:
  yearbook:
    title: {zh-Hans: 年鉴, en: Yearbook}
    publisher: {zh-Hans: 统计局, en: Statistics Office}
    reference: {zh-Hans: "第{0}页", en: "page {0}"}
  other:
    title: {zh-Hans: 公报, en: Bulletin}
    publisher: {zh-Hans: 统计局, en: Statistics Office}
    reference: {zh-Hans: "第{0}页", en: "page {0}"}
`

const periodText = `period: "2024"
source: yearbook
status: P

observations:   # all of them
  # the product
  gdp:
    level: {value: 12.50, from: {7: 12.50亿元}}   # preliminary
    growth: 5.1
    rank: {position: 3, by: growth}
    composition: [10.4, 48.6, 41.0]
  primary: 1.3
  retail-sales: [4.2, 6.3]
  grain: {level: 80.3}
  income: [{status: O}, {status: O}]
  exports:
    growth:
      value: 277.28
      variants:
        - {value: 300, from: {25: 300%}}
      reason: {zh-Hans: 正文, en: the body}
  cotton:
    level:
      value: 2
      period: "2023"
  fixed-investment: {growth: {status: M}}

targets:
  gdp: {growth: {value: 5, due: "2025"}}
`

func inputs(period string) []dataset.Input {
	return []dataset.Input{{Name: "2024.yaml", Data: []byte(period)}, {Name: "area.yaml", Data: []byte(areaText)}}
}

func year(t *testing.T, p string) stat.Period {
	t.Helper()
	period, err := stat.ParsePeriod(p)
	if err != nil {
		t.Fatal(err)
	}
	return period
}

// proposal is a new value of a fact, in the unit of the data.
func proposal(t *testing.T, id, value string, q stat.Quantity) dataset.Proposal {
	q.Value = decimal.RequireFromString(value)
	return dataset.Proposal{
		Fact: id, Edition: year(t, "2024"), Changes: dataset.ValueChange | dataset.StatusChange,
		Origin: dataset.Origin{File: "form.xlsx", Sheet: "指标", Cell: "E5"}, Figure: stat.Figure{Quantity: q, Status: stat.Provisional},
	}
}

func TestPlan(t *testing.T) {
	money, percent := stat.Quantity{Unit: "CNY", Mult: 8}, stat.Quantity{Unit: "PERCENT"}
	for _, c := range []struct {
		name     string
		edit     func(t *testing.T) []dataset.Proposal
		old, new string // the one difference in the file
	}{
		{"value in a map", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "gdp.level@2024", "12.60", money)}
		}, "value: 12.50", "value: 12.60"},
		{"value alone", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "gdp.growth@2024", "5.2", percent)}
		}, "growth: 5.1", "growth: 5.2"},
		{"value in a list", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "retail-sales.growth@2024", "-6.3", percent)}
		}, "[4.2, 6.3]", "[4.2, -6.3]"},
		{"a rank", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "gdp.rank@2024", "4", stat.Quantity{Unit: "RANK"})}
		}, "position: 3", "position: 4"},
		{"a share", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "gdp.share-secondary@2024", "48.7", percent)
			return []dataset.Proposal{p}
		}, "48.6", "48.7"},
		{"a missing figure", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "income.level@2024", "36211", stat.Quantity{Unit: "CNY"})}
		}, "income: [{status: O}", "income: [36211"},
		{"a variant", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "exports.growth@2024", "301", percent)
			p.Variant = 1
			return []dataset.Proposal{p}
		}, "value: 300,", "value: 301,"},
		{"a status", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "retail-sales.level@2024", "4.2", money)
			p.Figure.Status = stat.Estimate
			return []dataset.Proposal{p}
		}, "[4.2,", "[{value: 4.2, status: E},"},
		{"a source", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "gdp.level@2024", "12.50", money)
			p.Changes |= dataset.SourceChange
			p.Figure.From = []stat.Provenance{{Source: "other", Ref: "3", Printed: "12.5亿元，增长"}}
			return []dataset.Proposal{p}
		}, "{7: 12.50亿元}", `{other/3: "12.5亿元，增长"}`},
		{"a note", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "gdp.growth@2024", "5.1", percent)
			p.Changes |= dataset.NoteChange
			p.Note = stat.Text{Hans: "按可比价", En: "at comparable prices"}
			return []dataset.Proposal{p}
		}, "growth: 5.1", `growth: {value: 5.1, note: {zh-Hans: 按可比价, en: "at comparable prices"}}`},
		{"no longer known", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "grain.level@2024", "0", stat.Quantity{Unit: "T", Mult: 4})
			p.Figure.Status = stat.Missing
			return []dataset.Proposal{p}
		}, "{level: 80.3}", "{level: {status: " + string(stat.Missing) + "}}"},
		{"a growth beside a level", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "primary.growth@2024", "3", percent)}
		}, "primary: 1.3", "primary: [1.3, 3]"},
		{"a rank beside two", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "retail-sales.rank-province@2024", "9", stat.Quantity{Unit: "RANK"})}
		}, "[4.2, 6.3]", "{level: 4.2, growth: 6.3, rank: {scope: province, position: 9}}"},
		{"a second rank", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "gdp.rank-province@2024", "30", stat.Quantity{Unit: "RANK"})}
		}, "{position: 3, by: growth}", "[{position: 3, by: growth}, {scope: province, position: 30}]"},
		{"a new indicator", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{
				proposal(t, "retail-urban.level@2024", "3.1", money), proposal(t, "retail-urban.growth@2024", "6", percent),
			}
		}, "  retail-sales: [4.2, 6.3]\n", "  retail-sales: [4.2, 6.3]\n  retail-urban: [3.1, 6]\n"},
		{"a status of an entry of one number", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "primary.level@2024", "1.3", money)
			p.Figure.Status = stat.Estimate
			return []dataset.Proposal{p}
		}, "primary: 1.3", "primary: {level: {value: 1.3, status: E}}"},
		{"beside figures in lines of their own", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "cotton.level@2024", "3", stat.Quantity{Unit: "T", Mult: 4})}
		}, "    level:\n      value: 2\n      period: \"2023\"\n", "    level:\n      - value: 2\n        period: \"2023\"\n      - 3\n"},
		{"a target", func(t *testing.T) []dataset.Proposal {
			p := proposal(t, "gdp.target_growth@2025", "5.5", percent)
			p.Changes = dataset.ValueChange
			return []dataset.Proposal{p}
		}, "{value: 5,", "{value: 5.5,"},
		{"nothing new", func(t *testing.T) []dataset.Proposal {
			return []dataset.Proposal{proposal(t, "gdp.level@2024", "12.50", money)}
		}, "", ""},
	} {
		proposals := c.edit(t)
		if c.name == "a share" || c.name == "a variant" {
			proposals[0].Changes = dataset.ValueChange
		}
		plan, err := Make("little", inputs(periodText), proposals)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		want, got := strings.Replace(periodText, c.old, c.new, 1), periodText
		for _, f := range plan.Files {
			got = string(f.Data)
		}
		if got != want {
			t.Errorf("%s: got\n%s", c.name, got)
		}
	}
}

func TestPlanStartsAFile(t *testing.T) {
	p := proposal(t, "gdp.level@2025", "13.1", stat.Quantity{Unit: "CNY", Mult: 8})
	p.Edition, p.Figure.Status = year(t, "2025"), stat.Normal
	plan, err := Make("little", inputs(periodText), []dataset.Proposal{p})
	const want = "period: \"2025\"\nsource: yearbook\nobservations:\n  gdp: 13.1\n"
	if err != nil || len(plan.Files) != 1 || plan.Files[0].Name != "2025.yaml" || string(plan.Files[0].Data) != want {
		t.Errorf("got %v, %+v", err, plan)
	}
}

func TestPlanRefuses(t *testing.T) {
	money := stat.Quantity{Unit: "CNY", Mult: 8}
	one := proposal(t, "gdp.level@2024", "12.6", money)
	other := proposal(t, "gdp.level@2024", "12.7", money)
	other.Origin.Cell = "E9"
	strange := proposal(t, "no-such.level@2024", "1", money)
	block := proposal(t, "exports.growth-real@2024", "1", stat.Quantity{Unit: "PERCENT"})
	for name, c := range map[string]struct {
		proposals []dataset.Proposal
		want      string
	}{
		"two values":         {[]dataset.Proposal{one, other}, "指标!E9: gdp.level@2024: the value differs: form.xlsx 指标!E5 has 12.6, form.xlsx 指标!E9 has 12.7; keep one of the two"},
		"an unknown code":    {[]dataset.Proposal{strange}, "neither the area nor the catalogue"},
		"another kind":       {[]dataset.Proposal{block}, "entered in the file"},
		"a status and value": {[]dataset.Proposal{{Fact: "gdp.level@2024", Variant: 3, Edition: year(t, "2024"), Changes: dataset.ValueChange}}, "no such variant"},
	} {
		_, err := Make("little", inputs(periodText), c.proposals)
		var faults Faults
		if !errors.As(err, &faults) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestEveryFactOfTheAreas changes each figure of the areas, one at a time: the plan holds that no other one changes, and
// the bytes between differ in the value alone.
func TestEveryFactOfTheAreas(t *testing.T) {
	for _, area := range []string{"saibei", "tongjian", "example", "china"} {
		ds, files, err := dataset.Load(os.DirFS("../../config/areas"), area)
		if err != nil {
			t.Fatal(err)
		}
		step := 7
		if testing.Short() {
			step = 50
		}
		n := 0
		for _, data := range ds.Periods {
			for _, f := range data.Facts {
				if n++; n%step != 0 || !f.Status.HasValue() || f.Target != nil && f.Target.Operator == stat.Within {
					continue
				}
				p := dataset.Proposal{Fact: f.ID, Edition: data.Period, Changes: dataset.ValueChange, Figure: f.Figure}
				p.Figure.Quantity.Value = f.Quantity.Value.Add(decimal.New(1, f.Quantity.Value.Exponent()))
				plan, err := Make(area, files, []dataset.Proposal{p})
				if err != nil {
					t.Errorf("%s: %v", f.ID, err)
					continue
				}
				if len(plan.Files) != 1 || len(plan.Changes) != 1 {
					t.Errorf("%s: %d files, %d changes", f.ID, len(plan.Files), len(plan.Changes))
					continue
				}
				var was string
				for _, in := range files {
					if in.Name == plan.Files[0].Name {
						was = string(in.Data)
					}
				}
				if a, b := differing(was, string(plan.Files[0].Data)); len(a) > len(f.Quantity.Number()) || len(b) > len(p.Figure.Quantity.Number()) {
					t.Errorf("%s: %q became %q", f.ID, a, b)
				}
			}
		}
	}
}

// differing is the stretch in which two texts differ.
func differing(a, b string) (string, string) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}
