package tidy

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/wording"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// What is read back and written anew is the same text, and nothing that a list holds has become null.
func TestJSONRoundTrip(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		data := s.json(t)
		if d := cmp.Diff(encoded(t, s.document(t)), string(data)); d != "" {
			t.Error(d)
		}
		for _, m := range regexp.MustCompile(`"([a-z_]+)": null`).FindAllSubmatch(data, -1) {
			if key := string(m[1]); key != "obs_value" && key != "decimals" {
				t.Errorf("%s is null", key)
			}
		}
	})
}

func encoded(t *testing.T, v any) string {
	t.Helper()
	data, err := indented(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The document holds everything the edition does.
func TestJSONIsComplete(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		e, doc := s.e, s.document(t)
		sentences := 0
		for _, theme := range append([]string{"preface", "summary", "rankings", "projects", "targets"}, themesOf(doc)...) {
			sentences += len(wording.Sentences(e, theme))
		}
		for _, list := range []struct {
			name      string
			got, want int
		}{
			{"facts", len(doc.Facts) + len(doc.Derived), len(s.rows)}, {"derived figures", len(doc.Derived), len(e.Derived())}, {"targets", len(doc.Targets), len(e.AllTargets())},
			{"projects", len(doc.Projects), len(e.Projects)}, {"milestones", len(doc.Milestones), len(e.Milestones)},
			{"recognitions", len(doc.Recognitions), len(e.Recognitions)}, {"initiatives", len(doc.Initiatives), len(e.Initiatives)},
			{"progress", len(doc.Progress), len(e.Progress)}, {"revisions", len(doc.Revisions), len(e.Revisions)},
			{"sentences", len(doc.Sentences), sentences}, {"notes", len(doc.Notes), len(e.Notes)},
			{"findings", len(doc.Findings), len(e.Findings)}, {"sources", len(doc.Sources), len(e.Area.Sources)},
		} {
			if list.got != list.want {
				t.Errorf("%d %s, want %d", list.got, list.name, list.want)
			}
		}
		if d := cmp.Diff(e.Langs, doc.Languages); d != "" || doc.Period != e.Period || doc.Area.Sample != e.Area.Sample {
			t.Errorf("languages, period or sample differ: %s", d)
		}
		ranked := 0
		for _, f := range doc.Facts {
			if f.Ranking != nil && f.VariantOf == "" {
				ranked++
			}
		}
		want := 0
		for _, f := range e.Facts {
			if f.Ranking != nil {
				want++
			}
		}
		if ranked != want || want < len(e.Rankings) {
			t.Errorf("%d facts have a ranking, want %d", ranked, want)
		}
	})
}

func themesOf(doc *Document) []string {
	var codes []string
	for _, theme := range doc.Themes {
		codes = append(codes, theme.Code)
	}
	return codes
}

// Numbers stand in the text as they were printed, digit by digit.
func TestJSONNumbersAreExact(t *testing.T) {
	for _, value := range []string{
		"1576.62", "277.28", "0.7", "0.70", "-9.1", "0", "0.00", "100", "15.310", "0.1", "123456789012345678901234567890",
		"0.000000000000000000000001", "9007199254740993",
	} {
		s := small(t, stat.Text{Hans: "数", En: "number"}, stat.Qty(value, 4, "CNY"))
		if want := `"obs_value": ` + value + ",\n"; !strings.Contains(string(s.json(t)), want) {
			t.Errorf("the text has no %s", want)
		}
		doc := s.document(t)
		f := doc.Facts[0]
		if f.Value.String() != value {
			t.Errorf("%s is read back as %s", value, f.Value)
		}
		if d := max(0, -int(decimal.RequireFromString(value).Exponent())); *f.Decimals != d {
			t.Errorf("%s has %d decimals, want %d", value, *f.Decimals, d)
		}
	}
}

func TestShippedNumbersAreExact(t *testing.T) {
	text := string(shipped(t, "saibei", stat.Hans, stat.En).json(t))
	for _, value := range []string{"1576.62", "277.28", "0.7"} {
		if !strings.Contains(text, `"obs_value": `+value+",\n") {
			t.Errorf("%s is not in the document as printed", value)
		}
	}
}

func TestJSONOfTargets(t *testing.T) {
	doc := shipped(t, "example", stat.En).document(t)
	i := slices.IndexFunc(doc.Targets, func(row Target) bool { return row.Operator == string(stat.Around) })
	if i < 0 {
		t.Fatal("no target with a tolerance")
	}
	implied := json.Number("1.31")
	want := Target{
		Fact: "cattle-stock.target_growth@2025", Indicator: "cattle-stock", Operator: "about", Due: stat.Period{Year: 2025},
		Baseline: "cattle-stock.level@2024", Tolerance: &Amount{"0.5", "PP", 0}, Implied: &implied, Unit: "HEAD", Mult: 4,
	}
	if d := cmp.Diff(want, doc.Targets[i]); d != "" {
		t.Error(d)
	}
}

// A missing value is null, never 0, and has no decimals.
func TestJSONOfMissing(t *testing.T) {
	s := shipped(t, "example", stat.En)
	text := string(s.json(t))
	if !strings.Contains(text, "\"obs_value\": null,\n      \"unit_measure\": \"KWH\"") {
		t.Error("the missing value is not null")
	}
	for _, f := range s.document(t).Facts {
		missing := !stat.Status(f.Status).HasValue()
		if missing != (f.Value == nil) || missing != (f.Decimals == nil) {
			t.Errorf("%s: status %s, value %v, decimals %v", f.ID, f.Status, f.Value, f.Decimals)
		}
	}
}

// The area has its contact and licence if they are known.
func TestContactAndLicence(t *testing.T) {
	area := shipped(t, "example", stat.Hans, stat.En).document(t).Area
	want := &Licence{
		"CC-BY-4.0", Words{stat.Hans: "知识共享署名4.0国际许可协议", stat.En: "Creative Commons Attribution 4.0 International"},
		"https://creativecommons.org/licenses/by/4.0/",
	}
	if d := cmp.Diff(want, area.Licence); d != "" || area.Contact[stat.En] == "" {
		t.Errorf("contact %v, licence (-want +got):\n%s", area.Contact, d)
	}
	if area := shipped(t, "saibei", stat.Hans, stat.En).document(t).Area; area.Licence != nil || area.Contact != nil {
		t.Errorf("contact %v and licence %v of an area that has none", area.Contact, area.Licence)
	}
}
