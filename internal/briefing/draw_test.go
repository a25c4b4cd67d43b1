package briefing

import (
	"bytes"
	"strings"
	"testing"

	"nianbao/fonts"
	"nianbao/internal/stat"
)

func onePage(items ...Item) []Page { return []Page{{Number: 1, Items: items}} }

func line(text string) Item {
	return Item{Shape: Text, X: std().Left, Y: 100, Size: 10, Text: text, Ink: Color{31, 41, 51}, Artifact: true}
}

func TestDraw(t *testing.T) {
	pages := append(onePage(line("塞北 (管理区) \\ 9")), Page{Number: 2, Items: []Item{
		{Shape: Fill, X: 10, Y: 10, W: 50, H: 4, Artifact: true}, {Shape: Rule, X: 10, Y: 20, W: 50, Artifact: true}, line("second"), {Shape: Text, X: 1, Y: 9, Size: 9, Text: "fett", Bold: true, Artifact: true},
	}})
	pdf, err := draw(&Document{Pages: pages}, std(), fonts.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	text, err := Read(pdf)
	if want := "塞北(管理区)\\9secondfett"; err != nil || squeeze(text) != want {
		t.Errorf("got %q, %v, want %q", text, err, want)
	}
	if !bytes.Contains(pdf, []byte("/Count 2")) {
		t.Error("the file has not two pages")
	}
}

// What belongs to no element and is no artifact is an error: it would be lost to whoever does not see the page.
func TestDrawRefusesTheUntagged(t *testing.T) {
	it := line("untagged")
	it.Artifact = false
	if _, err := draw(&Document{Pages: onePage(it)}, std(), fonts.Embedded()); err == nil || !strings.Contains(err.Error(), `"untagged" belongs to no element`) {
		t.Errorf("got %v", err)
	}
}

// Every character the typeface has comes out as itself: digits among them, which the library once lost.
func TestDrawKeepsCharacters(t *testing.T) {
	for _, text := range []string{"0123456789", "()\\\r"[:3], "，。；：（）《》“”——……％", "ABCXYZabcxyz", "m²·—–", "亿万億萬縣區", "\u00a0"} {
		pdf, err := draw(&Document{Pages: onePage(line(text))}, std(), fonts.Embedded())
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Read(pdf); err != nil || squeeze(got) != squeeze(text) {
			t.Errorf("got %q, %v, want %q", got, err, text)
		}
	}
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

// The library's first error stops the drawing, names its page, and gives no file.
func TestDrawErrorsStick(t *testing.T) {
	pages := append(onePage(line("first")), Page{Number: 2, Items: []Item{line("second")}})
	pdf, err := draw(&Document{Pages: pages}, std(), fonts.Pair{Regular: []byte("this is no font file"), Bold: []byte("nor is this")})
	if err == nil || pdf != nil || !strings.HasPrefix(err.Error(), "draw page 1: ") {
		t.Errorf("%d bytes, %v, want an error of page 1", len(pdf), err)
	}
}

// The first thing that cannot be worded is the error, and nothing is drawn after it.
func TestRenderReportsTheFirstFailure(t *testing.T) {
	e := areaEdition(t, "example", stat.En)
	e.Themes[0].Rows[0].Value.Measure, e.Themes[0].Rows[0].Value.Ranking = stat.Rank, nil
	pdf, err := Render(e, options(t, e.Units, stat.En))
	if err == nil || pdf != nil || !strings.Contains(err.Error(), e.Themes[0].Rows[0].Value.ID) {
		t.Errorf("%d bytes, %v", len(pdf), err)
	}
}
