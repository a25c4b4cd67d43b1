package check

import (
	"fmt"
	"strings"

	"nianbao/internal/stat"
)

func missingGlyph(in *inspection) {
	if in.opt.Lacks == nil {
		return
	}
	for _, r := range "\n\r\t" { // line ends and tabs are never drawn
		in.drawn.add(r)
	}
	for _, w := range in.wordings {
		for _, l := range in.opt.Langs {
			in.checkGlyphs(w.place, w.text.In(l), l.Chinese(), langName(l))
		}
	}
	for _, u := range in.dataset.Units {
		if u.Own() {
			in.checkGlyphs(u.Place, u.One+u.Many, false, langName(stat.En))
		}
	}
	address := stat.Text{Hans: "网址", Hant: "網址", En: "address"}
	in.findLacking(in.dataset.Area.Licence.Place.Child("url"), in.dataset.Area.Licence.URL, address)
	for _, s := range in.dataset.Area.Sources {
		in.findLacking(s.Place.Child("url"), s.URL, address)
	}
	for _, f := range in.facts {
		for fig := range figures(f) {
			for _, from := range fig.From {
				in.checkGlyphs(fig.Place, from.Printed, false, asPrinted())
			}
		}
	}
}

func asPrinted() stat.Text {
	return stat.Text{Hans: "来源原文", Hant: "來源原文", En: "the source's own print"}
}

// checkGlyphs reports each lacking character of a text once, but for those whose ordinary form [characterForm] proposes.
func (in *inspection) checkGlyphs(at stat.Place, s string, wide bool, where stat.Text) {
	usual, _ := ordinary(s, wide)
	in.findLacking(at, usual, where)
}

func (in *inspection) findLacking(at stat.Place, s string, where stat.Text) {
	for i, r := range s {
		if in.drawn.has(r) {
			continue
		}
		if !in.opt.Lacks(r) {
			in.drawn.add(r)
			continue
		}
		if strings.ContainsRune(s[:i], r) {
			continue
		}
		in.find(stat.Finding{
			Message: say("{2} ({3}) in {0} ({1}) has no glyph in the fonts. Use another character, or fonts that have it."),
			Args:    []any{at.Path, where, string(r), fmt.Sprintf("U+%04X", r)},
			Place:   at,
		})
	}
}

// runeSet holds characters of the basic plane; of others it holds none.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) has(r rune) bool { return r < 1<<16 && s[r/64]&(1<<(r%64)) != 0 }

func (s *runeSet) add(r rune) {
	if r < 1<<16 {
		s[r/64] |= 1 << (r % 64)
	}
}
