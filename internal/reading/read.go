package reading

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// Figure reads a figure as a source prints it, alone, in a row of a table or in a whole sentence, in simplified or
// traditional characters or in English: 2.31億元, 增长1.2倍, 1亿2500万元, 位列全市第五, 35個, RMB 1.25bn. Want is the figure of
// measure m that the text is said to print; it settles what the text leaves open, and only that:
//   - of several numbers, the one that equals want, or else the nearest of those in want's unit;
//   - a Chinese measure word, as 個, fits any unit that counts;
//   - a number without a unit, as in a table, takes the unit in brackets beside it, or else want's, and want's power of ten unless it has
//     万 or 亿;
//   - a growth, change or margin without a verb of rise or fall and without a sign takes want's sign; so does an amount
//     near a word of loss or fall, while any other is positive.
//
// It reports false if there is nothing to compare: the text has no number, or it has one that is not understood, which
// unread then names.
func (r Reader) Figure(printed string, m stat.Measure, want stat.Quantity) (q stat.Quantity, unread string, ok bool) {
	s := fold(printed)
	var found []candidate
	if want.Unit == stat.RankUnit {
		found = r.positions(s)
	}
	if len(found) == 0 {
		found = append(r.amounts(s, m, want), r.inWords(s, m, want)...)
		if spaced := spacedNumber.FindString(s); spaced != "" { // 1 234.5 may be one number, or two cells
			found = append(found, r.amounts(spacedNumber.ReplaceAllStringFunc(s, func(n string) string { return strings.ReplaceAll(n, " ", "") }), m, want)...)
		}
	}
	return r.choose(found, want)
}

// candidate is a number in a printed text that may be the figure.
type candidate struct {
	stat.Quantity
	fit    fit
	unread string // if its fit is unknown: the number with what is not understood
}

// fit says how well a candidate's unit goes with the one wanted; less is better.
type fit int

const (
	sameUnit  fit = iota
	otherWord     // another word for things that are counted
	otherSize     // a unit that converts to the one wanted
	noUnit
	otherUnit
	unknown
)

// choose takes the candidate that equals want, or else the nearest of those that fit best. A number without a unit equals it
// only if none has its unit. One that is not understood decides nothing, but if it has want's digits it may be the figure.
func (w *words) choose(found []candidate, want stat.Quantity) (q stat.Quantity, unread string, ok bool) {
	if len(found) == 0 {
		return stat.Quantity{}, "", false
	}
	best := slices.MinFunc(found, func(a, b candidate) int { return w.compare(a, b, want) })
	if best.fit < unknown && w.equal(best.Quantity, want) {
		return best.Quantity, "", true
	}
	for _, c := range found {
		if c.fit == unknown && (best.fit >= otherUnit || c.Value.Abs().Equal(want.Value.Abs())) {
			return stat.Quantity{}, c.unread, false
		}
	}
	return best.Quantity, "", true
}

func (w *words) compare(a, b candidate, want stat.Quantity) int {
	rank := func(c candidate) int {
		if c.fit <= otherSize && w.equal(c.Quantity, want) {
			return -1
		}
		return int(c.fit)
	}
	if x, y := rank(a), rank(b); x != y {
		return x - y
	}
	if a.fit != b.fit {
		return int(a.fit - b.fit)
	}
	return w.distance(a.Quantity, want).Cmp(w.distance(b.Quantity, want))
}

// equal reports whether a number that was read is the figure wanted, after rounding where units convert.
func (w *words) equal(q, want stat.Quantity) bool {
	if q.Unit == want.Unit || w.counts(q.Unit) && w.counts(want.Unit) {
		return q.Base().Equal(want.Base()) && (q.Unit == want.Unit || w.sameCount(q.Unit, want.Unit))
	}
	size, ok := w.size(q.Unit, want.Unit)
	if !ok {
		return false
	}
	rounding := q.HalfUnit().Mul(size).Add(want.HalfUnit())
	return w.distance(q, want).LessThan(rounding)
}

// sameCount reports whether things that are counted in one unit may be counted in the other.
func (w *words) sameCount(code, want string) bool {
	a, _ := w.unit(code)
	b, _ := w.unit(want)
	return stat.SameCount(a, b)
}

// distance is how far a number is from the figure wanted, in its unit if it converts.
func (w *words) distance(q, want stat.Quantity) decimal.Decimal {
	size, ok := w.size(q.Unit, want.Unit)
	if !ok {
		size = decimal.NewFromInt(1)
	}
	return q.Base().Mul(size).Sub(want.Base()).Abs()
}

// size is the size of a unit in another that it converts to.
func (w *words) size(from, to string) (decimal.Decimal, bool) {
	a, _ := w.unit(from)
	b, _ := w.unit(to)
	r, err := stat.Convert(stat.Qty("1", 0, from).Rat(), a, b)
	if err != nil || from == to {
		return decimal.NewFromInt(1), err == nil
	}
	return decimal.NewFromBigRat(r, 12), true
}

var spacedNumber = regexp.MustCompile(`\b[0-9]{1,3}(?: [0-9]{3})+\b`)

var (
	printedPlace = regexp.MustCompile(`(?:倒数)?第([0-9]+|[①-⑳]|[` + numeralRunes + `]+)|(首位|之首|榜首|居首)|\b([0-9]+)(?:st|nd|rd|th|/[0-9]+)\b|\b([a-z]+)\b`)
	noPlace      = regexp.MustCompile(`^(?:产业|届|次|季|批|期|轮|年)`) // behind an ordinal
)

// positions finds the positions in a text: 第五, 第5位, 首位, 5/16, 5th, fifth.
func (w *words) positions(s string) []candidate {
	var found []candidate
	s = strings.ToLower(s)
	for _, at := range printedPlace.FindAllStringSubmatchIndex(s, -1) {
		m := printedPlace.FindStringSubmatch(s[at[0]:at[1]])
		n, ok := 1, m[2] != ""
		switch {
		case m[1] != "":
			circled, _ := worded(m[1])
			if n, ok = readNumeral(m[1]); firstRune(m[1]) >= '①' && firstRune(m[1]) <= '⑳' {
				n, ok = int(circled.IntPart()), true
			}
			ok = ok && !noPlace.MatchString(s[at[1]:])
		case m[3] != "":
			n, ok = readNumeral(m[3])
		case m[4] != "":
			n, ok = w.ordinals[m[4]]
		}
		switch {
		case ok && strings.HasPrefix(m[0], "倒数"):
			found = append(found, candidate{fit: unknown, unread: m[0]})
		case ok:
			found = append(found, candidate{Quantity: position(n)})
		}
	}
	return found
}

func position(n int) stat.Quantity {
	return stat.Quantity{Value: decimal.NewFromInt(int64(n)), Unit: stat.RankUnit}
}
