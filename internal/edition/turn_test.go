package edition

import (
	"testing"

	"nianbao/internal/stat"
)

// Charts leave out growth from a loss; rows have what became of it.
func TestRowsOfLosses(t *testing.T) {
	for name, tt := range map[string]struct {
		now, before stat.Quantity
		turn        stat.Turn
		baseless    bool
	}{
		"a profit":         {yuan("4"), yuan("2"), "", false},
		"a loss":           {yuan("-4"), yuan("-2"), stat.WiderLoss, true},
		"a turn to a loss": {yuan("-4"), yuan("2"), stat.ToLoss, true},
		"from nothing":     {yuan("4"), yuan("0"), "", true},
		"frost":            {stat.Qty("4", 0, "CELSIUS"), stat.Qty("-2", 0, "CELSIUS"), "", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene()
			s.d.Indicators[0].Unit = tt.now.Unit
			s.fact(t, "retail.level@2023").Quantity = tt.now
			s.add(figure("retail", stat.Level, 2022, tt.before))
			for _, code := range []string{"output", "homes"} {
				s.add(figure(code, stat.Growth, 2023, pct("3")))
			}
			s.d.Indicators[2].Theme = "economy"
			for i := range s.d.Indicators { // of one dimension, so that they are compared
				s.d.Indicators[i].Unit = tt.now.Unit
			}
			e := s.build(t)
			f, _ := e.Fact("retail.growth@2023")
			if e.Baseless(f) != tt.baseless || (e.Growths(e.Themes[0]) == nil) != tt.baseless {
				t.Errorf("baseless: %v, want %v; %d growths are compared", e.Baseless(f), tt.baseless, len(e.Growths(e.Themes[0])))
			}
			for _, r := range e.Headlines {
				if r.Indicator.Code == "retail" && r.Turn != tt.turn {
					t.Errorf("the turn is %q, want %q", r.Turn, tt.turn)
				}
			}
		})
	}
}

// A growth target is not judged by growth from a loss.
func TestGrowthFromLossIsNotJudged(t *testing.T) {
	s := newScene()
	s.fact(t, "retail.level@2023").Quantity = yuan("-4")
	goal := figure("retail", stat.TargetGrowth, 2023, pct("6"))
	goal.Target = &stat.Target{Indicator: "retail", Operator: stat.AtLeast}
	s.add(figure("retail", stat.Level, 2022, yuan("-2")), goal)
	if p := s.build(t).Progress; len(p) != 1 || p[0].Standing != Unjudged || p[0].Why != FromLoss {
		t.Errorf("progress is %+v", p)
	}
}
