package briefing

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/internal/check"
	"nianbao/internal/edition"
	"nianbao/internal/golden"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// stressEdition is the edition of stressDataset.
func stressEdition(t testing.TB, langs ...stat.Lang) *edition.Edition {
	t.Helper()
	d := stressDataset()
	period := d.Periods[0].Period
	e, err := edition.Build(d, period, edition.Options{Langs: langs, Sections: town.Sections(), Release: period.End()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// stressDataset is larger than any real area.
func stressDataset() *stat.Dataset { return stressDatasetOf(300, 200) }

// stressDatasetOf has indicators with growth, rank and target, and projects. All names have 60 characters, one of them
// beyond U+FFFF.
func stressDatasetOf(indicators, projects int) *stat.Dataset {
	name := func(i int) stat.Text {
		return stat.Text{Hans: "𬬻" + longName(59, i), En: strings.Repeat(fmt.Sprintf("Name%d of a long kind, ", i), 4)[:60]}
	}
	period := stat.Period{Year: 2023}
	from := []stat.Provenance{{Source: "s", Ref: "12", Printed: "1,234.5万元"}}
	d := &stat.Dataset{
		Area: stat.Area{
			Code: "long", Name: name(1), Within: name(2), Scopes: []stat.Scope{{Code: "city", Name: name(3)}},
			Sources: []stat.Source{{Code: "s", Title: name(4), Publisher: name(5)}},
		},
		Units: stat.Units(),
	}
	data := stat.PeriodData{Period: period}
	add := func(subject string, m stat.Measure, q stat.Quantity, change func(*stat.Fact)) {
		f := stat.Fact{
			ID: stat.Key(subject, string(m), period), Subject: subject, Area: "long", Period: period, Measure: m,
			Figure: stat.Figure{Quantity: q, Status: stat.Normal, From: from}, Note: name(6),
		}
		if change != nil {
			change(&f)
		}
		data.Facts = append(data.Facts, f)
	}
	for i := range indicators {
		code := fmt.Sprintf("indicator-%d", i)
		if i%30 == 0 {
			d.Themes = append(d.Themes, stat.Theme{Code: fmt.Sprint("theme-", i/30), Name: name(i)})
		}
		d.Indicators = append(d.Indicators, stat.Indicator{Code: code, Theme: fmt.Sprint("theme-", i/30), Name: name(i), Unit: "CNY", Mult: 4, Headline: i%10 == 0})
		add(code, stat.Level, stat.Qty("1234567.89", 4, "CNY"), nil)
		add(code, stat.Growth, stat.Qty("-123.45", 0, "PERCENT"), nil)
		add(code, stat.Rank, stat.Qty("12", 0, "RANK"), func(f *stat.Fact) { f.Ranking = &stat.Ranking{Scope: "city", By: stat.Growth} })
		add(code, stat.TargetGrowth, stat.Qty("6.5", 0, "PERCENT"), func(f *stat.Fact) {
			f.Target = &stat.Target{Indicator: code, Operator: stat.AtLeast, Baseline: code + ".level@2023"}
		})
	}
	for i := range projects {
		p := stat.Project{Code: fmt.Sprintf("project-%d", i), Name: name(i), Status: stat.UnderConstruction, Partners: []stat.Partner{{Name: name(i + 1), Role: name(i + 2)}}, Note: name(i)}
		add(p.Code+".investment", stat.Level, stat.Qty("12345.67", 4, "CNY"), nil)
		p.Figures = []stat.ProjectFigure{{Code: "investment", Fact: data.Facts[len(data.Facts)-1].ID}}
		p.Milestones = []stat.Milestone{{Code: "signed", Step: stat.StepSigned, Date: stat.Date{Year: 2023, Month: 1 + i%12, Day: 4}, Text: name(i)}}
		data.Projects = append(data.Projects, p)
	}
	d.Periods = []stat.PeriodData{data}
	return d
}

// A single missing translation among a thousand names is found and stops the edition.
func TestStressWithoutTranslation(t *testing.T) {
	d := stressDataset()
	missing := func() (found []stat.Finding) {
		for _, f := range check.Check(d, d.Periods[0].Period, check.Options{Langs: []stat.Lang{stat.Hans, stat.En}}) {
			if f.Rule == "missing-translation" && f.Blocks() {
				found = append(found, f)
			}
		}
		return found
	}
	if found := missing(); len(found) > 0 {
		t.Fatalf("with all its translations: %v", found[0])
	}
	d.Indicators[217].Place.Path = "indicators.indicator-217"
	d.Indicators[217].Name.En = ""
	if found := missing(); len(found) != 1 || found[0].Place.Path != "indicators.indicator-217.name" {
		t.Errorf("found %v", found)
	}
}

// The pages of the stress edition are goldens: a digest of each with its counts, and some pages in full.
func TestStressGolden(t *testing.T) {
	e := stressEdition(t, stat.Hans, stat.En)
	pages, err := pagesOf(e, options(t, e.Units, e.Langs...))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range pages {
		count := map[string]int{}
		for _, it := range p.Items {
			count[it.Shape.String()]++
		}
		fmt.Fprintf(&b, "page %d: %.4x", p.Number, sha256.Sum256([]byte(describePages([]Page{p}))))
		for _, shape := range slices.Sorted(maps.Keys(count)) {
			fmt.Fprintf(&b, " %s %d", shape, count[shape])
		}
		b.WriteString("\n")
	}
	for _, n := range []int{1, 3, len(pages) / 2, len(pages)} {
		b.WriteString(describePages(pages[n-1 : n]))
	}
	golden.Check(t, "stress", b.String())
}

func TestStress(t *testing.T) {
	e := stressEdition(t, stat.Hans, stat.En)
	opt := options(t, e.Units, e.Langs...)
	start := time.Now()
	pages, err := pagesOf(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > 20*time.Second { // a second on a slow machine; more means a loop gone quadratic
		t.Errorf("%d pages took %s", len(pages), took)
	}
	if len(pages) < 100 {
		t.Errorf("%d pages for %d facts and %d projects", len(pages), len(e.Facts), len(e.Projects))
	}
	for _, f := range faults(e, opt.Words, pages) {
		t.Error(f)
	}
	text := pageText(pages)
	for _, f := range e.Facts {
		if !strings.Contains(text, f.ID) {
			t.Errorf("%s is not shown", f.ID)
		}
	}
	for _, p := range e.Projects {
		if !strings.Contains(text, p.Name.Hans) || !strings.Contains(text, squeeze(p.Name.En)) {
			t.Errorf("the name of %s is not shown whole", p.Code)
		}
	}
}
