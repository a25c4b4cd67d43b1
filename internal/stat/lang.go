package stat

import "nianbao/internal/message"

// Lang is a language with its script, as a BCP 47 tag.
type Lang string

// The languages an edition can be written in.
const (
	Hans Lang = "zh-Hans" // Chinese in simplified characters
	Hant Lang = "zh-Hant" // Chinese in traditional characters
	En   Lang = "en"      // English
)

// Langs lists every language in the order in which they are documented.
func Langs() []Lang { return []Lang{Hans, Hant, En} }

// ParseLang reads a language tag; anything but the three tags of [Langs] is an error.
func ParseLang(s string) (Lang, error) {
	for _, l := range Langs() {
		if s == string(l) {
			return l, nil
		}
	}
	return "", message.Errorf("language %q: want zh-Hans, zh-Hant or en", s)
}

// Chinese reports whether the language is written in Chinese characters.
func (l Lang) Chinese() bool { return l == Hans || l == Hant }

// ChineseOf is the first Chinese script of some languages, or Simplified if they have none: the one of what is
// always in Chinese.
func ChineseOf(langs []Lang) Lang {
	for _, l := range langs {
		if l.Chinese() {
			return l
		}
	}
	return Hans
}

// Text is one wording in each language. Hans and En are written by people; Hant is written only where the
// conversion of Hans would be wrong, and otherwise filled in by the locale package before it is read.
type Text struct {
	Hans, Hant, En string
}

// In returns the wording in one language, or "" where there is none.
func (t Text) In(l Lang) string {
	switch l {
	case Hans:
		return t.Hans
	case Hant:
		return t.Hant
	default:
		return t.En
	}
}

// Empty reports whether no language has a wording.
func (t Text) Empty() bool { return t == Text{} }
