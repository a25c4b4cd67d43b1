package intake

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"nianbao/internal/locale"
	"nianbao/internal/message"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// wanted is what a cell is expected to have: a figure of a measure, in a unit and a power of ten.
type wanted struct {
	stat.Quantity
	measure stat.Measure
}

// cellNumber is the number that a cell means in the unit of a figure.
func cellNumber(v xlsx.Value, unit wanted, words ...*locale.Words) (decimal.Decimal, *message.Text) {
	none := decimal.Zero
	switch {
	case v.Fault:
		return none, message.Of("the formula gives an error, %s", message.Plain(v.Text))
	case v.Kind == xlsx.Blank && v.Formula:
		return none, message.Of("the formula has no value: open the file in Excel, WPS or LibreOffice, calculate, and save it")
	case v.Kind == xlsx.Date:
		return none, message.Of("a date, %s, stands where a number is expected: the program took what was typed for a date; format the cell as a number and type it again", message.Plain(v.Text))
	case v.Kind == xlsx.Truth:
		return none, message.Of("true or false stands where a number is expected")
	case v.Kind == xlsx.Text:
		return textNumber(v.Text, unit, words...)
	case v.Odd:
		return none, message.Of("the cell's number format shows another number than it holds, %s: choose a plain number format", message.Plain(v.Text))
	}
	d, err := decimal.NewFromString(v.Text)
	if err != nil {
		return none, message.Of("%q is no number", v.Text)
	}
	d = rounded(d)
	if v.Percent {
		return percentCell(d, v, unit)
	}
	if v.Decimals >= 0 && !d.Round(int32(v.Decimals)).Equal(d) {
		return none, message.Of("the cell shows %s and holds %s: round the number, or show all its decimals",
			message.Plain(d.StringFixed(int32(v.Decimals))), message.Plain(stat.Plain(d)))
	}
	return d, nil
}

// percentCell is the number of a cell that is shown as per cent: 5.1% is stored as 0.051. Its decimals are those that the
// number needs, since programs choose the format.
func percentCell(d decimal.Decimal, v xlsx.Value, unit wanted) (decimal.Decimal, *message.Text) {
	shown := rounded(d.Shift(2))
	switch {
	case unit.Unit != stat.PercentUnit && unit.Unit != stat.PointsUnit:
		return d, message.Of("the cell is shown as per cent, %s%%, and the row is not in per cent: choose a plain number format and type the number again", message.Plain(stat.Plain(shown)))
	case v.Decimals >= 0 && !shown.Round(int32(v.Decimals)).Equal(shown):
		return d, message.Of("the cell shows %s%% and holds %s%%: round the number, or show all its decimals",
			message.Plain(shown.StringFixed(int32(v.Decimals))), message.Plain(stat.Plain(shown)))
	}
	return shown, nil
}

// rounded leaves the digits that a program keeps, without zeros at the end. What is behind them is noise of its arithmetic.
func rounded(d decimal.Decimal) decimal.Decimal {
	if stat.Digits(d) > stat.FloatDigits {
		d = d.Round(int32(stat.FloatDigits-d.NumDigits()) - d.Exponent())
	}
	text := stat.Plain(d)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	short, err := decimal.NewFromString(text)
	if err != nil {
		return d
	}
	return short
}

var (
	plainNumber   = regexp.MustCompile(`^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$`)
	numberInWords = regexp.MustCompile(`^(?:同比|比上年|较上年)?(增长|增加|上升|上涨|提高|下降|减少|回落|降低|下滑|[增升涨降减↑↓])?(¥|人民币|CNY|RMB)?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$`)
	powers        = []struct {
		word  string
		power int32
	}{{"", 0}, {"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9}, {"亿", 8}, {"千万", 7}, {"百万", 6}, {"十万", 5}, {"万", 4}, {"千", 3}, {"百", 2}}
	falls = map[string]bool{"下降": true, "减少": true, "回落": true, "降低": true, "下滑": true, "降": true, "减": true, "↓": true}
)

// textNumber is the number that a text means: its digits alone are in the unit of the figure; with 万, 亿 or the word of the unit
// they are converted to it. All else is not understood.
func textNumber(text string, unit wanted, words ...*locale.Words) (decimal.Decimal, *message.Text) {
	s := fold(text)
	if rest, ok := strings.CutPrefix(s, "负"); ok && !strings.ContainsAny(rest[:min(1, len(rest))], "+-") {
		s = "-" + rest
	}
	if plainNumber.MatchString(s) {
		d, err := decimal.NewFromString(strings.ReplaceAll(s, ",", ""))
		if err == nil {
			return d, nil
		}
	}
	m := numberInWords.FindStringSubmatch(s)
	d, converted, ok := decimal.Zero, false, false
	if m != nil {
		d, converted, ok = inUnit(m[3], m[4], unit.Quantity, words)
	}
	if !ok || m[1] != "" && (strings.ContainsAny(m[3], "+-") || !unit.measure.Grows()) || m[2] != "" && (!converted || unit.Unit != stat.YuanUnit) {
		return decimal.Zero, message.Of("%q is not understood: type the number alone, in %s", text, message.Plain(unitWord(unit.Quantity, words)))
	}
	if falls[m[1]] {
		d = d.Neg()
	}
	return d, nil
}

// inUnit converts digits with the words behind them to the unit of a figure. It reports whether there were words, and
// whether they were understood.
func inUnit(digits, tail string, unit stat.Quantity, words []*locale.Words) (d decimal.Decimal, converted, ok bool) {
	d, err := decimal.NewFromString(strings.ReplaceAll(digits, ",", ""))
	if err != nil {
		return d, false, false
	}
	if tail == "" {
		return d, false, true
	}
	for _, p := range powers {
		rest, has := strings.CutPrefix(tail, p.word)
		if !has || rest != "" && !isUnit(rest, unit, words) || p.power != 0 && inPercent(unit) {
			continue
		}
		if shift := p.power - int32(unit.Mult); shift != 0 {
			d = rounded(d.Shift(shift))
		}
		return d, true, true
	}
	return d, false, false
}

func isUnit(word string, unit stat.Quantity, words []*locale.Words) bool {
	for _, w := range words {
		for _, own := range w.UnitWords(unit.Unit) {
			if word == fold(own) {
				return true
			}
		}
	}
	return false
}

// inPercent reports whether a figure has no power of ten: a percentage, or points of one.
func inPercent(unit stat.Quantity) bool {
	return unit.Unit == stat.PercentUnit || unit.Unit == stat.PointsUnit || unit.Unit == stat.PermillePointsUnit
}

// unitWord is a unit in each language.
func unitWord(unit stat.Quantity, words []*locale.Words) string {
	var all []string
	for _, w := range words {
		all = append(all, w.Unit(unit.Unit, unit.Mult))
	}
	if len(all) == 0 || unit.Unit == stat.RankUnit {
		return unit.Unit
	}
	return strings.Join(slices.Compact(all), " / ")
}

// marks are other minus signs, and blanks of no width or another one.
var marks = strings.NewReplacer("−", "-", "–", "-", "﹣", "-", "\u200b", "", "\ufeff", "", "\u00a0", " ", "\t", " ")

// fold puts full-width characters and other minus signs into their usual form, and takes blanks away but for those between
// two digits, which may be two numbers. Signs that only look like digits, as those of footnotes, stay.
func fold(s string) string {
	s = width.Fold.String(s)
	s = marks.Replace(s)
	runes := []rune(strings.TrimSpace(s))
	var out strings.Builder
	for i, r := range runes {
		if r != ' ' || isDigit(runes[i-1]) && isDigit(runes[i+1]) || isDigit(runes[i-1]) && runes[i+1] == ' ' {
			out.WriteRune(r)
		}
	}
	return out.String()
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

var position = regexp.MustCompile(`^第?(\d{1,4})[位名]?$`)

// cellPosition is the position that a cell means.
func cellPosition(v xlsx.Value) (decimal.Decimal, *message.Text) {
	if v.Kind == xlsx.Text && !v.Fault {
		m := position.FindStringSubmatch(fold(v.Text))
		if m == nil {
			return decimal.Zero, message.Of("%q is no position: type a whole number", v.Text)
		}
		v = xlsx.Value{Kind: xlsx.Number, Text: m[1], Decimals: -1}
	}
	d, problem := cellNumber(v, wanted{Quantity: stat.Quantity{Unit: stat.RankUnit}})
	if problem == nil && (!d.IsInteger() || !d.IsPositive()) {
		problem = message.Of("%s is no position: type a whole number from 1 on", message.Plain(stat.Plain(d)))
	}
	return d, problem
}
