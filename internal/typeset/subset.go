package typeset

import (
	"encoding/binary"
	"errors"
	"slices"

	"golang.org/x/image/font/sfnt"

	"nianbao/internal/message"
)

// Subset is a font reduced to a few glyphs.
type Subset struct {
	Name   string     // PostScript name of the whole font: NotoSansSC-Bold
	File   []byte     // TrueType, without the tables for finding fonts by name and characters in them
	Box    [4]float64 // around all glyphs of the whole font: left, bottom, right, top, in em
	Italic float64    // how far the font leans, in degrees counter-clockwise
	Weight int        // 400 regular, 700 bold; 0 if the font does not say
}

// Cut returns a font with only the glyphs of the given characters and letters in other forms, numbered from 1 in their
// order, and the glyphs their outlines are made of. It keeps the metrics and hints of the whole font. The same
// characters give the same bytes.
//
// It is an error if the font lacks a character or a table is truncated.
func (f *Face) Cut(characters []rune, formed ...Letter) (s Subset, err error) {
	defer func() {
		if r := recover(); r != nil {
			s, err = Subset{}, damaged(r)
		}
	}()
	whole, err := tablesOf(f.data)
	if err != nil {
		return Subset{}, message.Errorf("cut font: %w", err)
	}
	c := newCutter(whole, len(characters)+len(formed))
	var buf sfnt.Buffer
	next := func(r rune) error {
		glyph, err := f.font.GlyphIndex(&buf, r)
		if err != nil || glyph == 0 {
			return message.Errorf("cut font: it has no glyph for %q", r)
		}
		c.next(int(glyph))
		return nil
	}
	for _, r := range characters {
		if err := next(r); err != nil {
			return Subset{}, err
		}
	}
	for _, l := range formed {
		c.forms[len(c.order)] = l.Form
		if err := next(l.Rune); err != nil {
			return Subset{}, err
		}
	}
	file, err := c.cut()
	if err != nil {
		return Subset{}, message.Errorf("cut font: %w", err)
	}
	called, err := f.font.Name(&buf, sfnt.NameIDPostScript)
	if err != nil && !errors.Is(err, sfnt.ErrNotFound) {
		return Subset{}, message.Errorf("cut font: find its name: %w", err)
	}
	s = Subset{Name: called, File: file, Italic: whole.italic(), Weight: whole.weight()}
	for i, v := range whole.box() {
		s.Box[i] = float64(v) * 64 / float64(f.em)
	}
	return s, nil
}

// subsetter renumbers glyphs in the order in which they are added.
type subsetter struct {
	from  fontTables
	order []int // old numbers
	forms map[int]Form
}

// newCutter returns a subsetter for about the given number of glyphs. The first is the glyph for missing characters.
func newCutter(from fontTables, glyphs int) *subsetter {
	return &subsetter{from: from, order: append(make([]int, 0, 1+glyphs), 0), forms: map[int]Form{}}
}

// next adds a glyph under the next number, even if it already has one: two characters can share a glyph.
func (c *subsetter) next(old int) { c.order = append(c.order, old) }

// part is the number of a component of composite glyphs; there are few.
func (c *subsetter) part(old int) int {
	for i, n := range c.order {
		if n == old && c.forms[i] == 0 {
			return i
		}
	}
	c.next(old)
	return len(c.order) - 1
}

func (c *subsetter) cut() ([]byte, error) {
	outlines := make([][]byte, 0, len(c.order))
	size := 0
	for i := 0; i < len(c.order); i++ { // the loop appends components to order
		outline, err := c.outline(c.order[i], c.forms[i])
		if err != nil {
			return nil, message.Errorf("glyph %d: %w", c.order[i], err)
		}
		outlines = append(outlines, outline)
		size += padded(len(outline))
	}
	if len(c.order) > 0xFFFF {
		return nil, message.Errorf("%d glyphs are more than a font can have", len(c.order))
	}
	glyf, loca := make([]byte, 0, size), make([]byte, 0, 4*(1+len(c.order)))
	for _, outline := range outlines {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = appendPadded(glyf, outline)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	hmtx, err := c.metrics()
	if err != nil {
		return nil, err
	}
	out := fontTables{"glyf": glyf, "loca": loca, "hmtx": hmtx}
	for _, kept := range []string{"cvt ", "fpgm", "prep"} {
		if t, ok := c.from[kept]; ok {
			out[kept] = t
		}
	}
	const long = 1
	out["head"] = patched(c.from["head"], headLocaFormat, long)
	out["hhea"] = patched(c.from["hhea"], hheaMetrics, len(c.order))
	out["maxp"] = patched(raised(c.from["maxp"]), maxpGlyphs, len(c.order))
	return out.file(), nil
}

// metrics returns the advances and left side bearings of all glyphs.
func (c *subsetter) metrics() ([]byte, error) {
	hmtx := make([]byte, 0, 4*len(c.order))
	for i, old := range c.order {
		var err error
		if form := c.forms[i]; form != 0 {
			var metric []byte
			_, metric, err = c.formed(old, form)
			hmtx = append(hmtx, metric...)
		} else {
			hmtx, err = c.from.appendMetric(hmtx, old)
		}
		if err != nil {
			return nil, message.Errorf("glyph %d: %w", old, err)
		}
	}
	return hmtx, nil
}

// The flags of a composite glyph's component that determine its length (ISO/IEC 14496-22, 5.3.3.1.2).
const (
	partWords     = 1 << 0
	partScale     = 1 << 3
	partMore      = 1 << 5
	partScaleXY   = 1 << 6
	partTwoByTwo  = 1 << 7
	partsBegin    = 10
	partNumberAt  = 2
	partHeadBytes = 4
)

// outline returns the outline of a glyph in a form, with the components of a composite one renumbered.
func (c *subsetter) outline(old int, form Form) ([]byte, error) {
	if form != 0 {
		outline, _, err := c.formed(old, form)
		return outline, err
	}
	g, err := c.from.glyph(old)
	if err != nil || len(g) < partsBegin || int16(binary.BigEndian.Uint16(g)) >= 0 {
		return g, err
	}
	g = slices.Clone(g)
	for at, more := partsBegin, true; more; {
		if at+partHeadBytes > len(g) {
			return nil, errCutTable
		}
		flags := binary.BigEndian.Uint16(g[at:])
		part := c.part(int(binary.BigEndian.Uint16(g[at+partNumberAt:])))
		binary.BigEndian.PutUint16(g[at+partNumberAt:], uint16(part))
		at += partHeadBytes + partBytes(flags)
		more = flags&partMore != 0
	}
	return g, nil
}

// partBytes is the length of a component record.
func partBytes(flags uint16) int {
	n := 2
	if flags&partWords != 0 {
		n = 4
	}
	switch {
	case flags&partScale != 0:
		n += 2
	case flags&partScaleXY != 0:
		n += 4
	case flags&partTwoByTwo != 0:
		n += 8
	}
	return n
}
