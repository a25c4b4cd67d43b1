package locale

import (
	"strconv"
	"strings"
)

// chineseNumeral writes 1 to 9999 in Chinese numerals, as positions are: 一, 十, 十一, 二十一, 一百零三. Other
// numbers are written in digits.
func chineseNumeral(n int) string {
	if n < 1 || n > 9999 {
		return strconv.Itoa(n)
	}
	var s string
	gap := false
	for i, power := range [4]int{1000, 100, 10, 1} {
		d := n / power % 10
		if d == 0 {
			gap = s != ""
			continue
		}
		if gap {
			s, gap = s+"零", false
		}
		if d != 1 || power != 10 || s != "" {
			s += numerals()[d]
		}
		s += [4]string{"千", "百", "十", ""}[i]
	}
	return s
}

func numerals() [10]string {
	return [10]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
}

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

func digitOf(r rune) int {
	switch r {
	case '〇':
		return 0
	case '两':
		return 2
	}
	for i, d := range numerals() {
		if strings.ContainsRune(d, r) {
			return i
		}
	}
	return -1
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
