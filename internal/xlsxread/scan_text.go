package xlsxread

import (
	"strings"

	"nianbao/internal/message"
)

// special are the bytes that may not stand for themselves.
var special = func() (table [256]bool) {
	for c := range byte(' ') {
		table[c] = c != '\t' && c != '\n'
	}
	table['<'], table['&'], table[']'] = true, true, true
	return table
}()

// plain is how many bytes a text begins with that stand for themselves, before a byte that ends it.
func plain(s string, end byte) int {
	i := 0
	for i < len(s) && s[i] != end && !special[s[i]] {
		i++
	}
	return i
}

// decode is the text that stands for itself or in references between tags, or in an attribute.
func decode(s string, content bool) (string, error) {
	i := 0
	var out strings.Builder
	out.Grow(len(s))
	done := 0
	for ; i < len(s); i++ {
		if !special[s[i]] {
			continue
		}
		as, n, err := stands(s[i:], content)
		if err != nil {
			return "", err
		}
		out.WriteString(s[done:i])
		out.WriteString(as)
		i += n - 1
		done = i + 1
	}
	out.WriteString(s[done:])
	return out.String(), nil
}

// stands is what a special byte stands for, together with those after it that it takes.
func stands(s string, content bool) (as string, n int, err error) {
	switch c := s[0]; {
	case c == '&':
		return reference(s)
	case c == '\r' && strings.HasPrefix(s, "\r\n"):
		return "\n", 2, nil
	case c == '\r':
		return "\n", 1, nil
	case c == '<':
		return "", 0, message.Errorf("an angle bracket in an attribute")
	case content && strings.HasPrefix(s, "]]>"):
		return "", 0, message.Errorf("]]> in a text")
	case c < ' ':
		return "", 0, unspeakable(c)
	default:
		return s[:1], 1, nil
	}
}

func unspeakable(c byte) error { return message.Errorf("character %U, which XML cannot have", c) }

// characters refuses a text with a character that XML cannot have.
func characters(s string) error {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return unspeakable(c)
		}
	}
	return nil
}

// longest is the length of the longest reference there is with a few zeros in it.
const longest = 16

// reference is the character that a text begins with a reference to.
func reference(s string) (as string, n int, err error) {
	name, _, ok := strings.Cut(s[1:min(len(s), longest)], ";")
	if !ok {
		return "", 0, message.Errorf("%.16q is no reference to a character", s)
	}
	n = len(name) + 2
	switch name {
	case "lt":
		return "<", n, nil
	case "gt":
		return ">", n, nil
	case "amp":
		return "&", n, nil
	case "quot":
		return `"`, n, nil
	case "apos":
		return "'", n, nil
	}
	digits, numeric := strings.CutPrefix(name, "#")
	base := rune(10)
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	r, ok := number(digits, base)
	if !numeric || !ok || !character(r) {
		return "", 0, message.Errorf("%q is no reference to a character", s[:n])
	}
	return string(r), n, nil
}

// number reads digits, one at least, up to the greatest character.
func number(digits string, base rune) (n rune, ok bool) {
	for i := range len(digits) {
		d := digit(digits[i])
		if d >= base {
			return 0, false
		}
		if n = n*base + d; n > '\U0010FFFF' {
			return 0, false
		}
	}
	return n, digits != ""
}

// digit is the value of a hexadecimal digit, 16 of anything else.
func digit(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10
	default:
		return 16
	}
}

// character reports whether XML can have a character (XML 1.0, section 2.2).
func character(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || ' ' <= r && r < 0xD800 || 0xE000 <= r && r < 0xFFFE ||
		0x10000 <= r && r <= 0x10FFFF
}
