package edition

import (
	"testing"

	"nianbao/internal/stat"
)

// digestOf is a scene with a sentence that names a fact of a later file, an indicator and a milestone, and a finding.
func digestOf() *scene {
	s := newScene()
	s.data.Sentences = []stat.Sentence{{
		ID: "x", Theme: "economy", Text: both("{@homes}{homes.level@2022}，{road.signed}", "{@homes} {homes.level@2022}, {road.signed}"),
	}}
	homes := figure("homes", stat.Level, 2022, stat.Qty("7", 0, "SET"))
	retail := figure("retail", stat.Level, 2021, yuan("3"))
	s.d.Periods = append(s.d.Periods, stat.PeriodData{Period: year(2024), Facts: []stat.Fact{homes, retail}})
	s.data = &s.d.Periods[0]
	s.opt.Findings = []stat.Finding{{Rule: "r"}}
	return s
}

// The digest is that of what the edition says: it changes with anything that is printed, wherever that was declared,
// and with nothing else.
func TestDigest(t *testing.T) {
	base := digestOf().build(t).Digest()
	if again := digestOf().build(t).Digest(); len(base) != 64 || again != base {
		t.Fatalf("%q, then %q", base, again)
	}
	later := func(s *scene) *stat.PeriodData { return &s.d.Periods[1] }
	for name, test := range map[string]struct {
		change func(*scene)
		same   bool
	}{
		"a value":               {func(s *scene) { s.data.Facts[0].Quantity = yuan("4.11") }, false},
		"its decimals":          {func(s *scene) { s.data.Facts[0].Quantity = yuan("4.1") }, false},
		"a sign":                {func(s *scene) { s.data.Facts[1].Quantity = pct("-6.5") }, false},
		"a status":              {func(s *scene) { s.data.Facts[0].Status = stat.Provisional }, false},
		"a source":              {func(s *scene) { s.data.Facts[0].From = nil }, false},
		"a note":                {func(s *scene) { s.data.Facts[0].Note = both("注", "Note") }, false},
		"a sentence":            {func(s *scene) { s.data.Sentences[0].Text.En += "." }, false},
		"a finding":             {func(s *scene) { s.opt.Findings = append(s.opt.Findings, stat.Finding{Rule: "s"}) }, false},
		"the line of a finding": {func(s *scene) { s.opt.Findings[0].Place.Line = 2 }, false},
		"a milestone":           {func(s *scene) { s.data.Projects[0].Milestones[0].Date.Day = 5 }, false},
		"a name":                {func(s *scene) { s.d.Indicators[2].Name.En = "Flats" }, false},
		"a fact of a later one": {func(s *scene) { later(s).Facts[0].Quantity.Value = yuan("8").Value }, false},
		"a revision since then": {func(s *scene) {
			later(s).Facts = append(later(s).Facts, figure("retail", stat.Level, 2023, yuan("4.2")))
		}, false},
		"the languages": {func(s *scene) { s.opt.Langs = s.opt.Langs[:1] }, false},

		"a line in a file":           {func(s *scene) { s.data.Facts[0].Place.Line = 99 }, true},
		"what only a later one says": {func(s *scene) { later(s).Facts[1].Quantity = yuan("9") }, true},
		"a figure given again alike": {func(s *scene) {
			later(s).Facts = append(later(s).Facts, figure("retail", stat.Level, 2023, yuan("4.10")))
		}, true},
		"one more later file": {func(s *scene) { s.d.Periods = append(s.d.Periods, stat.PeriodData{Period: year(2025)}) }, true},
		"one more indicator": {func(s *scene) {
			s.d.Indicators = append(s.d.Indicators, stat.Indicator{Code: "jobs", Theme: "life", Name: both("就业", "Jobs")})
		}, true},
		"one more milestone, later": {func(s *scene) {
			p := &s.data.Projects[0]
			p.Milestones = append(p.Milestones, stat.Milestone{Code: "started", Step: stat.StepStarted, Date: stat.Date{Year: 2024, Month: 1, Day: 1}})
		}, true},
	} {
		s := digestOf()
		test.change(s)
		if got := s.build(t).Digest(); (got == base) != test.same {
			t.Errorf("%s: the same digest: %v, want %v", name, got == base, test.same)
		}
	}
}
