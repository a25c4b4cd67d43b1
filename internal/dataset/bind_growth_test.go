package dataset

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"nianbao/internal/stat"
)

// Figures beside the usual ones of their indicator are told apart in their IDs.
func TestAsideFigures(t *testing.T) {
	fsys := demo(t)
	fsys["demo/2023-H1.yaml"] = &fstest.MapFile{Data: []byte(`period: 2023-H1
source: gazette
observations:
  trade:
    level: [28.1, {value: 3.1, only: month}]
    growth: [6.3, {value: 6.1, basis: real}, {value: -10.0, basis: comparable}, {value: 0.3, basis: chained, only: quarter}, {value: 2.5, basis: two_year}, {value: 7, only: month, basis: nominal}]
    acceleration: -2.2
    contribution: 2.8
    contribution_rate: -8.6
    margin: [1.4, {value: -0.3, scope: province}, {value: 20, by: level, only: month}]
  dust: {ratio: 30, margin: {value: 1, by: ratio}}
`)}
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	standing := "sentences:\n"
	for i, ref := range []string{"growth-real", "growth-chained-quarter", "growth-two_year", "level-month", "margin-province", "margin-month", "acceleration"} {
		standing += "  - {id: s" + strconv.Itoa(i) + ", theme: work, text: {zh-Hans: \"{trade." + ref + "}\", en: \"{trade." + ref + "}\"}}\n"
	}
	fsys["demo/text.yaml"] = &fstest.MapFile{Data: []byte(standing)}
	if _, _, err = Load(fsys, "demo"); err != nil {
		t.Error(err)
	}
	for _, ref := range []string{"growth-quick", "margin-nation", "rank-month", "level-real", "target_growth-month", "acceleration-real"} {
		fsys["demo/text.yaml"] = &fstest.MapFile{Data: []byte("sentences:\n  - {id: s, theme: work, text: {zh-Hans: \"{trade." + ref + "}\", en: \"{trade." + ref + "}\"}}\n")}
		if _, _, err := Load(fsys, "demo"); err == nil || !strings.Contains(err.Error(), "unknown measure \""+ref) {
			t.Errorf("%s: %v, want an unknown measure", ref, err)
		}
	}
	type told struct {
		value       string
		sort        string
		only        stat.Only
		basis       stat.Basis
		scope, unit string
	}
	for id, want := range map[string]told{
		"trade.level":                  {"28.1 4", "", "", "", "", "CNY"},
		"trade.level-month":            {"3.1 4", "month", "month", "", "", "CNY"},
		"trade.growth":                 {"6.3 0", "", "", "nominal", "", "PERCENT"},
		"trade.growth-real":            {"6.1 0", "real", "", "real", "", "PERCENT"},
		"trade.growth-comparable":      {"-10.0 0", "comparable", "", "comparable", "", "PERCENT"},
		"trade.growth-chained-quarter": {"0.3 0", "chained-quarter", "quarter", "chained", "", "PERCENT"},
		"trade.growth-two_year":        {"2.5 0", "two_year", "", "two_year", "", "PERCENT"},
		"trade.growth-month":           {"7 0", "month", "month", "nominal", "", "PERCENT"},
		"trade.acceleration":           {"-2.2 0", "", "", "", "", "PP"},
		"trade.contribution":           {"2.8 0", "", "", "", "", "PP"},
		"trade.contribution_rate":      {"-8.6 0", "", "", "", "", "PERCENT"},
		"trade.margin":                 {"1.4 0", "", "", "", "city", "PP"},
		"trade.margin-province":        {"-0.3 0", "province", "", "", "province", "PP"},
		"trade.margin-month":           {"20 4", "month", "month", "", "city", "CNY"},
		"dust.margin":                  {"1 0", "", "", "", "city", "PP"},
	} {
		f, ok := factOf(ds, id+"@2023-H1")
		if !ok {
			t.Errorf("%s is missing", id)
			continue
		}
		got := told{f.Quantity.Number() + " " + strconv.Itoa(f.Quantity.Mult), f.Sort, f.Only, f.Basis, "", f.Quantity.Unit}
		if f.Ranking != nil {
			got.scope = f.Ranking.Scope
		}
		if got != want {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
}

// What grows has the basis and the verb of its unit, unless it states others.
func TestBasisAndVerb(t *testing.T) {
	for unit, want := range map[string]struct {
		basis stat.Basis
		verb  stat.Verb
	}{
		"CNY": {stat.Nominal, ""}, "CNY_PER_MONTH": {stat.Nominal, ""}, "CNY_PER_M2": {stat.Nominal, stat.VerbRise}, "T": {}, "PERSON": {}, "PERCENT": {},
		"INDEX, base: {zh-Hans: 上年=100, en: previous year = 100}": {"", stat.VerbRise},
		"T, basis: comparable, verb: increase":                    {stat.Comparable, stat.VerbIncrease},
	} {
		fsys := demo(t)
		fault{file: "indicators.yaml", old: "indicators:\n", new: "indicators:\n  new: {theme: work, name: {zh-Hans: 新, en: New}, unit: " + unit + "}\n"}.apply(t, fsys)
		ds, _, err := Load(fsys, "demo")
		if err != nil {
			t.Fatal(err)
		}
		if ind := ds.Indicators[0]; ind.Basis != want.basis || ind.Verb != want.verb {
			t.Errorf("%s: basis %q, verb %q, want %v", unit, ind.Basis, ind.Verb, want)
		}
	}
}
