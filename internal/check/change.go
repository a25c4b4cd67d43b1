package check

import (
	"cmp"
	"math/big"

	"nianbao/internal/stat"
)

// changeAgainstLevels compares the change of a level or a rate with what it is and was a year earlier, unless it is against
// a base that was revised since.
func changeAgainstLevels(in *inspection) {
	for f := range in.values(stat.Change) {
		comparable := in.byID[stat.Key(f.Subject, string(stat.Growth)+"-"+string(stat.Comparable), f.Period)]
		if in.basisOf(f) == stat.Comparable || comparable != nil {
			continue
		}
		now, before := in.valueBeside(f, f.Subject, f.Period), in.valueBeside(f, f.Subject, f.Period.YearEarlier())
		if now == nil || before == nil {
			continue
		}
		unit := now.Quantity.Unit
		after, okNow := in.within(now.Quantity, unit)
		earlier, okBefore := in.within(before.Quantity, unit)
		changed, ok := in.within(f.Quantity, cmp.Or(stat.PointsOf(unit), unit))
		if !ok || !okNow || !okBefore || earlier.plus(changed).overlaps(after) {
			continue
		}
		in.findOn(say("{0}: {1}, but it was {2} in {3} and is {4}. Check the three figures."),
			[]any{in.name(f), f.Quantity, before.Quantity, before.Period, now.Quantity}, f, now, before)
	}
}

// indexAgainstGrowth compares an index on the year before with growth: 101.3 is growth of 1.3 per cent.
func indexAgainstGrowth(in *inspection) {
	for f, ind := range in.values(stat.Growth) {
		level := in.levelBeside(f, f.Subject, f.Period)
		if !in.unit(ind.Unit).OnPreviousYear() || !precise(level) || level.Quantity.Unit != ind.Unit {
			continue
		}
		index, _ := in.within(level.Quantity, ind.Unit)
		growth, ok := in.within(f.Quantity, stat.PercentUnit)
		if !ok || growth.plus(exactly(hundred().Rat())).overlaps(index) {
			continue
		}
		implied := stat.Quantity{Value: level.Quantity.Base().Sub(hundred().Value), Unit: stat.PercentUnit}
		in.findOn(say("{0}: {1}, but the index is {2}, which is growth of {3}. Check both figures."),
			[]any{in.name(f), f.Quantity, level.Quantity, implied}, f, level)
	}
}

// indexPlausible finds an index on the year before of half or twice as much: prices do not move so within a year.
func indexPlausible(in *inspection) {
	for f, ind := range in.values(stat.Level) {
		if !in.unit(ind.Unit).OnPreviousYear() || f.Quantity.Unit != ind.Unit {
			continue
		}
		if value := f.Quantity.Rat(); value.Cmp(big.NewRat(50, 1)) < 0 || value.Cmp(big.NewRat(200, 1)) > 0 {
			in.findOf(f, f.Place, say("{0}: {1}, which is half or twice of the year before, or further away. Check the value and its point."), f.Quantity)
		}
	}
}

// realAgainstNominal compares nominal and real growth of one thing: what lies between them are prices.
func realAgainstNominal(in *inspection) {
	for _, f := range in.facts {
		if f.Measure != stat.Growth || f.Basis != stat.Real || f.Only != "" || !precise(f) || f.Quantity.Unit != stat.PercentUnit || in.indicators[f.Subject] == nil {
			continue
		}
		nominal := in.byID[stat.Key(f.Subject, string(stat.Growth), f.Period)]
		if !precise(nominal) || in.basisOf(nominal) != stat.Nominal || f == nominal || nominal.Quantity.Unit != f.Quantity.Unit {
			continue
		}
		volume := onePlus(f.Quantity.Rat())
		if volume.Sign() <= 0 {
			continue // of what there is no more of, prices say nothing
		}
		prices := percent(new(big.Rat).Quo(in.factor(nominal).middle(), volume))
		expected, most := new(big.Rat), big.NewRat(10, 1)
		if cpi := in.byID[stat.Key(in.roles["cpi"], string(stat.Growth), f.Period)]; precise(cpi) && cpi.Area == f.Area && cpi.Quantity.Unit == stat.PercentUnit {
			expected, most = cpi.Quantity.Rat(), big.NewRat(3, 1)
		}
		if gap := new(big.Rat).Sub(prices, expected); gap.Abs(gap).Cmp(most) <= 0 {
			continue
		}
		in.findOn(say("{0}: {1}, but nominal growth was {2}, so that prices changed by {3}. Check both growth rates."),
			[]any{in.name(f), f.Quantity, nominal.Quantity, written(prices, f.Quantity)}, f, nominal)
	}
}
