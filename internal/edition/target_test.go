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
	level := func(value string, mult int, unit string) func(s *scene) {
		return func(s *scene) { s.data.Facts[0].Quantity = stat.Qty(value, mult, unit) }
	}
	index := func(zh, en string) func(s *scene) {
		return func(s *scene) {
			u := stat.IndexOn(both(zh, en), stat.Place{})
			s.d.Units[u.Code] = u
			s.d.Indicators[0].Unit, s.data.Facts[0].Quantity = u.Code, stat.Qty("101.3", 0, u.Code)
		}
	}
	ranged := target("retail", stat.TargetGrowth, six, base)
	ranged.Target.Operator, ranged.Target.UpTo = stat.Within, stat.Qty("7", 0, "PERCENT")
	tests := []struct {
		name   string
		target stat.Fact
		change func(s *scene)
		want   string // implied level as number
		why    WhyNot
	}{
		{"nominal growth, three digits", target("retail", stat.TargetGrowth, six, base), nil, "4.35", ""},
		{"no more decimals than the baseline", target("retail", stat.TargetGrowth, stat.Qty("0.5", 0, "PERCENT"), base), nil, "4.12", ""},
		{"no growth", target("retail", stat.TargetGrowth, stat.Qty("0", 0, "PERCENT"), base), nil, "4.10", ""},
		{"a decline", target("retail", stat.TargetGrowth, stat.Qty("-10", 0, "PERCENT"), base), nil, "3.7", ""},
		{"a growth with a decimal", target("retail", stat.TargetGrowth, stat.Qty("6.0", 0, "PERCENT"), base), level("42266", 0, "CNY"), "44800", ""},
		{"tens and hundreds", target("retail", stat.TargetGrowth, stat.Qty("8", 0, "PERCENT"), base), level("42266", 0, "CNY"), "45600", ""},
		{"four digits", target("retail", stat.TargetGrowth, stat.Qty("8.5", 0, "PERCENT"), base), level("42266", 0, "CNY"), "45860", ""},
		{"a small one", target("retail", stat.TargetGrowth, stat.Qty("8", 0, "PERCENT"), base), level("0.04226", 0, "CNY"), "0.0456", ""},
		{"half away from zero", target("retail", stat.TargetGrowth, stat.Qty("50", 0, "PERCENT"), base), level("3.003", 8, "CNY"), "4.50", ""},
		{"a fall of all there is", target("retail", stat.TargetGrowth, stat.Qty("-100", 0, "PERCENT"), base), nil, "0.00", ""},
		{"growth from a loss", target("retail", stat.TargetGrowth, six, base), level("-4.10", 8, "CNY"), "", BaseLoss},
		{"growth from nothing", target("retail", stat.TargetGrowth, six, base), level("0.00", 8, "CNY"), "", BaseLoss},
		{"of a whole number", target("retail", stat.TargetGrowth, six, base), level("100", 0, "SET"), "106", ""},
		{"an index on the previous year", target("retail", stat.TargetGrowth, stat.Qty("3", 0, "PERCENT"), base), index("上年=100", "previous year = 100"), "103", ""},
		{"an index on the same part of it", target("retail", stat.TargetGrowth, stat.Qty("2.5", 0, "PERCENT"), ""), index("上年同期=100", "same period of previous year = 100"), "102.5", ""},
		{"an index on a year", target("retail", stat.TargetGrowth, stat.Qty("3", 0, "PERCENT"), base), index("2020年=100", "2020 = 100"), "", IsIndex},
		{"an index to be reached", target("retail", stat.TargetLevel, stat.Qty("103", 0, "INDEX_PREVIOUS_YEAR"), base), index("上年=100", "previous year = 100"), "", IsValue},
		{"a range", ranged, nil, "", IsRange},
		{"words", missing(target("retail", stat.TargetWords, stat.Qty("1", 8, "CNY"), "")), nil, "", InWords},
		{"a change", target("retail", stat.TargetChange, stat.Qty("3000", 4, "CNY"), base), nil, "4.40", ""},
		{"a change in points", target("retail", stat.TargetChange, stat.Qty("3", 0, "PP"), base), level("58.96", 0, "PERCENT"), "61.96", ""},
		{"fewer", target("retail", stat.TargetChange, stat.Qty("-5", 4, "PERSON"), base), level("141.2", 4, "PERSON"), "136.2", ""},
		{"a change in another unit", target("retail", stat.TargetChange, stat.Qty("3", 0, "PP"), base), nil, "", NoSum},
		{"a ratio", target("retail", stat.TargetRatio, stat.Qty("5.5", 0, "PERCENT"), base), nil, "", IsRatio},
		{"the level of a rate", target("retail", stat.TargetLevel, stat.Qty("5.5", 0, "PERCENT"), base), func(s *scene) {
			s.d.Indicators[0].Unit = "PERCENT"
		}, "", IsRatio},
		{"real growth says nothing of a level", target("output", stat.TargetGrowth, six, "output.level@2023"), nil, "", RealGrowth},
		{"growth like for like is from another level", target("retail", stat.TargetGrowth, six, base), func(s *scene) {
			s.d.Indicators[0].Basis = stat.Comparable
		}, "", OtherBasis},
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
			if unit, ok := got.LevelUnit(); !ok || got.Implied.Mult != unit.Mult || got.Implied.Unit != unit.Unit {
				t.Errorf("implied level is in 10^%d %s", got.Implied.Mult, got.Implied.Unit)
			}
			if got.Baseline != nil && got.Baseline.Quantity.Number() != before {
				t.Error("the baseline itself was changed")
			}
		})
	}
}

// The implied level differs from the exact product by at most half a unit of its last digit, and has no more digits than
// baseline or growth.
func TestImpliedLevelIsRoundedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		level := decimal.New(rapid.Int64Range(1, 1e9).Draw(t, "level"), -rapid.Int32Range(0, 4).Draw(t, "decimals"))
		growth := decimal.New(rapid.Int64Range(-9999, 100000).Draw(t, "growth"), -rapid.Int32Range(2, 3).Draw(t, "decimals of growth"))
		base := figure("retail", stat.Level, 2023, stat.Quantity{Value: level, Mult: 8, Unit: "CNY"})
		goal := target("retail", stat.TargetGrowth, stat.Quantity{Value: growth, Unit: "PERCENT"}, base.ID)
		implied := Target{Fact: &goal, Baseline: &base}
		implied.imply(stat.Units()["CNY"])
		q := *implied.Implied
		if q.Decimals() > base.Quantity.Decimals() {
			t.Errorf("%s has %d decimals, its baseline %s", q.Number(), q.Decimals(), base.Quantity.Number())
		}
		factor := decimal.NewFromInt(100).Add(growth)
		if q.Value.NumDigits() > factor.NumDigits()+1 {
			t.Errorf("%s has more digits than %s", q.Number(), factor)
		}
		exact := level.Mul(factor).Div(decimal.NewFromInt(100))
		half := decimal.New(5, q.Value.Exponent()-1)
		if off := q.Value.Sub(exact).Abs(); off.GreaterThan(half) {
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
