package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/reading"
)

// numbers are what a text in one language holds, in their shortest form.
type numbers struct {
	figures   []string   // in digits, or in words after per and 每
	words     []string   // in words that state a number
	known     []string   // that may be something else, or may be meant, as those of may and 一, and 2005 of 2003-05
	fractions []fraction // as 1/3
	other     []string   // with units that translations convert
}

type fraction struct{ part, whole string }

const (
	number     = `([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)`
	hansDigits = `[一二两三四五六七八九十百千万亿]`
	hansPowers = `(?:万亿|亿|万|[十百千]万|千|百)`
	enPowers   = `(?:hundred|thousand|million|billion|trillion|bn|mn|tn|trn)\b`
	hansWatts  = `(?:千瓦|兆瓦|吉瓦|度电)`
	enWatts    = `(?:[kmgt]wh?\b|(?:kilo|mega|giga|tera)watt)`
)

var (
	hansFigure = regexp.MustCompile(number + `(` + hansPowers + `)?(` + hansWatts + `)?([瓦米克伏卡焦赫帕])?`)
	enFigure   = regexp.MustCompile(number + `(?:[ -]?(` + enPowers + `))?(?:[ -]?(` + enWatts + `))?(?: ?([mk])\b)?`)
	hansPer    = regexp.MustCompile(`每([一二两三四五六七八九十百千万亿]*[百千万亿])|百分之([一二三四五六七八九十百]+)`)
	enPer      = regexp.MustCompile(`\bper (ten |one )?(hundred|thousand|million)\b`)
	hansWords  = regexp.MustCompile(`[零〇一二两三四五六七八九十百千万亿]+`)
	enWords    = regexp.MustCompile(`[a-z]+(?:-[a-z]+)?`)
	// hansCompound is a number in two steps, as 1亿5000万; wordedWatts are power and energy in words.
	hansCompound = regexp.MustCompile(number + `(万亿|亿|万)` + number + `([十百千]?万|千|百)`)
	wordedWatts  = regexp.MustCompile(`(` + hansDigits + `+?)(` + hansWatts + `)`)
	// above stands within a number, as in 20多万 and 三百余万.
	above = regexp.MustCompile(`([0-9十百千])[多余几来](` + hansPowers + `)`)
	// ranges have their power of ten, or unit, once for both ends.
	hansRange = regexp.MustCompile(number + `\s*(?:[—–~-]+|至|到)\s*` + number + `(` + hansPowers + `?` + hansWatts + `|千[米克伏卡焦赫帕]|` + hansPowers + `)`)
	enRange   = regexp.MustCompile(number + `(?:\s*[—–~-]+\s*|\s+(?:to|and)\s+)` + number + `([ -]?` + enPowers + `|[ -]?` + enWatts + `| ?[mk]\b)`)
	yearRange = regexp.MustCompile(`\b([12][0-9])([0-9]{2})[—–~/-]+([0-9]{2})\b`)
	// decades are named by their century, or without.
	decades = regexp.MustCompile(`([0-9]{4})年代|(?:(本|上|[0-9]{1,2}|[一二十]+)世纪)?([一二三四五六七八])?([0-9]0|[二三四五六七八九]十)年代`)
	// wholeQuarters are months that translations call a quarter, a half or a year.
	wholeQuarters = regexp.MustCompile(`\b0?1月?(?:[—–~-]+|至|到)(3|6|9|12)月`)
	fractions     = regexp.MustCompile(`\b([0-9]{1,2})[/⁄]([0-9]{1,3})\b|([一二两三四五六七八九十]+)分之([一二两三四五六七八九十]+)`)
	// converted are numbers with units that translations convert; several are times and tenths.
	converted = regexp.MustCompile(`(?:` + number + `(` + hansPowers + `)?|(` + hansDigits + `+))[多余]?\s*[亩斤里尺寸倍番成折]`)
)

// powers are words of ten.
var powers = map[string]int32{
	"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12, "千瓦": 3, "兆瓦": 6, "吉瓦": 9, "度电": 3,
	"hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12, "trn": 12, "k": 3, "m": 6, "g": 9, "t": 12,
}

// ordinals are words that stand for their place in a line, counted from zero, and may stand for something else.
var ordinals = func() map[string]int64 {
	words := map[string]int64{"both": 2, "twice": 2, "double": 2, "dozen": 12, "half": 2, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "tenths": 10}
	for _, list := range []string{
		"- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
		"- primary secondary tertiary", "- i ii iii iv v vi vii viii ix x",
		"- january february march april may june july august september october november december",
		"- jan feb mar apr - jun jul aug sep oct nov dec",
	} {
		for i, word := range strings.Fields(list) {
			words[word] = int64(i)
		}
	}
	return words
}()

// beyond is what one language holds and the other has neither in digits nor in words. One is no number by which texts are told
// apart: Chinese has it in many words.
func (n numbers) beyond(other numbers) numbers {
	known := slices.Concat(other.figures, other.words, other.known, other.other)
	more := func(list []string) []string {
		list = slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(known, s) || s == "1" || s == "0" })
		slices.Sort(list)
		return slices.Compact(list)
	}
	found := numbers{figures: more(n.figures), words: more(n.words)}
	for _, f := range n.fractions {
		same := func(s string) bool { return s == f.whole || slices.Contains(f.percentages(), s) }
		if !slices.Contains(other.fractions, f) && !slices.ContainsFunc(known, same) {
			found.figures = append(found.figures, f.part+"/"+f.whole)
		}
	}
	return found
}

// converted counts the numbers that the other language seems to have in another unit.
func (n numbers) converted(other numbers) int {
	count := 0
	for _, s := range n.other {
		if !slices.Contains(other.figures, s) && !slices.Contains(other.words, s) {
			count++
		}
	}
	return count
}

// percentages are what a fraction is in per cent, with no decimals to two.
func (f fraction) percentages() []string {
	part, whole := decimal.RequireFromString(f.part), decimal.RequireFromString(f.whole)
	var list []string
	for places := range int32(3) {
		list = append(list, plainNumber(part.Shift(2).DivRound(whole, places)))
	}
	return list
}

// decimalOf reads digits with commas.
func decimalOf(digits string) decimal.Decimal {
	return decimal.RequireFromString(strings.ReplaceAll(digits, ",", ""))
}

func shifted(digits string, power int32) string { return plainNumber(decimalOf(digits).Shift(power)) }

// plainNumber writes a number without zeros at its end.
func plainNumber(d decimal.Decimal) string {
	if s := d.String(); strings.Contains(s, ".") {
		return strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return d.String()
}

// take calls what takes each match, and is the text with what that puts in its place.
func take(pattern *regexp.Regexp, text string, match func(m []string) string) string {
	return pattern.ReplaceAllStringFunc(text, func(found string) string { return match(pattern.FindStringSubmatch(found)) })
}

// carried gives both ends of each range its power of ten.
func carried(pattern *regexp.Regexp, text string) string {
	return take(pattern, text, func(m []string) string {
		if decimalOf(m[1]).LessThan(decimalOf(m[2])) {
			return m[1] + m[3] + " ; " + m[2] + m[3]
		}
		return m[0]
	})
}

// years reads 2022/23 and 2016–20. What may be a month is known as both.
func (n *numbers) years(m []string) string {
	if m[3] <= m[2] {
		return m[0]
	}
	n.figures, n.known = append(n.figures, m[1]+m[2]), append(n.known, shifted(m[3], 0), m[1]+m[3])
	if m[3] > "12" {
		n.figures = append(n.figures, m[1]+m[3])
	}
	return " "
}

// decade reads 20世纪90年代, which is 1990, and 二十世纪八九十年代. Without a century it may be of either that anyone remembers.
func (n *numbers) decade(m []string) string {
	if m[1] != "" {
		n.figures = append(n.figures, m[1])
		return " "
	}
	century, ok := readNumber(cmp.Or(map[string]string{"本": "21", "上": "20"}[m[2]], m[2]))
	for _, word := range []string{m[3], m[4]} {
		years, isDecade := readNumber(strings.TrimSuffix(strings.TrimSuffix(word, "十"), "0"))
		if !isDecade {
			continue
		}
		years = years.Shift(1)
		n.known = append(n.known, years.String())
		if ok {
			n.known = append(n.known, century.String())
			n.figures = append(n.figures, century.Sub(decimal.NewFromInt(1)).Shift(2).Add(years).String())
		} else {
			n.known = append(n.known, decimal.NewFromInt(1900).Add(years).String(), decimal.NewFromInt(2000).Add(years).String())
		}
	}
	return " "
}

// readNumber reads a number in digits or in Chinese numerals.
func readNumber(text string) (decimal.Decimal, bool) {
	if d, err := decimal.NewFromString(text); err == nil {
		return d, true
	}
	return reading.Numeral(text)
}

// fraction reads 1/3 and 三分之一.
func (n *numbers) fraction(m []string) string {
	part, okPart := readNumber(m[1] + m[4])
	whole, okWhole := readNumber(m[2] + m[3])
	if !okPart || !okWhole || !part.IsPositive() || !part.LessThan(whole) {
		return m[0]
	}
	f := fraction{part.String(), whole.String()}
	n.known = append(append(n.known, f.part, f.whole), f.percentages()...)
	n.fractions = append(n.fractions, f)
	return " "
}

func hansNumbers(text string) numbers {
	var n numbers
	text = above.ReplaceAllString(text, "$1$2")
	text = take(decades, text, n.decade)
	text = take(yearRange, text, n.years)
	text = take(wholeQuarters, text, func(m []string) string {
		n.known = append(n.known, m[1])
		return " "
	})
	text = take(fractions, text, n.fraction)
	text = carried(hansRange, text)
	text = take(converted, text, func(m []string) string {
		if m[1] != "" {
			n.other = append(n.other, shifted(m[1], powers[m[2]]))
		} else {
			n.other = append(n.other, numerals(m[3])...)
		}
		return " "
	})
	text = take(hansCompound, text, func(m []string) string {
		return plainNumber(decimalOf(m[1]).Shift(powers[m[2]]).Add(decimalOf(m[3]).Shift(powers[m[4]])))
	})
	text = take(hansFigure, text, n.hansFigure)
	text = take(wordedWatts, text, func(m []string) string {
		value, ok := reading.Numeral(m[1])
		if !ok {
			return m[0]
		}
		n.figures = append(n.figures, plainNumber(value.Shift(powers[m[2]])))
		return " "
	})
	text = take(hansPer, text, func(m []string) string {
		n.figures = append(n.figures, numerals(m[1]+m[2])...)
		return " "
	})
	for _, word := range hansWords.FindAllString(text, -1) {
		if values := numerals(word); len(values) == 1 && len(values[0]) > 1 {
			n.words = append(n.words, values[0])
		} else {
			n.known = append(n.known, values...)
		}
	}
	return n
}

// hansFigure reads a figure in digits, and leaves the word behind it. Power and energy are in watts.
func (n *numbers) hansFigure(m []string) string {
	power, watts := powers[m[2]], powers[m[3]]
	switch {
	case m[2] == "千" && m[4] == "瓦":
		power, watts = 0, 3
	case m[2] == "千" && m[4] != "":
		power = 0 // 10千伏
	}
	n.figures = append(n.figures, shifted(m[1], power+watts))
	return " " + m[4]
}

// numerals reads a run of Chinese numerals: one number, or several where digits follow each other, as in 十四五, and the digits
// one by one, as in 二〇二四.
func numerals(run string) []string {
	var list []string
	digits := ""
	for rest := run; rest != ""; {
		end := len(rest)
		value, ok := reading.Numeral(rest)
		for ; !ok && end > 0; value, ok = reading.Numeral(rest[:end]) {
			_, last := utf8.DecodeLastRuneInString(rest[:end])
			end -= last
		}
		if !ok {
			return list
		}
		list, digits, rest = append(list, value.String()), digits+value.String(), rest[end:]
	}
	if len(digits) == len(list) && len(list) > 1 {
		list = append(list, digits)
	}
	return list
}

func enNumbers(text string) numbers {
	var n numbers
	text = take(yearRange, strings.ToLower(text), n.years)
	text = take(fractions, text, n.fraction)
	text = carried(enRange, text)
	text = take(enFigure, text, func(m []string) string {
		power := powers[m[2]]
		n.known = append(n.known, shifted(m[1], power+powers[m[4]])) // 20m may be metres
		if m[3] != "" {
			power += powers[m[3][:1]] // in watts
		}
		n.figures = append(n.figures, shifted(m[1], power))
		return " "
	})
	text = take(enPer, text, func(m []string) string {
		n.figures = append(n.figures, shifted(map[bool]string{true: "10", false: "1"}[m[1] == "ten "], powers[m[2]]))
		return " "
	})
	for _, word := range enWords.FindAllString(text, -1) {
		if value, ok := reading.Numeral(word); ok {
			n.words = append(n.words, value.String())
		}
		for part := range strings.SplitSeq(word, "-") {
			if value, ok := ordinals[part]; ok {
				n.known = append(n.known, decimal.NewFromInt(value).String())
			}
		}
	}
	return n
}
