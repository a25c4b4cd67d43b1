package tidy

import (
	"cmp"
	"slices"

	"nianbao/internal/locale"
	"nianbao/internal/prettyjson"
	"nianbao/internal/stat"
)

// indicators are those that the edition has a fact of.
func (w *writer) indicators() {
	all := w.e.Indicators()
	list(w, "indicators", all, func(ind stat.Indicator) {
		w.Text("code", ind.Code)
		w.text("name", ind.Name)
		w.Text("theme", ind.Theme)
		w.Text("unit_measure", ind.Unit)
		w.Int("unit_mult", ind.Mult)
		w.Text("price_basis", string(cmp.Or(ind.Basis, stat.Nominal)))
		w.SomeText("better", string(ind.Better))
		w.Text("timing", string(w.e.Timing(ind)))
		w.Bool("headline", ind.Headline)
		w.someTexts("parents", parents(ind.Code, all))
		w.someTexts("parts", ind.Parts)
		w.someTexts("includes", ind.Includes)
		w.SomeText("rate_of", ind.RateOf)
		w.someText("note", ind.Note)
	})
}

// parents are the indicators that one is a part of, or contained in.
func parents(code string, all []stat.Indicator) []string {
	var list []string
	for _, ind := range all {
		if slices.Contains(ind.Parts, code) || slices.Contains(ind.Includes, code) {
			list = append(list, ind.Code)
		}
	}
	return list
}

// someTexts is a list of texts, left out if it is empty.
func (w *writer) someTexts(name string, texts []string) {
	if len(texts) > 0 {
		w.Texts(name, texts)
	}
}

// unitKey is a unit with its power of ten.
type unitKey struct {
	code string
	mult int
}

// labels are the words of the periods and units of the facts, in the order in which they come first.
func (w *writer) labels() {
	var periods []stat.Period
	var units []unitKey
	seenPeriods, seenUnits := map[stat.Period]bool{}, map[unitKey]bool{}
	for _, f := range w.e.Facts {
		if !seenPeriods[f.Period] {
			seenPeriods[f.Period] = true
			periods = append(periods, f.Period)
		}
		for _, fig := range append([]stat.Figure{f.Figure}, f.Variants...) {
			key := unitKey{fig.Quantity.Unit, fig.Quantity.Mult}
			if !seenUnits[key] {
				seenUnits[key] = true
				units = append(units, key)
			}
		}
	}
	w.Object("labels")
	prettyjson.Objects(w.Writer, "periods", periods, func(p stat.Period) {
		w.Text("time_period", p.String())
		w.say("words", func(s *locale.Words) string { return s.Period(p) })
	})
	prettyjson.Objects(w.Writer, "units", units, func(u unitKey) {
		w.Text("unit_measure", u.code)
		w.Int("unit_mult", u.mult)
		w.say("words", func(s *locale.Words) string { return s.Unit(u.code, u.mult) })
	})
	w.End()
}
