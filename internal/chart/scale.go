package chart

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// scale maps values to places between left and right. It ends at round values.
type scale struct {
	low, high   decimal.Decimal
	left, right float64
	ticks       []decimal.Decimal
}

// newScale returns a scale that holds all values within the limit, in about n steps.
func newScale(values []decimal.Decimal, limit decimal.Decimal, n int) scale {
	var s scale
	for i, v := range values {
		v = decimal.Max(limit.Neg(), decimal.Min(v, limit))
		if i == 0 {
			s.low, s.high = v, v
		}
		s.low, s.high = decimal.Min(s.low, v), decimal.Max(s.high, v)
	}
	if s.low.Equal(s.high) {
		s.high = s.high.Add(decimal.NewFromInt(1))
	}
	step := stepOf(s.high.Sub(s.low), n)
	for t := s.low.Div(step).Floor().Mul(step); ; t = t.Add(step) {
		s.ticks = append(s.ticks, t)
		if t.GreaterThanOrEqual(s.high) {
			break
		}
	}
	s.low, s.high = s.ticks[0], s.ticks[len(s.ticks)-1]
	return s
}

// stepOf returns the smallest of the steps 1, 2 and 5, times a power of ten, of which at most n make a span.
func stepOf(span decimal.Decimal, n int) decimal.Decimal {
	least := span.Div(decimal.NewFromInt(int64(n)))
	power := int32(least.NumDigits()) + least.Exponent() - 1
	for {
		for _, digit := range []int64{1, 2, 5} {
			if step := decimal.New(digit, power); step.GreaterThanOrEqual(least) {
				return step
			}
		}
		power++
	}
}

// tickWords is the label of a value on a scale, with the sign of a printed number.
func tickWords(v decimal.Decimal) string { return strings.Replace(v.String(), "-", "−", 1) }

// at returns the place of a value, and whether the value is beyond an end of the scale: -1, 0 or 1.
func (s *scale) at(v decimal.Decimal) (x float64, beyond int) {
	switch {
	case v.LessThan(s.low):
		return s.left, -1
	case v.GreaterThan(s.high):
		return s.right, 1
	}
	share := v.Sub(s.low).InexactFloat64() / s.high.Sub(s.low).InexactFloat64()
	return s.left + float64(share*(s.right-s.left)), 0
}

// limitOf returns the largest distance from zero that a scale needs: values more than five times as far as at least half
// of the values are left beyond its end. A scale is wide enough for all goals.
func limitOf(rows []Row) decimal.Decimal {
	const far = 5
	var values []decimal.Decimal
	var goal decimal.Decimal
	for _, r := range rows {
		for _, p := range r.Points {
			if !p.Unknown {
				values = append(values, p.Value.Abs())
			}
			if p.Goal != nil {
				goal = decimal.Max(goal, p.Goal.Abs())
			}
		}
	}
	if len(values) == 0 {
		return goal
	}
	slices.SortFunc(values, decimal.Decimal.Compare)
	limit := values[len(values)-1]
	for i := (len(values) + 1) / 2; i < len(values); i++ {
		if before := decimal.Max(values[i-1], goal); before.IsPositive() && values[i].GreaterThan(before.Mul(decimal.NewFromInt(far))) {
			limit = before
			break
		}
	}
	return decimal.Max(limit, goal)
}

// Beyond reports whether a chart has a value beyond the end of its scale, where an arrow stands.
func Beyond(c Chart) bool {
	if c.Kind != Dots {
		return false
	}
	limit := limitOf(c.Rows)
	return slices.ContainsFunc(c.Rows, func(r Row) bool {
		return slices.ContainsFunc(r.Points, func(p Point) bool { return p.Value.Abs().GreaterThan(limit) })
	})
}

// Apart reports whether the rows of a chart have a scale each, because one for all would make most of them flat.
func Apart(c Chart) bool {
	if c.Kind != Lines && c.Kind != Panels {
		return false
	}
	const far = 5
	least, most := decimal.Zero, decimal.Zero // of the largest distances from zero of the rows
	for _, r := range c.Rows {
		var reach decimal.Decimal
		for _, p := range r.Points {
			reach = decimal.Max(reach, p.Value.Abs())
		}
		if reach.IsPositive() && (least.IsZero() || reach.LessThan(least)) {
			least = reach
		}
		most = decimal.Max(most, reach)
	}
	return most.GreaterThan(least.Mul(decimal.NewFromInt(far)))
}
