package check

import (
	"math/big"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// farFromHistory compares a level or a rate with those of the five years before.
func farFromHistory(in *inspection) {
	for f, ind := range in.values(stat.Level, stat.Ratio) {
		if ind.RateOf != "" || in.unit(ind.Unit).BeginsAnew() || !f.Note.Empty() {
			continue
		}
		earlier, last, years := in.history(f)
		if years == 0 {
			continue
		}
		if now, ok := in.within(f.Quantity, ind.Unit); !ok || !in.leaves(ind, now, earlier, years) {
			continue
		}
		in.findOn(say("{0}: {1}, far from the {2} of {3}. Check the value, its unit and its power of ten, or say in a note why."),
			[]any{in.name(f), f.Quantity, last.Quantity, last.Period}, f, last)
	}
}

// history is between what the values of the five years before lay, the last of them, and how many they are.
func (in *inspection) history(f *stat.Fact) (all interval, last *stat.Fact, years int) {
	unit := in.indicators[f.Subject].Unit
	p := f.Period
	for range 5 {
		p = p.YearEarlier()
		before := in.valueBeside(f, f.Subject, p)
		if before == nil {
			continue
		}
		each, ok := in.within(before.Quantity, unit)
		if !ok {
			continue
		}
		if years == 0 {
			all, last = each, before
		}
		all, years = all.hull(each), years+1
	}
	return all, last, years
}

// leaves reports whether a value is far from its history: a rate by 20 points, and an amount three times the largest or a third
// of the smallest, or ten times and a tenth where one year is known, which may have been a bad one. Small counts are let alone.
func (in *inspection) leaves(ind *stat.Indicator, now, earlier interval, years int) bool {
	unit := in.unit(ind.Unit)
	if unit.Kind() == stat.RateKind {
		gap := big.NewRat(20, 1)
		return unit.Dim == stat.Percent && (now.low.Cmp(new(big.Rat).Add(earlier.high, gap)) > 0 || now.high.Cmp(new(big.Rat).Sub(earlier.low, gap)) < 0)
	}
	if unit.Dim == stat.Temperature || earlier.low.Sign() <= 0 || now.low.Sign() <= 0 {
		return false
	}
	if all := now.hull(earlier); unit.Kind() == stat.CountKind && all.high.Cmp(big.NewRat(1000, 1)) < 0 {
		return false
	}
	times := big.NewRat(10, 1)
	if years > 1 {
		times = big.NewRat(3, 1)
	}
	return now.low.Cmp(new(big.Rat).Mul(earlier.high, times)) > 0 || now.high.Cmp(new(big.Rat).Quo(earlier.low, times)) < 0
}

// deflatorPlausible finds growth at constant prices that, with both levels, would have prices more than halve or double.
func deflatorPlausible(in *inspection) {
	for f, ind := range in.values(stat.Growth) {
		if in.basisOf(f) != stat.Real || f.Quantity.Unit != stat.PercentUnit || in.unit(ind.Unit).Dim != stat.Money {
			continue
		}
		now, before := in.levelBeside(f, f.Subject, f.Period), in.levelBeside(f, f.Subject, f.Period.YearEarlier())
		factor := in.factor(f)
		if !precise(now) || !precise(before) || now.Quantity.Unit != before.Quantity.Unit || !before.Quantity.Value.IsPositive() || factor.low.Sign() <= 0 {
			continue
		}
		prices := new(big.Rat).Quo(now.Quantity.Rat(), before.Quantity.Rat())
		prices.Quo(prices, factor.middle())
		if prices.Cmp(big.NewRat(3, 5)) >= 0 && prices.Cmp(big.NewRat(5, 3)) <= 0 {
			continue
		}
		in.findOn(say("{0}: {1} at constant prices, but {2} after {3} in {4} would then be a change of prices by {5}. Check the three figures."),
			[]any{in.name(f), f.Quantity, now.Quantity, before.Quantity, before.Period, written(percent(prices), f.Quantity)}, f, now, before)
	}
}

var (
	// visitors are people who can be more than those who live in an area.
	visitors = regexp.MustCompile(`游|客|人次|观众|观影|流动|接待|出入境|住宿|过夜|参观|访问|用户|粉丝|诊|检测|惠及|参与`)
	// turnovers are sums of money that count the same goods more than once, or those that only pass through an area.
	turnovers = regexp.MustCompile(`工业总产值|销售|营业|进出口|出口|进口|交易|货值|资产`)
	// budgets are what households have and spend on average, where the name says so, or else the catalogue.
	budgets = regexp.MustCompile(`可支配收入|消费支出|纯收入`)
)

// measureOf is what an amount is compared with, and how many times that it can be; "" if with nothing.
func (in *inspection) measureOf(ind *stat.Indicator) (role string, times int64) {
	switch {
	case ind.Unit == stat.PersonUnit && !visitors.MatchString(ind.Name.Hans):
		return "resident-population", 2
	case ind.Unit != stat.YuanUnit:
		return "", 0
	case budgets.MatchString(ind.Name.Hans) && perHead(ind):
		return "gdp-per-head", 3
	case ind.Timing == stat.Stock || turnovers.MatchString(ind.Name.Hans):
		return "gdp", 10
	default:
		return "gdp", 4
	}
}

// perHead reports whether an indicator is of one person on average.
func perHead(ind *stat.Indicator) bool {
	e, standard := catalog.Get(ind.Code)
	return strings.Contains(ind.Name.Hans, "人均") || standard && strings.Contains(e.Name.Hans, "人均")
}

// beyondArea compares amounts of money and of people with the product and the population of the area.
func beyondArea(in *inspection) {
	for f, ind := range in.values(stat.Level) {
		size, times := in.measureOf(ind)
		if size == "" {
			continue
		}
		most := in.valueBeside(f, in.roles[size], f.Period)
		if other := in.valueBeside(f, in.roles["registered-population"], f.Period); size == "resident-population" && most != nil && other != nil && other.Quantity.Rat().Cmp(most.Quantity.Rat()) > 0 {
			most = other
		}
		if most == nil || most == f {
			continue
		}
		amount, ok := in.within(f.Quantity, most.Quantity.Unit)
		if !ok || amount.low.Cmp(new(big.Rat).Mul(most.Quantity.Rat(), big.NewRat(times, 1))) <= 0 {
			continue
		}
		in.findOn(say("{0}: {1}, more than {2} times {3} ({4}). Check the value, its unit and its power of ten."),
			[]any{in.name(f), f.Quantity, int(times), in.name(most), most.Quantity}, f, most)
	}
}

// scaleUnconfirmed finds a level in another unit than its indicator's, or with another power of ten that makes it very large or
// very small, where no printed words confirm it.
func scaleUnconfirmed(in *inspection) {
	for _, f := range in.facts {
		ind := in.indicators[f.Subject]
		if ind == nil || f.Measure != stat.Level || !f.Status.HasValue() || f.Quantity.Value.IsZero() || printedAs(f) {
			continue
		}
		q := f.Quantity
		switch usual := q.Value.Shift(int32(q.Mult - ind.Mult)).Abs(); {
		case q.Unit != ind.Unit && in.converts(q.Unit, ind.Unit):
			in.findOf(f, f.Place, say("{0}: {1}, in another unit than usual ({2}), and no printed words confirm it. Check the unit, or give the words of the source under from."), q, ind.Unit)
		case q.Unit == ind.Unit && q.Mult != ind.Mult && (usual.GreaterThanOrEqual(million) || usual.LessThan(hundredth)):
			in.findOf(f, f.Place, say("{0}: {1}, with mult {2} instead of {3}, and no printed words confirm it. Check the power of ten, or give the words of the source under from."), q, q.Mult, ind.Mult)
		}
	}
}

var million, hundredth = decimal.New(1, 6), decimal.New(1, -2)
