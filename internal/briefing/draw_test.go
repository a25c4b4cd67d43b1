package briefing

import (
	"strings"
	"testing"

	"nianbao/fonts"
	"nianbao/internal/stat"
	"nianbao/internal/tagpdf"

	"github.com/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"
)

func onePage(items ...Item) []Page { return []Page{{Number: 1, Items: items}} }

func line(text string) Item {
	return Item{Shape: Text, X: std().Left, Y: 100, Size: 10, Text: text, Ink: Color{31, 41, 51}, Artifact: true}
}

func TestDraw(t *testing.T) {
	pages := append(onePage(line("塞北 (管理区) \\ 9")), Page{Number: 2, Items: []Item{
		{Shape: Fill, X: 10, Y: 10, W: 50, H: 4, Artifact: true}, {Shape: Rule, X: 10, Y: 20, W: 50, Artifact: true}, line("second"), {Shape: Text, X: 1, Y: 9, Size: 9, Text: "fett", Bold: true, Artifact: true},
	}})
	pdf := drawn(t, pages)
	text, err := Read(pdf)
	if want := "塞北(管理区)\\9secondfett"; err != nil || squeeze(text) != want {
		t.Errorf("got %q, %v, want %q", text, err, want)
	}
	if strings.Count(text, "\f") != 2 {
		t.Errorf("the file has not two pages: %q", text)
	}
}

// drawn returns a finished file whose pages hold only artifacts.
func drawn(t *testing.T, pages []Page) []byte {
	t.Helper()
	face, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	letters := alphabetsOf(pages)
	given, err := face.cut(letters)
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := draw(&Composition{Pages: pages}, std(), letters)
	if err != nil {
		t.Fatal(err)
	}
	tagged, err := tagpdf.Tag(pdf, tagpdf.Document{
		Root: &tagpdf.Element{Type: "Document"}, Lang: "en", Title: "t", Created: epoch, Fonts: given,
	})
	if err != nil {
		t.Fatal(err)
	}
	if pdf, err = tagged.Finish(); err != nil {
		t.Fatal(err)
	}
	return pdf
}

// An item that is neither in an element nor an artifact is an error: readers who do not see the page would miss it.
func TestDrawRefusesTheUntagged(t *testing.T) {
	it := line("untagged")
	it.Artifact = false
	if _, err := draw(&Composition{Pages: onePage(it)}, std(), alphabetsOf(onePage(it))); err == nil || !strings.Contains(err.Error(), `"untagged" belongs to no element`) {
		t.Errorf("got %v", err)
	}
}

// Every character of the typeface is drawn as itself, including digits, which the library once lost.
func TestDrawKeepsCharacters(t *testing.T) {
	for _, text := range []string{"0123456789", "()\\\r"[:3], "，。；：（）《》“”——……％", "ABCXYZabcxyz", "m²·—–", "亿万億萬縣區", "\u00a0", "𬬻𠂇", manyCharacters()} {
		if got, err := Read(drawn(t, onePage(line(text)))); err != nil || squeeze(got) != squeeze(text) {
			t.Errorf("got %q, %v, want %q", got, err, text)
		}
	}
}

// manyCharacters is enough characters for their codes to include every byte that a string must escape.
func manyCharacters() string {
	var s strings.Builder
	for r := rune(0x4E00); r < 0x6800; r++ {
		s.WriteRune(r)
	}
	return s.String()
}

// Fonts that cannot be read are an error before anything is drawn.
func TestLoadTypefaceRefuses(t *testing.T) {
	good := fonts.Embedded()
	for _, test := range []struct {
		name, wrong string
		pair        fonts.Pair
	}{
		{"no regular font", "regular font: ", fonts.Pair{Bold: good.Bold}},
		{"no bold font", "bold font: ", fonts.Pair{Regular: good.Regular}},
		{"a text", "regular font: not a font file", fonts.Pair{Regular: []byte("this is no font file"), Bold: good.Bold}},
		{"CFF outlines", "bold font: font is an OpenType font with CFF outlines", fonts.Pair{Regular: good.Regular, Bold: []byte("OTTO\x00\x00\x00\x00\x00\x00\x00\x00")}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := LoadTypeface(test.pair); err == nil || !strings.Contains(err.Error(), test.wrong) {
				t.Errorf("got %v, want an error with %q", err, test.wrong)
			}
		})
	}
}

// The library's first error stops the drawing and names its page.
func TestDrawErrorsStick(t *testing.T) {
	pages := append(onePage(line("first")), Page{Number: 2, Items: []Item{line("second")}})
	c := canvas{pdf: fpdf.New("P", "pt", "A4", ""), pen: pen{alphabets: alphabetsOf(pages)}}
	if err := c.pages(pages); err != nil {
		t.Fatal(err)
	}
	c.pdf.SetErrorf("broken")
	if err := c.pages(pages[1:]); err == nil || err.Error() != "draw page 2: broken" {
		t.Errorf("%v, want an error of page 2", err)
	}
}

// A text after a rotated one, or after a shape, has its own font, colour and position, without redundant operators. A
// text object stays open around sequences of level texts, and is inside any other.
func TestDrawState(t *testing.T) {
	red, blue := Color{200, 0, 0}, Color{0, 0, 200}
	turned, shape, last := line("b"), Item{Shape: Fill, X: 1, Y: 10, W: 9.5, H: 9, Ink: blue, Artifact: true}, line("b")
	turned.Angle, turned.Ink, turned.Bold, last.Ink, last.Y, last.Spacing = 30, red, true, red, 88, 0.25
	wide := last
	wide.X += 30
	noted := line("a")
	noted.Artifact, noted.Node = false, &Node{Kind: "P"}
	pages := onePage(line("a"), turned, line("a"), shape, last, wide, noted)
	c := canvas{pdf: fpdf.New("P", "pt", "A4", ""), pen: pen{alphabets: alphabetsOf(pages), height: 800}}
	if err := c.pages(pages); err != nil {
		t.Fatal(err)
	}
	const a, b = "(\x00\x01)Tj", "(\x00\x02)Tj"
	want := []string{
		"/Artifact BMC", ".122 .161 .2 rg", "BT", "/F1 10 Tf", "59.53 700 Td" + a, ".784 0 0 rg",
		"ET", "BT", "/F2 10 Tf", ".86603 .5 -.5 .86603 59.53 700 Tm(\x00\x01)Tj", "ET",
		".122 .161 .2 rg", "BT", "/F1 10 Tf", "59.53 700 Td" + a,
		"ET", "0 0 .784 rg", "1 790 9.5 -9 re f", ".784 0 0 rg",
		"BT", ".25 Tc", "59.53 712 Td" + b, "30 0 Td" + b, "ET", "EMC",
		"BT", "/P<</MCID 0>>BDC", ".122 .161 .2 rg", "0 Tc", "59.53 700 Td" + a, "EMC", "ET", "",
	}
	if d := cmp.Diff(strings.Join(want, "\n"), string(c.pen.ops)); d != "" {
		t.Errorf("content (-want +got):\n%s", d)
	}
}

// The first thing that cannot be worded is the error, and nothing is drawn after it.
func TestRenderReportsTheFirstFailure(t *testing.T) {
	e := areaEdition(t, "example", stat.En)
	e.Themes[0].Rows[0].Value.Measure, e.Themes[0].Rows[0].Value.Ranking = stat.Rank, nil
	pdf, err := rendered(e, options(t, e.Units, stat.En))
	if err == nil || pdf != nil || !strings.Contains(err.Error(), e.Themes[0].Rows[0].Value.ID) {
		t.Errorf("%d bytes, %v", len(pdf), err)
	}
}

// A font that cannot be cut is called by the name of its file.
func TestCutNamesFile(t *testing.T) {
	face, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	face.files.RegularFile, face.files.BoldFile = "r.ttf", "b.ttf"
	lacking := alphabet{characters: []rune{0x10FFFD}}
	for want, a := range map[string]*alphabets{"regular: r.ttf: cut font: ": {regular: lacking}, "bold: b.ttf: cut font: ": {bold: lacking}} {
		if _, err := face.cut(a); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
