package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

// amounts finds the numbers in a text that are no ordinals, dates or parts of names, with their units.
func (w *words) amounts(s string, m stat.Measure, want stat.Quantity) []candidate {
	const context = 64 // bytes: verbs, signs and currencies stand close to their number
	var found []candidate
	var last spot
	for _, at := range printedNumber.FindAllStringIndex(s, -1) {
		if at[0] < max(last.number, last.end) {
			continue // of a number, or of its unit, as km2
		}
		n := numberAt(s, at)
		last.number = n.end
		note := footnote.FindString(s[n.end:])
		p := place{row: s[:at[0]], before: s[max(0, at[0]-context):at[0]], text: s[at[0]:n.end], after: s[n.end+len(note):], measure: m, want: want}
		if noAmount.MatchString(p.before) || n.inWords && vague.MatchString(p.before) {
			continue
		}
		c, length, says, ok := w.amount(n, p)
		if !ok {
			continue
		}
		if says == 0 && last.unit == c.Unit && last.end <= at[0] && printedAnd.MatchString(s[last.end:at[0]]) {
			says = last.says // 分别下降4.5%和3.2%
		}
		last.end, last.says, last.unit = n.end+len(note)+length, says, c.Unit
		if signed(p.before) != 0 {
			last.says = 0 // a sign is of one number only
		}
		c.Quantity = directed(c.Quantity, says, want)
		found = append(found, c)
	}
	return found
}

// noAmount is what stands before an ordinal, the base of an index, or the other number of a fraction.
var noAmount = regexp.MustCompile(`(?:[第前=]|[0-9]/|[^百千万]分之)$`)

// footnote is a mark behind a number.
var footnote = regexp.MustCompile(`^(?:\[[0-9]{1,2}\]|[①-⑳*]|[pr](?:$|[ ,，]))+`)

// vague is what stands before a numeral that is no number: 几十, 数百.
var vague = regexp.MustCompile(`[几廿卅]$|(?:^|[^总户人个件次])数$`)

// spot is where the last number and its unit ended, and what was read there.
type spot struct {
	number, end, says int
	unit              string
}

// place is a number with what stands around it, and what it may be.
type place struct {
	row                 string // all that stands before it
	before, text, after string
	measure             stat.Measure
	want                stat.Quantity
	points              bool // the number is one of points
}

// amount reads one number without its sign, which the text before it says, and the length of its unit.
func (w *words) amount(n number, p place) (c candidate, length, says int, ok bool) {
	if part, known := w.proportion(n, p); known {
		return part.candidate, part.length, part.says, true
	}
	u := w.bracketed(n, w.unitOf(p), p)
	if u.skip || n.inWords && (u.fit == noUnit && n.value.LessThan(decimal.New(1, 4)) || u.fit == unknown && u.unit == "") {
		return candidate{}, 0, 0, false // 统一, 一些: a number in words counts only with something counted
	}
	code := w.currencyBefore(p.before)
	if u.fit >= noUnit && u.unit == "" && code == "" && p.before != "" && isLatin(p.before[len(p.before)-1]) {
		return candidate{}, 0, 0, false // PM2.5
	}
	q, fits := n.times(u.mult)
	q.Unit = u.unit
	if u.fit == noUnit {
		q.Unit = p.want.Unit
		if !u.scaled && !n.mixed && !n.inWords {
			q.Mult += p.want.Mult
		}
	}
	c = candidate{Quantity: q, fit: u.fit}
	if u.shown {
		c.fit = noUnit // 指数101.3，上涨1.3%
	}
	if u.fit == noUnit && p.want.Unit == stat.PercentUnit && (compositionEnd.MatchString(p.before) || compositionStart.MatchString(p.after)) {
		c.fit = otherSize // 10.4:48.6:41.0
	}
	if !fits || u.fit == unknown {
		c.fit, c.unread = unknown, p.passage()
	}
	unit, _ := w.unit(u.unit)
	p.after, p.points = p.after[u.length:], unit.Dim == stat.Points
	return c, u.length, p.direction(w.withoutCurrency(p.before)), true
}

var nextWord = regexp.MustCompile(`^ ?(?:[A-Za-z]+|[^，,。；;、（）()\s]{0,4})`)

// passage is a number with the word or sign behind it.
func (p place) passage() string { return strings.TrimSpace(p.text + nextWord.FindString(p.after)) }

// portion is a share, a multiple or a doubling, in per cent.
type portion struct {
	candidate
	length, says int
}

var (
	perHundred   = regexp.MustCompile(`(百|千|万)分之(负?)$`)
	proportional = regexp.MustCompile(`^ *[多余]*(?:分之|[番成倍])`)
	anyDoubling  = regexp.MustCompile(`翻(?:了|近|约|超过|超|逾|将近|接近)*$`)
	multipleOf   = regexp.MustCompile(`(?:的|(?:[至到为是达]|相当于)(?:上年|去年|[0-9]{4}年)?(?:同期)?)(?:近|约|超过|超|逾|将近|接近)*\s*$`)
	tenths       = regexp.MustCompile(`^多?成([一二三四五六七八九]?)(半?)多?`)
	noTenths     = regexp.MustCompile(`^成[不员立果为品功本套长熟就人年交效都绩分]`)
	hundredSigns = map[string]string{"百": "%", "千": "‰", "万": "‱"}
)

// proportion reads 百分之三十, 三成五, 增长1.2倍 (120%), 为上年的2.5倍 (150%) and 翻两番 (300%). Of a measure that is no growth,
// 2.5倍 is 250%. What else is in 倍, or 分之, is not understood.
func (w *words) proportion(n number, p place) (portion, bool) {
	if m := perHundred.FindStringSubmatch(p.before); m != nil {
		q := stat.Quantity{Value: n.value, Unit: w.units[hundredSigns[m[1]]]}
		says := p.direction(strings.TrimSuffix(p.before, m[0]))
		if m[2] != "" {
			says = -1
		}
		return w.portion(n, q, 0, says, p), true
	}
	if !proportional.MatchString(p.after) {
		return portion{}, false
	}
	says := p.direction(p.before)
	percent := stat.Quantity{Unit: stat.PercentUnit}
	ten := decimal.NewFromInt(10)
	after := strings.TrimLeft(p.after, " ")
	space := len(p.after) - len(after)
	switch {
	case strings.HasPrefix(after, "倍") && w.wordOf(after, p.want.Unit) > 0:
		return portion{}, false // an area's own unit
	case strings.HasPrefix(after, "分之"):
		return p.unread(), true
	case strings.HasPrefix(after, "番"):
		if !anyDoubling.MatchString(p.before) || !n.value.IsInteger() || n.value.GreaterThan(ten) || strings.HasPrefix(after, "番半") {
			return p.unread(), true
		}
		percent.Value = decimal.NewFromInt(int64(100<<n.value.IntPart()) - 100)
		return w.portion(n, percent, space+len("番"), 1, p), true
	case tenths.MatchString(after) && !noTenths.MatchString(after):
		m := tenths.FindStringSubmatch(after)
		percent.Value = n.value.Mul(ten).Add(decimal.NewFromInt(int64(max(0, digitOf(firstRune(m[1]))))))
		if m[2] != "" {
			percent.Value = percent.Value.Add(decimal.NewFromInt(5))
		}
		return w.portion(n, percent, space+len(m[0]), says, p), true
	default:
		return w.multiple(n, says, p)
	}
}

// multiple reads a number of times, 倍.
func (w *words) multiple(n number, says int, p place) (portion, bool) {
	rest, found := strings.CutPrefix(strings.TrimLeft(p.after, " 多余"), "倍")
	if !found {
		return portion{}, false
	}
	times := n.value
	if half, found := strings.CutPrefix(rest, "半"); found {
		times, rest = times.Add(decimal.RequireFromString("0.5")), half
	}
	switch of := multipleOf.FindString(p.before); {
	case of != "" && (says == 0 || strings.HasPrefix(of, "的")):
		says = 1
		if differs(p.measure) {
			times = times.Sub(decimal.NewFromInt(1))
		}
	case says <= 0 || strings.HasPrefix(rest, "于"):
		return p.unread(), true
	}
	percent := stat.Quantity{Value: times.Mul(decimal.NewFromInt(100)), Unit: stat.PercentUnit}
	return w.portion(n, percent, len(p.after)-len(rest), says, p), true
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (w *words) portion(n number, q stat.Quantity, length, says int, p place) portion {
	if !n.understood || n.mixed {
		return p.unread()
	}
	return portion{candidate{Quantity: q, fit: w.fitOf(q.Unit, p.want.Unit)}, length, says}
}

func (p place) unread() portion {
	return portion{candidate: candidate{fit: unknown, unread: p.passage()}}
}

// inWords finds what is said without a number: 与上年持平, 翻番, 一半, doubled.
func (w *words) inWords(s string, m stat.Measure, want stat.Quantity) []candidate {
	var found []candidate
	u, _ := w.unit(want.Unit)
	for _, row := range wordedFigures {
		for _, at := range row.word.FindAllStringIndex(s, -1) {
			switch {
			case row.percent == "0" && (differs(m) || !strings.ContainsAny(s, "0123456789")):
				found = append(found, candidate{Quantity: stat.Quantity{Unit: want.Unit}})
			case row.percent != "0" && u.Dim == stat.Percent:
				q := stat.Qty(row.percent, 0, stat.PercentUnit)
				if direction(s[:at[0]], m) < 0 {
					q.Value = q.Value.Neg()
				}
				found = append(found, candidate{Quantity: q, fit: w.fitOf(stat.PercentUnit, want.Unit)})
			}
		}
	}
	return found
}

var wordedFigures = []struct {
	word    *regexp.Regexp
	percent string
}{
	{regexp.MustCompile(`持平|零增长|\bunchanged\b`), "0"},
	{regexp.MustCompile(`翻了?番|翻倍|百分之百|\bdoubled\b`), "100"},
	{regexp.MustCompile(`\btripled\b`), "200"},
	{regexp.MustCompile(`一半|半数|\bhalf\b`), "50"},
	{regexp.MustCompile(`减半|\bhalved\b`), "-50"},
}
