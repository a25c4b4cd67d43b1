package stat

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Quantity is an exact amount: Value × 10^Mult of Unit. 2.31 亿元 is {2.31, 8, CNY}. Value keeps the
// decimals it was printed with, so 0.70 and 0.7 are equal amounts of different precision.
type Quantity struct {
	Value decimal.Decimal
	Mult  int    // power of ten (SDMX UNIT_MULT)
	Unit  string // unit code (SDMX UNIT_MEASURE)
}

// Qty makes a quantity from a decimal literal; it panics on a malformed one and is meant for constants.
func Qty(value string, mult int, unit string) Quantity {
	return Quantity{Value: decimal.RequireFromString(value), Mult: mult, Unit: unit}
}

// Decimals is the number of decimals Value was printed with (SDMX DECIMALS).
func (q Quantity) Decimals() int { return max(0, -int(q.Value.Exponent())) }

// Number writes Value in plain digits with all its printed decimals: "2.31", "0.70", "-9.1".
func (q Quantity) Number() string { return plain(q.Value, 0) }

// BaseNumber writes Base in plain digits, with the decimals that are left of the printed ones.
func (q Quantity) BaseNumber() string { return plain(q.Value, q.Mult) }

// Plain writes a number in plain digits with all the decimals it holds.
func Plain(d decimal.Decimal) string { return plain(d, 0) }

// plain writes d × 10^shift.
func plain(d decimal.Decimal, shift int) string {
	exponent := int(d.Exponent()) + shift
	if d.NumDigits() > mostInt64Digits {
		return d.Shift(int32(shift)).StringFixed(int32(max(0, -exponent)))
	}
	var room [32]byte
	b := room[:0]
	coefficient := d.CoefficientInt64()
	if coefficient < 0 {
		b, coefficient = append(b, '-'), -coefficient
	}
	if exponent >= 0 {
		b = strconv.AppendInt(b, coefficient, 10)
		for ; coefficient != 0 && exponent > 0; exponent-- {
			b = append(b, '0')
		}
		return string(b)
	}
	unit := int64(1)
	for range min(-exponent, mostInt64Digits) {
		unit *= 10
	}
	b = append(strconv.AppendInt(b, coefficient/unit, 10), '.')
	for range -exponent - mostInt64Digits {
		b = append(b, '0')
	}
	return string(appendDigits(b, int(coefficient%unit), min(-exponent, mostInt64Digits)))
}

// mostInt64Digits is how many decimal digits surely fit into 64 bits.
const mostInt64Digits = 18

// Digits is the number of significant digits of a number; zeros at its end are none. A binary floating-point number of
// 64 bits (IEEE 754), which is what spreadsheet programs calculate with, keeps [FloatDigits] of any number.
func Digits(d decimal.Decimal) int {
	if d.NumDigits() <= mostInt64Digits {
		n, rest := d.NumDigits(), d.CoefficientInt64()
		for ; rest != 0 && rest%10 == 0; rest /= 10 {
			n--
		}
		if rest == 0 {
			return 0
		}
		return n
	}
	return len(strings.TrimRight(d.Abs().Coefficient().String(), "0"))
}

// FloatDigits is how many significant decimal digits a floating-point number surely keeps (DBL_DIG of C).
const FloatDigits = 15

// Base is the amount in the unit itself, Value × 10^Mult.
func (q Quantity) Base() decimal.Decimal { return q.Value.Shift(int32(q.Mult)) }

// Rat is Base as a fraction.
func (q Quantity) Rat() *big.Rat { return q.Base().Rat() }

// Equal reports whether two quantities are the same amount of the same unit, however written.
func (q Quantity) Equal(r Quantity) bool { return q.Unit == r.Unit && q.Base().Equal(r.Base()) }

// HalfUnit is half a unit of the last printed place, in the unit itself: the most by which rounding can have
// moved the amount. 2.31 亿元 gives 500,000.
func (q Quantity) HalfUnit() decimal.Decimal {
	return decimal.New(5, int32(q.Mult-q.Decimals()-1))
}
