package workbook

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/internal/stat"
)

// Excel allows the name of every sheet in every choice of languages.
func TestSheetNames(t *testing.T) {
	const kinds = 16 // of sheets
	d := area(t, "example")
	for _, a := range stat.Langs() {
		for _, b := range stat.Langs() {
			langs := slices.Compact([]stat.Lang{a, b})
			p, _ := planOf(t, d, langs...)
			if len(p.Sheets) != kinds {
				t.Fatalf("%v: %d sheets, want all %d kinds", langs, len(p.Sheets), kinds)
			}
			seen := map[string]bool{}
			for _, s := range p.Sheets {
				folded := strings.ToLower(s.Name)
				if n := len(utf16.Encode([]rune(s.Name))); n == 0 || n > 31 || folded == "history" || seen[folded] ||
					strings.ContainsAny(s.Name, `:\/?*[]`) || strings.Trim(s.Name, "'") != s.Name {
					t.Errorf("%v: Excel refuses the name %q", langs, s.Name)
				}
				seen[folded] = true
			}
		}
	}
}
