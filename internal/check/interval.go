package check

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// interval holds every amount that a printed figure can stand for.
type interval struct{ low, high *big.Rat }

func (a interval) overlaps(b interval) bool {
	return a.low.Cmp(b.high) <= 0 && b.low.Cmp(a.high) <= 0
}

func (a interval) plus(b interval) interval {
	return interval{new(big.Rat).Add(a.low, b.low), new(big.Rat).Add(a.high, b.high)}
}

// over is a divided by what is above zero.
func (a interval) over(b interval) interval {
	return a.times(interval{new(big.Rat).Inv(b.high), new(big.Rat).Inv(b.low)})
}

// hull holds both intervals, and what lies between them.
func (a interval) hull(b interval) interval {
	low, high := a.low, a.high
	if b.low.Cmp(low) < 0 {
		low = b.low
	}
	if b.high.Cmp(high) > 0 {
		high = b.high
	}
	return interval{low, high}
}

// exactly is an amount that no printing has moved.
func exactly(r *big.Rat) interval { return interval{r, r} }

// middle is the amount that the printed figure says.
func (a interval) middle() *big.Rat {
	sum := new(big.Rat).Add(a.low, a.high)
	return sum.Mul(sum, big.NewRat(1, 2))
}

func (a interval) times(b interval) interval {
	if a.low.Sign() >= 0 && b.low.Sign() >= 0 {
		return interval{new(big.Rat).Mul(a.low, b.low), new(big.Rat).Mul(a.high, b.high)}
	}
	corners := []*big.Rat{
		new(big.Rat).Mul(a.low, b.low), new(big.Rat).Mul(a.low, b.high),
		new(big.Rat).Mul(a.high, b.low), new(big.Rat).Mul(a.high, b.high),
	}
	order := func(x, y *big.Rat) int { return x.Cmp(y) }
	return interval{slices.MinFunc(corners, order), slices.MaxFunc(corners, order)}
}

// within is what q can stand for, in another unit; false if the units do not convert. Counts of different
// things are plain numbers here: 5 indicators and 3 tasks are 8 items.
func (in *inspection) within(q stat.Quantity, unit string) (interval, bool) {
	half := in.rounding(q)
	low, okLow := in.convert(new(big.Rat).Sub(q.Rat(), half), q.Unit, unit)
	high, okHigh := in.convert(new(big.Rat).Add(q.Rat(), half), q.Unit, unit)
	return interval{low, high}, okLow && okHigh
}

func (in *inspection) convert(amount *big.Rat, from, to string) (*big.Rat, bool) {
	if in.dimension(from) == stat.Count && in.dimension(to) == stat.Count {
		return amount, true
	}
	r, err := stat.Convert(amount, in.unit(from), in.unit(to))
	return r, err == nil
}

// unit finds a unit; one that is not known converts to nothing but itself.
func (in *inspection) unit(code string) stat.Unit {
	if u, ok := in.dataset.Units[code]; ok {
		return u
	}
	return stat.Unit{Code: code}
}

func (in *inspection) dimension(code string) stat.Dimension { return in.unit(code).Dim }

// rounding is the most by which printing can have moved an amount. Things counted to the last one are exact.
func (in *inspection) rounding(q stat.Quantity) *big.Rat {
	if in.dimension(q.Unit) == stat.Count && q.Mult <= q.Decimals() {
		return new(big.Rat)
	}
	return q.HalfUnit().Rat()
}

// same reports whether two figures are one amount: exactly in one unit, within rounding across units.
func (in *inspection) same(q, r stat.Quantity) bool {
	dim := in.dimension(q.Unit)
	if q.Unit == r.Unit || dim == stat.Count && in.dimension(r.Unit) == stat.Count {
		return q.Base().Equal(r.Base()) && (q.Unit == r.Unit || stat.SameCount(in.unit(q.Unit), in.unit(r.Unit)))
	}
	a, okA := in.within(q, q.Unit)
	b, okB := in.within(r, q.Unit)
	return okA && okB && a.low.Cmp(b.high) < 0 && b.low.Cmp(a.high) < 0 // touching ends are another digit
}

// written writes an amount the way another figure is written: same unit, power of ten and decimals, or a few
// decimals more where the two would look the same though they differ.
func written(amount *big.Rat, like stat.Quantity) stat.Quantity {
	scaled := decimal.NewFromBigRat(amount, int32(max(0, like.Decimals()-like.Mult)+6)).Shift(int32(-like.Mult))
	q := stat.Quantity{Mult: like.Mult, Unit: like.Unit}
	for more := range 4 {
		q.Value = scaled.Round(int32(like.Decimals() + more))
		if !q.Value.Equal(like.Value) {
			break
		}
	}
	return q
}

// precise reports whether a figure stands for what it says, not for more, less or about that.
func precise(f *stat.Fact) bool {
	return f != nil && f.Status.HasValue() && f.Qualifier == stat.Exactly
}
