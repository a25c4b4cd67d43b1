package tidy

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/prettyjson"
	"nianbao/internal/stat"
)

func (w *writer) progress() {
	someList(w, "progress", w.e.Progress, func(p edition.Progress) {
		w.Text("fact_id", p.Fact.ID)
		w.SomeText("done_fact", factID(p.Done))
		w.Text("standing", string(p.Standing))
		w.SomeText("not_judged", string(p.Why))
		w.SomeText("yardstick", string(p.Yardstick))
		w.digits("share_done", p.Reach)
		w.Digits("share_of_year", p.Pace.Number())
		w.digits("gap_points", p.Gap)
		w.amount("left", p.Left)
		w.digits("growth_needed", p.Needed)
		w.SomeText("no_growth_needed", string(p.NoNeed))
		w.say("words", func(s *locale.Words) string { return s.CodeWord("standing", string(p.Standing)) })
	})
}

func (w *writer) history() {
	h := w.e.History
	if len(h.Past) == 0 {
		return
	}
	w.Object("history")
	w.SomeText("edition_before", h.Since.String())
	w.periods("periods", h.Periods)
	w.periods("same_period", h.Years)
	list(w, "trends", h.Trends, func(t edition.Trend) {
		w.Text("indicator", t.Indicator.Code)
		w.ids("growth", t.Growth)
		if len(t.Values) > 0 {
			w.ids("values", t.Values)
		}
		w.ids("same_period", t.Years)
	})
	w.List("rankings")
	for _, r := range w.e.Rankings {
		if len(r.Earlier) == 0 {
			continue
		}
		w.Element()
		w.Text("fact_id", r.Fact.ID)
		w.ids("earlier", r.Earlier)
		if places, ok := r.Moved(); ok {
			w.Int("places_risen", places)
		}
		w.End()
	}
	w.End()
	w.End()
}

func (w *writer) periods(name string, all []stat.Period) {
	prettyjson.Items(w.Writer, name, all, stat.Period.String)
}

func (w *writer) ids(name string, facts []*stat.Fact) {
	prettyjson.Items(w.Writer, name, facts, factID)
}

func (w *writer) revisions() {
	someList(w, "revisions", w.e.Revisions, func(r edition.Revision) {
		w.Text("fact_id", r.Fact.ID)
		w.Text("revision_kind", string(r.Kind))
		if r.Kind != edition.Added {
			w.revised("old", r.Old, func(s *locale.Words) string { return w.e.OldWords(s, r) })
		}
		if r.Kind != edition.Withdrawn {
			w.revised("new", r.New, func(s *locale.Words) string { return w.e.NewWords(s, r) })
		}
		w.amount("change", r.Change)
		w.SomeText("given_in", r.Given.String())
		w.SomeText("revised_in", r.Revised.String())
		w.SomeInt("release", r.Release)
		w.SomeText("release_date", r.Date.String())
		w.SomeInt("new_release", r.Later)
		w.SomeText("new_release_date", r.Brought.String())
	})
}

func (w *writer) revised(name string, fig stat.Figure, words func(*locale.Words) string) {
	w.Object(name)
	w.value(fig)
	w.Text("unit_measure", fig.Quantity.Unit)
	w.Int("unit_mult", fig.Quantity.Mult)
	w.Text("obs_status", string(fig.Status))
	w.say("words", words)
	w.End()
}
