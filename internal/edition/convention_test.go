package edition

import (
	"slices"
	"testing"

	"nianbao/internal/stat"
)

// sharedStatuses are the conventions on statuses, as "shared P" and "P".
func sharedStatuses(e *Edition) []string {
	var got []string
	for _, c := range e.Conventions() {
		switch c.Code {
		case "status.shared":
			got = append(got, "shared "+string(c.Status))
		case "status":
			got = append(got, string(c.Status))
		}
	}
	return got
}

// A status that all figures of the period have is said once, and marked at none of them. One that some of them have is
// marked at each.
func TestSharedStatus(t *testing.T) {
	provisional := func() *scene {
		s := newScene()
		for i := range s.data.Facts {
			s.data.Facts[i].Status = stat.Provisional
		}
		return s
	}
	variant := func(s stat.Status) []stat.Figure {
		return []stat.Figure{{Quantity: stat.Qty("4.05", 8, "CNY"), Status: s}}
	}
	earlier := figure("retail", stat.Level, 2022, stat.Qty("3.9", 8, "CNY"))
	earlierToo := earlier
	earlierToo.Status = stat.Provisional
	goal := target("retail", stat.TargetGrowth, stat.Qty("7", 0, "PERCENT"), "retail.level@2023")
	for _, c := range []struct {
		name   string
		change func(*testing.T, *scene)
		want   []string
		marked bool // the level of retail sales
	}{
		{"all", func(*testing.T, *scene) {}, []string{"shared P"}, false},
		{"one is final", func(t *testing.T, s *scene) { s.fact(t, "retail.growth@2023").Status = stat.Normal }, []string{"P"}, true},
		{"one is an estimate", func(t *testing.T, s *scene) { s.fact(t, "retail.growth@2023").Status = stat.Estimate }, []string{"E", "P"}, true},
		{"one is missing", func(t *testing.T, s *scene) {
			*s.fact(t, "retail.growth@2023") = missing(*s.fact(t, "retail.growth@2023"))
		}, []string{"shared P", "L"}, false},
		{"a variant is final", func(t *testing.T, s *scene) { s.fact(t, "retail.level@2023").Variants = variant(stat.Normal) }, []string{"P"}, true},
		{"a variant is the same", func(t *testing.T, s *scene) { s.fact(t, "retail.level@2023").Variants = variant(stat.Provisional) }, []string{"shared P"}, false},
		{"of the period alone", func(_ *testing.T, s *scene) { s.add(earlier, goal) }, []string{"shared P"}, false},
		{"of an earlier period too", func(_ *testing.T, s *scene) { s.add(earlierToo) }, []string{"shared P", "P"}, false},
		{"all are final", func(_ *testing.T, s *scene) {
			for i := range s.data.Facts {
				s.data.Facts[i].Status = stat.Normal
			}
		}, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := provisional()
			c.change(t, s)
			e := s.build(t)
			if got := sharedStatuses(e); !slices.Equal(got, c.want) {
				t.Errorf("said are %q, want %q", got, c.want)
			}
			f, _ := e.Fact("retail.level@2023")
			if got := e.Unusual(f, f.Status); got != c.marked {
				t.Errorf("marked: %t, want %t", got, c.marked)
			}
			if f, ok := e.Fact("retail.level@2022"); ok && e.Unusual(f, f.Status) != (f.Status == stat.Provisional) {
				t.Errorf("the earlier figure of status %s: marked is %t", f.Status, e.Unusual(f, f.Status))
			}
		})
	}
}
