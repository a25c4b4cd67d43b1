package briefing

import (
	"fmt"
	"strings"
)

// standIns are private-use codes drawn in place of characters beyond the Basic Multilingual Plane, because the drawing
// library writes two bytes a character. Fonts are cut with the true glyph at such a code, and finishing says which
// character it is, so that neither who sees the page nor who copies its text meets the code.
type standIns map[rune]rune

// The private-use codes of the Basic Multilingual Plane.
const firstStandIn, lastStandIn = 0xE000, 0xF8FF

// standInsOf gives each such character of the pages a code, in the order of reading.
func standInsOf(pages []Page) (standIns, error) {
	codes := standIns{}
	for _, p := range pages {
		for _, it := range p.Items {
			for _, r := range it.Text {
				if r <= 0xFFFF || codes[r] != 0 {
					continue
				}
				code := rune(firstStandIn + len(codes))
				if code > lastStandIn {
					return nil, fmt.Errorf("page %d: %q (%U) is one more character beyond U+FFFF than the %d a briefing can show", p.Number, r, r, len(codes))
				}
				codes[r] = code
			}
		}
	}
	return codes, nil
}

// drawn is the document with the codes in its texts; its elements are those of d.
func (s standIns) drawn(d *Document) *Document {
	if len(s) == 0 {
		return d
	}
	coded := *d
	coded.Pages = make([]Page, len(d.Pages))
	for i, p := range d.Pages {
		items := make([]Item, len(p.Items))
		for j, it := range p.Items {
			it.Text = strings.Map(s.code, it.Text)
			items[j] = it
		}
		p.Items = items
		coded.Pages[i] = p
	}
	return &coded
}

// code is what is drawn for a character: mostly itself.
func (s standIns) code(r rune) rune {
	if code, ok := s[r]; ok {
		return code
	}
	return r
}

// characters says which character each code is.
func (s standIns) characters() map[uint16]rune {
	m := map[uint16]rune{}
	for r, code := range s {
		m[uint16(code)] = r
	}
	return m
}
