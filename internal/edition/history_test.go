package edition

import (
	"testing"

	"nianbao/internal/stat"
)

// quarters is a year of quarters of retail sales, in which the first quarter's growth is revised in the half-year's
// file, and a position falls.
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
	if e := s.at(t, 3); len(e.Revisions) > 0 || e.Revised(e.Trends[0].Growth[1]) {
		t.Errorf("the first quarter knows of its revision: %v", e.Revisions)
	}
	e := s.at(t, 6)
	if len(e.Revisions) != 1 {
		t.Fatalf("%d revisions", len(e.Revisions))
	}
	r := e.Revisions[0]
	if r.Given != stat.Through(2024, 3) || r.Revised != stat.Through(2024, 6) || r.Old.Quantity.Number() != "5.0" || r.New.Quantity.Number() != "5.2" {
		t.Errorf("%+v", r)
	}
	if r.Change.Number() != "0.2" || r.Change.Unit != "PP" || !e.Revised(r.Fact) {
		t.Errorf("changed by %s %s", r.Change.Number(), r.Change.Unit)
	}
}

func TestRevisionByRelease(t *testing.T) {
	s := newScene()
	day := stat.Date{Year: 2024, Month: 1, Day: 20}
	s.opt.Former = []Former{
		{Fact: "retail.level@2023", Figure: stat.Figure{Quantity: yuan("4.00"), Status: stat.Provisional}, Release: 1, Date: day},
		{Fact: "output.level@2023", Figure: stat.Figure{Quantity: stat.Qty("153100", 4, "CNY"), Status: stat.Normal}, Release: 1},
		{Fact: "retail.growth@2023", Figure: stat.Figure{Status: stat.Missing}, Release: 1},
		{Fact: "gone.level@2023", Figure: stat.Figure{Quantity: yuan("1"), Status: stat.Normal}, Release: 1},
		{Fact: "retail.level@2023", Figure: stat.Figure{Quantity: yuan("4.05"), Status: stat.Normal}, Release: 2},
	}
	e := s.build(t)
	type step struct {
		fact, change string
		release      int
	}
	var got []step
	for _, r := range e.Revisions {
		change := ""
		if r.Change != nil {
			change = r.Change.Number()
		}
		got = append(got, step{r.Fact.ID, change, r.Release})
	}
	want := []step{{"retail.level@2023", "0.05", 1}, {"retail.level@2023", "0.05", 2}, {"retail.growth@2023", "", 1}}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("revision %d is %v, want %v", i, got[i], want[i])
		}
	}
	if e.Revisions[0].Date != day {
		t.Errorf("of %s", e.Revisions[0].Date)
	}
}

// TestBackgroundIsAmongTheFacts lets nothing be printed that has no row with a source.
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
