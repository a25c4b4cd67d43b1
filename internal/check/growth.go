package check

import (
	"math/big"

	"nianbao/internal/stat"
)

func levelGrowthPrevious(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || f.Measure != stat.Growth || !precise(f) || f.Quantity.Unit != stat.PercentUnit || in.unit(ind.Unit).BeginsAnew() {
			continue
		}
		now := in.levelBeside(f, f.Subject, f.Period)
		before := in.levelBeside(f, f.Subject, f.Period.YearEarlier())
		if now == nil || before == nil {
			continue
		}
		if ind.Basis == stat.Real {
			in.refuseReal(f, now, before)
		} else if precise(now) && precise(before) {
			in.compareGrowth(f, now, before)
		}
	}
}

func (in *inspection) refuseReal(f, now, before *stat.Fact) {
	in.find(stat.Finding{
		Severity: stat.Note,
		Message:  say("{0}: {1} is at constant prices; {2} ({3}) and {4} ({5}) are at current prices and are not compared with it."),
		Args:     []any{in.name(f), f.Quantity, now.Quantity, now.Period, before.Quantity, before.Period},
		Facts:    []string{f.ID, now.ID, before.ID},
		Place:    f.Place,
	})
}

func (in *inspection) compareGrowth(f, now, before *stat.Fact) {
	unit := now.Quantity.Unit
	level, okNow := in.within(now.Quantity, unit)
	previous, okBefore := in.within(before.Quantity, unit)
	growth, okGrowth := in.within(f.Quantity, stat.PercentUnit)
	if !okNow || !okBefore || !okGrowth {
		return // unit-mismatch reports it
	}
	factor := interval{onePlus(growth.low), onePlus(growth.high)}
	if previous.times(factor).overlaps(level) {
		return
	}
	base, _ := in.convert(before.Quantity.Rat(), before.Quantity.Unit, unit)
	implied := new(big.Rat).Mul(base, onePlus(f.Quantity.Rat()))
	in.find(stat.Finding{
		Message: say("{0}: {1}, but {3} in {2} and growth of {4} give {5}. Check the three figures, or note a change of definition."),
		Args:    []any{in.name(now), now.Quantity, before.Period, before.Quantity, f.Quantity, written(implied, now.Quantity)},
		Facts:   []string{f.ID, now.ID, before.ID},
		Place:   f.Place,
	})
}

// onePlus is the factor that a growth in per cent stands for.
func onePlus(percent *big.Rat) *big.Rat {
	r := new(big.Rat).Quo(percent, big.NewRat(100, 1))
	return r.Add(r, big.NewRat(1, 1))
}
