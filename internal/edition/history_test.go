package edition

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

// quarters is a year of quarters of retail sales. The half-year's file revises the first quarter's growth, and a
// position falls.
func quarters(t *testing.T) *scene {
	t.Helper()
	s := newScene()
	for i, growth := range []string{"5.0", "5.5", "6.0"} {
		p := stat.Through(2024, 3*(i+1))
		f := figure("retail", stat.Growth, 2024, pct(growth))
		place := rank("retail", "city", i+2)
		f.ID, f.Period = stat.Key("retail", "growth", p), p
		place.ID, place.Period = stat.Key("retail", "rank", p), p
		s.d.Periods = append(s.d.Periods, stat.PeriodData{Period: p, Facts: []stat.Fact{f, place}})
	}
	again := s.d.Periods[1].Facts[0]
	again.Quantity = pct("5.2")
	s.d.Periods[2].Facts = append(s.d.Periods[2].Facts, again)
	return s
}

func (s *scene) at(t *testing.T, month int) *Edition {
	t.Helper()
	e, err := Build(s.d, stat.Through(2024, month), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestEditionsKnowNoLaterFile(t *testing.T) {
	s := quarters(t)
	for month, want := range map[int]string{3: "6.5 5.0", 6: "6.5 5.2 5.5", 9: "6.5 5.2 5.5 6.0"} {
		if got := values(s.at(t, month).Trends[0].Growth); got != want {
			t.Errorf("at the end of month %d growth was %s, want %s", month, got, want)
		}
	}
}

func TestMoved(t *testing.T) {
	s := quarters(t)
	if _, ok := s.at(t, 3).Rankings[0].Moved(); ok {
		t.Error("moved from nowhere")
	}
	e := s.at(t, 6)
	if moved, ok := e.Rankings[0].Moved(); !ok || moved != -1 {
		t.Errorf("from second to third is %d, %v", moved, ok)
	}
	if got := values(e.Rankings[0].Earlier); got != "- 2" {
		t.Errorf("earlier positions are %s", got)
	}
}

func TestRevisionByFile(t *testing.T) {
	s := quarters(t)
	e := s.at(t, 6)
	if len(e.Revisions) != 1 {
		t.Fatalf("%d revisions", len(e.Revisions))
	}
	r := e.Revisions[0]
	if r.Kind != Changed || r.Given != stat.Through(2024, 3) || r.Revised != stat.Through(2024, 6) || r.Old.Quantity.Number() != "5.0" || r.New.Quantity.Number() != "5.2" {
		t.Errorf("%+v", r)
	}
	if r.Change.Number() != "0.2" || r.Change.Unit != "PP" || !e.Revised(r.Fact) || e.Afterwards(r) {
		t.Errorf("changed by %s %s", r.Change.Number(), r.Change.Unit)
	}
}

// An edition whose figure a later file has revised keeps it without a mark, and lists the later value.
func TestRevisedSince(t *testing.T) {
	s := quarters(t)
	e := s.at(t, 3)
	f, _ := e.Fact("retail.growth@2024-Q1")
	if f.Quantity.Number() != "5.0" || e.Revised(f) {
		t.Errorf("the first quarter's growth is %s, revised: %v", f.Quantity.Number(), e.Revised(f))
	}
	if len(e.Revisions) != 1 || !e.Afterwards(e.Revisions[0]) || e.Revisions[0].New.Quantity.Number() != "5.2" {
		t.Errorf("revisions %+v", e.Revisions)
	}
	for _, c := range e.Conventions() {
		if c.Code == "revised" {
			t.Error("an edition without a mark explains it")
		}
	}
	if !slices.ContainsFunc(e.Conventions(), func(c Convention) bool { return c.Code == "revised.since" }) {
		t.Error("the edition does not explain what has become of its figures since")
	}
}

func given(fact, value string) PriorFigure {
	return PriorFigure{Fact: fact, Figure: stat.Figure{Quantity: yuan(value), Status: stat.Normal}}
}

// shown is the number of a figure, or why there is none.
func shown(f stat.Figure) string {
	switch {
	case f.Status == "":
		return "-"
	case !f.Status.HasValue():
		return string(f.Status)
	default:
		return f.Quantity.Number()
	}
}

func TestRevisionByRelease(t *testing.T) {
	s := newScene()
	first, second := stat.Date{Year: 2024, Month: 1, Day: 20}, stat.Date{Year: 2024, Month: 2, Day: 1}
	provisional := given("retail.level@2023", "4.00")
	provisional.Status = stat.Provisional
	aim := given("output.target_level@2024", "16")
	aim.Operator = stat.AtLeast
	place := given("homes.rank-province@2023", "3")
	place.Quantity = stat.Qty("3", 0, "RANK")
	priors := []Prior{
		{Number: 1, Date: first, Figures: []PriorFigure{
			provisional,
			{Fact: "output.level@2023", Figure: stat.Figure{Quantity: stat.Qty("153100", 4, "CNY"), Status: stat.Normal}},
			{Fact: "retail.growth@2023", Figure: stat.Figure{Status: stat.Missing}},
			given("homes.level@2023", "1"), aim, place, given("retail.level@2020", "2"),
		}},
		{Number: 2, Date: second, Figures: []PriorFigure{
			given("retail.level@2023", "4.05"), given("output.level@2023", "15.31"), given("road.investment@2023", "1.3"),
			{Fact: "retail.growth@2023", Figure: stat.Figure{Quantity: pct("6.5"), Status: stat.Normal}},
			given("homes.level@2023", "1"), aim, place,
		}},
	}
	s.opt.Release = stat.Date{Year: 2024, Month: 3, Day: 5}
	alone := s.build(t)
	before := alone.Content()
	e := alone.AsRelease(s.d, 3, priors)
	if !cmp.Equal(alone.Content(), before) || len(alone.Revisions) > 0 {
		t.Error("a release has changed the edition that it is of")
	}
	var got []string
	for _, r := range e.Revisions {
		got = append(got, fmt.Sprintf("%s %s: %s (r%d, %s) -> %s (r%d, %s)", r.Kind, r.Fact.ID, shown(r.Old), r.Release, r.Date, shown(r.New), r.Later, r.Brought))
	}
	const one, two, three = "(r1, 2024-01-20)", "(r2, 2024-02-01)", "(r3, 2024-03-05)"
	want := []string{
		"changed retail.level@2023: 4.00 " + one + " -> 4.05 " + two,
		"changed retail.level@2023: 4.05 " + two + " -> 4.10 " + three,
		"changed retail.growth@2023: O " + one + " -> 6.5 " + two,
		"added road.investment@2023: - (r0, ) -> 1.3 " + two,
		"withdrawn homes.level@2023: 1 " + two + " -> - " + three,
		"withdrawn output.target_level@2024: 16 " + two + " -> - " + three,
		"withdrawn homes.rank-province@2023: 3 " + two + " -> - " + three,
		"withdrawn retail.level@2020: 2 " + one + " -> - " + two,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for id, want := range map[string]bool{"retail.level@2023": true, "output.level@2023": false, "road.investment@2023": false} {
		if f, _ := e.Fact(id); e.Revised(f) != want {
			t.Errorf("%s is marked: %v", id, !want)
		}
	}
}

// TestBackgroundIsAmongTheFacts checks that everything printed has a row with a source.
func TestBackgroundIsAmongTheFacts(t *testing.T) {
	e := quarters(t).at(t, 9)
	known := map[string]bool{}
	for _, f := range e.Facts {
		if known[f.ID] {
			t.Errorf("%s twice", f.ID)
		}
		known[f.ID] = true
	}
	for _, id := range []string{"retail.growth@2024-Q1", "retail.growth@2024-H1", "retail.rank@2024-H1"} {
		if !known[id] {
			t.Errorf("%s is not among %v", id, ids(e.Facts))
		}
	}
}
