package tagpdf

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// fonts copies the fonts that pages select, and writes their maps to Unicode anew.
func (c *carrier) fonts(o object, out dict, s *survey, standIns map[uint16]rune) error {
	if len(s.shown) == 0 {
		return nil
	}
	from, err := as[dict](c.in, o)
	if err != nil {
		return fmt.Errorf("fonts: %w", err)
	}
	to := dict{}
	for _, n := range slices.Sorted(maps.Keys(s.shown)) {
		f := fontCarrier{carrier: c, codes: s.shown[n].sorted(), standIns: standIns}
		if to[n], err = f.carry(from[n]); err != nil {
			return fmt.Errorf("font /%s: %w", n, err)
		}
	}
	out["Font"] = to
	return nil
}

// fontCarrier takes over one composite font (9.7) of those that fpdf makes of TrueType files.
type fontCarrier struct {
	*carrier
	codes    []uint16 // shown
	standIns map[uint16]rune
}

func (c *fontCarrier) carry(o object) (ref, error) {
	font, err := as[dict](c.in, o)
	if err != nil {
		return ref{}, err
	}
	if font["Subtype"] != name("Type0") || font["Encoding"] != name("Identity-H") {
		return ref{}, errors.New("only embedded fonts of two-byte codes are understood (Type0, Identity-H)")
	}
	if err := only(font, "Type", "Subtype", "BaseFont", "Encoding", "DescendantFonts", "ToUnicode"); err != nil {
		return ref{}, err
	}
	kids, err := as[array](c.in, font["DescendantFonts"])
	if err != nil || len(kids) != 1 {
		return ref{}, errors.New("it has no single descendant")
	}
	cid, err := as[dict](c.in, kids[0])
	if err != nil {
		return ref{}, fmt.Errorf("descendant: %w", err)
	}
	below, base, err := c.descendant(cid)
	if err != nil {
		return ref{}, fmt.Errorf("descendant: %w", err)
	}
	m, err := toUnicode(c.codes, c.standIns)
	if err != nil {
		return ref{}, err
	}
	return c.out.add(dict{
		"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": base, "Encoding": name("Identity-H"),
		"DescendantFonts": array{below}, "ToUnicode": c.out.add(flate(dict{}, m)),
	}), nil
}

// descendant copies the CIDFont and names it as the subset it is.
func (c *fontCarrier) descendant(d dict) (ref, name, error) {
	if d["Subtype"] != name("CIDFontType2") {
		return ref{}, "", errors.New("it is not TrueType")
	}
	if err := only(d, "Type", "Subtype", "BaseFont", "CIDSystemInfo", "FontDescriptor", "DW", "W", "CIDToGIDMap"); err != nil {
		return ref{}, "", err
	}
	base, ok := d["BaseFont"].(name)
	if !ok {
		return ref{}, "", errors.New("it has no name")
	}
	if err := c.glyphs(d["CIDToGIDMap"]); err != nil {
		return ref{}, "", err
	}
	descriptor, err := as[dict](c.in, d["FontDescriptor"])
	if err != nil {
		return ref{}, "", fmt.Errorf("descriptor: %w", err)
	}
	file, err := as[*stream](c.in, descriptor["FontFile2"])
	if err != nil {
		return ref{}, "", fmt.Errorf("font file: %w", err)
	}
	base = subsetTag(file.data) + base
	out, err := c.dict(d)
	if err != nil {
		return ref{}, "", err
	}
	below, err := c.dict(descriptor)
	if err != nil {
		return ref{}, "", fmt.Errorf("descriptor: %w", err)
	}
	below["FontName"], out["BaseFont"] = base, base
	out["FontDescriptor"] = c.out.add(below)
	return c.out.add(out), base, nil
}

// glyphs makes sure that no code shown leads to the glyph for missing ones (ISO 19005-3, 6.2.11.8).
func (c *fontCarrier) glyphs(o object) error {
	s, err := as[*stream](c.in, o)
	if err != nil {
		return fmt.Errorf("glyph map: %w", err)
	}
	m, err := c.in.content(s)
	if err != nil {
		return fmt.Errorf("glyph map: %w", err)
	}
	for _, code := range c.codes {
		if at := 2 * int(code); at+1 >= len(m) || m[at] == 0 && m[at+1] == 0 {
			return fmt.Errorf("it has no glyph for U+%04X, which is drawn", code)
		}
	}
	return nil
}

// subsetTag is the tag of six letters before the name of a font's subset (9.6.4), made of its bytes.
func subsetTag(file []byte) name {
	sum := sha256.Sum256(file)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return name(tag) + "+"
}
