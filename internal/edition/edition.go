// Package edition decides what one edition says: which facts in which order, which ranking, project and target belongs
// where, which notes there are and how they are numbered. Every decision that more than one output shares is made here,
// once.
//
// In: a dataset, a period and the findings of the checks. Out: an Edition of keys and exact numbers. It must not lay
// anything out, put anything into words (package wording does that), or hold sentences except the dataset's own
// templates.
package edition

import (
	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Options are the configuration choices that affect the content.
type Options struct {
	Langs    []stat.Lang // one or two, in order
	Sections []string    // in order
	Numbered bool        // chapters have numbers
	Issuer   stat.Text   // overrides the area's own
	Draft    bool
	Release  stat.Date
	Next     stat.Date // from which the next period's edition is due; zero if unknown
	Findings []stat.Finding
}

// Edition is everything that one area says for one period. It is read-only once built.
type Edition struct {
	Area     stat.Area
	Period   stat.Period
	Title    stat.Text // a template; empty for the usual one
	Langs    []stat.Lang
	Sections []string
	Numbered bool // chapters have numbers
	Issuer   stat.Text
	Prose    stat.Prose
	Draft    bool
	Release  stat.Date
	Next     stat.Date // from which the next period's edition is due; zero if unknown
	Number   int       // of the release; 0 if not released
	Units    map[string]stat.Unit

	Themes       []Theme
	Headlines    []Row
	Rankings     []Ranking
	Projects     []stat.Project
	Milestones   []Milestone // of all projects, in chronological order
	Recognitions []stat.Recognition
	Initiatives  []stat.Initiative
	Targets      []Target   // set by this period's file
	Carried      []Target   // for the edition's year, set by earlier files
	Progress     []Progress // of the targets for this year, from any file
	Revisions    []Revision // of the edition's facts, in their order, then of withdrawn facts
	Remarks      []Remark   // of the office: of the area, then of the period
	Notes        []Note
	Findings     []stat.Finding
	Facts        []*stat.Fact // every fact: indicators in catalogue order, projects, targets, then those of other files
	History

	sentences map[string][]stat.Sentence // by theme
	told      *told                      // what is composed
	facts     map[string]*stat.Fact
	derived   []Derived // see [Edition.Derived]
	names     map[string]stat.Text

	compositions map[string]*Composition // by ID

	dates      map[string]stat.Date // project.milestone
	marks      map[string][]int     // note numbers by fact ID
	indicators map[string]stat.Indicator
	projects   map[string]stat.Project
	late       map[string]bool // facts that only later files have
	revised    map[string]bool // facts that were given differently before
	parents    map[string]parentage
	catalogue  map[string]int  // place of each indicator in the catalogue
	order      map[string]int  // place of each indicator where all are shown
	styles     map[string]int  // of ranked indicators
	said       map[string]bool // indicators that the edition has a fact of
	observed   int             // number of the first of Facts that are observations of this period's file
	shared     stat.Status     // of all figures of the period, if it is not the normal one; "" otherwise
}

// Theme is a chapter: its sentences, and a row for each indicator that has a figure.
type Theme struct {
	stat.Theme
	Rows []Row
}

// Row holds the facts of an indicator for one period; each can be nil, but not all of them. Its branch is that among the
// rows of its theme which hold more than a comparison value; the index of the branch means nothing.
type Row struct {
	Branch
	Indicator stat.Indicator
	Period    stat.Period
	Value     *stat.Fact // level, score, ratio or share
	Growth    *stat.Fact // growth or change
	Rank      *stat.Fact
	Earlier   *stat.Fact // level, score, ratio or share of the same period a year earlier
	Aside     *stat.Fact // the first, if the row is told beside the usual figures of the indicator; nil otherwise
	Turn      stat.Turn  // of a balance, in place of growth; "" if there is none

	Composition *Composition // of a row with a share: what it is one of
}

// Background reports whether the row holds only a comparison value of an earlier period.
func (e *Edition) Background(r Row) bool {
	return r.Period.Compare(e.Period) < 0 && r.Growth == nil && r.Rank == nil
}

// Facts lists the row's facts that are not nil.
func (r Row) Facts() []*stat.Fact {
	var facts []*stat.Fact
	for _, f := range []*stat.Fact{r.Value, r.Growth, r.Rank} {
		if f != nil {
			facts = append(facts, f)
		}
	}
	return facts
}

// Ranking is a position with its indicator and scope.
type Ranking struct {
	Fact      *stat.Fact
	Indicator stat.Indicator
	Scope     stat.Scope
	Earlier   []*stat.Fact // the positions in the last periods, oldest first; nil if unknown
}

// Milestone is a milestone with its project.
type Milestone struct {
	Project stat.Project
	stat.Milestone
	New bool // reached since the last edition
}

// Build builds the edition of a period. It fails if the dataset has no data for the period.
func Build(d *stat.Dataset, p stat.Period, opt Options) (*Edition, error) {
	data, ok := d.Data(p)
	if !ok {
		return nil, message.Errorf("area %q has no data for %s", d.Area.Code, p)
	}
	d = dated(d, p)
	e := &Edition{
		told: &told{},
		Area: d.Area, Period: p, Title: data.Title, Units: d.Units,
		Langs: opt.Langs, Sections: opt.Sections, Numbered: opt.Numbered, Issuer: opt.Issuer, Draft: opt.Draft, Release: opt.Release,
		Next: opt.Next, Prose: data.Prose,
		Projects: projectsBy(data), Recognitions: data.Recognitions, Initiatives: data.Initiatives, Findings: opt.Findings,
	}
	if e.Title.Empty() {
		e.Title = d.Area.Title
	}
	if e.Issuer.Empty() {
		e.Issuer = d.Area.Issuer
	}
	if e.Issuer.Empty() {
		e.Issuer = d.Area.Name
	}
	e.since(d)
	e.index(d, data)
	e.relate(d)
	e.setStyles(d)
	e.compose()
	e.arrange(d, data)
	e.setTargets(d, data)
	e.setHistory(d)
	e.setProgress(d)
	e.background()
	e.said = e.subjects()
	e.setRevisions(d)
	e.shared = e.sharedStatus()
	e.remark(data.Notes)
	e.number()
	e.derive()
	return e, nil
}

// Fact finds a fact of the edition by ID.
func (e *Edition) Fact(id string) (*stat.Fact, bool) {
	f, ok := e.facts[id]
	return f, ok
}

// Indicators lists the indicators with a fact in the edition, in the order of their first facts.
func (e *Edition) Indicators() []stat.Indicator {
	var list []stat.Indicator
	seen := map[string]bool{}
	for _, f := range e.Facts {
		if ind, ok := e.indicators[f.Subject]; ok && !seen[ind.Code] {
			seen[ind.Code] = true
			list = append(list, ind)
		}
	}
	return list
}

// Sentences returns the sentences of a theme, or of preface, summary, rankings, projects, targets, in order.
func (e *Edition) Sentences(theme string) []stat.Sentence { return e.sentences[theme] }

// Marks returns the numbers of the notes on a fact, in order.
func (e *Edition) Marks(f *stat.Fact) []int {
	if f == nil {
		return nil
	}
	return e.marks[f.ID]
}
