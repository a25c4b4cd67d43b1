package merge

import (
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/dataset"
	"nianbao/internal/stat"
)

// filesOf are the files of an area as shipped.
func filesOf(t *testing.T, area string) []dataset.Input {
	t.Helper()
	var files []dataset.Input
	entries, err := os.ReadDir("../../config/areas/" + area)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile("../../config/areas/" + area + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, dataset.Input{Name: e.Name(), Data: data})
	}
	return files
}

func parsed(t *testing.T, files []dataset.Input, area string) *stat.Dataset {
	t.Helper()
	d, err := dataset.Parse(files, area)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var year2023 = stat.Through(2023, 12)

func aim(code string, m stat.Measure, o stat.Operator, value string) Target {
	return Target{Period: year2023, Code: code, Measure: m, Operator: o, Value: decimal.RequireFromString(value)}
}

// TestAim holds what becomes of the file's text, and of nothing else of it.
func TestAim(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new string // of the file's text
		Target
	}{
		{"another value", "growth: {value: 6, due", "growth: {value: 6.5, due", aim("gdp", stat.TargetGrowth, stat.Equal, "6.5")},
		{"another bound", `growth: {value: 6, due: "2024", from: {34: 6%}}`, `growth: {value: 6, due: "2024", from: {34: 6%}, operator: about}`, aim("gdp", stat.TargetGrowth, stat.Around, "6")},
		{"a second one of an indicator", "from: {34: 15%}}\n", "from: {34: 15%}}\n    level: {value: 1.5, operator: at_least}\n", aim("budget-revenue", stat.TargetLevel, stat.AtLeast, "1.5")},
		{"of another indicator", "from: {34: 6%}}\n", "from: {34: 6%}}\n  milk: {level: 30}\n", aim("milk", stat.TargetLevel, stat.Equal, "30")},
	} {
		files := filesOf(t, "saibei")
		before := parsed(t, files, "saibei")
		was := string(dataset.Contents(files, "2023.yaml"))
		plan, err := Aim(before, files, c.Target)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := string(plan.Files[0].Data)
		if strings.Count(was, c.old) != 1 || got != strings.Replace(was, c.old, c.new, 1) {
			at := strings.Index(got, "\ntargets:")
			t.Errorf("%s: not as expected: %.600q", c.name, got[at:])
		}
		if again, err := Aim(plan.After, dataset.With(files, plan.Files), c.Target); err != nil || len(again.Files) != 0 {
			t.Errorf("%s: set again: %v, %v", c.name, again, err)
		}
		back, err := Remove(plan.After, dataset.With(files, plan.Files), year2023, []string{c.ID()})
		if err != nil {
			t.Errorf("%s: taken back: %v", c.name, err)
		} else if c.Code == "milk" && string(back.Files[0].Data) != was {
			t.Errorf("%s: taken back, the file is not as it was", c.name)
		}
	}
}

// TestAimFirst holds the first target of a file, one of a file whose targets are numbers alone, and that all of them can go.
func TestAimFirst(t *testing.T) {
	files := filesOf(t, "saibei")
	text := string(dataset.Contents(files, "2023.yaml"))
	from, to := strings.Index(text, "\ntargets:")+1, strings.Index(text, "\nprojects:")+1
	none := text[:from] + text[to:]
	files = dataset.With(files, []dataset.Input{{Name: "2023.yaml", Data: []byte(none)}, {Name: "2023.text.yaml"}, {Name: "text.yaml"}})
	for _, c := range []struct {
		Target
		want string
	}{
		{aim("gdp", stat.TargetGrowth, stat.Equal, "6"), "targets:\n  gdp: {growth: 6}\n"},
		{aim("gdp", stat.TargetGrowth, stat.Around, "6"), "targets:\n  gdp: {growth: {value: 6, operator: about}}\n"},
		{aim("gdp", stat.TargetGrowth, stat.Equal, "7"), "targets:\n  gdp: {growth: {value: 7}}\n"},
		{aim("gdp", stat.TargetLevel, stat.Equal, "16"), "targets:\n  gdp: {growth: {value: 7}, level: 16}\n"},
	} {
		plan, err := Aim(parsed(t, files, "saibei"), files, c.Target)
		if err != nil {
			t.Fatal(err)
		}
		files = dataset.With(files, plan.Files)
		if got := string(plan.Files[0].Data); !strings.HasSuffix(got, c.want) {
			t.Errorf("%s: %q", c.want, got[len(none):])
		}
	}
	plan, err := Remove(parsed(t, files, "saibei"), files, year2023, []string{"gdp.target_growth@2024", "gdp.target_level@2024"})
	if err != nil {
		t.Fatal(err)
	}
	if got := string(plan.Files[0].Data); strings.TrimSpace(got) != strings.TrimSpace(none) {
		t.Errorf("taken back: %q", got[max(0, len(got)-200):])
	}
}

// TestAimWrong holds what is refused: a period without a file, an indicator that there is not, a range.
func TestAimWrong(t *testing.T) {
	files := filesOf(t, "saibei")
	text := strings.Replace(string(dataset.Contents(files, "2023.yaml")), "growth: {value: 6, due", "growth: {value: 6, to: 7, due", 1)
	files = dataset.With(files, []dataset.Input{{Name: "2023.yaml", Data: []byte(text)}})
	d := parsed(t, files, "saibei")
	for reason, one := range map[string]Target{
		"enter figures before targets": {Period: stat.Through(1999, 12), Code: "gdp", Measure: stat.TargetGrowth, Operator: stat.Equal},
		"unknown indicator":            aim("nothing", stat.TargetGrowth, stat.Equal, "1"),
		"the target is a range":        aim("gdp", stat.TargetGrowth, stat.Equal, "6"),
	} {
		if _, err := Aim(d, files, one); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}

func TestSources(t *testing.T) {
	files := filesOf(t, "saibei")
	was := string(dataset.Contents(files, "area.yaml"))
	date, err := stat.ParseDate("2025-03-20")
	if err != nil {
		t.Fatal(err)
	}
	one := stat.Source{
		Title: said("2024年公报", "Bulletin for 2024"), Publisher: said("统计局", "Bureau"), Reference: said("第{0}页", "page {0}"), Date: date, URL: "https://example.org/a",
	}
	plan, err := AddSource(parsed(t, files, "saibei"), files, one)
	if err != nil {
		t.Fatal(err)
	}
	line := "  source-2: {title: {zh-Hans: \"2024年公报\", en: \"Bulletin for 2024\"}, publisher: {zh-Hans: 统计局, en: Bureau}, " +
		"reference: {zh-Hans: \"第{0}页\", en: \"page {0}\"}, date: \"2025-03-20\", url: \"https://example.org/a\"}\n"
	if got := string(plan.Files[0].Data); got != strings.Replace(was, "    date: 2024\n", "    date: 2024\n"+line, 1) {
		t.Errorf("area.yaml: %s", got)
	}
	files = dataset.With(files, plan.Files)
	one.Code = "source-2"
	if _, err := AddSource(plan.After, files, one); err == nil {
		t.Error("a code was given twice")
	}
	for period, want := range map[stat.Period]string{stat.Through(2024, 12): "period: \"2024\"\nsource: source-2\n", year2023: "source: source-2"} {
		cited, err := Cite(plan.After, files, period, "source-2")
		if err != nil {
			t.Fatal(err)
		}
		if got := string(cited.Files[0].Data); !strings.Contains(got, want) {
			t.Errorf("%s: %s", period, got)
		}
	}
	if _, err := Cite(plan.After, files, year2023, "nothing"); err == nil {
		t.Error("a source that there is not was cited")
	}
}
