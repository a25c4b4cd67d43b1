package locale

import (
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// groupFrom is the number of digits before the point from which on English groups them in threes. Chinese numbers are never
// grouped: GB/T 15835-2011, 5.1.2 allows it and does not ask for it, and bulletins, which count in 万 and 亿, do not.
const groupFrom = 4

// minus is the sign of a number in words and on the axes of charts; files for programs have a hyphen.
const minus = "−"

// signed has a number with the sign of words.
func signed(number string) string { return strings.Replace(number, "-", minus, 1) }

// group puts commas between groups of three digits of an English number.
func group(number string) string {
	sign, digits := "", number
	if rest, negative := strings.CutPrefix(number, "-"); negative {
		sign, digits = minus, rest
	}
	whole, _, _ := strings.Cut(digits, ".")
	if len(whole) < groupFrom {
		return sign + digits
	}
	var b strings.Builder
	b.Grow(len(number) + len(whole)/3)
	b.WriteString(sign)
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(r)
	}
	b.WriteString(digits[len(whole):])
	return b.String()
}

// chineseNumber writes the number of a quantity in its own power of ten if that is one Chinese has a digit
// word for (GB/T 15835-2011 lets 万 and 亿 stand beside digits; statistics also have 千, as in 千公顷), and in plain digits
// otherwise.
func (w *Words) chineseNumber(q stat.Quantity) string {
	if word := w.digitWord(q); word != "" {
		return signed(q.Number()) + word
	}
	return signed(q.BaseNumber())
}

// digitWord is the word for the power of ten of a quantity; "" for none. No two 千 stand side by side, as in 千千瓦, and
// 千 is no part of another unit, as in 千米.
func (w *Words) digitWord(q stat.Quantity) string {
	switch q.Mult {
	case 12:
		return w.lex.wan + w.lex.yi
	case 8:
		return w.lex.yi
	case 4:
		return w.lex.wan
	case 3:
		if q.Unit != stat.MetreUnit && !strings.HasPrefix(w.unit(q.Unit).counter, w.lex.qian) {
			return w.lex.qian
		}
	}
	return ""
}

// englishNumber writes the number of a quantity in plain digits.
func englishNumber(q stat.Quantity) string { return group(q.BaseNumber()) }

// leastMoney and leastOther are the amounts from which English has millions: of money from one on, of all else from ten.
const (
	leastMoney = 6
	leastOther = 7
)

// englishScaled writes an amount from 10^least on in millions, billions or trillions, exactly. Zeros that
// were printed as decimals stay; zeros that only the change of scale would put behind the point do not:
// 15.30亿 is 1.530 billion, 2000万 is 20 million. A number that is given to the last digit, and has more digits than one
// reads in a decimal, stays in digits: 1,411,778,724.
func englishScaled(q stat.Quantity, least int) string {
	const most = 6
	base := q.Base()
	digits := int(base.NumDigits()) + int(base.Exponent())
	if base.IsZero() || digits <= least || q.Mult <= q.Decimals() && stat.Digits(q.Value) > most {
		return englishNumber(q)
	}
	for _, s := range stat.Scales() {
		if digits <= s.Power {
			continue // less than 10^power
		}
		number := stat.Plain(base.Shift(-int32(s.Power)))
		if q.Decimals() == 0 {
			number = trimZeros(number)
		}
		return group(number) + " " + s.Word
	}
	return englishNumber(q)
}

// hectares words an area in mu as hectares: whole ones from 100 on, three significant digits below, and from ten
// million on. A mu is
// 1/15 hectare (State Council order of 1984 on the unified legal units of measurement).
func hectares(mu decimal.Decimal) string {
	const guard, significant = 12, 3
	ha := mu.DivRound(decimal.NewFromInt(15), guard)
	before := int32(ha.NumDigits()) + ha.Exponent()
	if before > leastOther {
		return englishScaled(stat.Quantity{Value: ha.Round(significant - before)}, leastOther) + " ha"
	}
	number := ha.StringFixed(max(0, significant-before))
	return group(trimZeros(number)) + " ha"
}

// trimZeros drops the zeros that end a number's decimals, and the point if nothing follows it.
func trimZeros(number string) string {
	if !strings.Contains(number, ".") {
		return number
	}
	return strings.TrimRight(strings.TrimRight(number, "0"), ".")
}
