package briefing

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

// A character that the fonts lack stops the briefing, with an error that names the page and the text.
func TestMissingGlyph(t *testing.T) {
	tests := []struct {
		name, text string
		change     func(e *edition.Edition, text string)
		wrong      []string
	}{
		{"beyond the Basic Multilingual Plane", "𠮷野区", func(e *edition.Edition, text string) { e.Area.Name.Hans = text }, []string{"page 1: ", "'𠮷' (U+20BB7)", `"𠮷野区"`}},
		{"a private-use character", "\ue000", func(e *edition.Edition, text string) { e.Area.Name.En = text }, []string{"page 1: ", "(U+E000)"}},
		{"an emoji", "Example 😀", func(e *edition.Edition, text string) { e.Area.Within.En = text }, []string{"page 1: ", "'😀' (U+1F600)", "Example"}},
		{"a script the fonts do not have", "ሀ", func(e *edition.Edition, text string) { e.Area.Sources[0].Title.En = text }, []string{"page ", "'ሀ' (U+1200)"}},
		{"a control character", "a\u0007b", func(e *edition.Edition, text string) { e.Issuer.Hans = text }, []string{"page 1: ", `'\a' (U+0007)`}},
		{"a tab", "a\tb", func(e *edition.Edition, text string) { e.Issuer.Hans = text }, []string{"page 1: ", `'\t' (U+0009)`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := areaEdition(t, "example", stat.Hans, stat.En)
			test.change(e, test.text)
			pdf, err := rendered(e, options(t, e.Units, e.Langs...))
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

// Missing glyphs are also found in running heads, which are artifacts.
func TestMissingGlyphInRunningHead(t *testing.T) {
	e := areaEdition(t, "example", stat.En)
	e.Area.Name.En, e.Sections = "𠮷", []string{"notes"}
	if _, err := rendered(e, options(t, e.Units, stat.En)); err == nil || !strings.Contains(err.Error(), "U+20BB7") {
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
		'𬬻': false, '𠮷': true, '😀': true, '\ue000': true, '\U000F0000': true, 'ሀ': true, 0: true, '\ufffd': true, '\n': true,
	} {
		if face.Lacks(r) != want {
			t.Errorf("Lacks(%q) is %v", r, !want)
		}
	}
}

// The fonts have the words of every unit known to the program.
func TestGlyphsOfUnits(t *testing.T) {
	face, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	for code, u := range stat.Units() {
		for _, r := range u.Counter.Hans + u.Counter.Hant + u.One + u.Many {
			if face.Lacks(r) {
				t.Errorf("%s: the fonts lack %q", code, r)
			}
		}
	}
}

// Characters beyond the Basic Multilingual Plane that the fonts have are drawn, in both weights and on every page, and
// are read back unchanged.
func TestBeyondTheBasicPlane(t *testing.T) {
	e := areaEdition(t, "example", stat.Hans, stat.En)
	e.Area.Name.Hans, e.Area.Within.Hans = "𬬻𠂇区", "𪩘山省"
	e.Themes[0].Name.Hans = "𬬻业"
	opt := options(t, e.Units, e.Langs...)
	doc, err := composed(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := rendered(e, opt)
	if err != nil {
		t.Fatal(err)
	}
	text, err := Read(pdf)
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[rune]int{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			for _, r := range it.Text {
				drawn[r]++
			}
		}
	}
	for _, r := range text {
		drawn[r]--
	}
	for r, n := range drawn {
		if n != 0 && !unicode.IsSpace(r) {
			t.Errorf("%q (%U): %d more on the pages than in the file", r, r, n)
		}
	}
	for _, want := range []string{"𬬻𠂇区", "𪩘山省", "𬬻业"} {
		if !strings.Contains(squeeze(text), want) {
			t.Errorf("the text does not say %q", want)
		}
	}
}

// Characters are numbered in order, separately for each weight.
func TestAlphabets(t *testing.T) {
	bold := line("b𬬻")
	bold.Bold = true
	a := alphabetsOf(onePage(line("𬬻a𠂇𬬻"), bold, line("中")))
	if got := string(a.regular.characters); got != "a中𠂇𬬻" {
		t.Errorf("regular: %q", got)
	}
	if got := string(a.bold.characters); got != "b𬬻" {
		t.Errorf("bold: %q", got)
	}
	if got := string(a.of(false).appendCodes(nil, &Item{Text: "𬬻a"})); got != "(\x00\x04\x00\x01)" {
		t.Errorf("codes %q", got)
	}
	if got := string(a.of(true).appendCodes(nil, &Item{Text: "𬬻"})); got != "(\x00\x02)" {
		t.Errorf("codes in bold %q", got)
	}
}

// Letters in other forms follow the characters, and stand for the same ones.
func TestAlphabetOfForms(t *testing.T) {
	wide, low := line("全年"), line("22")
	wide.Form, low.Form = typeset.Wide, typeset.Low
	a := alphabetsOf(onePage(wide, low, line("22")))
	if got, want := a.regular.letters(), []typeset.Letter{{Rune: '2'}, {Rune: '全'}, {Rune: '2', Form: typeset.Low}, {Rune: '年', Form: typeset.Wide}}; !slices.Equal(got, want) {
		t.Errorf("letters %v, want %v", got, want)
	}
	for want, it := range map[string]*Item{"(\x00\x02\x00\x04)": &wide, "(\x00\x03\x00\x03)": &low} {
		if got := string(a.regular.appendCodes(nil, it)); got != want {
			t.Errorf("%s: codes %q, want %q", it.Text, got, want)
		}
	}
}

// Codes are read back unchanged, whatever their bytes.
func TestCodesAreEscaped(t *testing.T) {
	var want, got []byte
	for c := range 256 {
		want = append(want, byte(c))
		got = appendByte(got, byte(c))
	}
	read := strings.NewReplacer(`\(`, "(", `\)`, ")", `\\`, `\`, `\r`, "\r").Replace(string(got))
	if read != string(want) || strings.Contains(string(got), "\r") {
		t.Errorf("%q", got)
	}
}

func TestAppendDecimal(t *testing.T) {
	for want, v := range map[string]struct{ v, places int }{
		"12.5": {1250, 2}, "9": {9, 0}, "100": {10000, 2}, ".07": {7, 2}, "-3.1": {-310, 2}, "0": {0, 4}, "-.0005": {-5, 4}, "70": {70000, 3},
	} {
		if got := string(appendDecimal(nil, v.v, v.places)); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}
