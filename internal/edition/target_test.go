package edition

import (
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestImpliedLevel(t *testing.T) {
	const base = "retail.level@2023"
	six := stat.Qty("6", 0, "PERCENT")
	tests := []struct {
		name   string
		target stat.Fact
		change func(s *scene)
		want   string // implied level as number
		why    WhyNot
	}{
		{"nominal growth, one decimal finer", target("retail", stat.TargetGrowth, six, base), nil, "4.346", ""},
		{"rounded half away from zero", target("retail", stat.TargetGrowth, stat.Qty("0.5", 0, "PERCENT"), base), nil, "4.121", ""},
		{"no growth keeps the finer decimal", target("retail", stat.TargetGrowth, stat.Qty("0", 0, "PERCENT"), base), nil, "4.100", ""},
		{"a decline", target("retail", stat.TargetGrowth, stat.Qty("-10", 0, "PERCENT"), base), nil, "3.690", ""},
		{"of a whole number", target("retail", stat.TargetGrowth, six, base), func(s *scene) {
			s.data.Facts[0].Quantity = stat.Qty("100", 0, "SET")
		}, "106.0", ""},
		{"real growth says nothing of a level", target("output", stat.TargetGrowth, six, "output.level@2023"), nil, "", RealGrowth},
		{"no baseline declared", target("retail", stat.TargetGrowth, six, ""), nil, "", NoBaseline},
		{"a baseline that no file has", target("retail", stat.TargetGrowth, six, "retail.level@1999"), nil, "", NoBaseline},
		{"a baseline without value", target("retail", stat.TargetGrowth, six, base), func(s *scene) {
			s.data.Facts[0] = missing(s.data.Facts[0])
		}, "", NoBaseline},
		{"a target without value", missing(target("retail", stat.TargetGrowth, six, base)), nil, "", NoBaseline},
		{"a level is its own level", target("retail", stat.TargetLevel, stat.Qty("5", 8, "CNY"), base), nil, "", IsLevel},
		{"a level of what grows in real terms", target("output", stat.TargetLevel, stat.Qty("16", 8, "CNY"), ""), nil, "", IsLevel},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newScene()
			s.add(test.target)
			if test.change != nil {
				test.change(s)
			}
			before := s.data.Facts[0].Quantity.Number()
			got := s.build(t).Targets[0]
			if got.WhyNot != test.why {
				t.Errorf("why not: %q, want %q", got.WhyNot, test.why)
			}
			if test.want == "" {
				if got.Implied != nil {
					t.Errorf("implied level is %s", got.Implied.Number())
				}
				return
			}
			if got.Implied == nil || got.Implied.Number() != test.want {
				t.Fatalf("implied level is %v, want %s", got.Implied, test.want)
			}
			if got.Implied.Mult != got.Baseline.Quantity.Mult || got.Implied.Unit != got.Baseline.Quantity.Unit {
				t.Errorf("implied level is in 10^%d %s", got.Implied.Mult, got.Implied.Unit)
			}
			if got.Baseline.Quantity.Number() != before {
				t.Error("the baseline itself was changed")
			}
		})
	}
}

// The implied level differs from the exact product by at most half a unit of its last decimal.
func TestImpliedLevelIsRoundedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		level := decimal.New(rapid.Int64Range(0, 1e9).Draw(t, "level"), -rapid.Int32Range(0, 4).Draw(t, "decimals"))
		growth := decimal.New(rapid.Int64Range(-10000, 100000).Draw(t, "growth"), -rapid.Int32Range(0, 3).Draw(t, "decimals of growth"))
		base := figure("retail", stat.Level, 2023, stat.Quantity{Value: level, Mult: 8, Unit: "CNY"})
		goal := target("retail", stat.TargetGrowth, stat.Quantity{Value: growth, Unit: "PERCENT"}, base.ID)
		implied := Target{Fact: &goal, Baseline: &base}
		implied.imply()
		q := *implied.Implied
		if q.Decimals() != base.Quantity.Decimals()+1 {
			t.Errorf("%s has %d decimals, its baseline %s", q.Number(), q.Decimals(), base.Quantity.Number())
		}
		exact := level.Mul(decimal.NewFromInt(100).Add(growth)).Div(decimal.NewFromInt(100)).Shift(8)
		if off := q.Base().Sub(exact).Abs(); off.GreaterThan(q.HalfUnit()) {
			t.Errorf("%s grown by %s %% is %s, off by %s", level, growth, q.Number(), off)
		}
	})
}

// Targets are in catalogue order, each with the figure reached.
func TestTargetOrder(t *testing.T) {
	s := newScene()
	s.add(
		target("homes", stat.TargetLevel, stat.Qty("30", 0, "SET"), ""),
		target("retail", stat.TargetGrowth, stat.Qty("6", 0, "PERCENT"), "retail.level@2023"),
		target("retail", stat.TargetLevel, stat.Qty("5", 8, "CNY"), "retail.level@2023"),
	)
	var got, reached []string
	for _, target := range s.build(t).Targets {
		got = append(got, target.Fact.ID)
		if target.Growth != nil {
			reached = append(reached, target.Growth.ID)
		}
	}
	if d := cmp.Diff([]string{"retail.target_growth@2024", "retail.target_level@2024", "homes.target_level@2024"}, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"retail.growth@2023", "retail.growth@2023"}, reached); d != "" {
		t.Error(d)
	}
}
