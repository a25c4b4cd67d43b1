package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Curl sets straight quotes of English as curly ones, and the hyphen between two years as a dash. It leaves addresses
// alone. before is the character before the text, 0 for none.
func Curl(before rune, text string) string {
	if !strings.ContainsAny(text, `"'-`) {
		return text
	}
	var b strings.Builder
	for word := range strings.SplitAfterSeq(text, " ") {
		plain := strings.Contains(word, "://")
		for i, r := range word {
			after := word[i+utf8.RuneLen(r):]
			switch {
			case plain:
			case r == '"' || r == '\'':
				r = curled(r, before, after)
			case r == '-' && betweenYears(word[:i], after):
				r = '–'
			}
			b.WriteRune(r)
			before = r
		}
	}
	return b.String()
}

// curled is the quote for a straight one: an opening one at the start of a word, but an apostrophe before a digit.
func curled(quote, before rune, after string) rune {
	next, _ := utf8.DecodeRuneInString(after)
	opens := (before == 0 || unicode.IsSpace(before) || strings.ContainsRune("([{“‘—–/", before)) && !unicode.IsSpace(next) && after != ""
	switch {
	case quote == '"' && opens:
		return '“'
	case quote == '"':
		return '”'
	case opens && !isDigit(next):
		return '‘'
	}
	return '’'
}

// betweenYears reports whether a hyphen between two texts joins years of the last or this century.
func betweenYears(before, after string) bool {
	const digits = 4
	year := func(s string) bool {
		return len(s) == digits && (s[:2] == "19" || s[:2] == "20") && strings.Trim(s, "0123456789") == ""
	}
	start, rest := len(before)-digits, after[min(digits, len(after)):]
	return start >= 0 && year(before[start:]) && year(after[:min(digits, len(after))]) &&
		strings.TrimLeft(before[:start], "(“‘") == "" && strings.TrimLeft(rest, " .,;:)”’") == ""
}
