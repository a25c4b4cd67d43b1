package locale

import (
	"cmp"
	"fmt"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// unitWords are the words of one unit in a language.
type unitWords struct {
	counter   string // the Chinese word
	one, many string // the English words
	beside    stat.Beside
}

// wordsOf gives the words of a unit. An area's own unit without them is an error.
func (w *Words) wordsOf(u stat.Unit) (unitWords, error) {
	if u.Counter.Hans == "" || u.One == "" {
		return unitWords{}, message.Errorf("unit %s has no words: declare its counter, one and many", u.Code)
	}
	return unitWords{w.Text(u.Counter), u.One, cmp.Or(u.Many, u.One), u.Beside}, nil
}

// noun is the English word for a number of the unit, given the number as written.
func (u unitWords) noun(number string) string {
	if n := strings.TrimPrefix(number, minus); n == "1" {
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
	case u.beside == stat.Before:
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
	}
	for _, s := range stat.Scales() {
		if zeros := mult - s.Power; zeros == 0 {
			return s.Word
		} else if zeros > 0 {
			return "1" + strings.Repeat("0", zeros) + " " + s.Word
		}
	}
	return group("1" + strings.Repeat("0", mult))
}
