package dataset

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

func facts(p stat.PeriodData) []string {
	ids := make([]string, len(p.Facts))
	for i, f := range p.Facts {
		ids[i] = f.ID
	}
	return ids
}

func TestFactsInTheOrderOfTheFile(t *testing.T) {
	ds := loadDemo(t)
	want := []string{
		"gdp.growth@2024", "gdp.level@2024", "gdp.rank@2024", "gdp.rank-province@2023",
		"trade.growth@2024", "trade.level@2024", "dust.ratio@2024", "dust.change@2024", "items.level@2024",
		"requests.level@2024", "requests.level@2025", "requests-rate.ratio@2024", "requests-rate.score@2024",
		"items-top.rank@2024", "gdp.target_growth@2025", "gdp.target_level@2026", "trade.target_growth@2025",
		"mill.investment@2024", "mill.staff@2024",
	}
	if diff := cmp.Diff(want, facts(ds.Periods[1])); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

func TestQuantitiesAndDefaults(t *testing.T) {
	ds := loadDemo(t)
	for id, want := range map[string]stat.Quantity{
		"gdp.level@2024":           stat.Qty("15.31", 8, "CNY"),
		"gdp.growth@2024":          stat.Qty("6.50", 0, "PERCENT"),
		"gdp.rank@2024":            stat.Qty("5", 0, "RANK"),
		"dust.ratio@2024":          stat.Qty("88.0", 0, "PERCENT"),
		"dust.change@2024":         stat.Qty("-1.2", 0, "PP"),
		"requests-rate.score@2024": stat.Qty("4.41", 0, "SCORE"),
		"gdp.target_level@2026":    stat.Qty("160", 7, "CNY"),
		"trade.target_level@2024":  stat.Qty("900", 4, "CNY"),
		"mill.staff@2024":          stat.Qty("30", 0, "PERSON"),
	} {
		f, ok := factOf(ds, id)
		if !ok {
			t.Errorf("no fact %s", id)
			continue
		}
		if !f.Quantity.Equal(want) || f.Quantity.Number() != want.Number() || f.Quantity.Mult != want.Mult {
			t.Errorf("%s is %s × 10^%d %s, want %+v", id, f.Quantity.Number(), f.Quantity.Mult, f.Quantity.Unit, want)
		}
	}
}

// A file says once which status its figures have: those of its own period that say no other, in the short form and the
// long one, positions and figures of projects alike. Targets and figures of other periods are none of them.
func TestFileStatus(t *testing.T) {
	fsys := demo(t)
	fsys["demo/2024-Q1.yaml"] = &fstest.MapFile{Data: []byte(`period: 2024-Q1
status: P
source: gazette
observations:
  gdp:
    level: [3.5, {value: 3.2, period: 2023-Q1}, {value: 15, period: 2025, status: F}]
    growth: {value: 5.1, status: A, variants: [{value: 5.2}, {value: 5, status: E}], reason: {zh-Hans: 正文。, en: The body.}}
    rank: {position: 4, variants: [{position: 5}], reason: {zh-Hans: 正文。, en: The body.}}
  trade:
    level: {status: L}
targets:
  trade: {level: {value: 900, variants: [{value: 901}], reason: {zh-Hans: 正文。, en: The body.}}}
projects:
  mill: {status: completed, figures: {investment: {value: 1.3, unit: CNY, mult: 8}}}
`)}
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range ds.Periods[0].Facts {
		got[f.ID] = string(f.Status)
		for _, v := range f.Variants {
			got[f.ID] += string(v.Status)
		}
	}
	want := map[string]string{
		"gdp.level@2024-Q1": "P", "gdp.level@2023-Q1": "A", "gdp.level@2025": "F", "gdp.growth@2024-Q1": "APE", "gdp.rank@2024-Q1": "PP",
		"trade.level@2024-Q1": "L", "trade.target_level@2024": "AA", "mill.investment@2024-Q1": "P",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("statuses (-want +got):\n%s", diff)
	}
}

func TestFactInFull(t *testing.T) {
	ds := loadDemo(t)
	at := func(line int, path string) stat.Place {
		return stat.Place{File: "2024.yaml", Line: line, Path: "observations.trade.growth" + path}
	}
	want := &stat.Fact{
		ID: "trade.growth@2024", Subject: "trade", Area: "demo", Period: stat.Period{Year: 2024}, Measure: stat.Growth, Basis: stat.Nominal,
		Figure: stat.Figure{
			Quantity: stat.Qty("277.28", 0, "PERCENT"), Status: stat.Normal,
			From: []stat.Provenance{
				{Source: "gazette", Ref: "3", Printed: "277.28%"}, {Source: "yearbook", Ref: "12", Printed: "277"},
			},
			Place: at(12, ""),
		},
		Variants: []stat.Figure{
			{
				Quantity: stat.Qty("300", 0, "PERCENT"), Status: stat.Forecast,
				From: []stat.Provenance{{Source: "gazette", Ref: "25", Printed: "300%"}}, Place: at(16, ".variants[0]"),
			},
			{
				Quantity: stat.Qty("2.8", 2, "PP"), Status: stat.Normal,
				From: []stat.Provenance{{Source: "gazette"}}, Place: at(17, ".variants[1]"),
			},
		},
		Reason: stat.Text{Hans: "正文更精确。", En: "The body is more exact."},
		Note:   stat.Text{Hans: "含转口。", En: "Including re-exports."},
		Place:  at(12, ""),
	}
	got, _ := factOf(ds, "trade.growth@2024")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fact (-want +got):\n%s", diff)
	}
}

func TestShortFormProvenance(t *testing.T) {
	ds := loadDemo(t)
	level, _ := factOf(ds, "gdp.level@2024")
	if diff := cmp.Diff([]stat.Provenance{{Source: "gazette"}}, level.From); diff != "" {
		t.Errorf("provenance with a source (-want +got):\n%s", diff)
	}
	if level.Place != (stat.Place{File: "2024.yaml", Line: 7, Path: "observations.gdp.level"}) {
		t.Errorf("place is %+v", level.Place)
	}
	sourceless, _ := factOf(ds, "trade.level@2024-Q1")
	if sourceless.From != nil {
		t.Errorf("provenance without a source is %v", sourceless.From)
	}
	missing, _ := factOf(ds, "trade.level@2024")
	if missing.Status != stat.Missing || missing.Quantity.Unit != "CNY" {
		t.Errorf("missing figure is %+v", missing.Figure)
	}
}

func TestRankings(t *testing.T) {
	ds := loadDemo(t)
	for id, want := range map[string]stat.Ranking{
		"gdp.rank@2024":          {Scope: "city", Of: 16, By: stat.Growth, Group: "contest"},
		"gdp.rank-province@2023": {Scope: "province", Of: 167, Tied: true},
		"items-top.rank@2024":    {Scope: "city", Of: 16},
	} {
		f, ok := factOf(ds, id)
		if !ok || f.Ranking == nil || *f.Ranking != want {
			t.Errorf("ranking of %s: %+v, want %+v", id, f, want)
		}
	}
	top, _ := factOf(ds, "items-top.rank@2024")
	if len(top.Variants) != 1 || top.Variants[0].Quantity.Number() != "2" || top.Variants[0].Status != stat.Forecast {
		t.Errorf("variants of a rank: %+v", top.Variants)
	}
}

func TestTargets(t *testing.T) {
	ds := loadDemo(t)
	for id, want := range map[string]stat.Target{
		"gdp.target_growth@2025":   {Indicator: "gdp", Operator: stat.Around, Tolerance: stat.Qty("0.5", 0, "PP"), Baseline: "gdp.level@2024"},
		"gdp.target_level@2026":    {Indicator: "gdp", Operator: stat.AtLeast, Baseline: "gdp.level@2024"},
		"trade.target_growth@2025": {Indicator: "trade", Operator: stat.Equal, Baseline: "trade.level@2024"},
		"trade.target_level@2024":  {Indicator: "trade", Operator: stat.Equal}, // the year before is not in the data
	} {
		f, ok := factOf(ds, id)
		if !ok {
			t.Errorf("no target %s", id)
			continue
		}
		if diff := cmp.Diff(&want, f.Target); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

func TestTargetWithoutBaseline(t *testing.T) {
	fsys := demo(t)
	fsys["demo/2023.yaml"] = &fstest.MapFile{Data: []byte("period: \"2023\"\ntargets: {items: {level: 9}}\n")}
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := factOf(ds, "items.target_level@2024")
	if f.Target.Baseline != "" {
		t.Errorf("baseline is %q, though the dataset has none", f.Target.Baseline)
	}
}

func TestProjects(t *testing.T) {
	p := loadDemo(t).Periods[1].Projects
	if len(p) != 1 {
		t.Fatalf("%d projects, want the one the period names", len(p))
	}
	want := stat.Project{
		Code: "mill", Name: stat.Text{Hans: "磨坊项目", En: "Mill project"}, Theme: "economy", Status: stat.Completed,
		Partners: []stat.Partner{
			{Name: stat.Text{Hans: "演示公司", En: "Demo Co."}, Role: stat.Text{Hans: "投资方", En: "investor"}},
			{Name: stat.Text{Hans: "演示厂", En: "Demo Works"}},
		},
		Figures: []stat.ProjectFigure{
			{Code: "investment", Fact: "mill.investment@2024", Place: stat.Place{File: "2024.yaml", Line: 39, Path: "projects.mill.figures.investment"}},
			{Code: "staff", Name: stat.Text{Hans: "职工", En: "staff"}, Fact: "mill.staff@2024", Place: stat.Place{File: "2024.yaml", Line: 40, Path: "projects.mill.figures.staff"}},
		},
		Milestones: []stat.Milestone{
			{
				Code: "signed", Step: stat.StepSigned, Date: stat.Date{Year: 2024, Month: 2, Day: 4},
				Provenance: []stat.Provenance{{Source: "gazette", Ref: "4", Printed: "2月4日"}},
				Place:      stat.Place{File: "projects.yaml", Line: 10, Path: "projects.mill.milestones.signed"},
			},
			{
				Code: "opening", Step: stat.StepEvent, Date: stat.Date{Year: 2024, Month: 6},
				Text:  stat.Text{Hans: "开放参观", En: "opened to visitors"},
				Place: stat.Place{File: "projects.yaml", Line: 11, Path: "projects.mill.milestones.opening"},
			},
		},
		Note:       stat.Text{Hans: "提前完成。", En: "Completed early."},
		Provenance: []stat.Provenance{{Source: "gazette", Ref: "4"}},
		Place:      stat.Place{File: "projects.yaml", Line: 3, Path: "projects.mill"},
	}
	if diff := cmp.Diff(want, p[0]); diff != "" {
		t.Errorf("project (-want +got):\n%s", diff)
	}
	staff, _ := factOf(loadDemo(t), "mill.staff@2024")
	if staff.Subject != "mill.staff" || staff.Measure != stat.Level || staff.Qualifier != stat.About {
		t.Errorf("figure of a project is %+v", staff)
	}
}

func TestNamedThingsAndAcceptances(t *testing.T) {
	p := loadDemo(t).Periods[1]
	if len(p.Recognitions) != 1 || p.Recognitions[0].Tier != stat.Provincial || p.Recognitions[0].Date != (stat.Date{Year: 2024}) ||
		p.Recognitions[0].Provenance[0] != (stat.Provenance{Source: "gazette", Ref: "5"}) {
		t.Errorf("recognitions are %+v", p.Recognitions)
	}
	if len(p.Initiatives) != 1 || p.Initiatives[0].Kind != stat.Campaign ||
		p.Initiatives[0].Provenance[0] != (stat.Provenance{Source: "gazette"}) {
		t.Errorf("initiatives are %+v", p.Initiatives)
	}
	if p.Accepted[0].Fact != "requests-rate.ratio@2024" || p.Accepted[1].Fact != "projects.mill" {
		t.Errorf("accepted are %+v", p.Accepted)
	}
}

func TestSentences(t *testing.T) {
	ds := loadDemo(t)
	ids := func(p stat.PeriodData) (list []string) {
		for _, s := range p.Sentences {
			list = append(list, s.ID+"@"+s.Period.String()+" in "+s.Place.File)
		}
		return list
	}
	// 2024 has no value for trade, and a sentence of its own on the mill.
	want := [][]string{
		{"preface.1@2024-Q1 in text.yaml", "preface.2@2024-Q1 in text.yaml", "trade@2024-Q1 in text.yaml"},
		{"preface.1@2024 in 2024.text.yaml", "points.1@2024 in text.yaml", "gdp@2024 in text.yaml", "award@2024 in text.yaml", "goals@2025 in 2024.text.yaml", "mill@2024 in 2024.text.yaml"},
	}
	if diff := cmp.Diff(want, [][]string{ids(ds.Periods[0]), ids(ds.Periods[1])}); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

func TestStandingSentenceNeedsItsMilestone(t *testing.T) {
	fsys := demo(t)
	delete(fsys, "demo/2024.text.yaml")
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range ds.Periods[1].Sentences {
		got = append(got, s.ID)
	}
	if diff := cmp.Diff([]string{"preface.1", "points.1", "gdp", "mill", "award"}, got); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

// The preface of a period takes the place of the standing one as a whole, and so does an empty one. Its references may name
// other periods.
func TestPreface(t *testing.T) {
	preface := func(fsys fstest.MapFS) []stat.Sentence {
		ds, _, err := Load(fsys, "demo")
		if err != nil {
			t.Fatal(err)
		}
		var list []stat.Sentence
		for _, s := range ds.Periods[1].Sentences {
			if s.Theme == "preface" {
				list = append(list, s)
			}
		}
		return list
	}
	own := []stat.Sentence{{
		ID: "preface.1", Theme: "preface", Period: stat.Period{Year: 2024}, Compares: []stat.Period{stat.Through(2024, 3)},
		Text: stat.Text{
			Hans: "进出口{trade.growth}，一季度{trade.growth@2024-Q1}。", Hant: "進出口{trade.growth}，一季度{trade.growth@2024-Q1}。",
			En: "Trade was {trade.growth}, in the first quarter {trade.growth@2024-Q1}.",
		},
		Place: stat.Place{File: "2024.text.yaml", Line: 12, Path: "preface[0]"},
	}}
	if diff := cmp.Diff(own, preface(demo(t))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	fsys := demo(t)
	fsys["demo/2024.text.yaml"] = &fstest.MapFile{Data: []byte("preface: []\n")}
	if got := preface(fsys); len(got) != 0 {
		t.Errorf("an empty preface has %+v", got)
	}
	delete(fsys, "demo/2024.text.yaml")
	if got := preface(fsys); len(got) != 1 || got[0].Place.File != "text.yaml" { // 2024 has no level of trade
		t.Errorf("the standing preface is %+v", got)
	}
}

// A later file may give a fact anew: the outcome of a forecast, or a revision.
func TestLaterFileRevises(t *testing.T) {
	fsys := demo(t)
	file := fsys["demo/2024.yaml"]
	text := strings.Replace(string(file.Data), "{status: O}", "{value: 125, period: 2024-Q1}", 1)
	fsys["demo/2024.yaml"] = &fstest.MapFile{Data: []byte(text)}
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	if f, ok := factOf(ds, "trade.level@2024-Q1"); !ok || f.Quantity.Number() != "125" {
		t.Errorf("fact %v, want the later file's 125", f)
	}
}

// A growth target starts from the level of the period a year before it is due, whichever file it stands in.
func TestBaselineOfGrowth(t *testing.T) {
	for due, want := range map[string]string{"2025": "gdp.level@2024", "2026": ""} {
		fsys := demo(t)
		text := regexp.MustCompile(`(?s)\ntargets:\n.*?(\n[a-z]|$)`).ReplaceAllString(string(fsys["demo/2024.yaml"].Data),
			"\ntargets:\n  gdp: {growth: {value: 7, due: \""+due+"\"}}\n$1")
		fsys["demo/2024.yaml"] = &fstest.MapFile{Data: []byte(text)}
		ds, _, err := Load(fsys, "demo")
		if err != nil {
			t.Fatal(err)
		}
		if f, ok := factOf(ds, "gdp.target_growth@"+due); !ok || f.Target.Baseline != want {
			t.Errorf("due %s: target %+v, want the baseline %q", due, f, want)
		}
	}
}

// A composition is a fact for each part, with one source, status and note.
func TestComposition(t *testing.T) {
	for _, c := range []struct{ name, parts, composition, want string }{
		{"short", "", "[40, 60.0]", "items.share-items-first@2024 40% A; items.share-requests@2024 60.0% A"},
		{"long", "", `{values: [40, 60.0], period: 2023, status: P, from: {7: "40:60.0"}}`, "items.share-items-first@2023 40% P 40:60.0; items.share-requests@2023 60.0% P 40:60.0"},
		{"of one of several breakdowns", "{place: {name: {zh-Hans: 地, en: Place}, of: [items-first]}, way: {name: {zh-Hans: 法, en: Way}, of: [requests, requests-rate]}}",
			"[{by: way, values: [40, 60]}, {by: place, values: [100]}]", "items.share-requests@2024 40% A; items.share-requests-rate@2024 60% A; items.share-items-first@2024 100% A"},
		{"missing", "", "{status: O, note: {zh-Hans: 未公布, en: Not published}}", "items.share-items-first@2024  O; items.share-requests@2024  O"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := demo(t)
			replace := func(file, old, new string) {
				f := fsys["demo/"+file]
				f.Data = []byte(strings.Replace(string(f.Data), old, new, 1))
			}
			if c.parts != "" {
				replace("indicators.yaml", "[items-first, requests]", c.parts)
			}
			replace("2024.yaml", "items: {level: 8}", "items: {level: 8, composition: "+c.composition+"}")
			ds, _, err := Load(fsys, "demo")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			data, _ := ds.Data(stat.Period{Year: 2024})
			for _, f := range data.Facts {
				if f.Measure != stat.Share {
					continue
				}
				said := ""
				if f.Status.HasValue() {
					said = f.Quantity.Number() + "%"
				}
				line := f.ID + " " + said + " " + string(f.Status)
				for _, from := range f.From {
					if from.Printed != "" {
						line += " " + from.Printed
					}
				}
				if f.ID != stat.Key("items", stat.ShareName(f.Part), f.Period) || f.Quantity.Unit != "PERCENT" {
					t.Errorf("%+v", f)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A sentence can refer to a composition, and to each share.
func TestCompositionInSentences(t *testing.T) {
	for ref, want := range map[string]string{
		"{items.composition} {items.share-requests}": "",
		"{items.composition-way}":                    `unknown measure "composition-way"`,
		"{items.share-dust}":                         `unknown measure "share-dust"`,
		"{items.share}":                              `unknown measure "share"`,
	} {
		fsys := demo(t)
		f := fsys["demo/2024.yaml"]
		f.Data = []byte(strings.Replace(string(f.Data), "items: {level: 8}", "items: {level: 8, composition: [40, 60]}", 1))
		standing := fsys["demo/text.yaml"]
		sentence := "sentences:\n  - id: parts\n    theme: work\n    text: {zh-Hans: \"" + ref + "\", en: \"" + ref + "\"}\n"
		standing.Data = []byte(strings.Replace(string(standing.Data), "sentences:\n", sentence, 1))
		ds, _, err := Load(fsys, "demo")
		if want != "" {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %s", ref, err, want)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		data, _ := ds.Data(stat.Period{Year: 2024})
		if !slices.ContainsFunc(data.Sentences, func(s stat.Sentence) bool { return s.ID == "parts" }) {
			t.Errorf("the sentence with %s is left out", ref)
		}
	}
}

// What is accepted of a composition is accepted of its shares, by the first.
func TestAcceptedComposition(t *testing.T) {
	fsys := demo(t)
	f := fsys["demo/2024.yaml"]
	f.Data = []byte(strings.NewReplacer(
		"items: {level: 8}", "items: {level: 8, composition: [40, 70]}",
		"accepted:\n", "accepted:\n  - {rule: composition-total, fact: items.composition, reason: {zh-Hans: 如此, en: So it is}}\n",
	).Replace(string(f.Data)))
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	data, _ := ds.Data(stat.Period{Year: 2024})
	if got := data.Accepted[0].Fact; got != "items.share-items-first@2024" {
		t.Errorf("accepted of %s", got)
	}
}
