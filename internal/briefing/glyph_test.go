package briefing

import (
	"strings"
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// A character the fonts cannot show stops the briefing, with its page and the text it stands in.
func TestMissingGlyph(t *testing.T) {
	tests := []struct {
		name, text string
		change     func(e *edition.Edition, text string)
		wrong      []string
	}{
		{"beyond the Basic Multilingual Plane", "𠮷野区", func(e *edition.Edition, text string) { e.Area.Name.Hans = text }, []string{"page 1: ", "'𠮷' (U+20BB7)", `"𠮷野区"`}},
		{"an emoji", "Example 😀", func(e *edition.Edition, text string) { e.Area.Within.En = text }, []string{"page 1: ", "'😀' (U+1F600)", "Example"}},
		{"a script the fonts do not have", "ሀ", func(e *edition.Edition, text string) { e.Area.Sources[0].Title.En = text }, []string{"page ", "'ሀ' (U+1200)"}},
		{"a control character", "a\u0007b", func(e *edition.Edition, text string) { e.Issuer.Hans = text }, []string{"page 1: ", `'\a' (U+0007)`}},
		{"a tab", "a\tb", func(e *edition.Edition, text string) { e.Issuer.Hans = text }, []string{"page 1: ", `'\t' (U+0009)`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := areaEdition(t, "example", stat.Hans, stat.En)
			test.change(e, test.text)
			pdf, err := Render(e, options(t, e.Units, e.Langs...))
			if err == nil || pdf != nil {
				t.Fatalf("%d bytes, %v", len(pdf), err)
			}
			for _, part := range append(test.wrong, "the fonts have no glyph for") {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %q", err, part)
				}
			}
		})
	}
}

// Missing glyphs are found in running heads too, which are no part of the document's text.
func TestMissingGlyphInRunningHead(t *testing.T) {
	e := areaEdition(t, "example", stat.En)
	e.Area.Name.En, e.Sections = "𠮷", []string{"notes"}
	if _, err := Render(e, options(t, e.Units, stat.En)); err == nil || !strings.Contains(err.Error(), "U+20BB7") {
		t.Errorf("got %v", err)
	}
}

func TestLacks(t *testing.T) {
	face, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	for r, want := range map[rune]bool{
		'塞': false, '縣': false, 'A': false, '9': false, '％': false, '²': false, '—': false, '…': false, ' ': false, '\u00a0': false,
		'𠮷': true, '😀': true, 'ሀ': true, 0: true, '\ufffd': true, '\n': true,
	} {
		if face.Lacks(r) != want {
			t.Errorf("Lacks(%q) is %v", r, !want)
		}
	}
}
