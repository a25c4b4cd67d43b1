package typeset

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"nianbao/fonts"
)

const smallText = "一个统计A1%é"

// smallFont is the embedded font with a few characters, all tables that the library reads, and some of them changed.
func smallFont(t testing.TB, ttf []byte, change func(fontTables)) []byte {
	t.Helper()
	f, err := NewFace(ttf)
	if err != nil {
		t.Fatal(err)
	}
	characters := []rune(smallText)
	slices.Sort(characters)
	cut, err := f.Cut(characters)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := tablesOf(ttf)
	if err != nil {
		t.Fatal(err)
	}
	small, err := tablesOf(cut.File)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"GPOS", "OS/2", "name", "post"} {
		small[tag] = slices.Clone(whole[tag])
	}
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	for _, v := range []int{16 + 12*len(characters), 0, len(characters)} {
		cmap = binary.BigEndian.AppendUint32(cmap, uint32(v))
	}
	for i, r := range characters {
		for _, v := range []int{int(r), int(r), i + 1} {
			cmap = binary.BigEndian.AppendUint32(cmap, uint32(v))
		}
	}
	small["cmap"] = cmap
	if change != nil {
		change(small)
	}
	return small.file()
}

// collectionOf puts fonts into one file, without sharing tables.
func collectionOf(members ...[]byte) []byte {
	out := binary.BigEndian.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(members)))
	at := len(out) + 4*len(members)
	for _, m := range members {
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += len(m)
	}
	for _, m := range members {
		start := len(out)
		out = append(out, m...)
		for i := range int(binary.BigEndian.Uint16(m[4:])) {
			entry := out[start+fontHeader+fontEntry*i+8:]
			binary.BigEndian.PutUint32(entry, binary.BigEndian.Uint32(entry)+uint32(start))
		}
	}
	return out
}

func fsType(flags uint16) func(fontTables) {
	return func(t fontTables) { binary.BigEndian.PutUint16(t["OS/2"][os2Licence:], flags) }
}

// A font of which the library panics is refused.
func TestDamagedFont(t *testing.T) {
	ttf := smallFont(t, fonts.Embedded().Regular, func(f fontTables) { copy(f["GPOS"][6:], "00") })
	if _, err := NewFace(ttf); err == nil || !strings.Contains(err.Error(), "font is damaged: the library that reads fonts gives up: ") {
		t.Errorf("error %v", err)
	}
	f := &Face{} // has no tables, so that each look at one panics
	if f.Err() != nil {
		t.Error(f.Err())
	}
	if f.Has('a') || f.Advance('a') != 1 || f.ink('a') != (ink{0, 1}) {
		t.Error("a character is there")
	}
	if err := f.Err(); err == nil || !strings.Contains(err.Error(), "font is damaged") {
		t.Errorf("error %v", err)
	}
}

func TestLicence(t *testing.T) {
	for flags, forbids := range map[uint16]bool{
		0: false, 4: false, 8: false, 2: true, 2 | 4: false, 2 | 8: false, 0x100: true, 0x200: true, 4 | 0x100: true, 8 | 0x200: true, 1: false,
	} {
		_, err := NewFace(smallFont(t, fonts.Embedded().Regular, fsType(flags)))
		if (err != nil) != forbids {
			t.Errorf("fsType %#x: %v", flags, err)
		}
		if err != nil && !strings.Contains(err.Error(), `the licence of the font "Noto Sans SC" forbids`) && !strings.Contains(err.Error(), `"Noto Sans SC Regular"`) {
			t.Errorf("fsType %#x: %v", flags, err)
		}
	}
	if _, err := NewFace(smallFont(t, fonts.Embedded().Regular, func(f fontTables) { delete(f, "OS/2") })); err != nil {
		t.Errorf("a font that does not say: %v", err)
	}
}

// Of a collection the font of the weight is taken, as it is by itself.
func TestCollection(t *testing.T) {
	regular, bold := smallFont(t, fonts.Embedded().Regular, nil), smallFont(t, fonts.Embedded().Bold, nil)
	cff := smallFont(t, fonts.Embedded().Regular, func(f fontTables) { delete(f, "glyf") })
	for _, c := range []struct {
		name    string
		members [][]byte
		weight  int
		want    []byte
	}{
		{"regular", [][]byte{regular, bold}, 400, regular}, {"bold", [][]byte{regular, bold}, 700, bold}, {"the other order", [][]byte{bold, regular}, 400, regular},
		{"one for both", [][]byte{bold}, 400, bold}, {"another with CFF outlines", [][]byte{cff, regular}, 400, regular},
	} {
		data, err := Member(collectionOf(c.members...), c.weight)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		f, err := NewFace(data)
		if err != nil || !slices.Equal(data, c.want) || !f.Has('统') || f.Has('乙') {
			t.Errorf("%s: %v, or another font", c.name, err)
		}
	}
	whole := collectionOf(regular, bold)
	for name, data := range map[string][]byte{"no font": collectionOf(), "CFF outlines": collectionOf(cff, cff), "cut": whole[:100], "far offset": slices.Replace(slices.Clone(whole), 12, 20, slices.Repeat([]byte{0xff}, 8)...)} {
		if _, err := Member(data, 400); err == nil || !strings.Contains(err.Error(), "collection") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if data, err := Member(regular, 700); err != nil || &data[0] != &regular[0] {
		t.Errorf("no collection: %v", err)
	}
}

// FuzzFace reads fonts of anyone.
func FuzzFace(f *testing.F) {
	regular := smallFont(f, fonts.Embedded().Regular, nil)
	f.Add(regular)
	f.Add(collectionOf(regular))
	f.Add(smallFont(f, fonts.Embedded().Regular, fsType(2)))
	f.Fuzz(func(t *testing.T, data []byte) {
		data, err := Member(data, 400)
		if err != nil {
			return
		}
		face, err := NewFace(data)
		if err != nil {
			return
		}
		var has []rune
		for _, r := range smallText {
			if face.Has(r) {
				has = append(has, r)
			}
			if w := face.Advance(r); w < 0 || w != w {
				t.Errorf("%c is %g wide", r, w)
			}
			face.ink(r)
		}
		_, _ = face.Cut(has, Letter{Rune: '1', Form: Wide}) // may be an error
	})
}
