package tagpdf

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"unicode/utf16"
	"unicode/utf8"

	"nianbao/internal/message"
)

// Font is a TrueType font. Its codes in content streams are glyph numbers of two bytes. Measures are in thousandths of
// an em.
type Font struct {
	Name       string
	File       []byte // with tables glyf, head, hhea, hmtx, loca, maxp and the hinting tables
	Characters []rune // characters of glyphs 1, 2, …
	Widths     []int  // widths of the same glyphs

	Ascent, Descent, CapHeight int    // from the baseline upwards; the descent is negative
	Box                        [4]int // around all glyphs: left, bottom, right, top
	Stem                       int    // width of vertical strokes
	Italic                     int    // degrees counter-clockwise from upright
}

// Private-use characters of the basic plane.
const firstPrivate, lastPrivate = 0xE000, 0xF8FF

// check refuses characters that a ToUnicode map cannot hold (ISO 19005-3, 6.2.11.7.2 and 6.2.11.7.3).
func (f *Font) check() error {
	switch {
	case f.Name == "":
		return message.Errorf("it has no name")
	case len(f.File) == 0:
		return message.Errorf("it has no file")
	case len(f.Widths) != len(f.Characters) || len(f.Characters) > 0xFFFF:
		return message.Errorf("it has %d widths for %d characters", len(f.Widths), len(f.Characters))
	}
	for _, r := range f.Characters {
		if r < ' ' || r == 0xFEFF || r == 0xFFFE || r == 0xFFFF || !utf8.ValidRune(r) || privateUse(r) {
			return message.Errorf("U+%04X is no character that a reader can know", r)
		}
	}
	return nil
}

// fonts writes the fonts that pages use and returns them by name.
func (f *finisher) fonts(given map[string]Font) (dict, error) {
	fonts := dict{}
	for _, n := range slices.Sorted(maps.Keys(f.used.shown)) {
		font, ok := given[string(n)]
		if !ok {
			return nil, message.Errorf("font /%s is selected, but not given with the document", n)
		}
		codes := f.used.shown[n].sorted()
		for _, code := range codes {
			if code == 0 || int(code) > len(font.Characters) { // ISO 19005-3, 6.2.11.8
				return nil, message.Errorf("font /%s has no glyph %d, which is shown", n, code)
			}
		}
		fonts[n] = font.write(f.out)
	}
	return fonts, nil
}

// write writes a composite font (9.7) whose codes are glyph numbers.
func (f *Font) write(out *output) ref {
	base := subsetTag(f.File) + name(f.Name)
	file := flate(dict{"Length1": integer(len(f.File))}, f.File)
	integers := func(list ...int) array {
		a := make(array, len(list))
		for i, n := range list {
			a[i] = integer(n)
		}
		return a
	}
	const symbolic = 1 << 2
	descriptor := out.add(dict{
		"Type": name("FontDescriptor"), "FontName": base, "Flags": integer(symbolic), "FontBBox": integers(f.Box[:]...),
		"Ascent": integer(f.Ascent), "Descent": integer(f.Descent), "CapHeight": integer(f.CapHeight),
		"ItalicAngle": integer(f.Italic), "StemV": integer(f.Stem), "FontFile2": out.add(file),
	})
	below := out.add(dict{
		"Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": base, "FontDescriptor": descriptor,
		"CIDSystemInfo": dict{"Registry": str("Adobe"), "Ordering": str("Identity"), "Supplement": integer(0)},
		"CIDToGIDMap":   name("Identity"), "DW": integer(usualWidth), "W": f.widths(),
	})
	return out.add(dict{
		"Type": name("Font"), "Subtype": name("Type0"), "BaseFont": base, "Encoding": name("Identity-H"),
		"DescendantFonts": array{below}, "ToUnicode": out.add(flate(dict{}, toUnicode(f.Characters))),
	})
}

// usualWidth is the width of Chinese characters, the default.
const usualWidth = 1000

// widths lists the glyph widths that differ from the default, grouping neighbours (9.7.4.3).
func (f *Font) widths() array {
	var all, row array
	for i, w := range f.Widths {
		if w != usualWidth {
			row = append(row, integer(w))
			if i < len(f.Widths)-1 {
				continue
			}
			i++
		}
		if len(row) > 0 {
			all = append(all, integer(1+i-len(row)), row)
			row = nil
		}
	}
	return all
}

// subsetTag is the six-letter tag before the name of a subset font (9.6.4), derived from its bytes.
func subsetTag(file []byte) name {
	sum := sha256.Sum256(file)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return name(tag) + "+"
}

// toUnicode writes the CMap from codes, starting with 1, to characters (9.10.3).
func toUnicode(characters []rune) []byte {
	b := make([]byte, 0, 512+16*len(characters))
	b = append(b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"+
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"...)
	code := uint16(0)
	for part := range slices.Chunk(characters, 100) { // table 16 of Adobe's CMap specification: at most 100 per section
		b = fmt.Appendf(b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			code++
			b = append(appendHex(append(b, '<'), code), "> <"...)
			if r > 0xFFFF {
				high, low := utf16.EncodeRune(r)
				b = appendHex(appendHex(b, uint16(high)), uint16(low))
			} else {
				b = appendHex(b, uint16(r))
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

func appendHex(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
