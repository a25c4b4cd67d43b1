package reading

import (
	"slices"
	"strconv"
)

// The characters a Chinese numeral is made of.
const (
	numeralDigits = "零〇一二两三四五六七八九"
	numeralPowers = "十百千万亿"
	numeralRunes  = numeralDigits + numeralPowers
)

// readNumeral reads a whole number in Chinese numerals or in plain digits. Numerals that are only digits in a
// row, as years are written, are refused.
func readNumeral(s string) (int, bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return n, n >= 0 && s[0] != '+' && s[0] != '-'
	}
	var read numeral
	for _, r := range s {
		if !read.add(r) {
			return 0, false
		}
	}
	return read.total + read.section + read.digit, s != ""
}

// numeral is a Chinese numeral as far as it was read: whole myriads, what was read since, and the last digit.
type numeral struct {
	total, section, digit int
	open                  bool // a digit waits for its power
}

func (n *numeral) add(r rune) bool {
	const largest = 1 << 30
	if d := digitOf(r); d >= 0 {
		ok := !n.open || n.digit == 0
		n.digit, n.open = d, true
		return ok
	}
	power, large := powerOf(r)
	switch {
	case power == 0 || n.total > largest:
		return false
	case large:
		n.total, n.section = closeSection(n.total, n.section+n.digit, power), 0
	case !n.open || n.digit == 0:
		n.section += power // 十 alone is ten
	default:
		n.section += n.digit * power
	}
	n.digit, n.open = 0, false
	return true
}

// closeSection counts a section that 万 or 亿 ends; 亿 multiplies what came before as well, as in 三万亿.
func closeSection(total, section, power int) int {
	if power > 10000 {
		return (total + section) * power
	}
	return total + section*power
}

// digitOf is the digit that a character stands for; -1 for none.
func digitOf(r rune) int {
	switch r {
	case '〇':
		return 0
	case '两':
		return 2
	}
	return slices.Index([]rune("零一二三四五六七八九"), r)
}

func powerOf(r rune) (power int, large bool) {
	switch r {
	case '十':
		return 10, false
	case '百':
		return 100, false
	case '千':
		return 1000, false
	case '万':
		return 10000, true
	case '亿':
		return 100000000, true
	}
	return 0, false
}
