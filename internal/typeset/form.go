package typeset

import (
	"encoding/binary"
	"math"
)

// Form is how a character is drawn, besides its usual form. The forms of a character are glyphs of their own that stand
// for the same character, so that readers find and copy the same text.
type Form uint8

// The forms.
const (
	// Wide includes the natural gap after the character. Readers of PDF take a gap between two glyphs for a space.
	Wide Form = 1 << iota
	// Snug includes two thirds of it: the gap between large digits and the small characters after them.
	Snug
	// Low is an index below the line, as in PM₂.₅.
	Low
)

// The size of an index and how far it is lowered, in em.
const (
	lowSize = 0.62
	lowDrop = 0.14
)

// snug is the part of the natural gap in the form Snug.
const snug = 2.0 / 3

// Letter is a character in a form.
type Letter struct {
	Rune rune
	Form Form
}

// LetterAdvance is the width of a letter, in em.
func (f *Face) LetterAdvance(l Letter) float64 { return l.Form.advance(f.Advance(l.Rune)) }

// advance is the width in a form of a character that is usually w wide.
func (f Form) advance(w float64) float64 {
	if f&Low != 0 {
		w *= lowSize
	}
	return w + f.gap()
}

// gap is the gap that a form includes, in em.
func (f Form) gap() float64 {
	switch {
	case f&Wide != 0:
		return gapNatural
	case f&Snug != 0:
		return gapNatural * snug
	}
	return 0
}

// Inside is the form of the characters of a run in this form that are not its last.
func (f Form) Inside() Form { return f &^ (Wide | Snug) }

// The flags of a component whose offset is in words, and no point's number (ISO/IEC 14496-22, 5.3.3.1.2).
const partOffset = 1 << 1

// formed is the outline of a glyph in a form: a composite glyph of one component.
func (c *subsetter) formed(old int, form Form) ([]byte, error) {
	g, err := c.from.glyph(old)
	if err != nil || len(g) < partsBegin {
		return g, err
	}
	scale, drop := 1.0, 0.0
	if form&Low != 0 {
		scale, drop = lowSize, lowDrop*float64(c.from.em())
	}
	out := []byte{0xFF, 0xFF}
	for i := range 4 { // its box: left, bottom, right, top
		v := scale * float64(int16(binary.BigEndian.Uint16(g[2+2*i:])))
		if i%2 == 1 {
			v -= drop
		}
		if i < 2 {
			v = math.Floor(v)
		} else {
			v = math.Ceil(v)
		}
		out = binary.BigEndian.AppendUint16(out, uint16(int16(v)))
	}
	for _, v := range []int{partWords | partOffset | partScale, c.part(old), 0, -int(drop), int(scale * (1 << 14))} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out, nil
}

// formMetric is the advance and the left side bearing in a form, from those of the usual glyph.
func (c *subsetter) formMetric(metric []byte, form Form) {
	em := float64(c.from.em())
	advance, bearing := float64(binary.BigEndian.Uint16(metric)), float64(int16(binary.BigEndian.Uint16(metric[2:])))
	if form&Low != 0 {
		bearing = math.Floor(lowSize * bearing)
	}
	binary.BigEndian.PutUint16(metric, uint16(math.Round(em*form.advance(advance/em))))
	binary.BigEndian.PutUint16(metric[2:], uint16(int16(bearing)))
}

// Offsets in the table maxp of the limits that forms raise (5.2.6).
const (
	maxpPoints, maxpContours           = 6, 8
	maxpPartPoints, maxpPartContours   = 10, 12
	maxpParts, maxpDepth, maxpWithPart = 28, 30, 32
)

// raised is the table maxp with room for composite glyphs of any one glyph.
func raised(maxp []byte) []byte {
	if len(maxp) < maxpWithPart {
		return maxp
	}
	at := func(i int) int { return int(binary.BigEndian.Uint16(maxp[i:])) }
	maxp = patched(maxp, maxpPartPoints, max(at(maxpPoints), at(maxpPartPoints)))
	maxp = patched(maxp, maxpPartContours, max(at(maxpContours), at(maxpPartContours)))
	maxp = patched(maxp, maxpParts, max(1, at(maxpParts)))
	return patched(maxp, maxpDepth, at(maxpDepth)+1)
}
