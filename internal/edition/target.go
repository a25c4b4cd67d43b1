package edition

import (
	"cmp"
	"slices"

	"nianbao/internal/stat"

	"github.com/shopspring/decimal"
)

// WhyNot is the reason why a target has no implied level.
type WhyNot string

// The reasons. The empty reason means that there is an implied level.
const (
	NoBaseline WhyNot = "no_baseline" // the dataset has no level to start from
	RealGrowth WhyNot = "real_growth" // growth at constant prices says nothing about a level at current prices
	OtherBasis WhyNot = "other_basis" // growth is not measured by the levels of a year apart
	IsLevel    WhyNot = "is_level"    // the target is a level itself
	IsRatio    WhyNot = "is_ratio"    // the target is a share or a rate itself
	IsValue    WhyNot = "is_value"    // the target is an index, a price or another value itself
	IsIndex    WhyNot = "is_index"    // growth of an index: no index is the product of another
	NoSum      WhyNot = "other_unit"  // the units of baseline and change do not add up
	BaseLoss   WhyNot = "base_loss"   // growth from zero or less leads nowhere
	IsRange    WhyNot = "range"       // the target is a range, which implies another
	InWords    WhyNot = "no_number"   // the target has no number
)

// Target is a target with its indicator, its baseline and the level it implies.
type Target struct {
	Fact      *stat.Fact
	Indicator stat.Indicator
	Baseline  *stat.Fact // level or ratio that the target starts from; nil if there is none
	Growth    *stat.Fact // growth in the edition's period, for comparison; nil if there is none
	Implied   *stat.Quantity
	WhyNot    WhyNot
}

// setTargets collects the targets that the period's own file sets, and those for the edition's year set by earlier
// files.
func (e *Edition) setTargets(d *stat.Dataset, data *stat.PeriodData) {
	own := map[*stat.Fact]bool{}
	for i := range data.Facts {
		if f := &data.Facts[i]; f.Measure.Target() {
			own[f] = true
			e.Targets = append(e.Targets, e.target(f))
		}
	}
	for id, f := range e.facts {
		if f.Target != nil && !own[f] && !e.late[id] && f.Period.Year == e.Period.Year && f.Period.Compare(e.Period) >= 0 {
			e.Carried = append(e.Carried, e.target(f))
		}
	}
	order := make(map[string]int, len(d.Indicators))
	for i, ind := range d.Indicators {
		order[ind.Code] = i
	}
	byCatalogue := func(a, b Target) int { return cmp.Compare(order[a.Indicator.Code], order[b.Indicator.Code]) }
	slices.SortFunc(e.Carried, func(a, b Target) int { return cmp.Or(byCatalogue(a, b), cmp.Compare(a.Fact.ID, b.Fact.ID)) })
	slices.SortStableFunc(e.Targets, byCatalogue)
	for _, t := range e.Targets {
		e.Facts = append(e.Facts, t.Fact)
	}
}

func (e *Edition) target(f *stat.Fact) Target {
	t := Target{Fact: f, Indicator: e.indicators[f.Target.Indicator]}
	t.Baseline = e.facts[f.Target.Baseline]
	t.Growth = e.facts[stat.Key(t.Indicator.Code, string(stat.Growth), e.Period)]
	t.imply(e.Units[t.Indicator.Unit])
	return t
}

// AllTargets lists the targets that the period's own file sets, then those for the edition's year set before.
func (e *Edition) AllTargets() []Target { return slices.Concat(e.Targets, e.Carried) }

// LevelUnit returns the unit and power of ten of baseline and implied level, without a value; false if there is neither.
func (t *Target) LevelUnit() (stat.Quantity, bool) {
	switch {
	case t.Baseline != nil:
		return stat.Quantity{Mult: t.Baseline.Quantity.Mult, Unit: t.Baseline.Quantity.Unit}, true
	case t.Implied != nil:
		return stat.Quantity{Mult: t.Implied.Mult, Unit: t.Implied.Unit}, true
	default:
		return stat.Quantity{}, false
	}
}

// OnHundred reports whether the target implies an index whose base is the previous year: 100 and the target growth. Such
// an index starts anew each year, so that its baseline has no part in it.
func (t *Target) OnHundred(u stat.Unit) bool {
	return t.Fact.Measure == stat.TargetGrowth && u.OnPreviousYear() && t.Fact.Quantity.Unit == stat.PercentUnit
}

// imply computes the level that a target implies, or finds why it implies none. u is the unit of the indicator.
func (t *Target) imply(u stat.Unit) {
	known := t.Fact.Status.HasValue()
	switch {
	case t.Fact.Measure == stat.TargetWords:
		t.WhyNot = InWords
	case t.Fact.Measure == stat.TargetLevel || t.Fact.Measure == stat.TargetRatio:
		t.WhyNot = isItself(u, t.Fact.Measure)
	case t.Fact.Target.Operator == stat.Within:
		t.WhyNot = IsRange
	case t.OnHundred(u) && known:
		q := t.Fact.Quantity
		t.Implied = &stat.Quantity{Value: decimal.NewFromInt(hundred).Add(q.Base()), Unit: u.Code}
	case t.Fact.Measure == stat.TargetGrowth && u.Kind() == stat.IndexKind:
		t.WhyNot = IsIndex
	case t.Fact.Measure == stat.TargetGrowth && !t.Indicator.Basis.FromLevels():
		t.WhyNot = unlevelled(t.Indicator.Basis)
	case !hasValue(t.Baseline) || !known:
		t.WhyNot = NoBaseline
	case t.Fact.Measure == stat.TargetGrowth && t.Fact.Quantity.Unit == stat.PercentUnit && !t.Baseline.Quantity.Value.IsPositive():
		t.WhyNot = BaseLoss
	case t.Fact.Measure == stat.TargetGrowth && t.Fact.Quantity.Unit == stat.PercentUnit:
		t.Implied = grown(t.Baseline.Quantity, t.Fact.Quantity)
	default:
		t.implySum()
	}
}

// unlevelled says why no level follows from growth of a basis.
func unlevelled(b stat.Basis) WhyNot {
	if b == stat.Real {
		return RealGrowth
	}
	return OtherBasis
}

// isItself says what a level or ratio to be reached is.
func isItself(u stat.Unit, m stat.Measure) WhyNot {
	switch {
	case m == stat.TargetRatio || u.Kind() == stat.RateKind:
		return IsRatio
	case u.AddsUp():
		return IsLevel
	default:
		return IsValue
	}
}

const hundred = 100

// grown is a level after growth in per cent. It has as many significant digits as 100 and the growth together, since the
// growth is not known any better, and no more decimals than the level.
func grown(base, growth stat.Quantity) *stat.Quantity {
	factor := decimal.NewFromInt(hundred).Add(growth.Base())
	q := base
	q.Value = base.Value.Mul(factor).Shift(-2)
	q.Value = q.Value.Round(int32(impliedPlaces(base, growth, q.Value)))
	return &q
}

// impliedPlaces is the number of decimals, negative for tens and hundreds, that the product of a level and its growth is
// rounded to.
func impliedPlaces(base, growth stat.Quantity, product decimal.Decimal) int {
	factor := decimal.NewFromInt(hundred).Add(growth.Base())
	if factor.IsZero() || product.IsZero() {
		return base.Decimals()
	}
	decimals := max(0, -int(growth.Base().Exponent()))
	return min(base.Decimals(), decimals+magnitude(factor)-magnitude(product))
}

// magnitude is the power of ten of the first digit of a number that is not zero.
func magnitude(d decimal.Decimal) int { return d.NumDigits() + int(d.Exponent()) - 1 }

// implySum computes the level that a change implies: the sum of baseline and change, with the decimals of the baseline.
func (t *Target) implySum() {
	q, change := t.Baseline.Quantity, t.Fact.Quantity
	if change.Unit != q.Unit && change.Unit != stat.PointsOf(q.Unit) {
		t.WhyNot = NoSum
		return
	}
	q.Value = q.Value.Add(change.Value.Shift(int32(change.Mult - q.Mult))).Round(int32(q.Decimals()))
	t.Implied = &q
}
