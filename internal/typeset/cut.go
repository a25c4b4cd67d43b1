package typeset

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// Cut writes a font with no other glyphs than those of the characters given, each at its code, and those their
// outlines are made of. It is a valid TrueType file with the metrics and hints of the whole; the same characters give
// the same bytes. A code that stands for another character than itself shows that character.
//
// A character the font lacks, and tables that are cut short, are errors.
func (f *Face) Cut(codes map[uint16]rune) ([]byte, error) {
	whole, err := tablesOf(f.data)
	if err != nil {
		return nil, fmt.Errorf("cut font: %w", err)
	}
	c := cutter{from: whole, number: map[int]int{0: 0}, order: []int{0}}
	var buf sfnt.Buffer
	sorted := slices.Sorted(maps.Keys(codes))
	for _, code := range sorted {
		glyph, err := f.font.GlyphIndex(&buf, codes[code])
		if err != nil || glyph == 0 {
			return nil, fmt.Errorf("cut font: it has no glyph for %q", codes[code])
		}
		c.segments = addCode(c.segments, int(code), c.add(int(glyph)))
	}
	out, err := c.cut()
	if err != nil {
		return nil, fmt.Errorf("cut font: %w", err)
	}
	return out, nil
}

// cutter renumbers glyphs in the order in which they are added.
type cutter struct {
	from     fontTables
	number   map[int]int // new number, by the old
	order    []int       // old numbers
	segments []segment
}

func (c *cutter) add(old int) int {
	n, ok := c.number[old]
	if !ok {
		n = len(c.order)
		c.number[old] = n
		c.order = append(c.order, old)
	}
	return n
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
		glyf = append(glyf, make([]byte, -len(outline)&3)...)
		metric, err := c.from.metric(c.order[i])
		if err != nil {
			return nil, fmt.Errorf("glyph %d: %w", c.order[i], err)
		}
		hmtx = append(hmtx, metric...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	cmap, err := characterMap(c.segments)
	if err != nil {
		return nil, err
	}
	out := fontTables{"glyf": glyf, "loca": loca, "hmtx": hmtx, "cmap": cmap}
	for _, kept := range []string{"OS/2", "name", "cvt ", "fpgm", "prep", "gasp"} {
		if t, ok := c.from[kept]; ok {
			out[kept] = t
		}
	}
	const long = 1
	out["head"] = patched(c.from["head"], headLocaFormat, long)
	out["hhea"] = patched(c.from["hhea"], hheaMetrics, len(c.order))
	out["maxp"] = patched(c.from["maxp"], maxpGlyphs, len(c.order))
	out["post"] = append([]byte{0, 3, 0, 0}, c.from["post"][4:postHeader]...) // 3: without the names of glyphs
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
		part := c.add(int(binary.BigEndian.Uint16(g[at+partNumberAt:])))
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
