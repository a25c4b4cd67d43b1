package check

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nianbao/internal/stat"
)

// translationNumbers finds texts whose languages hold different numbers. A number that only one of them has is let alone: a
// translation may leave it out.
func translationNumbers(in *inspection) {
	for _, w := range in.wordings {
		hans, en := withoutReferences(w.text.Hans), withoutReferences(w.text.En)
		if hans == "" || en == "" || !mayHoldFigures(hans+en) {
			continue
		}
		a, b := hansNumbers(norm.NFKC.String(hans)), enNumbers(norm.NFKC.String(en))
		onlyHans, onlyEn := a.beyond(b), b.beyond(a)
		if len(onlyHans.figures)+len(onlyEn.figures) == 0 {
			continue
		}
		x, y := slices.Concat(onlyHans.figures, onlyHans.words), slices.Concat(onlyEn.figures, onlyEn.words)
		if len(x) == 0 || len(y) <= a.converted(b) {
			continue
		}
		in.find(stat.Finding{
			Message: say("The languages of {0} hold different numbers: {1} in Chinese, {2} in English. Correct one of them."),
			Args:    []any{w.place.Path, strings.Join(x, ", "), strings.Join(y, ", ")},
			Place:   w.place,
		})
	}
}

// mayHoldFigures reports whether a text has a digit, or a word that a number stands with.
func mayHoldFigures(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) || strings.Contains(text, "每") || strings.Contains(text, "分之")
}
