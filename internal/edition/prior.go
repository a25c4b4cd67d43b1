package edition

import (
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// Prior is an earlier release of the same edition.
type Prior struct {
	Number  int
	Date    stat.Date // when it was published; zero if unknown
	Figures []PriorFigure
}

// PriorFigure is a figure as given by an earlier release.
type PriorFigure struct {
	Fact string // fact ID
	stat.Figure
	Operator stat.Operator // of a target
}

// giving is what one release gave for a fact.
type giving struct {
	number int
	date   stat.Date
	figure *PriorFigure // nil if it did not give the fact
}

func (g giving) valued() bool { return g.figure != nil && g.figure.Status.HasValue() }

// reviseByReleases compares every fact with what earlier releases gave, oldest first. Facts of other periods come and
// go with the trends that use them; they are withdrawn only if the data no longer have them.
func (e *Edition) reviseByReleases(data *stat.PeriodData, priors []Prior) {
	now := make(map[string]*stat.Fact, len(e.Facts))
	for _, f := range e.Facts {
		now[f.ID] = f
	}
	own := map[string]bool{}
	for i := range data.Facts {
		own[data.Facts[i].ID] = true
	}
	chains := chainsOf(priors)
	for _, id := range givenIn(priors, e.Facts) {
		if e.late[id] { // not part of any release's content
			continue
		}
		f, own := now[id], own[id] || strings.HasSuffix(id, "@"+e.Period.String())
		chain := chains(id)
		last := giving{number: e.Number, date: e.Release}
		switch {
		case f != nil:
			last.figure = &PriorFigure{Fact: id, Figure: f.Figure}
		case own || e.known(id) == nil:
			f, own = e.withdrawn(id, chain), true
		default: // known, but no longer shown
			continue
		}
		e.reviseByChain(f, append(chain, last), own)
	}
}

// givenIn lists the facts of the edition, then those only in earlier releases, without duplicates.
func givenIn(priors []Prior, facts []*stat.Fact) []string {
	var all []string
	seen := map[string]bool{}
	add := func(id string) {
		if !seen[id] {
			seen[id] = true
			all = append(all, id)
		}
	}
	for _, f := range facts {
		add(f.ID)
	}
	for _, release := range priors {
		for _, f := range release.Figures {
			add(f.Fact)
		}
	}
	return all
}

// chainsOf returns what each release gave for a fact.
func chainsOf(priors []Prior) func(id string) []giving {
	given := make([]map[string]*PriorFigure, len(priors))
	for i, release := range priors {
		given[i] = make(map[string]*PriorFigure, len(release.Figures))
		for j := range release.Figures {
			given[i][release.Figures[j].Fact] = &release.Figures[j]
		}
	}
	return func(id string) []giving {
		chain := make([]giving, 0, len(priors)+1)
		for i, release := range priors {
			chain = append(chain, giving{release.Number, release.Date, given[i][id]})
		}
		return chain
	}
}

// reviseByChain records the changes of a fact from release to release. Added and withdrawn figures count only for the
// edition's own facts. One without a value is nothing that a reader had: neither that it comes nor that it goes is told.
func (e *Edition) reviseByChain(f *stat.Fact, chain []giving, own bool) {
	before := chain[0]
	for _, now := range chain[1:] {
		r := Revision{Fact: f, Release: before.number, Date: before.date, Later: now.number, Brought: now.date}
		switch {
		case !before.valued() && (now.figure == nil || before.figure == nil && !now.valued()):
		case before.figure == nil && own:
			r.Kind, r.New, r.Release, r.Date = Added, now.figure.Figure, 0, stat.Date{}
			e.revise(r)
		case now.figure == nil && own:
			r.Kind, r.Old = Withdrawn, before.figure.Figure
			e.revise(r)
		case before.figure == nil:
		case now.figure == nil:
			continue // not shown: compare with the next release
		case !sameFigure(before.figure.Figure, now.figure.Figure):
			r.Kind, r.Old, r.New = Changed, before.figure.Figure, now.figure.Figure
			e.revise(r)
		}
		before = now
	}
}

// withdrawn makes a fact that the data no longer have, from its ID and its last figure.
func (e *Edition) withdrawn(id string, chain []giving) *stat.Fact {
	name, period, _ := strings.Cut(id, "@")
	f := &stat.Fact{ID: id, Subject: name, Area: e.Area.Code, Measure: stat.Level}
	f.Period, _ = stat.ParsePeriod(period) // no period is worded as none
	operator := stat.Equal
	for _, g := range chain {
		if g.figure != nil {
			f.Figure = g.figure.Figure
			operator = g.figure.Operator
		}
	}
	subject, measure, _ := strings.Cut(name, ".")
	if _, project := e.projects[subject]; project {
		return f
	}
	measure, scope, _ := strings.Cut(measure, "-")
	if !slices.Contains(stat.Measures(), stat.Measure(measure)) {
		return f
	}
	f.Subject, f.Measure = subject, stat.Measure(measure)
	switch {
	case f.Measure == stat.Rank && scope == "" && len(e.Area.Scopes) > 0:
		scope = e.Area.Scopes[0].Code
		fallthrough
	case f.Measure == stat.Rank:
		f.Ranking = &stat.Ranking{Scope: scope}
	case f.Measure.Target():
		f.Target = &stat.Target{Indicator: subject, Operator: operator}
	}
	return f
}
