package tidy

import (
	"encoding/json"
	"maps"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// documentMaker fills the document of an edition. Its first error is kept.
type documentMaker struct {
	e        *edition.Edition
	speakers []*locale.Words
	err      error
}

// newDocument is what edition.json says. Speakers are the words of every language that it holds; rows are the edition's
// tidy table.
func newDocument(e *edition.Edition, rows []wording.DataRow, speakers []*locale.Words) (*Document, error) {
	m := &documentMaker{e: e, speakers: speakers}
	d := &Document{
		Format: Format, Area: m.area(), Period: e.Period, Template: m.words(e.Title), Languages: notNil(e.Langs), Issuer: m.words(e.Issuer), Status: "final",
		Release: e.Number, ReleaseDate: e.Release, Next: e.Next, Sections: notNil(e.Sections),
		Sources: each(e.Area.Sources, m.source), Units: m.units(),
		Themes:     each(e.Themes, func(t edition.Theme) Theme { return Theme{t.Code, m.words(t.Name)} }),
		Indicators: m.indicators(), Labels: m.labels(), Codes: each(codesOf(e), func(c listed) Code { return Code{c.list, c.code, m.say(c.words)} }),
		Facts: m.facts(rows), Derived: m.derived(rows), Compositions: m.compositions(), Turns: m.turns(), Targets: each(e.AllTargets(), m.target),
		Projects: each(e.Projects, m.project), Milestones: each(e.Milestones, m.milestone),
		Recognitions: each(e.Recognitions, m.recognition), Initiatives: each(e.Initiatives, m.initiative),
		Progress: each(e.Progress, m.progress), History: m.history(), Revisions: each(e.Revisions, m.revision),
		Sentences: m.sentences(), Remarks: each(e.Remarks, m.remark), Notes: each(e.Notes, m.note), Findings: Findings(e.Findings, speakers),
	}
	d.Title = m.say(func(w *locale.Words) string { return wording.Title(w, e) })
	if e.Draft {
		d.Status = "draft"
	}
	return d, m.err
}

// each makes one thing of each item. The list is never nil.
func each[T, D any](items []T, of func(T) D) []D {
	list := make([]D, len(items))
	for i, item := range items {
		list[i] = of(item)
	}
	return list
}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// say puts something into the words of every language.
func (m *documentMaker) say(words func(*locale.Words) string) Words { return say(m.speakers, words) }

// try is say of what can fail.
func (m *documentMaker) try(words func(*locale.Words) (string, error)) Words {
	return m.say(func(s *locale.Words) string {
		text, err := words(s)
		if m.err == nil {
			m.err = err
		}
		return text
	})
}

// words is a text in every language; nil if it is empty.
func (m *documentMaker) words(t stat.Text) Words { return words(m.speakers, t) }

func (m *documentMaker) area() Area {
	a := m.e.Area
	return Area{
		Code: a.Code, Official: string(a.Official), Name: m.words(a.Name), Within: m.words(a.Within), Contact: m.words(a.Contact), Licence: m.licence(a.Licence),
		Sample: a.Sample,
		Scopes: each(a.Scopes, func(s stat.Scope) Scope { return Scope{s.Code, m.words(s.Name), s.Of} }),
	}
}

// licence is nil if none is known.
func (m *documentMaker) licence(l stat.Licence) *Licence {
	if l.Name.Empty() {
		return nil
	}
	return &Licence{l.Code, m.words(l.Name), l.URL}
}

func (m *documentMaker) source(s stat.Source) Source {
	return Source{s.Code, m.words(s.Title), m.words(s.Publisher), m.words(s.Credit), s.Date, s.URL}
}

// units are those that the area declares.
func (m *documentMaker) units() []Unit {
	codes := slices.DeleteFunc(slices.Sorted(maps.Keys(m.e.Units)), func(code string) bool { return !m.e.Units[code].Declared() })
	return each(codes, func(code string) Unit {
		u := m.e.Units[code]
		return Unit{code, u.KindBesideCount(), m.words(u.Counter), u.One, u.Many}
	})
}

// indicators are those that the edition has a fact of.
func (m *documentMaker) indicators() []Indicator {
	all := m.e.Indicators()
	parents := parentsOf(all)
	return each(all, func(ind stat.Indicator) Indicator {
		partOf, breakdown := m.e.PartOf(ind.Code)
		return Indicator{
			Code: ind.Code, Name: m.words(ind.Name), Theme: ind.Theme, Unit: ind.Unit, Mult: ind.Mult,
			Basis: string(ind.Basis), Verb: string(ind.StatedVerb(m.e.Units[ind.Unit])), Better: string(ind.Better), Timing: string(m.e.Timing(ind)),
			Known: string(ind.Known), Headline: ind.Headline, Parents: parents[ind.Code], Parts: plainParts(ind), Includes: ind.Includes, RateOf: ind.RateOf,
			Note: m.words(ind.Note), PartOf: partOf, Breakdown: breakdown, Breakdowns: m.breakdowns(ind),
		}
	})
}

// plainParts are those of the breakdown without a code; nil if there is none.
func plainParts(ind stat.Indicator) []string {
	for _, b := range ind.Breakdowns {
		if b.Code == "" {
			return b.Parts
		}
	}
	return nil
}

// breakdowns are those that have a code.
func (m *documentMaker) breakdowns(ind stat.Indicator) []Breakdown {
	var list []Breakdown
	for _, b := range ind.Breakdowns {
		if b.Code != "" {
			list = append(list, Breakdown{b.Code, m.words(b.Name), b.Parts})
		}
	}
	return list
}

// parentsOf are, by indicator, those that it is a part of, or contained in: each once, in their order.
func parentsOf(all []stat.Indicator) map[string][]string {
	parents := map[string][]string{}
	for _, ind := range all {
		for _, code := range ind.Children() {
			if list := parents[code]; len(list) == 0 || list[len(list)-1] != ind.Code {
				parents[code] = append(list, ind.Code)
			}
		}
	}
	return parents
}

// unitKey is a unit with its power of ten.
type unitKey struct {
	code string
	mult int
}

// labels are the words of the periods and units of the facts, in the order in which they come first.
func (m *documentMaker) labels() Labels {
	labels := Labels{Periods: []PeriodLabel{}, Units: []UnitLabel{}}
	periods, units := map[stat.Period]bool{}, map[unitKey]bool{}
	for _, f := range m.e.Facts {
		if !periods[f.Period] {
			periods[f.Period] = true
			labels.Periods = append(labels.Periods, PeriodLabel{f.Period, m.say(func(s *locale.Words) string { return s.Period(f.Period) })})
		}
		for _, fig := range append([]stat.Figure{f.Figure}, f.Variants...) {
			key := unitKey{fig.Quantity.Unit, fig.Quantity.Mult}
			if !units[key] {
				units[key] = true
				labels.Units = append(labels.Units, UnitLabel{key.code, key.mult, m.say(func(s *locale.Words) string { return s.Unit(key.code, key.mult) })})
			}
		}
	}
	return labels
}

// sentences are the templates with their words, by theme.
func (m *documentMaker) sentences() []Sentence {
	list := []Sentence{}
	told := map[string]bool{}
	for _, theme := range slices.Concat([]string{stat.PrefaceTheme}, wording.Chapters(m.e), []string{stat.PointsTheme}) {
		for _, s := range wording.Sentences(m.e, theme) {
			if told[s.ID] {
				continue // main points that stand in the summary
			}
			told[s.ID] = true
			list = append(list, Sentence{
				ID: s.ID, Theme: s.Theme, Template: m.words(s.Text), Composed: s.Composed,
				Text: m.try(func(w *locale.Words) (string, error) { return wording.Sentence(w, m.e, s) }),
			})
		}
	}
	return list
}

func (m *documentMaker) remark(r edition.Remark) Remark {
	return Remark{
		ID: r.ID, Indicator: r.Indicator, Theme: r.Theme, Number: r.Number, Template: m.words(r.Text),
		Text: m.try(func(w *locale.Words) (string, error) { return wording.Sentence(w, m.e, r.Sentence()) }),
	}
}

func (m *documentMaker) note(n edition.Note) Note {
	about := n.Indicator.Code
	if n.Fact != nil {
		about = n.Fact.ID
	}
	return Note{n.Number, string(n.Kind), about, m.try(func(s *locale.Words) (string, error) { return wording.Note(s, m.e, n) })}
}

// digits is the number of a quantity; nil if there is none.
func digits(q *stat.Quantity) *json.Number {
	if q == nil {
		return nil
	}
	n := json.Number(q.Number())
	return &n
}

// value is the value of a figure; nil if it is missing.
func value(f stat.Figure) *json.Number {
	if !f.Status.HasValue() {
		return nil
	}
	return digits(&f.Quantity)
}

// amount is a quantity with its unit; nil if there is none.
func amount(q *stat.Quantity) *Amount {
	if q == nil {
		return nil
	}
	return &Amount{json.Number(q.Number()), q.Unit, q.Mult}
}
