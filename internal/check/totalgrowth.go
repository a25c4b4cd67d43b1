package check

import (
	"cmp"
	"math/big"
	"slices"

	"nianbao/internal/stat"
)

// grown is a part of a whole with its growth, as factors, and with what there was of it a year earlier.
type grown struct {
	growth *stat.Fact
	factor interval
	weight interval // nil bounds where the level is unknown
}

// totalGrowth compares the growth of a total with that of its parts: it is their average, weighted by what there was of each a
// year earlier. Where a level is unknown, it still lies between the smallest and the largest.
func totalGrowth(in *inspection) {
	for f, ind := range in.values(stat.Growth) {
		for _, b := range ind.Breakdowns {
			if in.growsBy(f, f) {
				in.judgeTotalGrowth(f, b.Parts)
			}
		}
	}
}

// growsBy reports whether a fact is the usual growth of an indicator that adds up, and of the basis and period of another.
func (in *inspection) growsBy(f, like *stat.Fact) bool {
	if !precise(f) || !f.Is(stat.Growth) || f.Quantity.Unit != stat.PercentUnit || f.Period != like.Period {
		return false
	}
	ind := in.indicators[f.Subject]
	return in.unit(ind.Unit).AddsUp() && in.basisOf(f) == in.basisOf(like)
}

// basisOf is what a growth is measured by.
func (in *inspection) basisOf(f *stat.Fact) stat.Basis {
	return cmp.Or(f.Basis, in.indicators[f.Subject].Basis, stat.Nominal)
}

func (in *inspection) judgeTotalGrowth(f *stat.Fact, codes []string) {
	var parts []grown
	for _, code := range codes {
		growth := in.byID[stat.Key(code, string(stat.Growth), f.Period)]
		if growth == nil || growth.Area != f.Area || !in.growsBy(growth, f) {
			return
		}
		p := grown{growth: growth, factor: in.factor(growth)}
		if p.factor.low.Sign() <= 0 {
			return // all of it is gone
		}
		p.weight = in.weight(in.levelBeside(f, code, f.Period), p.factor, in.basisOf(f))
		parts = append(parts, p)
	}
	said := in.factor(f)
	average := interval{mean(parts, false), mean(parts, true)}
	if said.overlaps(average) {
		return
	}
	facts := []*stat.Fact{f}
	for _, p := range parts {
		facts = append(facts, p.growth)
	}
	byFactor := func(a, b grown) int { return a.growth.Quantity.Value.Cmp(b.growth.Quantity.Value) }
	least, most := slices.MinFunc(parts, byFactor).growth.Quantity, slices.MaxFunc(parts, byFactor).growth.Quantity
	in.findOn(say("{0}: {1}, but the growth of its parts ({2}) lies between {3} and {4}, and with their levels gives about {5}. Check the growth of the total and of the parts."),
		[]any{in.name(f), f.Quantity, in.listed(codes), least, most, written(percent(average.middle()), f.Quantity)}, facts...)
}

// factor is what a growth in per cent multiplies a level by.
func (in *inspection) factor(growth *stat.Fact) interval {
	q, _ := in.within(growth.Quantity, stat.PercentUnit)
	return interval{onePlus(q.low), onePlus(q.high)}
}

// percent is the growth in per cent that a factor stands for.
func percent(factor *big.Rat) *big.Rat {
	r := new(big.Rat).Sub(factor, big.NewRat(1, 1))
	return r.Mul(r, hundred().Rat())
}

// weight is what there was a year earlier of a level, as growth tells. It is known to a fiftieth, since the level of a year
// earlier may have been revised, and of growth at constant prices to a seventh, since prices have moved the levels.
func (in *inspection) weight(level *stat.Fact, factor interval, basis stat.Basis) interval {
	if !precise(level) || !level.Quantity.Value.IsPositive() || factor.low.Sign() <= 0 {
		return interval{}
	}
	now, ok := in.within(level.Quantity, level.Quantity.Unit)
	if !ok || now.low.Sign() <= 0 {
		return interval{}
	}
	slack := big.NewRat(1, 50)
	if basis == stat.Real {
		slack = big.NewRat(1, 7)
	}
	one := big.NewRat(1, 1)
	return now.over(factor).times(interval{new(big.Rat).Sub(one, slack), new(big.Rat).Add(one, slack)})
}

// mean is the largest or the smallest average that the factors of parts can have: parts above it weigh as much as they can, and
// those below as little, or the other way round.
func mean(parts []grown, largest bool) *big.Rat {
	sign, end := 1, func(p grown) *big.Rat { return p.factor.high }
	if !largest {
		sign, end = -1, func(p grown) *big.Rat { return p.factor.low }
	}
	extreme := end(slices.MaxFunc(parts, func(a, b grown) int { return sign * end(a).Cmp(end(b)) }))
	if slices.ContainsFunc(parts, func(p grown) bool { return p.weight.low == nil }) {
		return extreme
	}
	average := new(big.Rat)
	for {
		sum, total := new(big.Rat), new(big.Rat)
		for _, p := range parts {
			weight := p.weight.low
			if sign*end(p).Cmp(average) > 0 {
				weight = p.weight.high
			}
			sum.Add(sum, new(big.Rat).Mul(weight, end(p)))
			total.Add(total, weight)
		}
		next := sum.Quo(sum, total)
		if next.Cmp(average) == 0 {
			return average
		}
		average = next
	}
}

// partGrowth finds a part that was more than the whole a year earlier, as the growth of both tells.
func partGrowth(in *inspection) {
	for f, ind := range in.values(stat.Growth) {
		level := in.levelBeside(f, f.Subject, f.Period)
		if level == nil || !in.growsBy(f, f) {
			continue
		}
		whole := in.weight(level, in.factor(f), in.basisOf(f))
		for _, code := range ind.Children() {
			growth, inner := in.byID[stat.Key(code, string(stat.Growth), f.Period)], in.levelBeside(f, code, f.Period)
			if whole.low == nil || inner == nil || inner.Quantity.Unit != level.Quantity.Unit || growth == nil || growth.Area != f.Area || !in.growsBy(growth, f) {
				continue
			}
			part := in.weight(inner, in.factor(growth), in.basisOf(f))
			if part.low == nil || part.low.Cmp(whole.high) <= 0 {
				continue
			}
			in.findOn(say("{0}: {1}, so that a year earlier there was more of it than of {2}, which contains it, by its {3} and growth of {4}. Check the two growth rates and levels."),
				[]any{in.name(growth), growth.Quantity, in.subjectName(f.Subject), level.Quantity, f.Quantity}, growth, f, inner, level)
		}
	}
}

// growthPointLost finds growth of 100 per cent and more without a decimal where nearly all growth of the edition has one.
func growthPointLost(in *inspection) {
	var all, whole []*stat.Fact
	for _, f := range in.facts {
		if f.Measure != stat.Growth || !precise(f) {
			continue
		}
		all = append(all, f)
		if f.Quantity.Decimals() == 0 {
			whole = append(whole, f)
		}
	}
	for _, f := range whole {
		if len(all) < 10*len(whole) || printedAs(f) || f.Quantity.Value.Abs().LessThan(hundred().Value) {
			continue
		}
		in.findOf(f, f.Place, say("{0}: {1}, without a decimal, which nearly all growth here has. Check whether the point was left out, or give the words of the source under from."), f.Quantity)
	}
}

// printedAs reports whether a source prints a figure, so that it was compared.
func printedAs(f *stat.Fact) bool {
	return slices.ContainsFunc(f.From, func(p stat.Provenance) bool { return p.Printed != "" })
}
