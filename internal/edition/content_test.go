package edition

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/canonjson"
	"nianbao/internal/script"
	"nianbao/internal/stat"
)

// telling is a scene with a finding, and a sentence that names a fact of a later file, an indicator and a milestone.
func telling() *scene {
	s := newScene()
	s.d.Area.Licence = stat.Licence{Code: "CC-BY-4.0", Name: both("署名", "Attribution"), URL: "https://example.org/licence"}
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

// digest is that of a scene's content.
func (s *scene) digest(t *testing.T) string {
	t.Helper()
	data, err := canonjson.Marshal(s.build(t).Content())
	if err != nil {
		t.Fatal(err)
	}
	return canonjson.Digest(data)
}

// The content is the resolved content of the edition: it changes with every printed input written by people, wherever
// it was declared, and with nothing else.
func TestContent(t *testing.T) {
	base := telling().digest(t)
	if again := telling().digest(t); again != base {
		t.Fatalf("%q, then %q", base, again)
	}
	later := func(s *scene) *stat.PeriodData { return &s.d.Periods[1] }
	for name, test := range map[string]struct {
		change func(*scene)
		same   bool
	}{
		"a value":        {func(s *scene) { s.data.Facts[0].Quantity = yuan("4.11") }, false},
		"its decimals":   {func(s *scene) { s.data.Facts[0].Quantity = yuan("4.1") }, false},
		"a sign":         {func(s *scene) { s.data.Facts[1].Quantity = pct("-6.5") }, false},
		"a power of ten": {func(s *scene) { s.data.Facts[0].Quantity.Mult = 4 }, false},
		"a unit":         {func(s *scene) { s.data.Facts[0].Quantity.Unit = "USD" }, false},
		"a qualifier":    {func(s *scene) { s.data.Facts[0].Qualifier = stat.About }, false},
		"a status":       {func(s *scene) { s.data.Facts[0].Status = stat.Provisional }, false},
		"a source":       {func(s *scene) { s.data.Facts[0].From = nil }, false},
		"printed words": {func(s *scene) {
			s.data.Facts[0].From = []stat.Provenance{{Source: "news", Ref: "1", Printed: "4.10亿元"}}
		}, false},
		"the title of a source": {func(s *scene) { s.d.Area.Sources[0].Title = both("报道", "Report") }, false},
		"a variant":             {func(s *scene) { s.data.Facts[0].Variants = []stat.Figure{{Quantity: yuan("4"), Status: stat.Normal}} }, false},
		"a note":                {func(s *scene) { s.data.Facts[0].Note = both("注", "Note") }, false},
		"a note of the office":  {func(s *scene) { s.data.Notes = []stat.OfficeNote{{ID: "area.1", Text: both("注", "Note")}} }, false},
		"a figure of a note": {func(s *scene) {
			s.data.Notes = []stat.OfficeNote{{ID: "area.1", Text: both("{retail.level@2021}", "{retail.level@2021}")}}
			later(s).Facts[1].Quantity = yuan("9")
		}, false},
		"a note on what is not there": {func(s *scene) {
			s.data.Notes = []stat.OfficeNote{{ID: "area.1", Indicator: "homes", Text: both("注", "Note")}}
		}, true},
		"a sentence":            {func(s *scene) { s.data.Sentences[0].Text.En += "." }, false},
		"a milestone":           {func(s *scene) { s.data.Projects[0].Milestones[0].Date.Day = 5 }, false},
		"a project's status":    {func(s *scene) { s.data.Projects[0].Status = stat.Stopped }, false},
		"a name":                {func(s *scene) { s.d.Indicators[2].Name.En = "Flats" }, false},
		"a basis":               {func(s *scene) { s.d.Indicators[0].Basis = stat.Real }, false},
		"a headline":            {func(s *scene) { s.d.Indicators[0].Headline = false }, false},
		"the title of a theme":  {func(s *scene) { s.d.Themes[0].Name.En = "Growth" }, false},
		"a scope":               {func(s *scene) { s.d.Area.Scopes[0].Of = 17 }, false},
		"the area's name":       {func(s *scene) { s.d.Area.Name.Hans = "某乡" }, false},
		"the area's script":     {func(s *scene) { s.d.Area.Name.Hant = "某郷" }, false},
		"the title":             {func(s *scene) { s.data.Title = both("公报", "Bulletin") }, false},
		"the area's title":      {func(s *scene) { s.d.Area.Title = both("公报", "Bulletin") }, false},
		"the contact":           {func(s *scene) { s.d.Area.Contact = both("办公室", "Office") }, false},
		"the licence":           {func(s *scene) { s.d.Area.Licence.Name = both("许可", "Licence") }, false},
		"the licence's address": {func(s *scene) { s.d.Area.Licence.URL = "https://example.org/other" }, false},
		"the licence's code":    {func(s *scene) { s.d.Area.Licence.Code = "CC0-1.0" }, false},
		"a fact of a later one": {func(s *scene) { later(s).Facts[0].Quantity.Value = yuan("8").Value }, false},

		"a revision since then": {func(s *scene) {
			later(s).Facts = append(later(s).Facts, figure("retail", stat.Level, 2023, yuan("4.2")))
		}, true},
		"the languages": {func(s *scene) { s.opt.Langs = s.opt.Langs[:1] }, true},
		"the script that the program makes": {func(s *scene) {
			s.d.Texts(func(_ stat.Place, t *stat.Text) { t.Hant = script.Traditional(t.Hans) })
		}, true},
		"the sections":               {func(s *scene) { s.opt.Sections = s.opt.Sections[:2] }, true},
		"the date of the release":    {func(s *scene) { s.opt.Release = stat.Date{Year: 2024, Month: 3, Day: 1} }, true},
		"a draft":                    {func(s *scene) { s.opt.Draft = true }, true},
		"a finding":                  {func(s *scene) { s.opt.Findings = append(s.opt.Findings, stat.Finding{Rule: "s"}) }, true},
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
		s := telling()
		test.change(s)
		if got := s.digest(t); (got == base) != test.same {
			t.Errorf("%s: the same content: %v, want %v", name, got == base, test.same)
		}
	}
}

// Content that only later files have makes another build, not another release.
func TestLater(t *testing.T) {
	s := telling()
	if was := s.build(t).Later(); len(was.Facts)+len(was.Revisions) > 0 {
		t.Errorf("%+v", was)
	}
	s.d.Periods[1].Facts = append(s.d.Periods[1].Facts, figure("retail", stat.Level, 2023, yuan("4.2")))
	if now := s.build(t).Later(); len(now.Revisions) != 1 || now.Revisions[0].Fact != "retail.level@2023" || now.Revisions[0].New.Value != "4.2" {
		t.Errorf("%+v", now)
	}
}

// Revisions by releases follow from comparing contents and are not part of one.
func TestContentOfRelease(t *testing.T) {
	s := telling()
	e := s.build(t)
	was := PriorFigure{Fact: "retail.level@2023", Figure: stat.Figure{Quantity: yuan("4"), Status: stat.Normal}}
	released := e.AsRelease(s.d, 2, []Prior{{Number: 1, Figures: []PriorFigure{was}}})
	if len(released.Revisions) == len(e.Revisions) {
		t.Fatal("nothing was revised")
	}
	if diff := cmp.Diff(e.Content(), released.Content()); diff != "" {
		t.Errorf("(-edition +release):\n%s", diff)
	}
}

// Content is written in canonical form.
func TestContentIsCanonical(t *testing.T) {
	s := telling()
	s.data.Recognitions = []stat.Recognition{{Code: "prize", Name: both("<奖>", "“Prize” & more\u2028"), Tier: stat.National}}
	s.data.Initiatives = []stat.Initiative{{Code: "plan", Name: both("计划", "Plan")}}
	data, err := canonjson.Marshal(s.build(t).Content())
	if err != nil {
		t.Fatal(err)
	}
	again, err := canonjson.Transform(data)
	if err != nil || string(again) != string(data) {
		t.Errorf("%v:\n%s\nwant\n%s", err, data, again)
	}
	inOrder(t, reflect.TypeFor[Content]())
	inOrder(t, reflect.TypeFor[Later]())
}

// inOrder checks that the fields of a type, and of those in it, are in the order of their JSON names.
func inOrder(t *testing.T, of reflect.Type) {
	t.Helper()
	for of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer || of.Kind() == reflect.Map {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct || of == reflect.TypeFor[stat.Period]() {
		return
	}
	var names []string
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
		inOrder(t, of.Field(i).Type)
	}
	if !slices.IsSorted(names) || slices.Contains(names, "") {
		t.Errorf("%s: fields %q are not in the order of their names", of, names)
	}
}
