package locale

import (
	"strings"

	"nianbao/internal/stat"
)

// Quantity words an amount with its unit and qualifier: 约192万元, about CNY 1.92 million. Nothing is
// rounded: the words read back to the same amount.
func (w *Words) Quantity(q stat.Quantity, how stat.Qualifier) string {
	if w.lang.Chinese() {
		return w.qualify(how) + w.chineseQuantity(q)
	}
	return w.qualify(how) + w.englishQuantity(q)
}

// Apart words an amount in two pieces, for columns of numbers and of units: 15.31 and 亿元, 1.531 and CNY billion. A position
// is one piece.
func (w *Words) Apart(q stat.Quantity, how stat.Qualifier) (number, unit string) {
	u := w.unit(q.Unit)
	if u.beside == stat.Ordinal {
		return w.Quantity(q, how), ""
	}
	if w.lang.Chinese() {
		number = w.chineseNumber(q)
		unit = w.digitWord(q)
		return w.qualify(how) + strings.TrimSuffix(number, unit), unit + u.counter
	}
	number, scale, _ := strings.Cut(w.englishAmount(q), " ")
	switch {
	case u.beside == stat.Before:
		unit = u.one
		if scale != "" {
			unit += " " + scale
		}
	case u.beside == stat.Glued:
		unit = u.one
	default:
		unit = strings.TrimSpace(scale + " " + u.noun(number))
	}
	return w.qualify(how) + number, unit
}

// ApartAs words the number of an amount as [Words.Apart] does, in the scale that another amount of its unit has there: 0.98 beside
// 1.031 with CNY billion. It is exact. Of another unit, the whole amount is worded.
func (w *Words) ApartAs(q stat.Quantity, how stat.Qualifier, like stat.Quantity) string {
	if q.Unit != like.Unit {
		return w.Quantity(q, how)
	}
	if w.lang.Chinese() {
		q.Value, q.Mult = q.Value.Shift(int32(q.Mult-like.Mult)), like.Mult
		number, _ := w.Apart(q, how)
		return number
	}
	number, unit := w.Apart(q, how)
	if _, want := w.Apart(like, how); unit == want || w.unit(q.Unit).beside == stat.Ordinal {
		return number
	}
	_, scale, _ := strings.Cut(w.englishAmount(like), " ")
	power := 0
	for _, s := range stat.Scales() {
		if s.Word == scale {
			power = s.Power
		}
	}
	return w.qualify(how) + group(trimZeros(stat.Plain(q.Base().Shift(-int32(power)))))
}

// Bare words the number of an amount without its unit, with 万 or 亿 in Chinese.
func (w *Words) Bare(q stat.Quantity) string {
	if w.lang.Chinese() {
		return w.chineseNumber(q)
	}
	return w.englishAmount(q)
}

// englishAmount writes the number of an amount as the unit demands. Per cent and positions have no millions.
func (w *Words) englishAmount(q stat.Quantity) string {
	switch w.unit(q.Unit).beside {
	case stat.Before:
		return englishScaled(q, leastMoney)
	case stat.After:
		return englishScaled(q, leastOther)
	default:
		return englishNumber(q)
	}
}

func (w *Words) chineseQuantity(q stat.Quantity) string {
	u := w.unit(q.Unit)
	if u.beside == stat.Ordinal {
		return w.lex.nth + w.chineseNumber(q) + w.lex.place
	}
	return w.chineseNumber(q) + u.counter
}

func (w *Words) englishQuantity(q stat.Quantity) string {
	u := w.unit(q.Unit)
	number := w.englishAmount(q)
	switch {
	case u.beside == stat.Before:
		return u.one + " " + number
	case u.beside == stat.Glued:
		return number + u.one
	case u.beside == stat.Ordinal:
		if n, ok := whole(q); ok {
			return figureOrdinal(n)
		}
		return enRank + number
	case q.Unit == stat.MuUnit:
		return number + " " + u.noun(number) + " (" + hectares(q.Base()) + ")"
	default:
		return number + " " + u.noun(number)
	}
}

// whole gives a position as a number; false for one that is not a whole number from 1 on.
func whole(q stat.Quantity) (int, bool) {
	base := q.Base()
	if !base.IsInteger() || base.Sign() <= 0 || !base.BigInt().IsInt64() {
		return 0, false
	}
	return int(base.IntPart()), true
}
