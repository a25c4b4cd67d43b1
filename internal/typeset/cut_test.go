package typeset

import (
	"bytes"
	"encoding/binary"
	"testing"

	"nianbao/fonts"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/google/go-cmp/cmp"
)

// A font cut to some characters draws and spaces each of them as the whole font does, and has no others.
func TestCut(t *testing.T) {
	for _, ttf := range [][]byte{fonts.Embedded().Regular, fonts.Embedded().Bold} {
		whole, err := NewFace(ttf)
		if err != nil {
			t.Fatal(err)
		}
		codes := map[uint16]rune{0xE000: '𬬻', 0xFFFF: '中'} // stand-ins, one at the last code there is
		for _, r := range "塞北管理区 Saibei 2023年，“首都两区”é½ﬁ…￥" {
			if whole.Has(r) {
				codes[uint16(r)] = r
			}
		}
		out, err := whole.Cut(codes)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := whole.Cut(codes); err != nil || !bytes.Equal(out, again) {
			t.Errorf("cut again: other bytes, %v", err)
		}
		if len(out) > 40_000 {
			t.Errorf("%d characters take %d bytes", len(codes), len(out))
		}
		same(t, whole, out, codes)
		if cut, err := NewFace(out); err != nil || cut.Has('国') || cut.Ascent != whole.Ascent || cut.CapHeight != whole.CapHeight {
			t.Errorf("the cut font has other metrics, or a character that was not asked for (%v)", err)
		}
	}
}

// same holds outlines and advances of a cut font against those of the whole.
func same(t *testing.T, whole *Face, cut []byte, codes map[uint16]rune) {
	t.Helper()
	parsed, err := sfnt.Parse(cut)
	if err != nil {
		t.Fatal(err)
	}
	for code, r := range codes {
		if code == 0xFFFF {
			continue // the package reads this code as the end of the map
		}
		got, gotAdvance := shape(t, parsed, rune(code))
		want, wantAdvance := shape(t, whole.font, r)
		if gotAdvance != wantAdvance {
			t.Errorf("U+%04X: advance %d, want that of %c: %d", code, gotAdvance, r, wantAdvance)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("U+%04X: outline is not that of %c (-want +got):\n%s", code, r, diff)
		}
	}
}

func shape(t *testing.T, f *sfnt.Font, r rune) (sfnt.Segments, fixed.Int26_6) {
	t.Helper()
	var buf sfnt.Buffer
	g, err := f.GlyphIndex(&buf, r)
	if err != nil || g == 0 {
		t.Fatalf("U+%04X: no glyph (%v)", r, err)
	}
	em := fixed.I(int(f.UnitsPerEm()))
	advance, err := f.GlyphAdvance(&buf, g, em, font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	outline, err := f.LoadGlyph(&buf, g, em, nil)
	if err != nil {
		t.Fatal(err)
	}
	return append(sfnt.Segments(nil), outline...), advance
}

// The parts of a composite glyph come with it, parts of parts too, and are named by their new numbers.
func TestCutComposite(t *testing.T) {
	part := func(more, glyph byte) []byte { return []byte{0, more | partScale, 0, glyph, 1, 2, 0x40, 0} }
	composite := func(parts ...[]byte) []byte {
		return append([]byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0}, bytes.Join(parts, nil)...)
	}
	outlines := [][]byte{nil, {0, 0}, composite(part(0, 4)), composite(part(partMore, 2), part(0, 1)), {0, 0, 0, 0}}
	from := fontTables{
		"head": make([]byte, headBytes), "hhea": patched(make([]byte, hheaBytes), hheaMetrics, 2), "maxp": make([]byte, maxpBytes),
		"post": make([]byte, postHeader), "hmtx": {1, 0, 0, 10, 2, 0, 0, 20, 0, 30, 0, 40, 0, 50},
	}
	from["head"][headLocaFormat+1] = 1
	for _, o := range outlines {
		from["loca"] = binary.BigEndian.AppendUint32(from["loca"], uint32(len(from["glyf"])))
		from["glyf"] = append(from["glyf"], o...)
	}
	from["loca"] = binary.BigEndian.AppendUint32(from["loca"], uint32(len(from["glyf"])))

	c := cutter{from: from, number: map[int]int{0: 0}, order: []int{0}}
	c.segments = addCode(nil, 'x', c.add(3))
	out, err := c.cut()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int{0, 3, 2, 1, 4}, c.order); diff != "" {
		t.Fatalf("glyphs kept (-want +got):\n%s", diff)
	}
	cut, err := tablesOf(out)
	if err != nil {
		t.Fatal(err)
	}
	first, err := cut.glyph(1)
	if err != nil {
		t.Fatal(err)
	}
	want := append(composite(part(partMore, 2), part(0, 3)), 0, 0)
	if !bytes.Equal(first, want) {
		t.Errorf("the composite glyph is % x, want % x", first, want)
	}
	if got := cut["hmtx"]; !bytes.Equal(got, []byte{1, 0, 0, 10, 2, 0, 0, 40, 2, 0, 0, 30, 2, 0, 0, 20, 2, 0, 0, 50}) {
		t.Errorf("metrics % x", got)
	}
	if sum := checksum(out); sum != 0xB1B0AFBA {
		t.Errorf("the sum of the file is %08X", sum)
	}
}

func TestCutRefuses(t *testing.T) {
	f := face(t)
	if _, err := f.Cut(map[uint16]rune{'x': '\u0ca0'}); err == nil {
		t.Error("a character the font lacks is accepted")
	}
	var far []segment
	for code := range 9000 {
		far = addCode(far, 2*code, 1)
	}
	if _, err := characterMap(far); err == nil {
		t.Error("a map of 9000 segments is accepted")
	}
	for _, tag := range []string{"glyf", "loca", "hmtx", "hhea"} {
		whole, err := tablesOf(f.data)
		if err != nil {
			t.Fatal(err)
		}
		whole[tag] = whole[tag][:len(whole[tag])/3]
		c := cutter{from: whole, number: map[int]int{0: 0}, order: []int{0, 40_000}}
		if tag == "hhea" {
			if _, err := tablesOf(whole.file()); err == nil {
				t.Error("a short hhea is accepted")
			}
			continue
		}
		if _, err := c.cut(); err == nil {
			t.Errorf("a short %q is accepted", tag)
		}
	}
}
