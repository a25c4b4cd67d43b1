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
	datasets := []*stat.Dataset{full(), area(t, "saibei"), area(t, "example"), area(t, "tongjian")}
	kinds := map[string]bool{}
	for _, a := range stat.Langs() {
		for _, b := range stat.Langs() {
			langs := slices.Compact([]stat.Lang{a, b})
			for _, d := range datasets {
				seen := map[string]bool{}
				for _, s := range sheetsOf(t, d, langs...) {
					kinds[s.id] = true
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
	if want := 18; len(kinds) != want {
		t.Errorf("sheets of %d kinds, want all %d: %v", len(kinds), want, kinds)
	}
}

// A sheet without entries is omitted.
func TestNoEmptySheets(t *testing.T) {
	d := small()
	d.Periods[0].Facts, d.Periods[0].Projects = d.Periods[0].Facts[:1], nil
	d.Periods[0].Recognitions, d.Periods[0].Initiatives = nil, nil
	var ids []string
	for _, s := range sheetsOf(t, d, stat.En) {
		ids = append(ids, s.id)
	}
	if want := []string{"cover", "contents", "key", "indicators", "notes", "codebook", "data"}; !slices.Equal(ids, want) {
		t.Errorf("sheets %q, want %q", ids, want)
	}
}
