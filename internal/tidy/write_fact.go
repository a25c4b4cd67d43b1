package tidy

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// facts joins the rows of the tidy table with the figures they were made of: a fact's row, then one for each
// of its variants.
func (w *writer) facts(rows []edition.DataRow) {
	w.List("facts")
	for _, f := range w.e.Facts {
		w.fact(f, f.Figure, rows[0])
		for i, variant := range f.Variants {
			w.fact(f, variant, rows[1+i])
		}
		rows = rows[1+len(f.Variants):]
	}
	w.End()
}

func (w *writer) fact(f *stat.Fact, fig stat.Figure, r edition.DataRow) {
	w.Element()
	w.Text("fact_id", r.FactID)
	w.Text("theme", r.Theme)
	w.Text("indicator", r.Indicator)
	w.Text("indicator_zh", r.IndicatorZh)
	w.Text("indicator_en", r.IndicatorEn)
	w.Text("ref_area", r.RefArea)
	w.Text("time_period", r.Period.String())
	w.Text("measure", string(r.Measure))
	w.value(r.Figure)
	w.Text("unit_measure", r.Quantity.Unit)
	w.Int("unit_mult", r.Quantity.Mult)
	if r.Status.HasValue() {
		w.Int("decimals", r.Quantity.Decimals())
	} else {
		w.Null("decimals")
	}
	w.Text("obs_status", string(r.Status))
	w.SomeText("variant_of", r.VariantOf)
	w.SomeText("note_zh", r.NoteZh)
	w.SomeText("note_en", r.NoteEn)
	if b := w.e.Basis(f); b != "" {
		w.Text("price_basis", string(b))
	}
	if f.Measure == stat.Growth || f.Measure == stat.Change || f.Measure == stat.TargetGrowth {
		w.Text("growth_kind", yearOnYear)
	}
	w.SomeText("qualifier", string(fig.Qualifier))
	w.say("words", func(s *locale.Words) string { return w.try(s.Fact(f, fig, w.e.Area, "")) })
	w.provenance(fig.From)
	if k := r.Ranking; k != nil {
		w.ranking(*k)
	}
	w.End()
}

// value is the value of a figure; null if it is missing.
func (w *writer) value(f stat.Figure) {
	if f.Status.HasValue() {
		w.Digits("obs_value", f.Quantity.Number())
	} else {
		w.Null("obs_value")
	}
}

func (w *writer) provenance(from []stat.Provenance) {
	list(w, "provenance", from, func(p stat.Provenance) {
		w.Text("source", p.Source)
		w.Text("ref", p.Ref)
		w.SomeText("printed", p.Printed)
	})
}

func (w *writer) ranking(k stat.Ranking) {
	w.Object("ranking")
	w.Text("scope", k.Scope)
	w.SomeInt("of", k.Of)
	w.SomeText("by", string(k.By))
	w.SomeText("group", k.Group)
	w.True("tied", k.Tied)
	w.End()
}

func (w *writer) targets() {
	list(w, "targets", w.e.AllTargets(), func(t edition.Target) {
		w.Text("fact_id", t.Fact.ID)
		w.Text("indicator", t.Indicator.Code)
		w.Text("operator", string(t.Fact.Target.Operator))
		w.Text("due", t.Fact.Period.String())
		w.SomeText("baseline", t.Fact.Target.Baseline)
		if q := t.Fact.Target.Tolerance; q.Unit != "" {
			w.amount("tolerance", &q)
		}
		if t.Implied != nil {
			w.Digits("implied_level", t.Implied.Number())
			w.SomeText("unit_measure", t.Implied.Unit)
			w.SomeInt("unit_mult", t.Implied.Mult)
		}
		w.SomeText("no_implied_level", string(t.WhyNot))
	})
}

// amount is a quantity with its unit, left out if there is none.
func (w *writer) amount(name string, q *stat.Quantity) {
	if q == nil {
		return
	}
	w.Object(name)
	w.Digits("value", q.Number())
	w.Text("unit_measure", q.Unit)
	w.Int("unit_mult", q.Mult)
	w.End()
}

// digits is the number of a quantity, left out if there is none.
func (w *writer) digits(name string, q *stat.Quantity) {
	if q != nil {
		w.Digits(name, q.Number())
	}
}

// yearOnYear is the kind of every growth that the program holds: against the same period a year earlier.
const yearOnYear = "year_on_year"
