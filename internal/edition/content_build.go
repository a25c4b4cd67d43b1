package edition

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"nianbao/internal/script"
	"nianbao/internal/stat"
)

// Content returns the content of the edition. A file, an indicator or a milestone that the edition does not mention
// does not change it; neither do the files of later periods or earlier releases.
func (e *Edition) Content() Content {
	b := contentBuilder{e: e, subjects: map[string]bool{}, names: map[string]Texts{}}
	cited := b.cited()
	own := slices.DeleteFunc(e.catalogued(), func(f *stat.Fact) bool { return e.late[f.ID] })
	return Content{
		Area:         contentArea(e.Area),
		Cited:        contents(cited, b.fact),
		Facts:        contents(own, b.fact),
		Indicators:   b.indicators(),
		Initiatives:  contents(e.Initiatives, contentInitiative),
		History:      ContentHistory{EditionBefore: e.Since.String(), Periods: e.Periods, SamePeriod: e.Years},
		Names:        b.names,
		Period:       e.Period,
		Projects:     contents(e.Projects, contentProject),
		Recognitions: contents(e.Recognitions, contentRecognition),
		Revisions:    b.revisions(false),
		Sentences:    contents(e.allSentences(), b.sentence),
		Remarks:      contents(e.Remarks, b.remark),
		Themes:       contents(e.Themes, func(t Theme) ContentTheme { return ContentTheme{t.Code, texts(t.Name)} }),
		Title:        texts(e.Title),
		Units:        b.units(),
	}
}

// catalogued returns the facts with the observations in catalogue order, which does not depend on what stands below what.
func (e *Edition) catalogued() []*stat.Fact {
	facts := slices.Clone(e.Facts)
	themes := make(map[string]int, len(e.Themes))
	for i, t := range e.Themes {
		themes[t.Code] = i
	}
	slices.SortStableFunc(facts[:e.observed], func(a, b *stat.Fact) int {
		return cmp.Or(
			cmp.Compare(themes[e.ThemeOf(a)], themes[e.ThemeOf(b)]),
			cmp.Compare(e.catalogue[a.Subject], e.catalogue[b.Subject]),
		)
	})
	return facts
}

// Later returns what the files of later periods add.
func (e *Edition) Later() Later {
	b := contentBuilder{e: e, subjects: map[string]bool{}}
	late := slices.DeleteFunc(slices.Clone(e.Facts), func(f *stat.Fact) bool { return !e.late[f.ID] })
	return Later{contents(late, b.fact), b.revisions(true)}
}

// contentBuilder collects the content of an edition.
type contentBuilder struct {
	e        *Edition
	subjects map[string]bool  // indicators mentioned
	names    map[string]Texts // that sentences refer to
}

// contents converts each item; nil if there are none.
func contents[T, C any](items []T, content func(T) C) []C {
	if len(items) == 0 {
		return nil
	}
	list := make([]C, len(items))
	for i, item := range items {
		list[i] = content(item)
	}
	return list
}

// cited returns the facts, outside the edition's own, that sentences and notes refer to or rows compare with, sorted by ID. It
// also collects the names that sentences refer to.
func (b *contentBuilder) cited() []*stat.Fact {
	known := make(map[string]bool, len(b.e.Facts))
	for _, f := range b.e.Facts {
		known[f.ID] = true
	}
	var list []*stat.Fact
	add := func(f *stat.Fact) {
		if f != nil && !known[f.ID] {
			known[f.ID] = true
			list = append(list, f)
		}
	}
	all := b.e.allSentences()
	for i := range b.e.Remarks {
		all = append(all, b.e.Remarks[i].Sentence())
	}
	for _, s := range all {
		for _, ref := range references(s) {
			if code, isName := strings.CutPrefix(ref, "@"); !isName {
				b.cite(b.e.FactID(s, ref), add)
			} else if name, ok := b.e.names[code]; ok {
				b.names[code] = texts(name)
			}
		}
	}
	for _, t := range b.e.Themes {
		for _, r := range t.Rows {
			add(r.Earlier)
		}
	}
	slices.SortFunc(list, func(a, b *stat.Fact) int { return strings.Compare(a.ID, b.ID) })
	return list
}

// cite adds the fact of an ID, or the shares of a composition.
func (b *contentBuilder) cite(id string, add func(*stat.Fact)) {
	add(b.e.facts[id])
	if c := b.e.compositions[id]; c != nil {
		for _, f := range c.Shares {
			add(f)
		}
	}
	if subject, at, ok := stat.TurnID(id); ok && b.e.facts[id] == nil && b.e.turnReferred(id) != "" {
		add(b.e.level(subject, at))
		add(b.e.level(subject, at.YearEarlier()))
	}
}

// references returns the references of a sentence in all languages, without duplicates.
func references(s stat.Sentence) []string {
	var refs []string
	for _, l := range stat.Langs() {
		tokens, _ := stat.ParseTemplate(s.Text.In(l)) // parse errors are reported when it is worded
		for _, t := range tokens {
			if t.Ref != "" && !slices.Contains(refs, t.Ref) {
				refs = append(refs, t.Ref)
			}
		}
	}
	return refs
}

// allSentences returns all sentences, by theme code.
func (e *Edition) allSentences() []stat.Sentence {
	var all []stat.Sentence
	for _, theme := range slices.Sorted(maps.Keys(e.sentences)) {
		all = append(all, e.sentences[theme]...)
	}
	return all
}

func (b *contentBuilder) sentence(s stat.Sentence) ContentSentence {
	c := ContentSentence{Compares: s.Compares, ID: s.ID, Template: texts(s.Text), Theme: s.Theme}
	if !s.Period.IsZero() && s.Period != b.e.Period {
		c.Period = &s.Period
	}
	c.Dates = b.dates(s)
	return c
}

func (b *contentBuilder) remark(r Remark) ContentRemark {
	return ContentRemark{ID: r.ID, Dates: b.dates(r.Sentence()), Indicator: r.Indicator, Template: texts(r.Text), Theme: r.Theme}
}

// dates returns the dates of the milestones that a sentence refers to; nil if there are none.
func (b *contentBuilder) dates(s stat.Sentence) map[string]string {
	var dates map[string]string
	for _, ref := range references(s) {
		if d, ok := b.e.dates[ref]; ok {
			if dates == nil {
				dates = map[string]string{}
			}
			dates[ref] = d.String()
		}
	}
	return dates
}

func (b *contentBuilder) fact(f *stat.Fact) ContentFact {
	b.subjects[f.Subject] = true
	fig := contentFigure(f.Figure)
	c := ContentFact{
		ID: f.ID, Indicator: f.Subject, Measure: f.Measure, Note: texts(f.Note), Status: fig.Status, Value: fig.Value,
		Part: f.Part, Provenance: fig.Provenance, Qualifier: fig.Qualifier, Reason: texts(f.Reason), Area: f.Area, Period: f.Period,
		Unit: fig.Unit, Mult: fig.Mult,
		Variants: contents(f.Variants, contentFigure),
	}
	if c.Only = f.Only; f.OtherBasis() {
		c.Basis = f.Basis
	}
	if k := f.Ranking; k != nil {
		c.Ranking = &ContentRanking{By: k.By, Group: k.Group, Of: k.Of, Scope: k.Scope, Tied: k.Tied}
	}
	if t := f.Target; t != nil {
		b.subjects[t.Indicator] = true
		c.Operator, c.Target = t.Operator, &ContentTarget{Indicator: t.Indicator, Words: texts(t.Words)}
		if t.Operator == stat.Within {
			c.Target.UpTo = t.UpTo.Number()
		}
		if !b.e.late[t.Baseline] {
			c.Target.Baseline = t.Baseline
		}
		if q := t.Tolerance; q.Unit != "" {
			c.Target.Tolerance = &ContentAmount{q.Unit, q.Mult, q.Number()}
		}
	}
	return c
}

func contentFigure(f stat.Figure) ContentFigure {
	c := ContentFigure{
		Status: f.Status, Provenance: origins(f.From), Qualifier: f.Qualifier, Unit: f.Quantity.Unit, Mult: f.Quantity.Mult,
	}
	if f.Status.HasValue() {
		c.Value = f.Quantity.Number()
	}
	return c
}

func origins(from []stat.Provenance) []ContentOrigin {
	return contents(from, func(p stat.Provenance) ContentOrigin { return ContentOrigin{p.Printed, p.Ref, p.Source} })
}

// indicators returns the indicators of all facts, sorted by code. It must be called after the facts are collected.
func (b *contentBuilder) indicators() []ContentIndicator {
	list := []ContentIndicator{}
	for _, code := range slices.Sorted(maps.Keys(b.subjects)) {
		ind, ok := b.e.indicators[code]
		if !ok {
			continue // a project's
		}
		c := ContentIndicator{
			Better: ind.Better, Code: code, Headline: ind.Headline, Includes: ind.Includes, Known: ind.Known, Name: texts(ind.Name),
			Note: texts(ind.Note), Basis: cmp.Or(ind.Basis, stat.Nominal), RateOf: ind.RateOf, Theme: ind.Theme,
			Timing: b.e.Timing(ind), Unit: ind.Unit, Mult: ind.Mult, Verb: ind.StatedVerb(b.e.Units[ind.Unit]),
		}
		for _, d := range ind.Breakdowns {
			if d.Code == "" {
				c.Parts = d.Parts
				continue
			}
			c.Breakdowns = append(c.Breakdowns, ContentBreakdown{d.Code, texts(d.Name), d.Parts})
		}
		if t := ind.Tally; t != nil {
			c.Tally = &ContentTally{t.AtMost, t.Group, t.Position}
		}
		list = append(list, c)
	}
	return list
}

// revisions returns the revisions by the files of periods after the edition's, or by other files. Revisions by releases
// are not included: they follow from comparing contents.
func (b *contentBuilder) revisions(later bool) []ContentRevision {
	var list []ContentRevision
	for _, r := range b.e.Revisions {
		if !r.Given.IsZero() && b.e.Afterwards(r) == later {
			list = append(list, ContentRevision{r.Fact.ID, r.Given, contentFigure(r.New), contentFigure(r.Old), r.Revised})
		}
	}
	return list
}

func (b *contentBuilder) units() []ContentUnit {
	var list []ContentUnit
	for _, code := range slices.Sorted(maps.Keys(b.e.Units)) {
		if u := b.e.Units[code]; u.Declared() {
			list = append(list, ContentUnit{code, texts(u.Counter), u.KindBesideCount(), u.Many, u.One})
		}
	}
	return list
}

func contentArea(a stat.Area) ContentArea {
	return ContentArea{
		Code: a.Code, Contact: texts(a.Contact), Issuer: texts(a.Issuer), Licence: contentLicence(a.Licence), Name: texts(a.Name), Official: string(a.Official),
		Sample: a.Sample, Within: texts(a.Within),
		Scopes: contents(a.Scopes, func(s stat.Scope) ContentScope { return ContentScope{s.Code, texts(s.Name), s.Of} }),
		Sources: contents(a.Sources, func(s stat.Source) ContentSource {
			return ContentSource{s.Code, texts(s.Credit), s.Date.String(), texts(s.Publisher), texts(s.Reference), texts(s.Title), s.URL}
		}),
	}
}

// contentLicence returns nil if no licence is known.
func contentLicence(l stat.Licence) *ContentLicence {
	if l.Name.Empty() {
		return nil
	}
	return &ContentLicence{l.Code, texts(l.Name), l.URL}
}

func contentProject(p stat.Project) ContentProject {
	return ContentProject{
		Code: p.Code, Provenance: origins(p.Provenance), Name: texts(p.Name), Note: texts(p.Note), Status: p.Status, Theme: p.Theme,
		Figures: contents(p.Figures, func(f stat.ProjectFigure) ContentProjectFigure {
			return ContentProjectFigure{f.Code, f.Fact, texts(f.Name)}
		}),
		Milestones: contents(p.Milestones, func(m stat.Milestone) ContentMilestone {
			return ContentMilestone{m.Code, m.Date.String(), origins(m.Provenance), m.Step, texts(m.Text)}
		}),
		Partners: contents(p.Partners, func(partner stat.Partner) ContentPartner {
			return ContentPartner{texts(partner.Name), texts(partner.Role)}
		}),
	}
}

func contentRecognition(r stat.Recognition) ContentRecognition {
	return ContentRecognition{
		Code: r.Code, Date: r.Date.String(), Provenance: origins(r.Provenance), Holder: texts(r.Holder), Honour: r.Honour,
		Name: texts(r.Name), Note: texts(r.Note), Theme: r.Theme, Tier: r.Tier,
	}
}

func contentInitiative(n stat.Initiative) ContentInitiative {
	return ContentInitiative{
		Code: n.Code, Date: n.Date.String(), Provenance: origins(n.Provenance), Kind: n.Kind, Name: texts(n.Name), Note: texts(n.Note),
		Theme: n.Theme,
	}
}

// texts returns a text by language. Traditional Chinese that equals the program's derivation is omitted, so an edition
// in that script has the same content as one without it.
func texts(t stat.Text) Texts {
	if t.Empty() {
		return nil
	}
	c := Texts{stat.Hans: t.Hans, stat.En: t.En}
	if t.Hant != "" && t.Hant != script.Traditional(t.Hans) {
		c[stat.Hant] = t.Hant
	}
	return c
}
