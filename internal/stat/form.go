package stat

import (
	"strconv"
	"strings"
)

// IsCode reports whether s is of the form of codes: lower-case letters, digits and dashes, a letter first.
func IsCode(s string) bool { return consistsOf(s, isCodeByte) && isLower(s[0]) }

// CodeWords are the words of an English name that a code can be made of: Little District gives little and district.
func CodeWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
}

// IsName reports whether s is of the form of the names of figures and milestones: that of codes, with underscores too.
func IsName(s string) bool { return consistsOf(s, isNameByte) && isLower(s[0]) }

// consistsOf reports whether a text is of bytes of one sort, and not empty.
func consistsOf(s string, sort func(byte) bool) bool {
	for i := range len(s) {
		if !sort(s[i]) {
			return false
		}
	}
	return s != ""
}

func isLower(c byte) bool      { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool      { return '0' <= c && c <= '9' }
func isCodeByte(c byte) bool   { return isLower(c) || isDigit(c) || c == '-' }
func isNameByte(c byte) bool   { return isCodeByte(c) || c == '_' }
func isPeriodByte(c byte) bool { return 'A' <= c && c <= 'Z' || isDigit(c) || c == '-' }

// number is the value of a few digits.
func number(digits string) int {
	n := 0
	for i := range len(digits) {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

// appendDigits writes a number that is not negative in so many digits at least.
func appendDigits(b []byte, n, least int) []byte {
	for limit := 10; least > 1; least-- {
		if n < limit {
			b = append(b, '0')
		}
		limit *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}
