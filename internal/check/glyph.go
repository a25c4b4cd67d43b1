package check

import (
	"fmt"

	"nianbao/internal/stat"
)

func glyphRules() []Rule {
	return []Rule{{
		ID: "missing-glyph", Severity: stat.Error,
		Doc: say("字体应包含全部所用文字的字形。", "The fonts have a glyph for every character that is printed."),
		run: missingGlyph,
	}}
}

func missingGlyph(in *inspection) {
	if in.opt.Lacks == nil {
		return
	}
	for _, w := range in.wordings {
		for _, l := range in.opt.Langs {
			in.checkGlyphs(w.place, w.text.In(l), langName(l))
		}
	}
	for _, u := range in.dataset.Units {
		if u.Place != (stat.Place{}) {
			in.checkGlyphs(u.Place, u.One+u.Many, langName(stat.En))
		}
	}
	for _, f := range in.facts {
		for _, fig := range figures(f) {
			for _, from := range fig.From {
				in.checkGlyphs(fig.Place, from.Printed, stat.Text{Hans: "来源原文", Hant: "來源原文", En: "the source's own print"})
			}
		}
	}
}

// checkGlyphs reports each lacking character of a text once. Line ends and tabs are never drawn.
func (in *inspection) checkGlyphs(at stat.Place, s string, where stat.Text) {
	seen := map[rune]bool{'\n': true, '\r': true, '\t': true}
	for _, r := range s {
		if seen[r] {
			continue
		}
		seen[r] = true
		if !in.opt.Lacks(r) {
			continue
		}
		in.find(stat.Finding{
			Message: say("“{0}”（{1}）中的“{2}”（{3}）在所用字体中没有字形。请换字或换用含该字的字体。",
				"{2} ({3}) in {0} ({1}) has no glyph in the fonts. Use another character, or fonts that have it."),
			Args:  []any{at.Path, where, string(r), fmt.Sprintf("U+%04X", r)},
			Place: at,
		})
	}
}
