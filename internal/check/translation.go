package check

import (
	"slices"
	"strings"

	"nianbao/internal/stat"
)

func missingTranslation(in *inspection) {
	for _, w := range slices.Concat(in.wordings, in.nameless()) {
		for _, l := range in.opt.Langs {
			if w.text.In(l) == "" {
				in.findMissing(w.place, l)
			}
		}
		in.checkScript(w)
	}
	for _, u := range in.dataset.Units {
		if u.Own() && slices.Contains(in.opt.Langs, stat.En) && (u.One == "" || u.Many == "") {
			in.findMissing(u.Place, stat.En)
		}
	}
}

func (in *inspection) findMissing(at stat.Place, l stat.Lang) {
	in.find(stat.Finding{
		Message: say("{0} has no wording in {1}. Enter one."),
		Args:    []any{at.Path, langName(l)},
		Place:   at,
	})
}

// checkScript finds texts left in the other language.
func (in *inspection) checkScript(w wording) {
	if slices.Contains(in.opt.Langs, stat.En) {
		if text := withoutReferences(w.text.En); strings.ContainsFunc(text, isHan) {
			runes := []rune(text)
			in.find(stat.Finding{
				Message: say("The English of {0} has Chinese characters: “{1}”. Translate them."),
				Args:    []any{w.place.Path, excerpt(runes, slices.IndexFunc(runes, isHan))},
				Place:   w.place,
			})
		}
	}
	chinese := w.text.Hans
	if !in.chinese() || chinese == "" || hasHan(chinese) {
		return
	}
	bare := withoutReferences(chinese)
	if bare != chinese && !hasWords(bare) {
		return // what it refers to is worded in Chinese
	}
	if hasWords(withoutReferences(w.text.En)) {
		in.find(stat.Finding{
			Severity: stat.Warning,
			Message:  say("The Chinese of {0}, “{1}”, has no Chinese characters. Translate it unless it is a name."),
			Args:     []any{w.place.Path, chinese},
			Place:    w.place,
		})
	}
}

// nameless lists names that every edition needs and the walk over texts leaves out where they are empty.
func (in *inspection) nameless() []wording {
	var empty []wording
	need := func(t stat.Text, at stat.Place) {
		if t.Empty() {
			empty = append(empty, wording{t, at.Child("name")})
		}
	}
	d := in.dataset
	need(d.Area.Name, d.Area.Place)
	for _, s := range d.Area.Scopes {
		need(s.Name, s.Place)
	}
	for _, t := range d.Themes {
		need(t.Name, t.Place)
	}
	for _, ind := range d.Indicators {
		need(ind.Name, ind.Place)
	}
	for _, p := range in.data.Projects {
		need(p.Name, p.Place)
	}
	for _, r := range in.data.Recognitions {
		need(r.Name, r.Place)
	}
	for _, n := range in.data.Initiatives {
		need(n.Name, n.Place)
	}
	return empty
}
