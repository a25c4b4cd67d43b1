package check

import (
	"math/big"
	"slices"

	"nianbao/internal/stat"
)

// composition is the shares of all parts of a breakdown in one period.
type composition struct {
	whole  *stat.Indicator
	parts  []string
	shares []*stat.Fact
}

// compositions lists those of which every share is known.
func (in *inspection) compositions() []composition {
	var list []composition
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if f.Measure != stat.Share || ind == nil {
			continue
		}
		b, ok := ind.BreakdownOf(f.Part)
		if !ok || b.Parts[0] != f.Part {
			continue
		}
		c := composition{whole: ind, parts: b.Parts}
		for _, part := range b.Parts {
			c.shares = append(c.shares, in.byID[stat.Key(f.Subject, stat.ShareName(part), f.Period)])
		}
		if !slices.ContainsFunc(c.shares, func(f *stat.Fact) bool { return !precise(f) }) {
			list = append(list, c)
		}
	}
	return list
}

func compositionTotal(in *inspection) {
	whole := hundred().Rat()
	for _, c := range in.compositions() {
		sum, ok := in.sum(c.shares)
		if !ok || sum.overlaps(interval{whole, whole}) {
			continue
		}
		in.findOn(say("The shares of {0} ({1}) add up to {2}, not to 100%, which rounding does not explain. Check them."),
			[]any{c.whole.Name, in.listed(c.parts), written(sum.middle(), finest(c.shares))}, c.shares...)
	}
}

// listed names indicators as a running text does.
func (in *inspection) listed(codes []string) stat.Text {
	names := make([]stat.Text, len(codes))
	for i, code := range codes {
		names[i] = in.subjectName(code)
	}
	return list(names)
}

// finest is the share with most decimals.
func finest(shares []*stat.Fact) stat.Quantity {
	return slices.MaxFunc(shares, func(a, b *stat.Fact) int { return a.Quantity.Decimals() - b.Quantity.Decimals() }).Quantity
}

// sum is what shares can add up to; false if one is in another unit, which unit-mismatch reports.
func (in *inspection) sum(shares []*stat.Fact) (interval, bool) {
	sum := interval{new(big.Rat), new(big.Rat)}
	for _, f := range shares {
		each, ok := in.within(f.Quantity, stat.PercentUnit)
		if !ok {
			return interval{}, false
		}
		sum = sum.plus(each)
	}
	return sum, true
}

// shareAgainstLevels compares each share with the levels of the part and the whole.
func shareAgainstLevels(in *inspection) {
	for _, f := range in.facts {
		if f.Measure != stat.Share || !precise(f) {
			continue
		}
		whole, part := in.levelBeside(f, f.Subject, f.Period), in.levelBeside(f, f.Part, f.Period)
		if !precise(whole) || !precise(part) {
			continue
		}
		implied, ok := in.quotient(part.Quantity, whole.Quantity)
		share, okShare := in.within(f.Quantity, stat.PercentUnit)
		if !ok || !okShare || implied.overlaps(share) {
			continue
		}
		in.findOn(say("{0}: {1}, but the levels of the part ({2}) and of the whole ({3}) give {4}. Check the share and both levels."),
			[]any{in.name(f), f.Quantity, part.Quantity, whole.Quantity, written(implied.middle(), f.Quantity)}, f, part, whole)
	}
}

// quotient is what a part can be of a whole, in per cent; false if they do not compare.
func (in *inspection) quotient(part, whole stat.Quantity) (interval, bool) {
	a, okPart := in.within(part, whole.Unit)
	b, okWhole := in.within(whole, whole.Unit)
	if !okPart || !okWhole || b.low.Sign() <= 0 || a.low.Sign() < 0 {
		return interval{}, false
	}
	return a.over(b).times(exactly(hundred().Rat())), true
}
