package typeset

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"testing"

	"nianbao/fonts"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/google/go-cmp/cmp"
)

// A subset font draws and spaces each of its characters as the whole font does, in their order.
func TestCut(t *testing.T) {
	for _, ttf := range [][]byte{fonts.Embedded().Regular, fonts.Embedded().Bold} {
		whole, err := NewFace(ttf)
		if err != nil {
			t.Fatal(err)
		}
		var characters []rune
		for _, r := range "𬬻塞北管理区 Saibei 2023年，“首都两区”é½ﬁ…￥\u00a0" {
			if whole.Has(r) && !slices.Contains(characters, r) {
				characters = append(characters, r)
			}
		}
		out, err := whole.Cut(characters)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := whole.Cut(characters); err != nil || !bytes.Equal(out.File, again.File) {
			t.Errorf("cut again: other bytes, %v", err)
		}
		if len(out.File) > 40_000 {
			t.Errorf("%d characters take %d bytes", len(characters), len(out.File))
		}
		same(t, whole, out.File, characters)
	}
}

// The properties of a subset font are those of the whole font.
func TestCutLook(t *testing.T) {
	for weight, ttf := range map[int][]byte{400: fonts.Embedded().Regular, 700: fonts.Embedded().Bold} {
		f, err := NewFace(ttf)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.Cut([]rune{'中'})
		if err != nil {
			t.Fatal(err)
		}
		b, err := f.font.Bounds(&f.buf, f.em, font.HintingNone)
		if err != nil {
			t.Fatal(err)
		}
		box := [4]float64{f.ems(b.Min.X), -f.ems(b.Max.Y), f.ems(b.Max.X), -f.ems(b.Min.Y)} // the package counts downwards
		if s.Weight != weight || s.Italic != f.font.PostTable().ItalicAngle || s.Box != box {
			t.Errorf("weight %d, italic %v, box %v, want %d, 0, %v", s.Weight, s.Italic, s.Box, weight, box)
		}
	}
}

// same compares outlines and advances of a subset font with those of the whole.
func same(t *testing.T, whole *Face, cut []byte, characters []rune) {
	t.Helper()
	parsed := readable(t, cut)
	if n := parsed.NumGlyphs(); n < 1+len(characters) || n > 9+len(characters) {
		t.Errorf("%d glyphs for %d characters", n, len(characters))
	}
	var buf sfnt.Buffer
	for i, r := range characters {
		g, err := whole.font.GlyphIndex(&buf, r)
		if err != nil || g == 0 {
			t.Fatalf("%c: no glyph (%v)", r, err)
		}
		got, gotAdvance := shape(t, parsed, sfnt.GlyphIndex(1+i))
		want, wantAdvance := shape(t, whole.font, g)
		if gotAdvance != wantAdvance {
			t.Errorf("%c: advance %d, want %d", r, gotAdvance, wantAdvance)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%c: outline is another (-want +got):\n%s", r, diff)
		}
	}
}

// readable parses a font without a character map and glyph names, by adding empty ones.
func readable(t *testing.T, cut []byte) *sfnt.Font {
	t.Helper()
	tables, err := tablesOf(cut)
	if err != nil {
		t.Fatal(err)
	}
	tables["head"] = bytes.Clone(tables["head"])
	tables["post"] = append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
	tables["cmap"] = []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12,
		0, 4, 0, 24, 0, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0}
	parsed, err := sfnt.Parse(tables.file())
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func shape(t *testing.T, f *sfnt.Font, g sfnt.GlyphIndex) (sfnt.Segments, fixed.Int26_6) {
	t.Helper()
	var buf sfnt.Buffer
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

// A letter in another form has the outline of the usual one, moved and scaled, and an advance of its own.
func TestCutForms(t *testing.T) {
	f := face(t)
	s, err := f.Cut([]rune{'2'}, Letter{'2', Low}, Letter{'年', Wide}, Letter{'5', Low | Wide}, Letter{' ', Wide}, Letter{'“', Close})
	if err != nil {
		t.Fatal(err)
	}
	parsed := readable(t, s.File)
	em := f.em
	shapeOf := func(g int) (fixed.Rectangle26_6, float64) {
		outline, advance := shape(t, parsed, sfnt.GlyphIndex(g))
		return outline.Bounds(), float64(advance) / float64(em)
	}
	usual, advance := shapeOf(1)
	low, lowAdvance := shapeOf(2)
	if got := float64(low.Max.Y-low.Min.Y) / float64(usual.Max.Y-usual.Min.Y); got < lowSize-0.02 || got > lowSize+0.02 {
		t.Errorf("an index is %.3f as high as a digit, want %.2f", got, lowSize)
	}
	if got := float64(low.Max.Y-usual.Max.Y) / float64(em); got < lowDrop-0.02 || got > lowDrop+0.02 {
		t.Errorf("an index stands %.3f em below the line, want %.2f", got, lowDrop)
	}
	if !near(lowAdvance, math.Round(1000*lowSize*advance)/1000) {
		t.Errorf("an index is %.3f em wide, a digit %.3f", lowAdvance, advance)
	}
	if _, got := shapeOf(3); !near(got, 1+gapNatural) {
		t.Errorf("年 with its gap is %.3f em wide", got)
	}
	if _, got := shapeOf(4); !near(got, math.Round(1000*f.LetterAdvance(Letter{'5', Low | Wide}))/1000) {
		t.Errorf("an index with its gap is %.3f em wide", got)
	}
	quote, got := shapeOf(6)
	left, right := float64(quote.Min.X)/float64(em), got-float64(quote.Max.X)/float64(em)
	off := max(math.Abs(left-bearing), math.Abs(right-bearing), math.Abs(got-f.LetterAdvance(Letter{'“', Close})))
	if got > 0.5 || off > 0.005 { // ink is measured in sixty-fourths of a font unit, and fonts have whole ones
		t.Errorf("a close quote is %.3f em wide, with %.3f and %.3f beside its ink", got, left, right)
	}
}

// The components of a composite glyph are included, with their own components, and renumbered.
func TestCutComposite(t *testing.T) {
	part := func(more, glyph byte) []byte { return []byte{0, more | partScale, 0, glyph, 1, 2, 0x40, 0} }
	composite := func(parts ...[]byte) []byte {
		return append([]byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0}, bytes.Join(parts, nil)...)
	}
	outlines := [][]byte{nil, {0, 0}, composite(part(0, 4)), composite(part(partMore, 2), part(0, 1)), {0, 0, 0, 0}}
	from := fontTables{
		"head": make([]byte, headBytes), "hhea": patched(make([]byte, hheaBytes), hheaMetrics, 2), "maxp": make([]byte, maxpBytes),
		"hmtx": {1, 0, 0, 10, 2, 0, 0, 20, 0, 30, 0, 40, 0, 50},
	}
	from["head"][headLocaFormat+1] = 1
	for _, o := range outlines {
		from["loca"] = binary.BigEndian.AppendUint32(from["loca"], uint32(len(from["glyf"])))
		from["glyf"] = append(from["glyf"], o...)
	}
	from["loca"] = binary.BigEndian.AppendUint32(from["loca"], uint32(len(from["glyf"])))

	c := newCutter(from, 1)
	c.next(3)
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
	if _, err := f.Cut([]rune{'\u0ca0'}); err == nil {
		t.Error("a character the font lacks is accepted")
	}
	for _, tag := range []string{"glyf", "loca", "hmtx", "hhea"} {
		whole, err := tablesOf(f.data)
		if err != nil {
			t.Fatal(err)
		}
		whole[tag] = whole[tag][:len(whole[tag])/3]
		c := newCutter(whole, 1)
		c.next(40_000)
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
