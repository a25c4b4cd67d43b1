package briefing

import (
	"cmp"
	"maps"
	"slices"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/typeset"
)

// alphabet is the set of characters that pages show in one weight. Each has a number, from 1 in character order: its
// glyph number in the subset font, and its code in content streams. Letters in other forms follow.
type alphabet struct {
	numbers    [unicode.MaxRune>>8 + 1]*[256]uint16
	characters []rune
	forms      map[typeset.Letter]uint16
	formed     []typeset.Letter
}

// add adds the letters of a text. Numbers are assigned only after all texts are added.
func (a *alphabet) add(it *Item) {
	for i, r := range it.Text {
		if form := it.formAt(i, r); form != 0 {
			a.forms[typeset.Letter{Rune: r, Form: form}] = 0
			continue
		}
		if a.numbers[r>>8] == nil {
			a.numbers[r>>8] = new([256]uint16)
		}
		a.numbers[r>>8][r&0xFF] = 1
	}
}

func (a *alphabet) count() {
	a.characters = a.characters[:0]
	for i, row := range a.numbers {
		if row == nil {
			continue
		}
		for j, in := range row {
			if in != 0 {
				a.characters = append(a.characters, rune(i<<8|j))
				row[j] = uint16(len(a.characters))
			}
		}
	}
	a.formed = slices.SortedFunc(maps.Keys(a.forms), func(a, b typeset.Letter) int {
		return cmp.Or(cmp.Compare(a.Rune, b.Rune), cmp.Compare(a.Form, b.Form))
	})
	for i, l := range a.formed {
		a.forms[l] = uint16(len(a.characters) + 1 + i)
	}
}

// formAt is the form of the character at byte i of a text.
func (it *Item) formAt(i int, r rune) typeset.Form {
	if i+utf8.RuneLen(r) < len(it.Text) {
		return it.Form.Inside()
	}
	return it.Form
}

// letters is all characters with their forms, in the order of their numbers.
func (a *alphabet) letters() []typeset.Letter {
	all := make([]typeset.Letter, 0, len(a.characters)+len(a.formed))
	for _, r := range a.characters {
		all = append(all, typeset.Letter{Rune: r})
	}
	return append(all, a.formed...)
}

// appendCodes appends a text of known characters as a string of two-byte codes (ISO 32000-1, 7.3.4.2).
func (a *alphabet) appendCodes(b []byte, it *Item) []byte {
	b = append(b, '(')
	for i, r := range it.Text {
		var n uint16
		if form := it.formAt(i, r); form != 0 {
			n = a.forms[typeset.Letter{Rune: r, Form: form}]
		} else {
			n = a.numbers[r>>8][r&0xFF]
		}
		b = appendByte(appendByte(b, byte(n>>8)), byte(n))
	}
	return append(b, ')')
}

func appendByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r': // unescaped, it would be read as a line feed
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

type alphabets struct{ regular, bold alphabet }

func (a *alphabets) of(bold bool) *alphabet {
	if bold {
		return &a.bold
	}
	return &a.regular
}

// alphabetsOf collects the characters of all texts of the pages.
func alphabetsOf(pages []Page) *alphabets {
	a := &alphabets{alphabet{forms: map[typeset.Letter]uint16{}}, alphabet{forms: map[typeset.Letter]uint16{}}}
	for _, p := range pages {
		for i := range p.Items {
			a.of(p.Items[i].Bold).add(&p.Items[i])
		}
	}
	a.regular.count()
	a.bold.count()
	return a
}
