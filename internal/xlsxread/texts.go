package xlsxread

import (
	"strings"
	"unicode/utf16"
)

// readTexts reads the shared texts (ECMA-376 part 1, 18.4) once. A workbook need not have any.
func (r *reader) readTexts(related relations) error {
	if r.shared {
		return nil
	}
	r.shared = true
	part, err := related.of("sharedStrings")
	if err != nil || part == "" {
		return err
	}
	x, err := r.open(part, maxBytes)
	if err != nil {
		return err
	}
	r.texts = make([]string, 0, min(strings.Count(x.s, "<si"), r.places))
	x.root("sst", transitional, strict)
	for x.child() {
		if x.name() == "extLst" {
			x.skip()
			continue
		}
		if x.expect("si"); r.spend(x, 1) {
			r.texts = append(r.texts, x.richText())
		}
	}
	return x.finish()
}

// richText is the text of the innermost open element, which it leaves: one text, or runs of texts with formatting of
// their own. How a text is pronounced is no part of it.
func (x *scanner) richText() string {
	text, parts := "", []string(nil)
	add := func(s string) {
		if text == "" {
			text = s
		} else if s != "" {
			parts = append(parts, s)
		}
	}
	for x.child() {
		switch x.name() {
		case "t":
			add(x.text())
		case "r":
			for x.child() {
				if x.name() == "rPr" {
					x.skip()
					continue
				}
				x.expect("t")
				add(x.text())
			}
		case "rPh", "phoneticPr":
			x.skip()
		default:
			x.expect("t")
		}
	}
	if parts != nil {
		text += strings.Join(parts, "")
	}
	return x.unescape(text)
}

// unescape puts the characters in that _xHHHH_ stands for (ECMA-376 part 1, 22.9.2.19, ST_Xstring). One that is half of
// a pair stands for none, and is an error.
func (x *scanner) unescape(s string) string {
	i := strings.Index(s, "_x")
	if i < 0 {
		return s
	}
	var out strings.Builder
	done := 0
	for ; i < len(s); i++ {
		r, ok := escaped(s[i:])
		if !ok {
			continue
		}
		if utf16.IsSurrogate(r) {
			x.fail("%s stands for no character", s[i:i+escapeLength])
			return ""
		}
		out.WriteString(s[done:i])
		out.WriteRune(r)
		done = i + escapeLength
		i = done - 1
	}
	out.WriteString(s[done:])
	return out.String()
}

const escapeLength = len("_xHHHH_")

// escaped is the character that a text begins with an escape of.
func escaped(s string) (rune, bool) {
	if len(s) < escapeLength || s[:2] != "_x" || s[escapeLength-1] != '_' {
		return 0, false
	}
	return number(s[2:escapeLength-1], 16)
}
