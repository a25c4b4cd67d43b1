package briefing

import "unicode"

// alphabet is the set of characters that pages show in one weight. Each has a number, from 1 in character order: its
// glyph number in the subset font, and its code in content streams.
type alphabet struct {
	numbers    [unicode.MaxRune>>8 + 1]*[256]uint16
	characters []rune
}

// add adds the characters of a text. Numbers are assigned only after all texts are added.
func (a *alphabet) add(text string) {
	for _, r := range text {
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
}

// appendCodes appends a text of known characters as a string of two-byte codes (ISO 32000-1, 7.3.4.2).
func (a *alphabet) appendCodes(b []byte, text string) []byte {
	b = append(b, '(')
	for _, r := range text {
		n := a.numbers[r>>8][r&0xFF]
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
	a := &alphabets{}
	for _, p := range pages {
		for i := range p.Items {
			a.of(p.Items[i].Bold).add(p.Items[i].Text)
		}
	}
	a.regular.count()
	a.bold.count()
	return a
}
