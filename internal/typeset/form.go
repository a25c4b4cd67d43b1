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
	// Close is a mark of English whose glyph is as wide as a Chinese character, without the white around it.
	Close
)

// bearing is the white on each side of a close mark, in em.
const bearing = 0.04

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
func (f *Face) LetterAdvance(l Letter) float64 {
	w := f.Advance(l.Rune)
	if l.Form == 0 {
		return w
	}
	_, w = l.Form.place(w, f.ink(l.Rune))
	return w
}

// place is how far a form moves the ink of a character to the left, before it scales it, and the width of the form.
func (f Form) place(advance float64, k ink) (left, width float64) {
	if f&Close != 0 {
		left = max(0, k.min-bearing)
		advance -= left + max(0, advance-k.max-bearing)
	}
	if f&Low != 0 {
		advance *= lowSize
	}
	return left, advance + f.gap()
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

// formed is the outline of a glyph in a form, a composite glyph of one component, with its advance and left side bearing.
func (c *subsetter) formed(old int, form Form) (outline, metric []byte, err error) {
	g, err := c.from.glyph(old)
	if err != nil {
		return nil, nil, err
	}
	metric, err = c.from.appendMetric(nil, old)
	if err != nil {
		return nil, nil, err
	}
	em, scale, drop := float64(c.from.em()), 1.0, 0.0
	if form&Low != 0 {
		scale, drop = lowSize, math.Round(lowDrop*em)
	}
	var box [4]float64 // left, bottom, right, top
	blank := len(g) < partsBegin
	for i := range box {
		if !blank {
			box[i] = float64(int16(binary.BigEndian.Uint16(g[2+2*i:])))
		}
	}
	left, width := form.place(float64(binary.BigEndian.Uint16(metric))/em, ink{box[0] / em, box[2] / em})
	left = math.Round(left * em * scale)
	box = [4]float64{math.Floor(float64(scale*box[0]) - left), math.Floor(float64(scale*box[1]) - drop), math.Ceil(float64(scale*box[2]) - left), math.Ceil(float64(scale*box[3]) - drop)}
	metric = binary.BigEndian.AppendUint16(metric[:0], uint16(math.Round(em*width)))
	metric = binary.BigEndian.AppendUint16(metric, uint16(int16(box[0])))
	if blank {
		return nil, metric, nil
	}
	outline = []byte{0xFF, 0xFF}
	for _, v := range box {
		outline = binary.BigEndian.AppendUint16(outline, uint16(int16(v)))
	}
	for _, v := range []int{partWords | partOffset | partScale, c.part(old), -int(left), -int(drop), int(scale * (1 << 14))} {
		outline = binary.BigEndian.AppendUint16(outline, uint16(v))
	}
	return outline, metric, nil
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
