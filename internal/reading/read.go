package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// Figure reads a figure as a source prints it, in simplified or traditional characters or in English:
// 2.31億元, 增长6%, 位列全市第五, 35個. Want is the figure that the text is said to print; it settles what the
// text leaves open, and only that:
//   - of several numbers, the one in want's unit, and among those the one that equals want;
//   - a Chinese measure word, as 個, fits any unit that counts;
//   - a number without a unit, as in a table, takes want's unit, and its power of ten unless it has 万 or 亿;
//   - a number without a verb of rise or fall and without a sign takes want's sign.
//
// It reports false if the text has no digits and no Chinese numeral: there is nothing to compare.
func (r Reader) Figure(printed string, want stat.Quantity) (stat.Quantity, bool) {
	s := fold(printed)
	var found []candidate
	if want.Unit == stat.RankUnit {
		found = r.positions(s)
	}
	if len(found) == 0 {
		found = r.amounts(s, want)
	}
	if len(found) == 0 && strings.Contains(s, "持平") {
		return stat.Quantity{Unit: want.Unit}, true
	}
	return choose(found, want)
}

// candidate is a number in a printed text that may be the figure.
type candidate struct {
	stat.Quantity
	fit fit
}

// fit says how well a candidate's unit goes with the one wanted; less is better.
type fit int

const (
	sameUnit  fit = iota
	otherWord     // another word for things that are counted
	noUnit
	otherUnit
)

func choose(found []candidate, want stat.Quantity) (stat.Quantity, bool) {
	if len(found) == 0 {
		return stat.Quantity{}, false
	}
	best := slices.MinFunc(found, func(a, b candidate) int {
		if a.fit != b.fit {
			return int(a.fit - b.fit)
		}
		return differs(a.Quantity, want) - differs(b.Quantity, want)
	})
	return best.Quantity, true
}

func differs(q, want stat.Quantity) int {
	if q.Equal(want) {
		return 0
	}
	return 1
}

var (
	printedNumber = regexp.MustCompile(`[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[` + numeralDigits + `十][` + numeralRunes + `]*`)
	printedPlace  = regexp.MustCompile(`第([0-9]+|[` + numeralRunes + `]+)|(首)位|\b([0-9]+)(?:st|nd|rd|th)\b|\b([a-z]+)\b`)
	printedRise   = regexp.MustCompile(`(?:增长|增加|提高|上升|上涨|加快|高于[^0-9,，;；。]{0,12}|增|\bup|\brose|\bgrew)(?:了|约|近|超过|超| by| about)*\s*$`)
	printedRange  = regexp.MustCompile(`^[亿万千百]*\s*(?:—|–|-|~|～|至|到|\bto\b)+\s*[0-9][0-9.,]*`) // behind its first number
	printedLow    = regexp.MustCompile(`[0-9][亿万千百]*(?:%|‰|元|人|个百分点)?$`)                       // before the hyphen of a range
	printedFall   = regexp.MustCompile(`(?:下降|减少|降低|回落|放缓|下滑|下跌|负增长|低于[^0-9,，;；。]{0,12}|(?:向下拉动|下拉|拖累)[^0-9,，;；。]{0,12}|降|\bdown|\bfell|\bdeclined)(?:了|约|近|超过|超| by| about)*\s*$`)
	printedLess   = regexp.MustCompile(`(?:降幅|跌幅)[^0-9,，;；。]{0,12}$`)
)

// positions finds the positions in a text: 第五, 第5位, 首位, 5th, fifth.
func (w *words) positions(s string) []candidate {
	var found []candidate
	for _, m := range printedPlace.FindAllStringSubmatch(strings.ToLower(s), -1) {
		n, ok := 1, m[2] != ""
		switch {
		case m[1] != "":
			n, ok = readNumeral(m[1])
		case m[3] != "":
			n, ok = readNumeral(m[3])
		case m[4] != "":
			n, ok = w.ordinals[m[4]]
		}
		if ok {
			found = append(found, candidate{position(n), sameUnit})
		}
	}
	return found
}

func position(n int) stat.Quantity {
	return stat.Quantity{Value: decimal.NewFromInt(int64(n)), Unit: stat.RankUnit}
}

// amounts finds the numbers in a text that are no ordinals, dates or parts of names, with their units.
func (w *words) amounts(s string, want stat.Quantity) []candidate {
	const context = 64 // bytes: verbs, signs and currencies stand close to their number
	var found []candidate
	for _, at := range printedNumber.FindAllStringIndex(s, -1) {
		before, number, after := s[max(0, at[0]-context):at[0]], s[at[0]:at[1]], s[at[1]:]
		if strings.HasSuffix(before, "第") || strings.HasSuffix(before, "前") {
			continue
		}
		if c, ok := w.amount(before, number, after, want); ok {
			found = append(found, c)
		}
	}
	return found
}

func (w *words) amount(before, number, after string, want stat.Quantity) (candidate, bool) {
	var q stat.Quantity
	numeral := number[0] >= utf8.RuneSelf
	if numeral {
		n, ok := readNumeral(number)
		if !ok {
			return candidate{}, false
		}
		q.Value = decimal.NewFromInt(int64(n))
	} else {
		q.Value = decimal.RequireFromString(strings.ReplaceAll(number, ",", ""))
	}
	u := w.unitAfter(before, after, want.Unit)
	if to := printedRange.FindString(after); to != "" && u.fit == noUnit {
		end := w.unitAfter(before, after[len(to):], want.Unit) // 15亿—16亿元: the unit is that of both
		u.unit, u.fit = end.unit, end.fit
		if !u.scaled {
			u.mult, u.scaled = end.mult, end.scaled
		}
	}
	if u.skip || numeral && u.fit == noUnit {
		return candidate{}, false // 统一, 一些: a numeral counts only with something counted
	}
	q.Mult, q.Unit = u.mult, u.unit
	if u.fit == noUnit && !u.scaled {
		q.Mult = want.Mult
	}
	if falls(before, want) {
		q.Value = q.Value.Neg()
	}
	return candidate{q, u.fit}, true
}

// falls reports whether a number is negative, by what stands before it or else by the figure's own sign.
func falls(before string, want stat.Quantity) bool {
	trimmed := strings.TrimRight(before, " ")
	rest, minus := strings.CutSuffix(trimmed, "-")
	switch {
	case minus:
		return !printedLow.MatchString(rest)
	case printedLess.MatchString(before): // a fall that is less, or more, can be said either way
		return want.Value.IsNegative()
	case printedFall.MatchString(before):
		return true
	case printedRise.MatchString(before):
		return false
	default:
		return want.Value.IsNegative()
	}
}
