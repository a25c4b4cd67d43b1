package check

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"nianbao/internal/stat"
)

// A rate that was truly computed from a whole plan is never doubted, rounded or cut off.
func TestTrueRatesPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := rapid.Int64Range(1, 5000).Draw(t, "plan")
		done := rapid.Int64Range(0, 5000).Draw(t, "done")
		places := rapid.Int32Range(0, 3).Draw(t, "places")
		exact := decimal.NewFromBigRat(big.NewRat(100*done, plan), 12)
		count := stat.Quantity{Value: decimal.NewFromInt(done), Unit: "SITE"}
		for _, printed := range []decimal.Decimal{exact.Round(places), exact.Truncate(places)} {
			rate := stat.Quantity{Value: decimal.RequireFromString(printed.StringFixed(places)), Unit: "PERCENT"}
			if !planExists(count, rate) {
				t.Errorf("%d of %d printed as %s%%: doubted", done, plan, rate.Number())
			}
		}
	})
}

// Levels and growth that were rounded from exact amounts are never doubted, however coarsely.
func TestTrueGrowthPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.Int64Range(1, 1e12).Draw(t, "before")
		now := rapid.Int64Range(0, 1e12).Draw(t, "now")
		percent := new(big.Rat).Sub(big.NewRat(now, before), big.NewRat(1, 1))
		percent.Mul(percent, big.NewRat(100, 1))
		s := base()
		s.fact("output.level").Figure = figure(rounded(t, now))
		s.d.Periods[0].Facts[0].Figure = figure(rounded(t, before))
		growth := decimal.NewFromBigRat(percent, rapid.Int32Range(0, 4).Draw(t, "places"))
		s.fact("output.growth").Figure = figure(stat.Quantity{Value: growth, Unit: "PERCENT"})
		if found := of(Check(s.d, year2023, s.opt), "level-growth-previous"); len(found) > 0 {
			t.Errorf("%d after %d: %v", now, before, found)
		}
	})
}

// rounded writes an amount as 亿元, 万元 or 元 with some decimals.
func rounded(t *rapid.T, amount int64) stat.Quantity {
	mult := rapid.SampledFrom([]int{0, 4, 8}).Draw(t, "mult")
	places := rapid.Int32Range(0, 2).Draw(t, "decimals")
	value := decimal.NewFromInt(amount).Shift(int32(-mult)).StringFixed(places)
	return stat.Qty(value, mult, "CNY")
}

// Rounded parts of a rounded total are never an error; a part beyond all rounding is.
func TestRoundedPartsPass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Int64Range(0, 1e11).Draw(t, "a")
		b := rapid.Int64Range(0, 1e11).Draw(t, "b")
		s := base()
		money(s, "0")
		s.fact("value-added.level").Figure = figure(rounded(t, a))
		s.fact("share.level").Figure = figure(rounded(t, b))
		s.fact("retail.level").Figure = figure(rounded(t, a+b))
		if found := of(Check(s.d, year2023, s.opt), "parts-total"); len(found) > 0 {
			t.Errorf("%d + %d: %v", a, b, found)
		}
		s.fact("retail.level").Figure = figure(stat.Quantity{Value: decimal.NewFromInt(a + b + 1e9), Unit: "CNY"})
		if found := of(Check(s.d, year2023, s.opt), "parts-total"); len(found) != 1 {
			t.Errorf("%d + %d against %d more: %v", a, b, int64(1e9), found)
		}
	})
}

// An amount that differs never looks the same as the figure it is set against.
func TestWrittenDiffers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		like := rounded(t, rapid.Int64Range(0, 1e11).Draw(t, "amount"))
		beyond := like.HalfUnit().Add(decimal.NewFromInt(1)).Rat()
		if q := written(new(big.Rat).Add(like.Rat(), beyond), like); q.Equal(like) {
			t.Errorf("%v and %v look alike", q, like)
		}
		if q := written(like.Rat(), like); !q.Equal(like) {
			t.Errorf("%v is written as %v", like, q)
		}
	})
}

// No value in any unit stops the check, however little sense it makes.
func TestAnyValueIsChecked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := base()
		industries(standard("gdp.level 609.91", "gdp.level@2022 590.1", "gdp.growth 5.2", "primary.level 63.44", "primary.growth 4.5",
			"secondary.growth 6.0", "tertiary.growth 4.5", "income.growth 6.3", "income.level 28827", "cpi.growth 0.2", "cpi.level 100.2",
			"resident-population.level 120.89", "gdp-per-head.level 51200", "birth-rate.level 6.77", "natural-growth.level -0.60"))(s)
		for _, subject := range []string{"gdp", "income"} {
			f := observed(subject, stat.Growth, "2023", stat.Qty("1", 0, "PERCENT"))
			f.ID, f.Sort, f.Basis = subject+".growth-other@2023", "other", rapid.SampledFrom([]stat.Basis{stat.Real, stat.Nominal}).Draw(t, "basis")
			s.add(f)
		}
		composed(s, "92.4", "7.6")
		for i := range s.data().Facts {
			f := &s.data().Facts[i]
			if rapid.Bool().Draw(t, "changed") {
				f.Quantity.Value = decimal.RequireFromString(rapid.SampledFrom([]string{"0", "0.0", "-100", "-100.0", "-99.9", "-1000", "100", "5"}).Draw(t, "value"))
			}
			if rapid.IntRange(0, 3).Draw(t, "moved") == 0 {
				f.Quantity.Unit = rapid.SampledFrom([]string{"PERCENT", "PP", "PERMILLE", "CNY", "ITEM"}).Draw(t, "unit")
			}
		}
		Check(s.d, year2023, s.opt)
	})
}

func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := base()
			for i := range n {
				f := observed("output", stat.Level, "2023", stat.Qty(fmt.Sprint(1000+i), 0, "CNY"))
				f.Subject = fmt.Sprintf("works-%d", i)
				f.ID = f.Subject + ".level@2023"
				s.add(f)
			}
			for b.Loop() {
				Check(s.d, year2023, s.opt)
			}
		})
	}
}
