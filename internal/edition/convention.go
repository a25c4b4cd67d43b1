package edition

import (
	"cmp"
	"slices"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// Conventions say how to read the figures of this edition, each in every language of the words: what they are
// counted from and compared with, which growth is real, what the units, variants and statuses in use mean. Nothing
// is explained that does not occur.
func (e *Edition) Conventions(words []*locale.Words) []map[stat.Lang]string {
	var out []map[stat.Lang]string
	for _, w := range words {
		for i, text := range e.conventions(w) {
			if i == len(out) {
				out = append(out, map[stat.Lang]string{})
			}
			out[i][w.Lang()] = text
		}
	}
	return out
}

func (e *Edition) conventions(w *locale.Words) []string {
	var out []string
	say := func(occurs bool, words string) {
		if occurs {
			out = append(out, words)
		}
	}
	inUnit := func(unit string) func(*stat.Fact) bool {
		return func(f *stat.Fact) bool { return f.Quantity.Unit == unit }
	}
	say(e.Period.Span != stat.Annual, w.Phrase("note.cumulative"))
	say(e.uses(func(f *stat.Fact) bool { return f.Measure == stat.Growth }), w.Phrase("note.compared"))
	if names := e.realNames(w); len(names) > 0 {
		say(true, w.Fill("note.real", w.List(names)))
	}
	say(true, w.Phrase("note.rounding"))
	say(e.uses(func(f *stat.Fact) bool { return f.Quantity.Mult >= 4 }), w.Phrase("note.scale"))
	say(e.uses(inUnit("MU")), w.Phrase("note.mu"))
	say(e.uses(func(f *stat.Fact) bool { return len(f.Variants) > 0 }), w.Phrase("note.variants"))
	say(len(e.Trends) > 0 && len(e.Periods) > 1, w.Phrase("note.trend"))
	say(len(e.Progress) > 0 && !e.Final(), w.Phrase("note.progress"))
	say(len(e.Progress) > 0 && e.Final(), w.Phrase("note.progress.final"))
	say(len(e.revised) > 0, w.Phrase("note.revised"))
	say(slices.ContainsFunc(e.Revisions, e.Afterwards), w.Phrase("note.revised.since"))
	for _, s := range stat.Statuses() {
		if s != stat.Normal && e.uses(func(f *stat.Fact) bool { return f.Status == s }) {
			say(true, w.Fill("note.status", w.Status(s), w.Phrase("status.meaning."+string(s))))
		}
	}
	return out
}

// Basis is the prices of a growth in per cent, or of a target for one; "" for any other fact.
func (e *Edition) Basis(f *stat.Fact) stat.Basis {
	if f.Measure != stat.Growth && f.Measure != stat.TargetGrowth {
		return ""
	}
	return cmp.Or(e.indicators[f.Subject].Basis, stat.Nominal)
}

// Real reports whether a fact is a growth at constant prices, or a target for one.
func (e *Edition) Real(f *stat.Fact) bool {
	return f != nil && e.Basis(f) == stat.Real
}

// realNames names the indicators whose growth is real, each once.
func (e *Edition) realNames(w *locale.Words) []string {
	var names []string
	for _, f := range e.Facts {
		if e.Real(f) && !slices.Contains(names, e.Subject(w, f)) {
			names = append(names, e.Subject(w, f))
		}
	}
	return names
}

// uses reports whether a fact of the edition, or a variant of one, is such.
func (e *Edition) uses(such func(*stat.Fact) bool) bool {
	return slices.ContainsFunc(e.Facts, func(f *stat.Fact) bool {
		return such(f) || slices.ContainsFunc(f.Variants, func(v stat.Figure) bool {
			variant := *f
			variant.Figure = v
			return such(&variant)
		})
	})
}
