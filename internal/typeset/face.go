package typeset

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face measures the characters of one TrueType font. It is safe for concurrent use.
type Face struct {
	font *sfnt.Font
	em   fixed.Int26_6

	mu       sync.Mutex
	buf      sfnt.Buffer
	advances map[rune]float64 // in em; negative if the font lacks the character
}

// NewFace reads the tables of a TrueType font. Fonts with CFF outlines and collections are refused, because
// the PDF library cannot embed them.
func NewFace(ttf []byte) (*Face, error) {
	if len(ttf) < 12 {
		return nil, fmt.Errorf("font of %d bytes: too short for a TrueType file", len(ttf))
	}
	switch string(ttf[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "OTTO", "ttcf":
		return nil, fmt.Errorf("font is %s, not TrueType: use a .ttf file with glyf outlines", kindOf(string(ttf[:4])))
	default:
		return nil, fmt.Errorf("not a font file: it starts with % x", ttf[:4])
	}
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("parse font: %w", err)
	}
	return &Face{font: f, em: fixed.I(int(f.UnitsPerEm())), advances: map[rune]float64{}}, nil
}

func kindOf(tag string) string {
	if tag == "OTTO" {
		return "an OpenType font with CFF outlines"
	}
	return "a font collection"
}

// Has reports whether the font has a glyph for the character.
func (f *Face) Has(r rune) bool { return f.lookup(r) >= 0 }

// Advance is the width of a character in em. A character the font lacks is measured as one em; callers make
// sure beforehand that there is none.
func (f *Face) Advance(r rune) float64 {
	if a := f.lookup(r); a >= 0 {
		return a
	}
	return 1
}

// Width is the sum of the advances of a string, in em.
func (f *Face) Width(s string) float64 {
	var w float64
	for _, r := range s {
		w += f.Advance(r)
	}
	return w
}

func (f *Face) lookup(r rune) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	if a, ok := f.advances[r]; ok {
		return a
	}
	a := -1.0
	if g, err := f.font.GlyphIndex(&f.buf, r); err == nil && g != 0 {
		if w, err := f.font.GlyphAdvance(&f.buf, g, f.em, font.HintingNone); err == nil {
			a = float64(w) / float64(f.em)
		}
	}
	f.advances[r] = a
	return a
}
