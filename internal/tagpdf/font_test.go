package tagpdf

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFontWidths(t *testing.T) {
	for want, widths := range map[string][]int{
		"[1 [500 600] 5 [250]]": {500, 600, usualWidth, usualWidth, 250},
		"[2 [0]]":               {usualWidth, 0, usualWidth},
		"[1 [300]]":             {300},
		"[]":                    {usualWidth},
	} {
		f := Font{Widths: widths}
		if got := string(appendObject(nil, f.widths())); got != want {
			t.Errorf("%v: %s, want %s", widths, got, want)
		}
	}
}

// TestToUnicode reads a map back that has more than one section.
func TestToUnicode(t *testing.T) {
	characters := []rune{'𬬻', 'A', 0xFFFD}
	for r := rune(0x4E00); r < 0x4F00; r++ {
		characters = append(characters, r)
	}
	texts, err := readCMap(toUnicode(characters))
	if err != nil {
		t.Fatal(err)
	}
	var codes []byte
	for i := range characters {
		codes = append(codes, byte((i+1)>>8), byte(i+1))
	}
	units, err := texts.decode(nil, str(codes))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(characters), string(units)); d != "" {
		t.Errorf("other characters: %s", d)
	}
}
