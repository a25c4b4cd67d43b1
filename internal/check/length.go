package check

import (
	"unicode/utf8"

	"nianbao/internal/stat"
)

// longest is how many characters a text has at most: of Chinese some twenty pages.
const longest = 20_000

// longText finds texts that are whole documents, pasted in the place of a sentence.
func longText(in *inspection) {
	long := func(_ stat.Lang, s string) (string, bool) {
		return s, len(s) > longest && utf8.RuneCountInString(s) > longest
	}
	find := func(at stat.Place, s string, where stat.Text) {
		in.find(stat.Finding{
			Severity: stat.Error,
			Message:  say("{0} ({1}) has {2} characters, and a text {3} at most. Divide it into several."),
			Args:     []any{at.Path, where, utf8.RuneCountInString(s), longest},
			Place:    at,
		})
	}
	for _, w := range in.wordings {
		for _, bad := range in.faults(w.text, long) {
			find(w.place, bad.passage, langName(bad.lang))
		}
	}
	for _, f := range in.facts {
		for fig := range figures(f) {
			for _, from := range fig.From {
				if s, is := long("", from.Printed); is {
					find(fig.Place, s, asPrinted())
				}
			}
		}
	}
}
