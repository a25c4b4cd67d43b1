package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

	"nianbao/internal/reading"
	"nianbao/internal/stat"
)

// numbers are what a text in one language holds, in their shortest form.
type numbers struct {
	figures []string // in digits, or in words after per and 每
	words   []string // in words that state a number
	known   []string // in words that may be something else, as may and 一
}

var (
	hansFigure = regexp.MustCompile(`([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(万亿|亿|万|[十百千]万|千|百)?(.?)`)
	enFigure   = regexp.MustCompile(`([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?:[ -]?(hundred|thousand|million|billion|trillion|bn|mn)\b)?`)
	hansPer    = regexp.MustCompile(`每([一二两三四五六七八九十百千万亿]*[百千万亿])|百分之([一二三四五六七八九十百]+)`)
	enPer      = regexp.MustCompile(`\bper (ten |one )?(hundred|thousand|million)\b`)
	hansWords  = regexp.MustCompile(`[零〇一二两三四五六七八九十百千万亿]+`)
	enWords    = regexp.MustCompile(`[a-z]+(?:-[a-z]+)?`)
	// converted are units that translations convert, so that their numbers differ rightly; several are times and tenths.
	converted = regexp.MustCompile(`[0-9一二三四五六七八九十百千万亿]\s*[亩斤里尺寸倍番成折]`)
)

// powers are words of ten.
var powers = map[string]int32{"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12, "hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12}

// ordinals are words that stand for their place in a line, counted from zero, and may stand for something else.
var ordinals = func() map[string]int64 {
	words := map[string]int64{"both": 2, "twice": 2, "double": 2, "dozen": 12}
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

// translationNumbers finds texts whose languages hold different numbers. A number that only one of them has is let alone: a
// translation may leave it out.
func translationNumbers(in *inspection) {
	for _, w := range in.wordings {
		hans, en := withoutReferences(w.text.Hans), withoutReferences(w.text.En)
		if hans == "" || en == "" || !mayHoldFigures(hans+en) {
			continue
		}
		hans, en = norm.NFKC.String(hans), norm.NFKC.String(en)
		if converted.MatchString(hans) {
			continue
		}
		a, b := hansNumbers(hans), enNumbers(en)
		onlyHans, onlyEn := a.beyond(b), b.beyond(a)
		if len(onlyHans.figures)+len(onlyEn.figures) == 0 {
			continue
		}
		x, y := slices.Concat(onlyHans.figures, onlyHans.words), slices.Concat(onlyEn.figures, onlyEn.words)
		if len(x) == 0 || len(y) == 0 {
			continue
		}
		in.find(stat.Finding{
			Message: say("The languages of {0} hold different numbers: {1} in Chinese, {2} in English. Correct one of them."),
			Args:    []any{w.place.Path, strings.Join(x, ", "), strings.Join(y, ", ")},
			Place:   w.place,
		})
	}
}

// mayHoldFigures reports whether a text has a digit, or a word that a number stands with.
func mayHoldFigures(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) || strings.Contains(text, "每") || strings.Contains(text, "分之")
}

// beyond is what one language holds and the other has neither in digits nor in words. One is no number by which texts are told
// apart: Chinese has it in many words.
func (n numbers) beyond(other numbers) numbers {
	known := slices.Concat(other.figures, other.words, other.known)
	more := func(list []string) []string {
		list = slices.DeleteFunc(slices.Clone(list), func(s string) bool { return slices.Contains(known, s) || s == "1" || s == "0" })
		slices.Sort(list)
		return slices.Compact(list)
	}
	return numbers{figures: more(n.figures), words: more(n.words)}
}

func (n *numbers) figure(digits string, power int32) {
	d, err := decimal.NewFromString(strings.ReplaceAll(digits, ",", ""))
	if err == nil {
		n.figures = append(n.figures, plainNumber(d.Shift(power)))
	}
}

// plainNumber writes a number without zeros at its end.
func plainNumber(d decimal.Decimal) string {
	if s := d.String(); strings.Contains(s, ".") {
		return strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return d.String()
}

func hansNumbers(text string) numbers {
	var n numbers
	text = n.take(hansFigure, text, func(m []string) {
		if m[2] == "千" && strings.ContainsAny(m[3], "瓦米克伏卡焦赫帕") {
			m[2] = "" // 10千伏
		}
		n.figure(m[1], powers[m[2]])
	})
	text = n.take(hansPer, text, func(m []string) { n.figures = append(n.figures, numerals(m[1]+m[2])...) })
	for _, word := range hansWords.FindAllString(text, -1) {
		if values := numerals(word); len(values) == 1 && len(values[0]) > 1 {
			n.words = append(n.words, values[0])
		} else {
			n.known = append(n.known, values...)
		}
	}
	return n
}

// take calls what takes each match, and is the text without them but for what follows a Chinese figure.
func (n *numbers) take(pattern *regexp.Regexp, text string, match func([]string)) string {
	return pattern.ReplaceAllStringFunc(text, func(found string) string {
		m := pattern.FindStringSubmatch(found)
		match(m)
		if pattern == hansFigure {
			return " " + m[3]
		}
		return " "
	})
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
	text = n.take(enFigure, strings.ToLower(text), func(m []string) { n.figure(m[1], powers[m[2]]) })
	text = n.take(enPer, text, func(m []string) {
		n.figure(map[bool]string{true: "10", false: "1"}[m[1] == "ten "], powers[m[2]])
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
