package merge

import (
	"errors"
	"strings"
	"testing"

	"nianbao/internal/dataset"
	"nianbao/internal/stat"
)

const keptText = `period: "2024"
source: yearbook
observations:
  gdp:
    level:
      value: 12.5
      from: # where it is
        "7": '12.5亿元' # the table
        other/3: "12.5" # the bulletin
      note:
        # by whom
        zh-Hans: >-
          按可比价
        zh-Hant: 按可比價 # checked
        en: "at comparable prices" # draft
  primary:
    level: {value: 1.3, note: {en: "as is", zh-Hans: 甲}}
  retail-sales:
    - 4.2 # page 3
    - 6.3 # page 4
  grain:
    - value: 80.3
  income: [{status: O}, {status: O}]
`

// TestPlanKeeps holds that of a source and a note only the bytes that differ are replaced.
func TestPlanKeeps(t *testing.T) {
	const home, other = "yearbook", "other"
	for name, c := range map[string]struct {
		fact     string
		from     []stat.Provenance
		note     stat.Text
		old, new string
	}{
		"a page": {"gdp.level@2024", []stat.Provenance{{Source: home, Ref: "8", Printed: "12.5亿元"}, {Source: other, Ref: "3", Printed: "12.5"}}, stat.Text{}, `"7": `, `8: `},
		"printed words": {"gdp.level@2024", []stat.Provenance{{Source: home, Ref: "7", Printed: "十二点五"}, {Source: other, Ref: "3", Printed: "12.5"}}, stat.Text{},
			`'12.5亿元'`, `十二点五`},
		"one place more": {"gdp.level@2024", []stat.Provenance{{Source: home, Ref: "7", Printed: "12.5亿元"}, {Source: other, Ref: "3", Printed: "12.5"}, {Source: other, Ref: "4", Printed: "同上"}}, stat.Text{},
			"# the bulletin\n", "# the bulletin\n        other/4: 同上\n"},
		"one place fewer":           {"gdp.level@2024", []stat.Provenance{{Source: other, Ref: "3", Printed: "12.5"}}, stat.Text{}, `"7": '12.5亿元' # the table`, `# the table`},
		"an English note":           {"gdp.level@2024", nil, stat.Text{Hans: "按可比价", En: "real"}, `"at comparable prices"`, "real"},
		"a Chinese note":            {"gdp.level@2024", nil, stat.Text{Hans: "名义", En: "at comparable prices"}, ">-\n          按可比价\n        zh-Hant: 按可比價 # checked", "名义\n        # checked"},
		"a note in braces":          {"primary.level@2024", nil, stat.Text{Hans: "乙", En: "as is"}, "甲", "乙"},
		"a rank beside commented":   {"retail-sales.rank@2024", nil, stat.Text{}, "", "line 19: a comment there would be lost"},
		"a rank beside a block map": {"grain.rank@2024", nil, stat.Text{}, "", "line 22: it stands in lines of its own"},
	} {
		p := dataset.Proposal{Fact: c.fact, Edition: year(t, "2024"), Figure: stat.Figure{From: c.from}, Note: c.note}
		switch {
		case c.from != nil:
			p.Changes = dataset.SourceChange
		case !c.note.Empty():
			p.Changes = dataset.NoteChange
		default:
			p = proposal(t, c.fact, "9", stat.Quantity{Unit: "RANK"})
		}
		plan, err := Make("little", inputs(keptText), []dataset.Proposal{p})
		if c.old == "" {
			if err == nil || !strings.Contains(err.Error(), c.new) {
				t.Errorf("%s: got %v, want %q", name, err, c.new)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, got := strings.Replace(keptText, c.old, c.new, 1), ""
		for _, f := range plan.Files {
			got = string(f.Data)
		}
		if got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// TestPlanJoins holds that two proposals for one figure go together unless they differ in what both say.
func TestPlanJoins(t *testing.T) {
	money := stat.Quantity{Unit: "CNY"}
	one := func(file, value string, status stat.Status, changes dataset.Change) dataset.Proposal {
		p := proposal(t, "income.level@2024", value, money)
		p.Origin.File, p.Figure.Status, p.Changes = file, status, changes
		return p
	}
	const both = dataset.ValueChange | dataset.StatusChange
	plain := one("a.xlsx", "1.2", stat.Normal, both)
	worded := one("b.xlsx", "1.2", stat.Estimate, both|dataset.SourceChange)
	worded.Figure.From = []stat.Provenance{{Source: "yearbook", Ref: "7", Printed: "1.2"}}
	reworded := worded
	reworded.Origin.File, reworded.Figure.From = "c.xlsx", []stat.Provenance{{Source: "yearbook", Ref: "8", Printed: "1.2"}}
	for name, c := range map[string]struct {
		list []dataset.Proposal
		want string // of the file, or the fault
	}{
		"one says more":        {[]dataset.Proposal{plain, worded}, "income: [{value: 1.2, status: E, from: {7: \"1.2\"}}, {status: O}]"},
		"the first says more":  {[]dataset.Proposal{worded, plain}, "income: [{value: 1.2, status: E, from: {7: \"1.2\"}}, {status: O}]"},
		"other places":         {[]dataset.Proposal{worded, plain, reworded}, `the source differs: b.xlsx 指标!E5 has {yearbook/7: "1.2"}, c.xlsx 指标!E5 has {yearbook/8: "1.2"}`},
		"other values":         {[]dataset.Proposal{plain, one("b.xlsx", "1.3", stat.Normal, both)}, "the value differs: a.xlsx 指标!E5 has 1.2, b.xlsx 指标!E5 has 1.3"},
		"other statuses":       {[]dataset.Proposal{worded, one("c.xlsx", "1.2", stat.Provisional, both)}, "the status differs: b.xlsx 指标!E5 has E, c.xlsx 指标!E5 has P"},
		"a value and none":     {[]dataset.Proposal{plain, one("b.xlsx", "0", stat.Missing, dataset.StatusChange)}, "the value differs: a.xlsx 指标!E5 has 1.2, b.xlsx 指标!E5 has " + string(stat.Missing)},
		"the same said by two": {[]dataset.Proposal{plain, plain}, "income: [1.2, {status: O}]"},
	} {
		plan, err := Make("little", inputs(keptText), c.list)
		got := ""
		var faults Faults
		switch {
		case errors.As(err, &faults):
			got = err.Error()
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case len(plan.Files) == 1:
			got = string(plan.Files[0].Data)
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: got %s", name, got)
		}
	}
}
