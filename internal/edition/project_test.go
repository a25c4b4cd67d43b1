package edition

import (
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

func TestEnds(t *testing.T) {
	at := func(code string, year, month, day int) stat.Milestone {
		return stat.Milestone{Code: code, Date: stat.Date{Year: year, Month: month, Day: day}}
	}
	for _, tt := range []struct {
		first, last string
		steps       []stat.Milestone
	}{
		{"", "", nil},
		{"a", "a", []stat.Milestone{at("a", 2023, 2, 4)}},
		{"b", "a", []stat.Milestone{at("a", 2023, 2, 4), at("b", 2023, 1, 0), at("c", 2023, 1, 31)}},
		{"a", "b", []stat.Milestone{at("a", 2023, 0, 0), at("b", 2023, 1, 1)}}, // of one day the order of the file
	} {
		got := [2]string{}
		if first, last := Ends(stat.Project{Milestones: tt.steps}); first != nil && last != nil {
			got = [2]string{first.Code, last.Code}
		}
		if got != [2]string{tt.first, tt.last} {
			t.Errorf("%v: first and last are %q, want %q and %q", tt.steps, got, tt.first, tt.last)
		}
	}
}

// A project's money with a column is not listed among the other figures; its other figures are.
func TestAmounts(t *testing.T) {
	money, length := figure("mill.investment", stat.Level, 2023, stat.Qty("2.5", 4, "CNY")), figure("mill.length", stat.Level, 2023, stat.Qty("16", 0, "KM"))
	area := figure("mill.total-investment", stat.Level, 2023, stat.Qty("3", 0, "HA")) // money only by its code
	s := newScene()
	s.add(money, length, area)
	e := s.build(t)
	p := stat.Project{Code: "mill", Figures: []stat.ProjectFigure{
		{Code: "investment", Fact: money.ID}, {Code: "length", Fact: length.ID}, {Code: "total-investment", Fact: area.ID},
	}}
	if f := e.Amount(p, "investment"); f == nil || f.ID != money.ID {
		t.Errorf("the investment is %v", f)
	}
	if f := e.Amount(p, "total-investment"); f != nil {
		t.Errorf("an area is taken for money: %v", f)
	}
	var others []string
	for _, fig := range e.OtherFigures(p) {
		others = append(others, fig.Code)
	}
	if d := cmp.Diff([]string{"length", "total-investment"}, others); d != "" {
		t.Error(d)
	}
}
