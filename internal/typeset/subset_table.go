package typeset

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"

	"nianbao/internal/message"
)

// fontTables holds the tables of a TrueType file by tag (ISO/IEC 14496-22, 4.3).
type fontTables map[string][]byte

var errCutTable = message.Errorf("a table is cut short")

// Offsets in tables, and minimum table lengths (5.2.2, 5.2.3, 5.2.6, 5.2.8).
const (
	headAdjustment, headEm, headBox, headLocaFormat, headBytes = 8, 18, 36, 50, 54
	hheaMetrics, hheaBytes                                     = 34, 36
	maxpGlyphs, maxpBytes                                      = 4, 6
	postItalic                                                 = 4
	os2Weight                                                  = 4
	fontHeader, fontEntry                                      = 12, 16
)

// tablesOf finds the tables of a font and checks that the required ones are long enough.
func tablesOf(ttf []byte) (fontTables, error) { return tablesAt(ttf, 0) }

// tablesAt finds those of the font that begins at an offset of a collection.
func tablesAt(ttf []byte, start int) (fontTables, error) {
	if start > len(ttf) || len(ttf)-start < fontHeader {
		return nil, errCutTable
	}
	t := fontTables{}
	for i := range int(binary.BigEndian.Uint16(ttf[start+4:])) {
		at := start + fontHeader + fontEntry*i
		if at+fontEntry > len(ttf) {
			return nil, errCutTable
		}
		offset, size := int(binary.BigEndian.Uint32(ttf[at+8:])), int(binary.BigEndian.Uint32(ttf[at+12:]))
		if offset > len(ttf) || size > len(ttf)-offset {
			return nil, errCutTable
		}
		t[string(ttf[at:at+4])] = ttf[offset : offset+size]
	}
	for tag, least := range map[string]int{
		"head": headBytes, "hhea": hheaBytes, "maxp": maxpBytes, "hmtx": 4, "loca": 4, "glyf": 0,
	} {
		if table, ok := t[tag]; !ok || len(table) < least {
			return nil, message.Errorf("its table %q is missing or too short", tag)
		}
	}
	return t, nil
}

// glyph is the outline of a glyph; a blank glyph has none.
func (t fontTables) glyph(n int) ([]byte, error) {
	loca := t["loca"]
	var from, to int
	if binary.BigEndian.Uint16(t["head"][headLocaFormat:]) == 0 {
		if 2*n+4 > len(loca) {
			return nil, errCutTable
		}
		from, to = 2*int(binary.BigEndian.Uint16(loca[2*n:])), 2*int(binary.BigEndian.Uint16(loca[2*n+2:]))
	} else {
		if 4*n+8 > len(loca) {
			return nil, errCutTable
		}
		from, to = int(binary.BigEndian.Uint32(loca[4*n:])), int(binary.BigEndian.Uint32(loca[4*n+4:]))
	}
	if from > to || to > len(t["glyf"]) {
		return nil, errCutTable
	}
	return t["glyf"][from:to], nil
}

// appendMetric appends the advance and the left side bearing of a glyph. Glyphs beyond the last advance share it and
// have only a bearing in the table (5.2.4).
func (t fontTables) appendMetric(b []byte, n int) ([]byte, error) {
	full := int(binary.BigEndian.Uint16(t["hhea"][hheaMetrics:]))
	hmtx := t["hmtx"]
	advance, bearing := 4*n, 4*n+2
	if n >= full {
		advance, bearing = 4*full-4, 4*full+2*(n-full)
	}
	if advance < 0 || bearing+2 > len(hmtx) {
		return nil, errCutTable
	}
	return append(b, hmtx[advance], hmtx[advance+1], hmtx[bearing], hmtx[bearing+1]), nil
}

// em is the number of font units in an em.
func (t fontTables) em() int { return int(binary.BigEndian.Uint16(t["head"][headEm:])) }

// box is the bounding box of all glyphs, in font units.
func (t fontTables) box() (box [4]int16) {
	for i := range box {
		box[i] = int16(binary.BigEndian.Uint16(t["head"][headBox+2*i:]))
	}
	return box
}

// italic is the angle from the table post, which a subset font lacks.
func (t fontTables) italic() float64 {
	post := t["post"]
	if len(post) < postItalic+4 {
		return 0
	}
	return float64(int32(binary.BigEndian.Uint32(post[postItalic:]))) / 65536
}

// weight is the weight from the table OS/2, which not all fonts have.
func (t fontTables) weight() int {
	os2 := t["OS/2"]
	if len(os2) < os2Weight+2 {
		return 0
	}
	return int(binary.BigEndian.Uint16(os2[os2Weight:]))
}

func patched(table []byte, at, v int) []byte {
	table = slices.Clone(table)
	binary.BigEndian.PutUint16(table[at:], uint16(v))
	return table
}

// file writes the tables as a font, sorted by tag.
func (t fontTables) file() []byte {
	power := bits.Len(uint(len(t))) - 1
	size := fontHeader + fontEntry*len(t)
	for _, table := range t {
		size += padded(len(table))
	}
	b := append(make([]byte, 0, size), 0, 1, 0, 0)
	for _, v := range []int{len(t), 16 << power, power, 16*len(t) - 16<<power} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	clear(t["head"][headAdjustment : headAdjustment+4])
	tags := slices.Sorted(maps.Keys(t))
	offset, head := fontHeader+fontEntry*len(t), 0
	for _, tag := range tags {
		if tag == "head" {
			head = offset
		}
		b = append(b, tag...)
		for _, v := range []uint32{checksum(t[tag]), uint32(offset), uint32(len(t[tag]))} {
			b = binary.BigEndian.AppendUint32(b, v)
		}
		offset += padded(len(t[tag]))
	}
	for _, tag := range tags {
		b = appendPadded(b, t[tag])
	}
	const whole = 0xB1B0AFBA // the required checksum of a whole file (5.2.2)
	binary.BigEndian.PutUint32(b[head+headAdjustment:], whole-checksum(b))
	return b
}

// padded is the length of a table or an outline, padded to whole words.
func padded(n int) int { return n + -n&3 }

func appendPadded(b, table []byte) []byte {
	return append(append(b, table...), "\x00\x00\x00"[:-len(table)&3]...)
}

// checksum is the sum of the 32-bit words, the last padded with zeros.
func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
