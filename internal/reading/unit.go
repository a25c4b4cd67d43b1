package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"nianbao/internal/stat"
)

// printedUnit is what stands after (or, of a currency, before) a printed number.
type printedUnit struct {
	unit   string
	mult   int
	scaled bool // a power of ten was printed
	fit    fit
	skip   bool // the number is a date
}

// furtherMeasureWords count things in Chinese as the words of the units that count do. Which one is used depends on the
// thing, so each fits every unit that counts.
const furtherMeasureWords = "名条座处所台批宗笔只棵栋间支部篇期届本门"

var (
	printedPower  = regexp.MustCompile("^[" + numeralPowers + "]{1,4}")
	englishPowers = regexp.MustCompile(`^ ?([a-z]+)\b`)
)

// namedPowers are the English words for powers of ten in sources; those that the program writes are among [ownWords].
var namedPowers = map[string]int{"thousand": 3, "million": 6, "billion": 9, "trillion": 12}

// unitAfter finds the unit of a number between the texts before and after it.
func (w *words) unitAfter(before, after, want string) printedUnit {
	after = strings.TrimLeft(after, " ")
	if m := englishPowers.FindStringSubmatch(after); m != nil && w.powers[m[1]] > 0 {
		after = strings.TrimLeft(after[len(m[0]):], " ")
		_, word := w.wordAfter(after)
		u := fitted(w.currencyBefore(before), word, want)
		u.mult, u.scaled = w.powers[m[1]], true
		return u
	}
	if code := w.currencyBefore(before); code != "" {
		u := fitted(code, "", want)
		u.mult, u.scaled = leadingPower(after)
		return u
	}
	return w.chineseAfter(after, want)
}

// chineseAfter tries each way to divide what follows into a power of ten and a unit, the shortest power
// first: 10千伏 is ten kilovolts, 2千万元 is two times ten million yuan.
func (w *words) chineseAfter(after, want string) printedUnit {
	if isDate(after, want) {
		return printedUnit{skip: true}
	}
	after = strings.TrimLeft(after, "多余")
	powers := printedPower.FindString(after)
	for cut := 0; cut <= len(powers); cut += len("万") {
		u := w.wordedUnit(strings.TrimLeft(after[cut:], "多余"), want)
		if u.fit != noUnit {
			u.mult, u.scaled = leadingPower(after[:cut])
			return u
		}
	}
	u := printedUnit{unit: want, fit: noUnit}
	u.mult, u.scaled = leadingPower(powers)
	return u
}

// wordedUnit is the unit a text begins with: a unit of measure, or else a measure word. The words of the unit that is
// wanted come before shorter ones, as 吨公里 before 吨.
func (w *words) wordedUnit(text, want string) printedUnit {
	word, code := w.wordAfter(text)
	if own := w.wordOf(text, want); own > 0 && own >= len(word) {
		return printedUnit{unit: want, fit: sameUnit}
	}
	switch {
	case code != "":
		return fitted("", code, want)
	case w.counts(want) && (w.startsCounted(text) || startsLatin(text)):
		return printedUnit{unit: want, fit: otherWord}
	case w.startsCounted(text):
		return printedUnit{fit: otherUnit}
	default:
		return printedUnit{unit: want, fit: noUnit}
	}
}

// wordOf is the length of the longest Chinese word of a unit that the text begins with; 0 if it begins with none.
func (w *words) wordOf(text, unit string) int {
	longest := 0
	u, _ := w.unit(unit)
	for _, word := range append([]string{u.Counter.Hans}, u.Printed...) {
		if word = fold(word); word != "" && strings.HasPrefix(text, word) && endsWord(word, text[len(word):]) {
			longest = max(longest, len(word))
		}
	}
	return longest
}

// fitted compares the unit that was printed with the one wanted.
func fitted(currency, word, want string) printedUnit {
	code := currency
	if code == "" {
		code = word
	}
	switch code {
	case "":
		return printedUnit{unit: want, fit: noUnit}
	case want:
		return printedUnit{unit: want, fit: sameUnit}
	default:
		return printedUnit{unit: code, fit: otherUnit}
	}
}

// wordAfter is the longest word of a unit of measure that the text begins with, and the unit; "" if it begins with none.
func (w *words) wordAfter(text string) (longest, code string) {
	for _, units := range []map[string]string{w.units, w.areaUnits} {
		for word, unit := range units {
			if len(word) > len(longest) && strings.HasPrefix(text, word) && endsWord(word, text[len(word):]) {
				longest, code = word, unit
			}
		}
	}
	return longest, code
}

func startsLatin(text string) bool { return text != "" && isLatin(text[0]) }

func isLatin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// endsWord reports whether a word in Latin letters ends where the rest of the text begins.
func endsWord(word, rest string) bool {
	return !isLatin(word[len(word)-1]) || !startsLatin(rest)
}

// counts reports whether a unit counts things; units that the program does not know are an area's own counts.
func (w *words) counts(unit string) bool {
	u, known := w.unit(unit)
	return !known || u.Kind() == stat.CountKind
}

func (w *words) startsCounted(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && strings.ContainsRune(w.counters, r)
}

// isDate reports whether a number followed by this text is part of a date and no duration.
func isDate(after, want string) bool {
	if want == stat.YearUnit || want == stat.DayUnit {
		return false
	}
	for _, word := range []string{"年", "月", "日", "号"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// currencyBefore is the currency whose sign a text ends with, the longest that fits; "" for none.
func (w *words) currencyBefore(before string) string {
	before = strings.TrimSuffix(strings.TrimSuffix(before, "-"), " ")
	longest, code := 0, ""
	for sign, unit := range w.signs {
		if len(sign) > longest && strings.HasSuffix(before, sign) {
			longest, code = len(sign), unit
		}
	}
	return code
}

// leadingPower adds up the powers of ten a text begins with: 千万 is 7.
func leadingPower(text string) (mult int, scaled bool) {
	for _, r := range printedPower.FindString(text) {
		power, _ := powerOf(r)
		for ; power > 1; power /= 10 {
			mult++
		}
		scaled = true
	}
	return mult, scaled
}
