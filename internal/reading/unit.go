package reading

import (
	"regexp"
	"slices"
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
	shown  bool // it stands for the unit wanted, as 元 for 元/平方米
	length int  // of what stands after it
}

// furtherMeasureWords count things in Chinese as the words of the units that count do. Which one is used depends on the
// thing, so each fits every unit that counts.
const furtherMeasureWords = "名条座处所台批宗笔只棵栋间支部篇期届本门位枚册艘幢"

var (
	printedPower  = regexp.MustCompile("^[" + numeralPowers + "]{1,4}")
	englishPowers = regexp.MustCompile(`^[ -]?([A-Za-z]+)\b`)
	countedPower  = regexp.MustCompile(`^个多?[万亿]`)                                                               // 12.5个亿
	printedRange  = regexp.MustCompile(`^[亿万千百]*\s*(?:—|–|-|~|～|至|到|、|和|及|与|\bto\b|\band\b)+\s*-?[0-9][0-9.,]*`) // behind its first number
	namedPosition = regexp.MustCompile(`^位[列居次于]`)
	englishThing  = regexp.MustCompile(`^[A-Za-z-]+`)
)

// ordinary is what may follow a number that has no unit.
var ordinary = regexp.MustCompile(`^(?:$|[,，。.;；、:：∶()（）\[\]【】“”"'’」』《》—–~～|?？!！…\t\n]| {2,}| ?(?:$|[(（+]|-(?:$|[^A-Za-z])|[0-9]|` +
	`左右|上下|以上|以下|以内|之内|多|余|的|和|与|及|或|比|较|同比|环比|增[长加幅速]|提[高升]|上升|上涨|下降|减少|降低|回落|其中|占|为|是|位[列居次于]|居|列|排|第|至|到|由|高[于出]|低于|分别|均|且|并|而|达|了|` +
	`(?:and|or|to|in|from|of|on|over|for|compared|up|down|at|year)\b))`)

// namedPowers are the English words for powers of ten in sources; those that the program writes are among [ownWords]. With a
// currency, m and b are powers as well.
var (
	namedPowers    = map[string]int{"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "k": 3, "mn": 6, "bn": 9, "tn": 12}
	currencyPowers = map[string]int{"m": 6, "b": 9}
)

// unitOf finds the unit of a number: its own, or that of the numbers it stands with, as 15亿—16亿元, 0.15、1.34个百分点.
func (w *words) unitOf(p place) printedUnit {
	u := w.unitAfter(p.before, p.after, p.want.Unit)
	rest := p.after
	for range 8 {
		to := printedRange.FindString(rest)
		if to == "" || u.fit != noUnit || u.skip {
			break
		}
		rest = rest[len(to):]
		end := w.unitAfter(p.before, rest, p.want.Unit)
		u.unit, u.fit, u.skip = end.unit, end.fit, end.skip
		if !u.scaled {
			u.mult, u.scaled = end.mult, end.scaled
		}
	}
	return u
}

var (
	unitInBrackets = regexp.MustCompile(`[（(]([^（()）]{1,12})[)）]|(单位[:：][^（()）\s，,。；;]{1,8})`)
	bracketsAfter  = regexp.MustCompile(`^ ?[（(]([^（()）]{1,12})[)）]`)
	unitHeading    = regexp.MustCompile(`^\s*(?:(?:计量)?单位[:：])?\s*`)
)

// bracketed is the unit in brackets of a number that has none: behind it, or else in its row, as 生产总值（万元） 4391900. Of several
// that fit, it is the one that makes the number the figure, or else the nearest.
func (w *words) bracketed(n number, none printedUnit, p place) printedUnit {
	if none.fit != noUnit || none.scaled || n.inWords {
		return none
	}
	named := append(unitInBrackets.FindAllStringSubmatch(p.row, -1), bracketsAfter.FindAllStringSubmatch(p.after, 1)...)
	best := none
	for _, m := range slices.Backward(named) {
		text := unitHeading.ReplaceAllString(strings.Join(m[1:], ""), "")
		u := w.chineseAfter(text, p.want.Unit)
		if u.skip || u.fit >= noUnit || u.length < len(strings.TrimSpace(text)) {
			continue
		}
		q, _ := n.times(u.mult)
		q.Unit, u.length, u.scaled = u.unit, none.length, true
		if q.Value = q.Value.Abs(); w.equal(q, stat.Quantity{Value: p.want.Value.Abs(), Mult: p.want.Mult, Unit: p.want.Unit}) {
			return u
		}
		if best.fit == noUnit {
			best = u
		}
	}
	return best
}

// unitAfter finds the unit of a number between the texts before and after it.
func (w *words) unitAfter(before, after, want string) printedUnit {
	currency := w.currencyBefore(before)
	if m := englishPowers.FindStringSubmatch(after); m != nil {
		power := w.powers[strings.ToLower(m[1])]
		if power == 0 && currency != "" {
			power = currencyPowers[strings.ToLower(m[1])]
		}
		if further := englishPowers.FindStringSubmatch(after[len(m[0]):]); power > 0 && further != nil && w.powers[strings.ToLower(further[1])] > 0 {
			m[0], power = m[0]+further[0], power+w.powers[strings.ToLower(further[1])] // hundred million
		}
		if power > 0 {
			u := w.behind(currency, after[len(m[0]):], want)
			u.mult, u.scaled, u.length = power, true, u.length+len(m[0])
			return u
		}
	}
	if currency != "" {
		powers := printedPower.FindString(strings.TrimLeft(after, " "))
		space := len(after) - len(strings.TrimLeft(after, " "))
		u := w.behind(currency, after[space+len(powers):], want)
		u.mult, u.scaled = leadingPower(powers)
		u.length += space + len(powers)
		return u
	}
	trimmed := strings.TrimLeft(after, " ")
	u := w.chineseAfter(trimmed, want)
	if u.fit == noUnit && !u.skip && !ordinary.MatchString(after[len(after)-len(trimmed)+u.length:]) && !(u.length == 0 && ordinary.MatchString(after)) {
		u.fit, u.unit = unknown, ""
	}
	u.length += len(after) - len(trimmed)
	return u
}

// behind is the unit of a number with a currency before it, or with an English power of ten, which may have a word behind.
func (w *words) behind(currency, after, want string) printedUnit {
	trimmed := strings.TrimLeft(after, " ")
	u := w.wordedUnit(trimmed, want)
	switch {
	case currency != "":
		if u.fit == noUnit && (ordinary.MatchString(after) || trimmed != after) || u.fit != noUnit && u.fit != unknown && u.unit == currency {
			return printedUnit{unit: currency, fit: w.fitOf(currency, want), length: u.length}
		}
		return printedUnit{fit: unknown}
	case u.fit == noUnit && !ordinary.MatchString(after):
		return printedUnit{fit: unknown}
	default:
		return u
	}
}

// chineseAfter tries each way to divide what follows into a power of ten and a unit, the shortest power
// first: 10千伏 is ten kilovolts, 2千万元 is two times ten million yuan.
func (w *words) chineseAfter(after, want string) printedUnit {
	if isDate(after, want) {
		return printedUnit{skip: true}
	}
	all := len(after)
	if countedPower.MatchString(after) && !w.counts(want) {
		after = strings.TrimPrefix(after, "个")
	}
	after = strings.TrimLeft(after, "多余")
	powers := printedPower.FindString(after)
	for cut := 0; cut <= len(powers); cut += len("万") {
		rest := strings.TrimLeft(after[cut:], "多余 ")
		u := w.wordedUnit(rest, want)
		if u.fit != noUnit {
			u.mult, u.scaled = leadingPower(after[:cut])
			u.length += all - len(rest)
			return u
		}
	}
	u := printedUnit{unit: want, fit: noUnit, length: all - len(strings.TrimLeft(after[len(powers):], "多余"))}
	u.mult, u.scaled = leadingPower(powers)
	return u
}

// wordedUnit is the unit a text begins with: a unit of measure, or else a measure word. The words of the unit that is
// wanted come before shorter ones, as 吨公里 before 吨. A unit that goes on as none does, as 元/亩, is not known.
func (w *words) wordedUnit(text, want string) printedUnit {
	word, code := w.wordAfter(text)
	if told := stat.TellingCount(text); code == "" && told != "" && w.counts(want) && !w.sameCount(told, want) {
		return printedUnit{unit: told, fit: otherUnit, length: utf8.RuneLen(firstRune(text))}
	}
	if own := w.wordOf(text, want); own > 0 && own >= len(word) {
		word, code = text[:own], want
	}
	if shown := w.shownAs(text, word, want); shown > 0 && shown >= len(word) && !goesOn(text[:shown], text[shown:]) {
		return printedUnit{unit: want, fit: otherWord, shown: true, length: shown}
	}
	switch {
	case strings.HasPrefix(text, "个基点"):
		return printedUnit{fit: unknown, length: len("个基点")}
	case code != "" && goesOn(word, text[len(word):]):
		return printedUnit{unit: code, fit: unknown, length: len(word)}
	case code != "":
		return printedUnit{unit: code, fit: w.fitOf(code, want), length: len(word)}
	case w.startsCounted(text) && goesOn("", text[len(text)-len(strings.TrimLeft(text, string(firstRune(text)))):]):
		return printedUnit{fit: unknown, length: utf8.RuneLen(firstRune(text))}
	case w.startsCounted(text):
		u := printedUnit{fit: otherUnit, length: utf8.RuneLen(firstRune(text))}
		if w.counts(want) {
			u.unit, u.fit = want, otherWord
		}
		return u
	case w.counts(want) && w.startsThing(text):
		return printedUnit{unit: want, fit: otherWord}
	default:
		return printedUnit{unit: want, fit: noUnit}
	}
}

// shownAs is the length of a unit that sources print for the one wanted: 元 behind 每平方米, % or 点 of an index, ‰ of a
// difference of rates; 0 for none.
func (w *words) shownAs(text, word, want string) int {
	u, _ := w.unit(want)
	dividend, _, quotient := strings.Cut(u.Counter.Hans, "/")
	shown := ""
	switch {
	case quotient:
		if shown = dividend; word != "" && w.units[word] == w.units[dividend] {
			shown = word // 千克 for 公斤
		}
	case u.Dim == stat.IndexDim && want != stat.IndexPointsUnit:
		if shown = "%"; !strings.HasPrefix(text, shown) {
			shown = "点"
		}
	case want == stat.PermillePointsUnit:
		shown = "‰"
	}
	if !strings.HasPrefix(text, shown) {
		return 0
	}
	return len(shown)
}

// goesOn reports whether what follows the word of a unit makes another unit of it: 元/亩, 人每天, 5.1%o.
func goesOn(word, rest string) bool {
	r := firstRune(rest)
	sign := strings.HasSuffix(word, "%") || strings.HasSuffix(word, "‰") || strings.HasSuffix(word, "‱")
	switch {
	case r == '/':
		return !sign || !startsDigit(rest[1:])
	case r == '每', r == '·':
		return true
	default:
		return sign && (startsLatin(rest) || startsDigit(rest) || strings.ContainsRune("%‰‱", r) && rest != "")
	}
}

// wordOf is the length of the longest Chinese word of a unit that the text begins with; 0 if it begins with none.
func (w *words) wordOf(text, unit string) int {
	longest := 0
	try := func(word string) {
		if word != "" && strings.HasPrefix(text, word) && endsWord(word, text[len(word):]) {
			longest = max(longest, len(word))
		}
	}
	if u, own := w.area[unit]; own {
		try(fold(u.Counter.Hans))
		for _, word := range u.Printed {
			try(fold(word))
		}
		return longest
	}
	u := w.known[unit]
	if u.Dim == stat.Temperature {
		try("度") // behind other numbers it is a kilowatt-hour
	}
	try(u.Counter.Hans)
	for _, word := range u.Printed {
		try(word)
	}
	return longest
}

// fitOf compares a unit that was printed with the one wanted.
func (w *words) fitOf(code, want string) fit {
	if code == want {
		return sameUnit
	}
	if _, converts := w.size(code, want); converts {
		return otherSize
	}
	return otherUnit
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
	return text != "" && strings.ContainsRune(w.counters, firstRune(text)) && !namedPosition.MatchString(text)
}

// startsThing reports whether a text begins with what a unit counts in English, with up to three words before it.
func (w *words) startsThing(text string) bool {
	for range 4 {
		word := englishThing.FindString(text)
		if word == "" || w.things[strings.ToLower(word)] {
			return word != ""
		}
		text = strings.TrimPrefix(text[len(word):], " ")
	}
	return false
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

// currencyBefore is the currency whose sign a text ends with, before a minus if there is one; "" for none.
func (w *words) currencyBefore(before string) string {
	return w.signs[w.signAt(strings.TrimSuffix(before, "-"))]
}

// withoutCurrency is a text without the sign of a currency at its end.
func (w *words) withoutCurrency(before string) string {
	if sign := w.signAt(before); sign != "" {
		return strings.TrimSuffix(strings.TrimRight(before, " "), sign)
	}
	return before
}

// signAt is the longest sign of a currency that a text ends with, spaces aside.
func (w *words) signAt(text string) string {
	text = strings.TrimRight(text, " ")
	longest := ""
	for sign := range w.signs {
		if len(sign) > len(longest) && strings.HasSuffix(text, sign) {
			longest = sign
		}
	}
	return longest
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
