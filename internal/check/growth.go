package check

import (
	"cmp"
	"math/big"

	"nianbao/internal/stat"
)

func levelGrowthPrevious(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || f.Measure != stat.Growth || f.Only != "" || !precise(f) || f.Quantity.Unit != stat.PercentUnit || in.unit(ind.Unit).BeginsAnew() {
			continue
		}
		now := in.levelBeside(f, f.Subject, f.Period)
		before := in.levelBeside(f, f.Subject, f.Period.YearEarlier())
		if now == nil || before == nil || !before.Quantity.Value.IsPositive() {
			continue // growth-negative-base reports the latter
		}
		switch basis := cmp.Or(f.Basis, ind.Basis); {
		case basis == stat.Real:
			in.refuseReal(f, now, before)
		case basis.FromLevels() && precise(now) && precise(before):
			in.compareGrowth(f, now, before)
		}
	}
}

// growthNegativeBase finds growth from a loss or from nothing.
func growthNegativeBase(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || !f.OnYearBefore() || !f.Status.HasValue() || f.Quantity.Unit != stat.PercentUnit {
			continue
		}
		before := in.levelBeside(f, f.Subject, f.Period.YearEarlier())
		if before == nil || before.Quantity.Value.IsPositive() {
			continue
		}
		message := say("{0}: {1} from {3} in {2}, but a growth rate from zero or less says nothing. Leave it out.")
		if in.unit(ind.Unit).Dim == stat.Money && before.Quantity.Value.IsNegative() {
			message = say("{0}: {1} from {3} in {2}, but a growth rate from a loss says nothing. Leave it out; the program words what became of the loss.")
		}
		in.find(stat.Finding{
			Message: message, Args: []any{in.name(f), f.Quantity, before.Period, before.Quantity}, Facts: []string{f.ID, before.ID}, Place: f.Place,
		})
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
	in.findOn(say("{0}: {1}, but {3} in {2} and growth of {4} give {5}. Check the three figures, or note a change of definition."),
		[]any{in.name(now), now.Quantity, before.Period, before.Quantity, f.Quantity, written(implied, now.Quantity)}, f, now, before)
}

// onePlus is the factor that a growth in per cent stands for.
func onePlus(percent *big.Rat) *big.Rat {
	r := new(big.Rat).Quo(percent, big.NewRat(100, 1))
	return r.Add(r, big.NewRat(1, 1))
}

// accelerationAgainstGrowth compares an acceleration with the usual growth of the period and that of a year earlier.
func accelerationAgainstGrowth(in *inspection) {
	for _, f := range in.facts {
		if f.Measure != stat.Acceleration || f.Only != "" || !precise(f) {
			continue
		}
		now := in.byID[stat.Key(f.Subject, string(stat.Growth), f.Period)]
		before := in.byID[stat.Key(f.Subject, string(stat.Growth), f.Period.YearEarlier())]
		if !precise(now) || !precise(before) {
			continue
		}
		after, okNow := in.within(now.Quantity, stat.PercentUnit)
		earlier, okBefore := in.within(before.Quantity, stat.PercentUnit)
		faster, okFaster := in.within(f.Quantity, stat.PointsUnit)
		if !okNow || !okBefore || !okFaster || earlier.plus(faster).overlaps(after) {
			continue
		}
		in.findOn(say("{0}: {1}, but growth was {2} and that of {3} was {4}. Check the three figures."),
			[]any{in.name(f), f.Quantity, now.Quantity, before.Period, before.Quantity}, f, now, before)
	}
}

// partOfPeriod compares what a month or quarter had alone with all that there was since 1 January, of what adds up.
func partOfPeriod(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || f.Measure != stat.Level || f.Only == "" || !precise(f) || ind.Timing == stat.Stock || !in.unit(ind.Unit).AddsUp() {
			continue
		}
		total := in.levelBeside(f, f.Subject, f.Period)
		if !precise(total) {
			continue
		}
		part, okPart := in.within(f.Quantity, total.Quantity.Unit)
		whole, okWhole := in.within(total.Quantity, total.Quantity.Unit)
		if !okPart || !okWhole {
			continue
		}
		if before := in.levelBefore(f); precise(before) {
			earlier, ok := in.within(before.Quantity, total.Quantity.Unit)
			if !ok || earlier.plus(part).overlaps(whole) {
				continue
			}
			in.findOn(say("{0}: {1}, but with {3} of {2} it does not give the {4} since 1 January. Check the three figures."),
				[]any{in.name(f), f.Quantity, before.Period, before.Quantity, total.Quantity}, f, before, total)
			continue
		}
		if part.low.Cmp(whole.high) > 0 {
			in.findOn(say("{0}: {1}, more than the {2} since 1 January. Check both figures."),
				[]any{in.name(f), f.Quantity, total.Quantity}, f, total)
		}
	}
}

// levelBefore is the cumulative level just before the part of a period that a fact is of; nil if it is unknown, or if that
// part begins the year.
func (in *inspection) levelBefore(f *stat.Fact) *stat.Fact {
	month := f.Period.LastMonth() - 1
	if f.Only == stat.OnlyQuarter {
		month -= 2
	}
	if month < 1 {
		return nil
	}
	return in.levelBeside(f, f.Subject, stat.Through(f.Period.Year, month))
}
