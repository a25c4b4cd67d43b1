package briefing

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// stressEdition has 300 indicators with growth, rank and target, and 200 projects, all with names of 60
// characters.
func stressEdition(t testing.TB, langs ...stat.Lang) *edition.Edition {
	t.Helper()
	name := func(i int) stat.Text {
		return stat.Text{Hans: longName(60, i), En: strings.Repeat(fmt.Sprintf("Name%d of a long kind, ", i), 4)[:60]}
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
	for i := range 300 {
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
	for i := range 200 {
		p := stat.Project{Code: fmt.Sprintf("project-%d", i), Name: name(i), Status: stat.UnderConstruction, Partners: []stat.Partner{{Name: name(i + 1), Role: name(i + 2)}}, Note: name(i)}
		add(p.Code+".investment", stat.Level, stat.Qty("12345.67", 4, "CNY"), nil)
		p.Figures = []stat.ProjectFigure{{Code: "investment", Fact: data.Facts[len(data.Facts)-1].ID}}
		p.Milestones = []stat.Milestone{{Code: "signed", Step: stat.StepSigned, Date: stat.Date{Year: 2023, Month: 1 + i%12, Day: 4}, Text: name(i)}}
		data.Projects = append(data.Projects, p)
	}
	d.Periods = []stat.PeriodData{data}
	e, err := edition.Build(d, period, edition.Options{Langs: langs, Sections: edition.Sections(), Release: period.End()})
	if err != nil {
		t.Fatal(err)
	}
	return e
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
