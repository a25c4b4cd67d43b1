package dataset

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

// loadTargets loads the demo area with other figures of 2023, all of it that is not under "period".
func loadTargets(t *testing.T, figures string) *stat.Dataset {
	t.Helper()
	fsys := demo(t)
	fsys["demo/2023.yaml"] = &fstest.MapFile{Data: []byte("period: \"2023\"\nsource: gazette\n" + figures)}
	ds, _, err := Load(fsys, "demo")
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// A target of a rate starts from the rate, whether it stands as a ratio or as a level; a change from a year before it is due.
func TestTargetsOfRates(t *testing.T) {
	ds := loadTargets(t, `
observations:
  dust: {ratio: 89.2}
  trade: {level: 900}
targets:
  dust: {ratio: {value: 90, operator: at_least}, level: 91, change: 0.8}
  trade: {change: {value: 50, operator: at_least}}
  gdp: {change: {value: 1, due: "2025"}}
`)
	for id, want := range map[string]struct {
		quantity stat.Quantity
		baseline string
	}{
		"dust.target_ratio@2024":   {stat.Qty("90", 0, "PERCENT"), "dust.ratio@2023"},
		"dust.target_level@2024":   {stat.Qty("91", 0, "PERCENT"), "dust.ratio@2023"},
		"dust.target_change@2024":  {stat.Qty("0.8", 0, "PP"), "dust.ratio@2023"},
		"trade.target_change@2024": {stat.Qty("50", 4, "CNY"), "trade.level@2023"},
		"gdp.target_change@2025":   {stat.Qty("1", 8, "CNY"), "gdp.level@2024"},
	} {
		f, ok := factOf(ds, id)
		if !ok {
			t.Errorf("no target %s", id)
			continue
		}
		if d := cmp.Diff(want.quantity, f.Quantity); d != "" || f.Target.Baseline != want.baseline {
			t.Errorf("%s: baseline %q, want %q %s", id, f.Target.Baseline, want.baseline, d)
		}
	}
}

func TestRangesAndWords(t *testing.T) {
	ds := loadTargets(t, `
targets:
  gdp: {growth: {value: 5, to: 6.5}}
  requests: {level: {value: 900, to: 1000}}
  trade:
    words: {zh-Hans: 完成省下达任务, en: as the province demands, due: "2025", from: {3: 完成省下达任务, 4: ""}, note: {zh-Hans: 初定。, en: First version.}}
  dust: {words: [{zh-Hans: 稳中有降, en: a steady decline}, {zh-Hans: 再降, en: a further decline, due: "2025"}]}
`)
	for id, want := range map[string]stat.Target{
		"gdp.target_growth@2024":     {Indicator: "gdp", Operator: stat.Within, UpTo: stat.Qty("6.5", 0, "PERCENT")},
		"requests.target_level@2024": {Indicator: "requests", Operator: stat.Within, UpTo: stat.Qty("1000", 0, "REQUEST")},
		"trade.target_words@2025":    {Indicator: "trade", Words: stat.Text{Hans: "完成省下达任务", En: "as the province demands"}},
		"dust.target_words@2024":     {Indicator: "dust", Words: stat.Text{Hans: "稳中有降", En: "a steady decline"}},
		"dust.target_words@2025":     {Indicator: "dust", Words: stat.Text{Hans: "再降", En: "a further decline"}},
	} {
		f, ok := factOf(ds, id)
		if !ok {
			t.Errorf("no target %s", id)
			continue
		}
		if d := cmp.Diff(&want, f.Target); d != "" {
			t.Errorf("%s (-want +got):\n%s", id, d)
		}
		if f.Status.HasValue() == (f.Measure == stat.TargetWords) {
			t.Errorf("%s has status %s", id, f.Status)
		}
	}
	words, _ := factOf(ds, "trade.target_words@2025")
	if len(words.From) != 2 || words.Note.En != "First version." {
		t.Errorf("words are %+v", words)
	}
}

// A standing sentence on growth stands where two levels tell what became of a loss.
func TestStandingSentenceOnALoss(t *testing.T) {
	for levels, want := range map[string]bool{
		"[-4, {value: -2, period: 2022}]": true,
		"[4, {value: 2, period: 2022}]":   false,
		"[-4, {value: 0, period: 2022}]":  false,
		"-4":                              false,
	} {
		fsys := demo(t)
		fsys["demo/2023.yaml"] = &fstest.MapFile{Data: []byte("period: \"2023\"\nsource: gazette\nobservations: {trade: {level: " + levels + "}}\n")}
		fsys["demo/text.yaml"] = &fstest.MapFile{Data: []byte(`sentences:
  - {id: loss, theme: economy, text: {zh-Hans: "{trade.growth}。", en: "Trade: {trade.growth}."}}
  - {id: turn, theme: economy, text: {zh-Hans: "{trade.turn}。", en: "Trade: {trade.turn}."}}
`)}
		ds, _, err := Load(fsys, "demo")
		if err != nil {
			t.Fatal(err)
		}
		data, _ := ds.Data(stat.Period{Year: 2023})
		if got := len(data.Sentences) == 2; got != want {
			t.Errorf("%s: %d sentences, want both: %v", levels, len(data.Sentences), want)
		}
	}
}
