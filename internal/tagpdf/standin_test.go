package tagpdf

import (
	"slices"
	"strings"
	"testing"

	"nianbao/fonts"

	"golang.org/x/image/font/sfnt"
)

func TestWithStandIns(t *testing.T) {
	for _, ttf := range [][]byte{fonts.Embedded().Regular, fonts.Embedded().Bold} {
		m := map[uint16]rune{0xE000: '𬬻', 0xF8FF: '中', 0xE001: '𠂇'}
		before := slices.Clone(ttf)
		out, err := WithStandIns(ttf, m)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(before, ttf) {
			t.Fatal("the font handed over was written to")
		}
		was, is := glyphs(t, ttf), glyphs(t, out)
		for code, r := range m {
			if is(rune(code)) != was(r) || was(r) == 0 {
				t.Errorf("U+%04X has glyph %d, want %d of %q", code, is(rune(code)), was(r), r)
			}
		}
		for r := rune(0); r < 0x32000; r++ {
			if r < firstPrivate || r > lastPrivate {
				if is(r) != was(r) {
					t.Fatalf("U+%04X has glyph %d, had %d", r, is(r), was(r))
				}
			}
		}
	}
}

func glyphs(t *testing.T, ttf []byte) func(rune) sfnt.GlyphIndex {
	t.Helper()
	f, err := sfnt.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	return func(r rune) sfnt.GlyphIndex {
		g, err := f.GlyphIndex(&buf, r)
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
}

func TestWithStandInsRefused(t *testing.T) {
	ttf := fonts.Embedded().Regular
	if got, err := WithStandIns(ttf, nil); err != nil || len(got) != len(ttf) {
		t.Errorf("no stand-ins: %d bytes, %v", len(got), err)
	}
	for name, c := range map[string]struct {
		ttf  []byte
		m    map[uint16]rune
		want string
	}{
		"not a font":          {[]byte("OTTO and more bytes"), map[uint16]rune{0xE000: 'a'}, "not a TrueType file"},
		"too short":           {ttf[:40], map[uint16]rune{0xE000: 'a'}, "no table"},
		"cut short":           {ttf[:13000], map[uint16]rune{0xE000: 'a'}, "cut short"},
		"lacks the character": {ttf, map[uint16]rune{0xE000: '𠮷'}, "no glyph for '𠮷'"},
		"not a private code":  {ttf, map[uint16]rune{'A': '中'}, "U+0041 is not a private-use code"},
	} {
		_, err := WithStandIns(c.ttf, c.m)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// TestManySegments holds format 4 to what its lengths can say.
func TestManySegments(t *testing.T) {
	m := map[rune]int{}
	for i := range 9000 {
		m[rune(2*i+1)] = 1
	}
	if _, err := writeCharacterMap(m); err == nil || !strings.Contains(err.Error(), "too many segments") {
		t.Errorf("error %v", err)
	}
}
