package typeset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// Subset is a font with few glyphs.
type Subset struct {
	Name   string     // of the whole font, for PostScript: NotoSansSC-Bold
	File   []byte     // TrueType, without the tables that only programs need which find fonts by name and characters in them
	Box    [4]float64 // around all glyphs of the whole font: left, bottom, right, top, in em
	Italic float64    // how far the font leans, in degrees counter-clockwise
	Weight int        // 400 regular, 700 bold; 0 if the font does not say
}

// Cut writes a font with no other glyphs than those of the characters given, numbered from 1 in their order, and those
// their outlines are made of. It has the metrics and hints of the whole; the same characters give the same bytes.
//
// A character the font lacks, and tables that are cut short, are errors.
func (f *Face) Cut(characters []rune) (Subset, error) {
	whole, err := tablesOf(f.data)
	if err != nil {
		return Subset{}, fmt.Errorf("cut font: %w", err)
	}
	c := newCutter(whole, len(characters))
	var buf sfnt.Buffer
	for _, r := range characters {
		glyph, err := f.font.GlyphIndex(&buf, r)
		if err != nil || glyph == 0 {
			return Subset{}, fmt.Errorf("cut font: it has no glyph for %q", r)
		}
		c.next(int(glyph))
	}
	file, err := c.cut()
	if err != nil {
		return Subset{}, fmt.Errorf("cut font: %w", err)
	}
	called, err := f.font.Name(&buf, sfnt.NameIDPostScript)
	if err != nil && !errors.Is(err, sfnt.ErrNotFound) {
		return Subset{}, fmt.Errorf("cut font: find its name: %w", err)
	}
	s := Subset{Name: called, File: file, Italic: whole.italic(), Weight: whole.weight()}
	for i, v := range whole.box() {
		s.Box[i] = float64(v) * 64 / float64(f.em)
	}
	return s, nil
}

// cutter renumbers glyphs in the order in which they are added.
type cutter struct {
	from   fontTables
	number map[int]int // new number, by the old
	order  []int       // old numbers
}

// newCutter makes one for about so many glyphs. The first is that for missing characters.
func newCutter(from fontTables, glyphs int) *cutter {
	c := &cutter{from: from, number: make(map[int]int, 1+glyphs), order: make([]int, 0, 1+glyphs)}
	c.next(0)
	return c
}

// next adds a glyph under the next number, even if it has one already: two characters can share a glyph.
func (c *cutter) next(old int) {
	if _, ok := c.number[old]; !ok {
		c.number[old] = len(c.order)
	}
	c.order = append(c.order, old)
}

// part is the number of a glyph that others are made of.
func (c *cutter) part(old int) int {
	if _, ok := c.number[old]; !ok {
		c.next(old)
	}
	return c.number[old]
}

func (c *cutter) cut() ([]byte, error) {
	var glyf, loca, hmtx []byte
	for i := 0; i < len(c.order); i++ { // parts of glyphs join the order while it is walked
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, err := c.outline(c.order[i])
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", c.order[i], err)
		}
		glyf = append(glyf, outline...)
		glyf = append(glyf, "\x00\x00\x00"[:-len(outline)&3]...)
		if hmtx, err = c.from.appendMetric(hmtx, c.order[i]); err != nil {
			return nil, fmt.Errorf("glyph %d: %w", c.order[i], err)
		}
	}
	if len(c.order) > 0xFFFF {
		return nil, fmt.Errorf("%d glyphs are more than a font can have", len(c.order))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	out := fontTables{"glyf": glyf, "loca": loca, "hmtx": hmtx}
	for _, kept := range []string{"cvt ", "fpgm", "prep"} {
		if t, ok := c.from[kept]; ok {
			out[kept] = t
		}
	}
	const long = 1
	out["head"] = patched(c.from["head"], headLocaFormat, long)
	out["hhea"] = patched(c.from["hhea"], hheaMetrics, len(c.order))
	out["maxp"] = patched(c.from["maxp"], maxpGlyphs, len(c.order))
	return out.file(), nil
}

// The flags of a part of a composite glyph that say how long it is (ISO/IEC 14496-22, 5.3.3.1.2).
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

// outline is the outline of a glyph, the parts of a composite one under their new numbers.
func (c *cutter) outline(old int) ([]byte, error) {
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

// partBytes is how long the placing of a part is.
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
