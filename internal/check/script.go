package check

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/stat"
)

// reference stands for a reference in braces while the text around it is judged: what is printed there is
// words in the text's own language.
const reference = '\uFFFC'

// withoutReferences replaces every {reference} of a template by one mark.
func withoutReferences(s string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		open := strings.IndexByte(s, '{')
		end := strings.IndexByte(s[max(open, 0):], '}')
		if open < 0 || end < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:open])
		b.WriteRune(reference)
		s = s[open+end+1:]
	}
	return b.String()
}

// excerpt is a rune with a little of what stands around it, references shown as braces.
func excerpt(runes []rune, at int) string {
	around := string(runes[max(0, at-6):min(len(runes), at+7)])
	return strings.TrimSpace(strings.ReplaceAll(around, string(reference), "{}"))
}

func isHan(r rune) bool { return r >= firstHan && unicode.Is(unicode.Han, r) }

// firstHan is the first of the Chinese characters and their radicals: what lies below need not be looked up.
const firstHan = 0x2E80

// isWide reports whether a mark belongs to Chinese text only: CJK punctuation and full-width forms.
func isWide(r rune) bool { return r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF65 }

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func hasHan(s string) bool { return strings.ContainsFunc(s, isHan) }

// hasWords reports whether a text has an English word in lower case, which acronyms, model names and numbers
// have not.
func hasWords(s string) bool {
	run := 0
	for _, r := range s {
		if r < 'a' || r > 'z' {
			run = 0
			continue
		}
		if run++; run == 3 {
			return true
		}
	}
	return false
}

// chinese reports whether the edition is in Chinese.
func (in *inspection) chinese() bool { return slices.ContainsFunc(in.opt.Langs, stat.Lang.Chinese) }

// fault is a passage of a text in one language that a rule objects to.
type fault struct {
	lang    stat.Lang
	passage string
}

// faults looks through a text in the edition's languages and gives at most one fault for each of Chinese and
// English. Chinese is judged as people wrote it, in simplified characters; the traditional wording is mostly
// derived from it and would repeat its faults, so it is looked at only where the simplified one is clean.
func (in *inspection) faults(t stat.Text, look func(stat.Lang, string) (string, bool)) []fault {
	var found []fault
	for _, l := range []stat.Lang{stat.Hans, stat.Hant, stat.En} {
		wanted := in.chinese()
		if !l.Chinese() {
			wanted = slices.Contains(in.opt.Langs, l)
		}
		if !wanted || l == stat.Hant && len(found) > 0 {
			continue
		}
		if passage, bad := look(l, t.In(l)); bad {
			found = append(found, fault{l, passage})
		}
	}
	return found
}
