package tagpdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// WithStandIns returns the TrueType font with a further code for some of its characters: at the private-use code of
// the map it has the glyph of the character the code stands for. Text measured and drawn with that font and the code
// shows the character, which a drawing library that stops at U+FFFF cannot otherwise; Document.StandIns says what
// it is. A font that has a character already at its private-use code loses it.
//
// The font must have a character map of format 12 (ISO/IEC 14496-22, 5.2.1.3.7); a character it lacks is an error.
func WithStandIns(ttf []byte, m map[uint16]rune) ([]byte, error) {
	if len(m) == 0 {
		return ttf, nil
	}
	out, err := standIns(ttf, m)
	if err != nil {
		return nil, fmt.Errorf("add stand-ins to font: %w", err)
	}
	return out, nil
}

func standIns(ttf []byte, m map[uint16]rune) ([]byte, error) {
	at, err := findTable(ttf, "cmap")
	if err != nil {
		return nil, err
	}
	offset, size := u32(ttf, at+8), u32(ttf, at+12)
	if offset > len(ttf) || size > len(ttf)-offset {
		return nil, errors.New("its character map is cut short")
	}
	glyphs, err := readGroups(ttf[offset : offset+size])
	if err != nil {
		return nil, err
	}
	for _, code := range slices.Sorted(maps.Keys(m)) {
		glyph, ok := glyphs[m[code]]
		switch {
		case code < firstPrivate || code > lastPrivate:
			return nil, fmt.Errorf("U+%04X is not a private-use code", code)
		case !ok:
			return nil, fmt.Errorf("it has no glyph for %q", m[code])
		}
		glyphs[rune(code)] = glyph
	}
	table, err := writeCharacterMap(glyphs)
	if err != nil {
		return nil, err
	}
	out := slices.Clone(ttf)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	binary.BigEndian.PutUint32(out[at+4:], checksum(table))
	binary.BigEndian.PutUint32(out[at+8:], uint32(len(out)))
	binary.BigEndian.PutUint32(out[at+12:], uint32(len(table)))
	return append(out, table...), nil
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

// findTable is where the entry of a table stands in the font's directory.
func findTable(ttf []byte, tag string) (int, error) {
	if len(ttf) < 12 || u32(ttf, 0) != 0x00010000 && string(ttf[:4]) != "true" {
		return 0, errors.New("not a TrueType file")
	}
	for i := range u16(ttf, 4) {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			break
		}
		if string(ttf[at:at+4]) == tag {
			return at, nil
		}
	}
	return 0, fmt.Errorf("it has no table %q", tag)
}

// readGroups reads the character map of format 12.
func readGroups(table []byte) (map[rune]int, error) {
	if len(table) < 4 || len(table) < 4+8*u16(table, 2) {
		return nil, errors.New("its character map is cut short")
	}
	for i := range u16(table, 2) {
		at := u32(table, 4+8*i+4)
		if at > len(table)-16 || u16(table, at) != 12 {
			continue
		}
		count := u32(table, at+12)
		if count > (len(table)-at-16)/12 {
			return nil, errors.New("its character map is cut short")
		}
		return expandGroups(table[at+16:], count)
	}
	return nil, errors.New("it has no character map of format 12")
}

func expandGroups(b []byte, count int) (map[rune]int, error) {
	glyphs := map[rune]int{}
	for i := range count {
		first, last, glyph := u32(b, 12*i), u32(b, 12*i+4), u32(b, 12*i+8)
		if last < first || last > 0x10FFFF || glyph+last-first > 0xFFFF {
			return nil, errors.New("its character map has a group out of range")
		}
		for c := first; c <= last; c++ {
			glyphs[rune(c)] = glyph + c - first
		}
	}
	return glyphs, nil
}

// run is a row of characters whose glyphs count up with them.
type run struct{ first, last, glyph int }

func runs(glyphs map[rune]int, limit rune) []run {
	var out []run
	for _, c := range slices.Sorted(maps.Keys(glyphs)) {
		if c > limit {
			break
		}
		if n := len(out) - 1; n >= 0 && out[n].last+1 == int(c) && out[n].glyph+int(c)-out[n].first == glyphs[c] {
			out[n].last = int(c)
			continue
		}
		out = append(out, run{int(c), int(c), glyphs[c]})
	}
	return out
}

// writeCharacterMap writes a table with a map of format 4, which fpdf reads, and one of format 12.
func writeCharacterMap(glyphs map[rune]int) ([]byte, error) {
	short, err := format4(runs(glyphs, 0xFFFE))
	if err != nil {
		return nil, err
	}
	b := []byte{0, 0, 0, 2, 0, 3, 0, 1, 0, 0, 0, 20, 0, 3, 0, 10}
	b = binary.BigEndian.AppendUint32(b, uint32(20+len(short)))
	return append(append(b, short...), format12(runs(glyphs, 0x10FFFF))...), nil
}

// format4 writes segments that each count glyphs by a difference (5.2.1.3.3).
func format4(segments []run) ([]byte, error) {
	segments = append(segments, run{0xFFFF, 0xFFFF, 0})
	n := len(segments)
	length := 16 + 8*n
	if length > 0xFFFF {
		return nil, errors.New("its character map has too many segments")
	}
	power := 1
	entry := 0
	for power*2 <= n {
		power *= 2
		entry++
	}
	columns := make([][]byte, 4)
	for _, s := range segments {
		for i, v := range []int{s.last, s.first, s.glyph - s.first, 0} {
			columns[i] = binary.BigEndian.AppendUint16(columns[i], uint16(v))
		}
	}
	var b []byte
	for _, v := range []int{4, length, 0, 2 * n, 2 * power, entry, 2*n - 2*power} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	b = append(append(b, columns[0]...), 0, 0)
	return append(append(append(b, columns[1]...), columns[2]...), columns[3]...), nil
}

func format12(groups []run) []byte {
	b := []byte{0, 12, 0, 0}
	for _, v := range []int{16 + 12*len(groups), 0, len(groups)} {
		b = binary.BigEndian.AppendUint32(b, uint32(v))
	}
	for _, g := range groups {
		for _, v := range []int{g.first, g.last, g.glyph} {
			b = binary.BigEndian.AppendUint32(b, uint32(v))
		}
	}
	return b
}

// checksum is the sum of a table's 32-bit words, the last filled up with zeros.
func checksum(b []byte) uint32 {
	var sum uint32
	for len(b) > 0 {
		var word [4]byte
		b = b[copy(word[:], b):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
