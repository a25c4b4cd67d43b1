package message

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Escaped writes characters that have no shape of their own as Go does in a string: controls, line ends, those that turn
// the direction of writing, and bytes that are no UTF-8.
func Escaped(s string) string {
	if !strings.ContainsFunc(s, shapeless) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch _, size := utf8.DecodeRuneInString(s[i:]); {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case shapeless(r) && r != utf8.RuneError:
			quoted := strconv.QuoteRuneToASCII(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// EscapedJSON does the same to JSON: its strings may hold some of these characters as they are.
func EscapedJSON(json []byte) []byte {
	raw := func(r rune) bool { return r != '\n' && r != utf8.RuneError && shapeless(r) }
	if !strings.ContainsFunc(string(json), raw) {
		return json
	}
	var b strings.Builder
	for _, r := range string(json) {
		if !raw(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return []byte(b.String())
}

// shapeless reports whether a character cannot be seen, or does something else than be seen.
func shapeless(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}
