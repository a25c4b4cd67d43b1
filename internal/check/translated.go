package check

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/unicode/norm"

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
	enFigure   = regexp.MustCompile(`(?i)([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?:[ -]?(hundred|thousand|million|billion|trillion|bn|mn)\b)?`)
	hansPer    = regexp.MustCompile(`每([一二两三四五六七八九十百千万亿]*[百千万亿])|百分之([一二三四五六七八九十百]+)`)
	enPer      = regexp.MustCompile(`(?i)\bper ((?:(?:one|ten|hundred|thousand|million)[ -]?)+)\b`)
	hansWords  = regexp.MustCompile(`[零〇一二两三四五六七八九十百千万亿]+`)
	enWords    = regexp.MustCompile(`[A-Za-z]+`)
	// converted are units that translations convert, so that their numbers differ rightly; several are times and tenths.
	converted = regexp.MustCompile(`[0-9一二三四五六七八九十百千万亿]\s*[亩斤里尺寸倍番成折]`)
)

// powers are words of ten, cardinals those of other numbers, and ordinals those that may be something else.
var (
	powers    = map[string]int32{"十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12, "hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12}
	cardinals = numbered(map[string]int64{"dozen": 12, "twice": 2, "double": 2, "triple": 3, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
		"- - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	ordinals = numbered(map[string]int64{"both": 2},
		"zero first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
		"- primary secondary tertiary", "- i ii iii iv v vi vii viii ix x",
		"- january february march april may june july august september october november december",
		"- jan feb mar apr - jun jul aug sep oct nov dec")
)

// numbered adds to words the places of the words of lists, counted from zero.
func numbered(words map[string]int64, lists ...string) map[string]int64 {
	for _, list := range lists {
		for i, word := range strings.Fields(list) {
			words[word] = int64(i)
		}
	}
	return words
}

// translationNumbers finds texts whose languages hold different numbers. A number that only one of them has is let alone: a
// translation may leave it out.
func translationNumbers(in *inspection) {
	for _, w := range in.wordings {
		hans, en := withoutReferences(norm.NFKC.String(w.text.Hans)), withoutReferences(norm.NFKC.String(w.text.En))
		if hans == "" || en == "" || converted.MatchString(hans) {
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
	rest := hansFigure.ReplaceAllStringFunc(text, func(found string) string {
		m := hansFigure.FindStringSubmatch(found)
		power := m[2]
		if power == "千" && strings.ContainsAny(m[3], "瓦米克伏卡焦赫帕") {
			power = "" // 10千伏
		}
		n.figure(m[1], powers[power])
		return " " + m[3]
	})
	rest = hansPer.ReplaceAllStringFunc(rest, func(found string) string {
		m := hansPer.FindStringSubmatch(found)
		n.figures = append(n.figures, chineseNumbers(cmp.Or(m[1], m[2]))...)
		return " "
	})
	for _, word := range hansWords.FindAllString(rest, -1) {
		if values := chineseNumbers(word); len(values) == 1 && len(values[0]) > 1 {
			n.words = append(n.words, values[0])
		} else {
			n.known = append(n.known, values...)
		}
	}
	return n
}

// chineseNumbers reads a run of Chinese numerals: one number, or several where digits follow each other, as in 十四五, and the
// digits one by one, as in 二〇二四.
func chineseNumbers(run string) []string {
	const digits = "〇一二三四五六七八九"
	var list []string
	total, section, digit, row := int64(0), int64(0), int64(-1), ""
	flush := func() {
		list = append(list, decimal.NewFromInt(total+section+max(digit, 0)).String())
		total, section, digit = 0, 0, -1
	}
	for _, r := range strings.NewReplacer("零", "〇", "两", "二").Replace(run) {
		if i := strings.IndexRune(digits, r); i >= 0 {
			if digit > 0 {
				flush()
			}
			digit = int64(i / len("一"))
			row += decimal.NewFromInt(digit).String()
			continue
		}
		power := decimal.New(1, powers[string(r)]).IntPart()
		if power >= 10000 {
			total, section, digit = (total+max(section+max(digit, 0), 1))*power, 0, -1
		} else {
			section, digit = section+max(digit, 1)*power, -1
		}
	}
	flush()
	if len(row) > 1 && !strings.ContainsAny(run, "十百千万亿") {
		list = append(list, row)
	}
	return list
}

func enNumbers(text string) numbers {
	var n numbers
	rest := enFigure.ReplaceAllStringFunc(text, func(found string) string {
		m := enFigure.FindStringSubmatch(found)
		n.figure(m[1], powers[strings.ToLower(m[2])])
		return " "
	})
	rest = enPer.ReplaceAllStringFunc(rest, func(found string) string {
		power := int32(0)
		for _, word := range enWords.FindAllString(found[len("per"):], -1) {
			power += powers[strings.ToLower(word)]
			if strings.EqualFold(word, "ten") {
				power++
			}
		}
		n.figure("1", power)
		return " "
	})
	tens := int64(0)
	for _, word := range enWords.FindAllString(strings.ToLower(rest), -1) {
		value, states := cardinals[word]
		if other, ok := ordinals[word]; ok {
			n.known = append(n.known, decimal.NewFromInt(other).String(), decimal.NewFromInt(tens+other).String())
		}
		if states {
			if tens > 0 && value < 10 { // thirty-five
				n.known = append(n.known, n.words[len(n.words)-1])
				n.words, value = n.words[:len(n.words)-1], tens+value
			}
			n.words = append(n.words, decimal.NewFromInt(value).String())
		}
		tens = 0
		if states && value >= 20 && value%10 == 0 {
			tens = value
		}
	}
	return n
}
