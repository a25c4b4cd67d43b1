package check

import (
	"math/big"

	"nianbao/internal/stat"
)

func partsTotal(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || !f.Is(stat.Level) || !precise(f) {
			continue
		}
		if len(ind.Parts) > 0 {
			in.compareParts(f, ind.Parts)
		}
		for _, code := range ind.Includes {
			in.compareIncluded(f, code)
		}
	}
}

// compareParts is silent unless every part is known: an unknown part is not zero.
func (in *inspection) compareParts(total *stat.Fact, codes []string) {
	unit := total.Quantity.Unit
	whole, ok := in.within(total.Quantity, unit)
	sum := interval{new(big.Rat), new(big.Rat)}
	ids, names := []string{total.ID}, []stat.Text{}
	for _, code := range codes {
		part := in.levelBeside(total, code, total.Period)
		if !ok || !precise(part) {
			return
		}
		var each interval
		each, ok = in.within(part.Quantity, unit)
		if !ok {
			return
		}
		sum = sum.plus(each)
		ids, names = append(ids, part.ID), append(names, in.name(part))
	}
	if sum.overlaps(whole) {
		return
	}
	middle := new(big.Rat).Add(sum.low, sum.high)
	in.find(stat.Finding{
		Message: say("{0}: {1}, but its parts ({2}) add up to {3}, which rounding does not explain. Check the total and the parts."),
		Args:    []any{in.name(total), total.Quantity, list(names), written(middle.Mul(middle, big.NewRat(1, 2)), total.Quantity)},
		Facts:   ids,
		Place:   total.Place,
	})
}

func (in *inspection) compareIncluded(total *stat.Fact, code string) {
	part := in.levelBeside(total, code, total.Period)
	if !precise(part) {
		return
	}
	whole, okWhole := in.within(total.Quantity, total.Quantity.Unit)
	inner, okInner := in.within(part.Quantity, total.Quantity.Unit)
	if !okWhole || !okInner || inner.low.Cmp(whole.high) <= 0 {
		return
	}
	in.find(stat.Finding{
		Message: say("{0}: {1}, although it is contained in another figure that is smaller. {2}: {3}. Check both figures."),
		Args:    []any{in.name(part), part.Quantity, in.name(total), total.Quantity},
		Facts:   []string{total.ID, part.ID},
		Place:   total.Place,
	})
}
