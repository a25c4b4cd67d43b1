package tidy

import (
	"encoding/json"
	"maps"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

type builder struct {
	e        *edition.Edition
	speakers []*locale.Words
}

func (b builder) words(t stat.Text) Words { return words(b.speakers, t) }

func (b builder) document(rows []edition.DataRow) (*Document, error) {
	e := b.e
	doc := &Document{
		Format: Format, Area: b.area(), Period: e.Period, Languages: e.Langs, Issuer: b.words(e.Issuer),
		Status: "final", ReleaseDate: e.Release, Sections: e.Sections,
		Sources: b.sources(), Units: b.units(), Themes: b.themes(),
		Targets: b.targets(), Projects: b.projects(), Milestones: b.milestones(),
		Recognitions: b.recognitions(), Initiatives: b.initiatives(),
		Progress: b.progress(), History: b.history(), Revisions: b.revisions(),
		Findings: Findings(e.Findings, b.speakers),
	}
	if e.Draft {
		doc.Status = "draft"
	}
	var err error
	if doc.Facts, err = b.facts(rows); err != nil {
		return nil, err
	}
	if doc.Sentences, err = b.sentences(); err != nil {
		return nil, err
	}
	doc.Notes, err = b.notes()
	return doc, err
}

func (b builder) area() Area {
	a := b.e.Area
	out := Area{Code: a.Code, Name: b.words(a.Name), Within: b.words(a.Within), Sample: a.Sample, Scopes: []Scope{}}
	for _, s := range a.Scopes {
		out.Scopes = append(out.Scopes, Scope{s.Code, b.words(s.Name), s.Of})
	}
	return out
}

func (b builder) sources() []Source {
	out := []Source{}
	for _, s := range b.e.Area.Sources {
		out = append(out, Source{s.Code, b.words(s.Title), b.words(s.Publisher), b.words(s.Credit), s.Date, s.URL})
	}
	return out
}

func (b builder) units() []Unit {
	out := []Unit{}
	for _, code := range slices.Sorted(maps.Keys(b.e.Units)) {
		if u := b.e.Units[code]; u.Many != "" {
			out = append(out, Unit{code, b.words(u.Counter), u.One, u.Many})
		}
	}
	return out
}

func (b builder) themes() []Theme {
	out := []Theme{}
	for _, t := range b.e.Themes {
		out = append(out, Theme{t.Code, b.words(t.Name)})
	}
	return out
}

// facts joins the rows of the tidy table with the figures they were made of: a fact's row, then one for each
// of its variants.
func (b builder) facts(rows []edition.DataRow) ([]Fact, error) {
	out := make([]Fact, 0, len(rows))
	for _, f := range b.e.Facts {
		for _, fig := range append([]stat.Figure{f.Figure}, f.Variants...) {
			fact, err := b.fact(f, fig, rows[len(out)])
			if err != nil {
				return nil, err
			}
			out = append(out, fact)
		}
	}
	return out, nil
}

func (b builder) fact(f *stat.Fact, fig stat.Figure, r edition.DataRow) (Fact, error) {
	fact := Fact{
		ID: r.FactID, Theme: r.Theme, Indicator: r.Indicator, IndicatorZh: r.IndicatorZh, IndicatorEn: r.IndicatorEn,
		RefArea: r.RefArea, TimePeriod: r.Period.String(), Measure: string(r.Measure),
		Unit: r.Quantity.Unit, Mult: r.Quantity.Mult, Status: string(r.Status), VariantOf: r.VariantOf,
		NoteZh: r.NoteZh, NoteEn: r.NoteEn, Qualifier: string(fig.Qualifier), Words: Words{},
		Provenance: append([]stat.Provenance{}, fig.From...),
	}
	if r.Status.HasValue() {
		n, d := json.Number(r.Quantity.Number()), r.Quantity.Decimals()
		fact.Value, fact.Decimals = &n, &d
	}
	for _, w := range b.speakers {
		text, err := w.Fact(f, fig, b.e.Area, "")
		if err != nil {
			return Fact{}, err
		}
		fact.Words[w.Lang()] = text
	}
	if k := r.Ranking; k != nil {
		fact.Ranking = &Ranking{k.Scope, k.Of, string(k.By), k.Group, k.Tied}
	}
	return fact, nil
}

func (b builder) targets() []Target {
	out := []Target{}
	for _, t := range b.e.AllTargets() {
		row := Target{
			Fact: t.Fact.ID, Indicator: t.Indicator.Code, Operator: string(t.Fact.Target.Operator),
			Due: t.Fact.Period, Baseline: t.Fact.Target.Baseline, WhyNot: string(t.WhyNot),
		}
		if q := t.Fact.Target.Tolerance; q.Unit != "" {
			row.Tolerance = &Tolerance{json.Number(q.Number()), q.Unit, q.Mult}
		}
		if t.Implied != nil {
			n := json.Number(t.Implied.Number())
			row.Implied, row.Unit, row.Mult = &n, t.Implied.Unit, t.Implied.Mult
		}
		out = append(out, row)
	}
	return out
}
