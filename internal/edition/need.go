package edition

import (
	"math/big"

	"nianbao/internal/stat"

	"github.com/shopspring/decimal"
)

// need calculates what is left of a target, and the growth needed in the rest of the year to reach it: (goal - level so
// far) / (last year's level - last year's level at the same time) - 1. It is not calculated for real growth, about
// which levels at current prices say nothing, or for stocks, whose levels do not add up.
func (e *Edition) need(p *Progress) {
	switch {
	case e.over(p):
		p.NoNeed = YearOver
		return
	case !p.Fact.Status.HasValue() || !hasValue(p.Done):
		p.NoNeed = NoFigure
		return
	case e.standsStill(p) && p.Fact.Measure != stat.TargetGrowth, e.stock(p.Indicator):
		p.NoNeed = IsStock
		return
	}
	if p.Fact.Measure != stat.TargetGrowth {
		e.left(p)
	}
	switch {
	case !p.Indicator.Basis.FromLevels():
		p.NoNeed = Why(unlevelled(p.Indicator.Basis))
		return
	case p.Fact.Measure == stat.TargetGrowth && p.Fact.Quantity.Unit != stat.PercentUnit:
		p.NoNeed = OtherUnit
		return
	}
	e.needGrowth(p)
}

// left returns the missing part of a level; nil if nothing is missing.
func (e *Edition) left(p *Progress) {
	gap, ok := e.less(p.Done.Quantity, p.Fact.Quantity)
	if !ok || gap.Sign() >= 0 {
		return
	}
	p.Left = ptr(amount(gap.Neg(gap), p.Fact.Quantity, p.Done.Quantity))
}

// amount returns a difference of two quantities, in the unit and power of ten of the first, with the decimals of the
// finer one.
func amount(gap *big.Rat, like, other stat.Quantity) stat.Quantity {
	finest := max(like.Decimals()-like.Mult, other.Decimals()-other.Mult)
	value := decimal.NewFromBigRat(gap, int32(finest)).Shift(int32(-like.Mult))
	return stat.Quantity{Value: value, Mult: like.Mult, Unit: like.Unit}
}

func (e *Edition) needGrowth(p *Progress) {
	level := func(at stat.Period) *stat.Fact { return e.known(stat.Key(p.Indicator.Code, string(stat.Level), at)) }
	now, then, year := level(e.Period), level(e.Period.YearEarlier()), level(p.Fact.Period.YearEarlier())
	if !hasValue(now) || !hasValue(then) || !hasValue(year) {
		p.NoNeed = NoLevels
		return
	}
	p.from = append(p.from, now, then, year)
	rest, ok := e.less(year.Quantity, then.Quantity)
	sofar, same := e.less(now.Quantity, then.Quantity)
	if !ok || !same || rest.Sign() <= 0 {
		p.NoNeed = NoLevels
		return
	}
	// All amounts are counted in the unit of last year's level at the same time.
	goal, ok := e.goal(p, year, then.Quantity)
	if !ok {
		p.NoNeed = OtherUnit
		return
	}
	open := goal.Sub(goal, sofar.Add(sofar, then.Quantity.Rat()))
	if open.Sign() <= 0 {
		p.NoNeed = Reached
		return
	}
	p.Needed = ptr(tenths(new(big.Rat).Sub(open.Quo(open, rest), big.NewRat(1, 1))))
}

// goal returns the level that a target means, in the unit of a quantity.
func (e *Edition) goal(p *Progress, year *stat.Fact, in stat.Quantity) (*big.Rat, bool) {
	within := func(q stat.Quantity) (*big.Rat, error) {
		return stat.Convert(q.Rat(), e.Units[q.Unit], e.Units[in.Unit])
	}
	before, err := within(year.Quantity)
	if err != nil {
		return nil, false
	}
	switch p.Fact.Measure {
	case stat.TargetLevel:
		amount, err := within(p.Fact.Quantity)
		return amount, err == nil
	case stat.TargetChange:
		change, err := within(p.Fact.Quantity)
		if err != nil {
			return nil, false
		}
		return change.Add(change, before), true
	}
	factor := new(big.Rat).Quo(p.Fact.Quantity.Rat(), big.NewRat(100, 1))
	return factor.Add(factor, big.NewRat(1, 1)).Mul(factor, before), true
}

// tenths rounds growth to one decimal, in per cent.
func tenths(growth *big.Rat) stat.Quantity {
	return stat.Quantity{Value: decimal.NewFromBigRat(new(big.Rat).Mul(growth, big.NewRat(100, 1)), 1), Unit: stat.PercentUnit}
}
