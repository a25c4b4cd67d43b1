package tidy

import (
	"encoding/json"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// facts joins the rows of the tidy table with the figures they were made of: a fact's row, then one for each
// of its variants.
func (m *documentMaker) facts(rows []wording.DataRow) []Fact {
	list := make([]Fact, 0, len(m.e.Facts))
	for _, f := range m.e.Facts {
		list = append(list, m.fact(f, f.Figure, rows[0]))
		for i, variant := range f.Variants {
			list = append(list, m.fact(f, variant, rows[1+i]))
		}
		rows = rows[1+len(f.Variants):]
	}
	return list
}

// derived joins the rows that are derived, which stand last, with what they are worked out from; nil if there are none.
func (m *documentMaker) derived(rows []wording.DataRow) []Derived {
	var list []Derived
	all := m.e.Derived()
	for i, r := range rows[len(rows)-len(all):] {
		list = append(list, Derived{
			ID: r.FactID, Of: all[i].Of, Theme: r.Theme, Indicator: r.Indicator, IndicatorZh: r.IndicatorZh, IndicatorEn: r.IndicatorEn,
			RefArea: r.RefArea, TimePeriod: r.Period.String(), Start: r.Times.Start, End: r.Times.End, Accumulation: string(r.Times.Accumulation), Freq: string(r.Times.Freq), Measure: string(r.Measure), Only: string(r.Only),
			Value: json.Number(r.Quantity.Number()), Unit: r.Quantity.Unit, Mult: r.Quantity.Mult, Decimals: r.Quantity.Decimals(), Status: string(r.Status),
		})
	}
	return list
}

func (m *documentMaker) fact(f *stat.Fact, fig stat.Figure, r wording.DataRow) Fact {
	d := Fact{
		ID: r.FactID, Theme: r.Theme, Indicator: r.Indicator, IndicatorZh: r.IndicatorZh, IndicatorEn: r.IndicatorEn,
		RefArea: r.RefArea, TimePeriod: r.Period.String(), Measure: string(r.Measure), Part: r.Part, Value: value(r.Figure),
		Unit: r.Quantity.Unit, Mult: r.Quantity.Mult, Status: string(r.Status), VariantOf: r.VariantOf,
		Start: r.Times.Start, End: r.Times.End, Accumulation: string(r.Times.Accumulation), Freq: string(r.Times.Freq), Revised: r.Revised,
		NoteZh: r.NoteZh, NoteEn: r.NoteEn, Only: string(f.Only), Basis: string(r.Basis), Growth: r.GrowthKind, Qualifier: string(fig.Qualifier),
		Words:      m.try(func(s *locale.Words) (string, error) { return wording.Figure(s, m.e, f, fig, "") }),
		Provenance: notNil(fig.From),
	}
	if r.Status.HasValue() {
		n := r.Quantity.Decimals()
		d.Decimals = &n
	}
	if k := r.Ranking; k != nil {
		d.Ranking = &Ranking{k.Scope, k.Of, string(k.By), k.Group, k.Tied}
	}
	return d
}

// turns are those of the rows of all themes; nil if there are none.
func (m *documentMaker) turns() []Turn {
	var list []Turn
	for _, t := range m.e.Themes {
		for _, r := range t.Rows {
			if r.Turn != "" {
				list = append(list, Turn{r.Indicator.Code, r.Period, string(r.Turn), m.say(func(s *locale.Words) string { return s.Turn(r.Turn) })})
			}
		}
	}
	return list
}

func (m *documentMaker) target(t edition.Target) Target {
	d := Target{
		Fact: t.Fact.ID, Indicator: t.Indicator.Code, Operator: string(t.Fact.Target.Operator), Due: t.Fact.Period,
		Baseline: t.Fact.Target.Baseline, Implied: digits(t.Implied), WhyNot: string(t.WhyNot),
	}
	d.Words = m.words(t.Fact.Target.Words)
	if t.Fact.Target.Operator == stat.Within {
		d.UpTo = digits(&t.Fact.Target.UpTo)
	}
	if q := t.Fact.Target.Tolerance; q.Unit != "" {
		d.Tolerance = amount(&q)
	}
	if t.Implied != nil {
		d.Unit, d.Mult = t.Implied.Unit, t.Implied.Mult
	}
	return d
}

func (m *documentMaker) progress(p edition.Progress) Progress {
	return Progress{
		Fact: p.Fact.ID, Done: factID(p.Done), Standing: string(p.Standing), Why: string(p.Why), Yardstick: string(p.Yardstick),
		Reach: digits(p.Reach), Pace: *digits(&p.Pace), Gap: digits(p.GapPoints()), Left: amount(p.Left), Needed: digits(p.Needed),
		NoNeed: string(p.NoNeed),
		Words:  m.say(func(s *locale.Words) string { return s.CodeWord("standing", string(p.Standing)) }),
	}
}

// history is nil if the edition looks back on nothing.
func (m *documentMaker) history() *History {
	h := m.e.History
	if len(h.Past) == 0 {
		return nil
	}
	d := &History{
		Since: h.Since.String(), Periods: each(h.Periods, stat.Period.String), Years: each(h.Years, stat.Period.String),
		Trends: each(h.Trends, func(t edition.Trend) Trend {
			return Trend{t.Indicator.Code, each(t.Growth, factID), each(t.Values, factID), each(t.Years, factID)}
		}),
		Rankings: []RankWas{},
	}
	for _, r := range m.e.Rankings {
		if len(r.Earlier) == 0 {
			continue
		}
		was := RankWas{Fact: r.Fact.ID, Earlier: each(r.Earlier, factID)}
		if places, ok := r.Moved(); ok {
			was.Risen = &places
		}
		d.Rankings = append(d.Rankings, was)
	}
	return d
}

func (m *documentMaker) revision(r edition.Revision) Revision {
	d := Revision{
		Fact: r.Fact.ID, Kind: string(r.Kind), Change: amount(r.Change), Given: r.Given.String(), Revised: r.Revised.String(),
		Release: r.Release, Date: r.Date, Later: r.Later, Brought: r.Brought,
	}
	if r.Kind != edition.Added {
		d.Old = m.revised(r.Old, func(s *locale.Words) string { return wording.OldFigure(s, m.e, r) })
	}
	if r.Kind != edition.Withdrawn {
		d.New = m.revised(r.New, func(s *locale.Words) string { return wording.NewFigure(s, m.e, r) })
	}
	return d
}

func (m *documentMaker) revised(fig stat.Figure, words func(*locale.Words) string) *RevisionFigure {
	return &RevisionFigure{value(fig), fig.Quantity.Unit, fig.Quantity.Mult, string(fig.Status), m.say(words)}
}

func (m *documentMaker) project(p stat.Project) Project {
	return Project{
		Code: p.Code, Name: m.words(p.Name), Theme: p.Theme, Status: string(p.Status),
		Partners:   each(p.Partners, func(one stat.Partner) Partner { return Partner{m.words(one.Name), m.words(one.Role)} }),
		Figures:    each(p.Figures, func(f stat.ProjectFigure) string { return f.Fact }),
		Note:       m.words(p.Note),
		Provenance: notNil(p.Provenance),
	}
}

func (m *documentMaker) milestone(s edition.Milestone) Milestone {
	return Milestone{s.Project.Code, s.Code, string(s.Step), s.Date, m.words(s.Text), s.New, notNil(s.Provenance)}
}

func (m *documentMaker) recognition(r stat.Recognition) Recognition {
	return Recognition{
		r.Code, m.words(r.Name), m.words(r.Holder), r.Theme, string(r.Tier), string(r.Honour), r.Date, m.words(r.Note), notNil(r.Provenance),
	}
}

func (m *documentMaker) initiative(n stat.Initiative) Initiative {
	return Initiative{n.Code, m.words(n.Name), n.Theme, string(n.Kind), n.Date, m.words(n.Note), notNil(n.Provenance)}
}

// compositions are nil if there are none.
func (m *documentMaker) compositions() []Composition {
	var list []Composition
	for _, c := range m.e.Compositions() {
		list = append(list, Composition{c.ID, c.Indicator.Code, each(c.Shares, factID), m.say(func(s *locale.Words) string {
			words := ""
			for _, part := range wording.Composition(s, c) {
				words += part.Words
			}
			return words
		})})
	}
	return list
}
