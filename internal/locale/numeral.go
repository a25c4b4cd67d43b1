package locale

import "strconv"

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

// ChapterNumber words the number of a chapter, to stand before its title: 一、 or "1. ".
func (w *Words) ChapterNumber(n int) string {
	if w.lang.Chinese() {
		return chineseNumeral(n) + "、"
	}
	return strconv.Itoa(n) + ". "
}

func numerals() [10]string {
	return [10]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
}
