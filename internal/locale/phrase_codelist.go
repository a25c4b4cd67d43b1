package locale

import "strings"

// CodeList lists the codes of one kind that have words, in the order of tables: "measure" gives level, score,
// ratio and so on. The empty code of a kind that has one is left out. An unknown kind has no codes.
func CodeList(kind string) []string {
	var codes []string
	for _, p := range codePhrases {
		if code, ok := strings.CutPrefix(p.key, kind+"."); ok && code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}

// CodeWord words a code of a kind, as [CodeList] gives it; one that has no words stands for itself.
func (w *Words) CodeWord(kind, code string) string { return w.code(kind, code) }

// Fields lists the columns of the machine-readable tables, in order; what the column NAME means is the phrase
// "field.NAME".
func Fields() []string {
	var names []string
	for _, list := range phraseAreas() {
		for _, p := range list {
			if name, ok := strings.CutPrefix(p.key, "field."); ok {
				names = append(names, name)
			}
		}
	}
	return names
}
