package typeset

import "unicode"

// class is the spacing class of a character.
type class uint8

const (
	other      class = iota
	han              // ideographs and kana
	latin            // letters and digits of scripts with word spaces, and marks that belong to their numbers
	wordSpace        // the space between words, which justification may change
	blank            // any other white space
	opening          // full-width opening quotes and brackets
	closing          // full-width closing quotes and brackets
	pause            // 、，；：
	stop             // 。？！
	interpunct       // ·
	dash             // —
)

// classOf classifies a character by itself. Quotes and the interpunct, which both scripts share, are classified as
// Chinese here and corrected by context later.
func classOf(r rune) class {
	switch {
	case r < 0x80:
		return classOfASCII(r)
	case isHan(r):
		return han
	case isLetter(r):
		return latin
	}
	switch r {
	case '“', '‘', '（', '《', '〈', '「', '『', '【', '〔', '［', '｛', '〖', '〘', '｟', '〝', '﹁', '﹃':
		return opening
	case '”', '’', '）', '》', '〉', '」', '』', '】', '〕', '］', '｝', '〗', '〙', '｠', '〞', '〟', '﹂', '﹄':
		return closing
	case '、', '，', '；', '：':
		return pause
	case '。', '．', '？', '！':
		return stop
	case '·', '・', '‧', '•':
		return interpunct
	case '—':
		return dash
	case '\u00a0':
		return wordSpace
	}
	if unicode.IsSpace(r) {
		return blank
	}
	return other
}

func classOfASCII(r rune) class {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '%':
		return latin
	case r == ' ':
		return wordSpace
	case r == '\t' || r == '\n' || r == '\v' || r == '\f' || r == '\r':
		return blank
	default:
		return other
	}
}

func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// isLetter reports whether r is a Latin, Greek or Cyrillic letter, or a raised digit as in km².
func isLetter(r rune) bool {
	switch {
	case r == '²', r == '³', r == '¹', r == 'µ':
		return true
	case r < 0x530:
		return unicode.IsLetter(r)
	default:
		return r >= 0x1e00 && r < 0x2000 && unicode.IsLetter(r)
	}
}

// isDigit reports whether r is a half-width or full-width digit.
func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func isSign(r rune) bool {
	return r == '+' || r == '-' || r == '−' || r == '±' || r == '＋' || r == '－' || r == '–'
}

// classes is a set of classes: 1<<han and so on.
type classes uint16

// marks is the set of full-width punctuation and characters set like it.
const marks classes = 1<<opening | 1<<closing | 1<<pause | 1<<stop | 1<<interpunct | 1<<dash

func (c classes) has(any classes) bool { return c&any != 0 }

// language is the default language of a text: Chinese if it contains a Chinese character.
func (c classes) language() Language {
	if c.has(1 << han) {
		return Chinese
	}
	return English
}

func (c class) space() bool { return c == wordSpace || c == blank }

// closes reports whether c is full-width punctuation with its ink in the left half.
func (c class) closes() bool { return c == closing || c == pause || c == stop }

// square reports whether c fills the em square of Chinese type. Lines may break between such characters unless a
// prohibition applies.
func (c class) square() bool { return c == han || c == opening || c.closes() }
