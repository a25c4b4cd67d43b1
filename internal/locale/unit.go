package locale

import (
	"fmt"
	"strings"

	"nianbao/internal/stat"
)

// style says how a unit's words stand beside a number in English. In Chinese they always follow it.
type style int

const (
	noun     style = iota // 2 projects, 10 kV
	currency              // CNY 231 million
	glued                 // 6.5%
	ordinal               // 第1位, 1st
)

// unitWords are the words of one unit.
type unitWords struct {
	zh        stat.Text
	counter   string // zh in the script of the language
	one, many string // English, for one and for any other number
	style     style
}

// symbol words a unit whose English is the same for every number.
func symbol(zh, en string) unitWords { return unitWords{zh: stat.Text{Hans: zh}, one: en, many: en} }

// measured words a unit of measure with an English plural.
func measured(zh, one, many string) unitWords {
	return unitWords{zh: stat.Text{Hans: zh}, one: one, many: many}
}

func styled(s style, zh, en string) unitWords {
	u := symbol(zh, en)
	u.style = s
	return u
}

// knownUnits are the words of the units of stat.Units.
var knownUnits = map[string]unitWords{
	"CNY": styled(currency, "元", "CNY"),
	"USD": styled(currency, "美元", "USD"),
	"EUR": styled(currency, "欧元", "EUR"),
	"HKD": styled(currency, "港元", "HKD"),
	"JPY": styled(currency, "日元", "JPY"),

	"PERCENT": styled(glued, "%", "%"),
	"PP":      measured("个百分点", "percentage point", "percentage points"),
	"RANK":    styled(ordinal, "位", "position"),
	"SCORE":   measured("分", "point", "points"),

	"M2":    symbol("平方米", "m²"),
	"MU":    symbol("亩", "mu"),
	"HA":    symbol("公顷", "ha"),
	"KM2":   symbol("平方千米", "km²"),
	"M":     symbol("米", "m"),
	"KM":    symbol("千米", "km"),
	"M3":    symbol("立方米", "m³"),
	"KG":    symbol("千克", "kg"),
	"T":     measured("吨", "tonne", "tonnes"),
	"KWH":   symbol("千瓦时", "kWh"),
	"MWH":   symbol("兆瓦时", "MWh"),
	"TCE":   measured("吨标准煤", "tonne of coal equivalent", "tonnes of coal equivalent"),
	"KW":    symbol("千瓦", "kW"),
	"MW":    symbol("兆瓦", "MW"),
	"KV":    symbol("千伏", "kV"),
	"DAY":   measured("天", "day", "days"),
	"MONTH": measured("个月", "month", "months"),
	"YEAR":  measured("年", "year", "years"),

	"PERSON":      measured("人", "person", "people"),
	"HOUSEHOLD":   measured("户", "household", "households"),
	"ENTERPRISE":  measured("家", "enterprise", "enterprises"),
	"PROJECT":     measured("个", "project", "projects"),
	"ITEM":        measured("项", "item", "items"),
	"ACTIVITY":    measured("次", "activity", "activities"),
	"AGREEMENT":   measured("个", "agreement", "agreements"),
	"CASE":        measured("件", "case", "cases"),
	"ACCIDENT":    measured("起", "accident", "accidents"),
	"SET":         measured("套", "set", "sets"),
	"TREE":        measured("株", "tree", "trees"),
	"EVENT":       measured("次", "event", "events"),
	"PERFORMANCE": measured("场次", "event", "events"),
	"SITE":        measured("个", "site", "sites"),
	"HEAD":        measured("头", "head", "head"),
	"VEHICLE":     measured("辆", "vehicle", "vehicles"),
	"INDICATOR":   measured("项", "indicator", "indicators"),
	"TASK":        measured("项", "task", "tasks"),
}

// declared reports whether an area has words of its own for a unit.
func declared(u stat.Unit) bool { return u.Counter.Hans != "" && u.One != "" }

// wordsOf gives the words of a unit: the area's own where it declares them, the program's otherwise.
func wordsOf(u stat.Unit) (unitWords, error) {
	if declared(u) {
		many := u.Many
		if many == "" {
			many = u.One
		}
		return unitWords{zh: u.Counter, one: u.One, many: many}, nil
	}
	words, ok := knownUnits[u.Code]
	if !ok {
		return unitWords{}, fmt.Errorf("unit %s has no words: declare its counter, one and many", u.Code)
	}
	return words, nil
}

// noun is the English word for a number of the unit, given the number as written.
func (u unitWords) noun(number string) string {
	if n := strings.TrimPrefix(number, "-"); n == "1" {
		return u.one
	}
	return u.many
}

// Unit is the unit as the head of a column whose numbers are in this power of ten: 亿元, CNY 100 million.
func (w *Words) Unit(code string, mult int) string {
	u := w.unit(code)
	if w.lang.Chinese() {
		return w.han(chinesePower(mult)) + u.counter
	}
	power := englishPower(mult)
	switch {
	case power == "":
		return u.many
	case u.style == currency:
		return u.many + " " + power
	default:
		return power + " " + u.many
	}
}

// chinesePower words a power of ten before a unit, as 百万; powers Chinese has no word for are written 10^n.
func chinesePower(mult int) string {
	small := [4]string{"", "十", "百", "千"}
	large := [4]string{"", "万", "亿", "万亿"}
	if mult < 0 || mult/4 >= len(large) {
		return fmt.Sprintf("10^%d ", mult)
	}
	return small[mult%4] + large[mult/4]
}

// englishPower words a power of ten beside a unit: 10,000, 100 million; others are written 10^n.
func englishPower(mult int) string {
	switch {
	case mult == 0:
		return ""
	case mult < 0 || mult > 14:
		return fmt.Sprintf("10^%d", mult)
	case mult < 6:
		return group("1"+strings.Repeat("0", mult), groupEnglish)
	}
	scales := [3]string{"million", "billion", "trillion"}
	word := scales[(mult-6)/3]
	if n := (mult - 6) % 3; n > 0 {
		return "1" + strings.Repeat("0", n) + " " + word
	}
	return word
}
