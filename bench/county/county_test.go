package county

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// The counties of a country: none is called like another, all are different, and the same ones come again.
func TestCounties(t *testing.T) {
	const all = 2850
	names, figures := map[string]bool{}, map[string]bool{}
	longest := 0
	for i := range all {
		han, latin := name(i)
		names[han], names[latin+Code(i)] = true, true
		longest = max(longest, utf8.RuneCountInString(han))
		files := Files(i, Size{})
		figures[files[Period+".yaml"]] = true
		if again := Files(i, Size{}); again[Period+".yaml"] != files[Period+".yaml"] {
			t.Fatalf("county %d is not the same a second time", i)
		}
	}
	if len(names) != 2*all || len(figures) != all {
		t.Errorf("%d names and %d sets of figures, want %d and %d", len(names), len(figures), 2*all, all)
	}
	if longest < 15 {
		t.Errorf("the longest name has %d characters, want at least 15", longest)
	}
}

func TestSize(t *testing.T) {
	if got := strings.Count(Files(7, Size{Indicators: 500})["indicators.yaml"], "unit:"); got != 500 {
		t.Errorf("%d indicators, want 500", got)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, 3, 5, Size{}); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 || entries[0].Name() != Code(3) || entries[1].Name() != Code(4) {
		t.Errorf("folders %v, want those of counties 3 and 4", entries)
	}
}
