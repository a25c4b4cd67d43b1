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
	NoBaseline WhyNot = "no_baseline" // the dataset has no level to grow from
	RealGrowth WhyNot = "real_growth" // growth at constant prices says nothing about a level at current prices
	IsLevel    WhyNot = "is_level"    // the target is a level itself
)

// Target is a target with its indicator, its baseline and the level it implies.
type Target struct {
	Fact      *stat.Fact
	Indicator stat.Indicator
	Baseline  *stat.Fact // level of the edition's period; nil if there is none
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
	t.imply()
	return t
}

// AllTargets lists the targets that the period's own file sets, then those for the edition's year set before.
func (e *Edition) AllTargets() []Target { return slices.Concat(e.Targets, e.Carried) }

// imply computes the level that a nominal growth target implies, one decimal finer than its baseline so that rounding
// does not hide the growth.
func (t *Target) imply() {
	switch {
	case t.Fact.Measure == stat.TargetLevel:
		t.WhyNot = IsLevel
	case t.Indicator.Basis == stat.Real:
		t.WhyNot = RealGrowth
	case t.Baseline == nil || !t.Baseline.Status.HasValue() || !t.Fact.Status.HasValue():
		t.WhyNot = NoBaseline
	default:
		q := t.Baseline.Quantity
		factor := decimal.NewFromInt(1).Add(t.Fact.Quantity.Base().Shift(-2))
		q.Value = q.Value.Mul(factor).Round(int32(q.Decimals() + 1))
		t.Implied = &q
	}
}
