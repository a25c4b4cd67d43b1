package check

import (
	"math/big"

	"nianbao/internal/stat"
)

func partsTotal(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || !in.addsUp(f, ind) || !precise(f) {
			continue
		}
		for _, b := range ind.Breakdowns {
			in.compareParts(f, b.Parts)
		}
		for _, code := range ind.Includes {
			in.compareIncluded(f, code)
		}
	}
}

// addsUp reports whether what a fact says of an indicator is the sum of what is said of its parts: a level, or 100 %, which
// parts have shares of. Indices and prices, other ratios, and rates of completion are averages.
func (in *inspection) addsUp(f *stat.Fact, ind *stat.Indicator) bool {
	switch {
	case f.Is(stat.Level) && in.unit(f.Quantity.Unit).AddsUp():
		return true
	case f.Is(stat.Level), f.Is(stat.Ratio) && ind.RateOf == "":
		return f.Quantity.Equal(hundred())
	default:
		return false
	}
}

// hundred is the whole that shares are of.
func hundred() stat.Quantity { return stat.Qty("100", 0, stat.PercentUnit) }

// total is what the parts of a fact can add up to. A whole of 100 % is exact.
func (in *inspection) total(f *stat.Fact) (interval, bool) {
	if f.Measure == stat.Ratio {
		return interval{f.Quantity.Rat(), f.Quantity.Rat()}, true
	}
	return in.within(f.Quantity, f.Quantity.Unit)
}

// partBeside finds what a fact says of an indicator, of another one; nil if it is not known.
func (in *inspection) partBeside(f *stat.Fact, code string) *stat.Fact {
	if f.Measure == stat.Level {
		return in.levelBeside(f, code, f.Period)
	}
	part := in.byID[stat.Key(code, string(f.Measure), f.Period)]
	if part == nil || part.Area != f.Area {
		return nil
	}
	return part
}

// compareParts is silent unless every part is known: an unknown part is not zero.
func (in *inspection) compareParts(total *stat.Fact, codes []string) {
	unit := total.Quantity.Unit
	whole, ok := in.total(total)
	sum := interval{new(big.Rat), new(big.Rat)}
	facts, names := []*stat.Fact{total}, []stat.Text{}
	for _, code := range codes {
		part := in.partBeside(total, code)
		if !ok || !precise(part) {
			return
		}
		var each interval
		if each, ok = in.within(part.Quantity, unit); !ok {
			in.otherUnit(total, part)
			return
		}
		sum = sum.plus(each)
		facts, names = append(facts, part), append(names, in.name(part))
	}
	if sum.overlaps(whole) {
		return
	}
	in.findOn(say("{0}: {1}, but its parts ({2}) add up to {3}, which rounding does not explain. Check the total and the parts."),
		[]any{in.name(total), total.Quantity, list(names), written(sum.middle(), total.Quantity)}, facts...)
}

func (in *inspection) compareIncluded(total *stat.Fact, code string) {
	part := in.levelBeside(total, code, total.Period)
	if total.Measure != stat.Level || !precise(part) {
		return
	}
	whole, okWhole := in.within(total.Quantity, total.Quantity.Unit)
	inner, okInner := in.within(part.Quantity, total.Quantity.Unit)
	if !okInner {
		in.otherUnit(total, part)
	}
	if !okWhole || !okInner || inner.low.Cmp(whole.high) <= 0 || in.hasLoss(total) {
		return
	}
	in.findOn(say("{0}: {1}, although it is contained in another figure that is smaller. {2}: {3}. Check both figures."),
		[]any{in.name(part), part.Quantity, in.name(total), total.Quantity}, total, part)
}

// otherUnit records that a part cannot be compared with its whole.
func (in *inspection) otherUnit(total, part *stat.Fact) {
	in.find(stat.Finding{
		Message: say("{0} is in {1}, which does not convert to {2} of {3}, which it is a part of. Correct the unit, or take it out of the parts."),
		Args:    []any{in.name(part), part.Quantity.Unit, total.Quantity.Unit, in.name(total)},
		Facts:   []string{total.ID, part.ID},
		Place:   part.Place,
	})
}

// hasLoss reports whether a level or one of its parts is below zero: a balance can be smaller than what is contained in it.
func (in *inspection) hasLoss(total *stat.Fact) bool {
	for _, code := range append(in.indicators[total.Subject].Children(), total.Subject) {
		if f := in.levelBeside(total, code, total.Period); f != nil && f.Quantity.Value.IsNegative() {
			return true
		}
	}
	return false
}
