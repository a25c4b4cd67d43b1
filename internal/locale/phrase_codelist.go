package locale

import (
	"slices"
	"strings"
	"sync"
)

// CodeList lists the codes of one kind that have words, in the order of tables: "measure" gives level, score,
// ratio and so on. The empty code of a kind that has one is left out. An unknown kind has no codes.
func CodeList(kind string) []string { return slices.Clone(codeLists()[kind]) }

// codeLists are the codes by their kinds.
var codeLists = sync.OnceValue(func() map[string][]string {
	lists := map[string][]string{}
	for _, p := range phraseAreas()[codeArea] {
		if kind, code, _ := strings.Cut(p.key, "."); code != "" {
			lists[kind] = append(lists[kind], code)
		}
	}
	return lists
})

// Fields lists the columns of the machine-readable tables, in order; what the column NAME means is the phrase
// "field.NAME".
func Fields() []string {
	var names []string
	for _, area := range areaNames {
		for _, p := range phraseAreas()[area] {
			if name, ok := strings.CutPrefix(p.key, "field."); ok {
				names = append(names, name)
			}
		}
	}
	return names
}
