package edition

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// index builds the edition's lookup tables.
func (e *Edition) index(d *stat.Dataset, data *stat.PeriodData) {
	e.facts = make(map[string]*stat.Fact, len(data.Facts))
	e.names = map[string]stat.Text{}
	e.dates = map[string]stat.Date{}
	e.sentences = map[string][]stat.Sentence{}
	e.indicators = make(map[string]stat.Indicator, len(d.Indicators))
	e.projects = make(map[string]stat.Project, len(data.Projects))
	e.indexFacts(d, data)
	for _, ind := range d.Indicators {
		e.indicators[ind.Code], e.names[ind.Code] = ind, ind.Name
	}
	for _, p := range e.Projects {
		e.projects[p.Code], e.names[p.Code] = p, p.Name
	}
	for _, p := range data.Projects {
		for _, m := range p.Milestones {
			e.dates[p.Code+"."+m.Code] = m.Date
		}
	}
	for _, r := range data.Recognitions {
		e.names[r.Code] = r.Name
	}
	for _, n := range data.Initiatives {
		e.names[n.Code] = n.Name
	}
	for _, s := range data.Sentences {
		e.sentences[s.Theme] = append(e.sentences[s.Theme], s)
	}
}

// indexFacts chooses a vintage for every fact: from the period's own file, or else from the latest earlier file, or
// else, for facts that only later files have, from the first of those.
func (e *Edition) indexFacts(d *stat.Dataset, data *stat.PeriodData) {
	e.late = map[string]bool{}
	for i := range d.Periods {
		past := d.Periods[i].Period.Compare(e.Period) <= 0
		for j := range d.Periods[i].Facts {
			f := &d.Periods[i].Facts[j]
			if _, known := e.facts[f.ID]; !known || past {
				e.facts[f.ID], e.late[f.ID] = f, !past
			}
		}
	}
	for i := range data.Facts {
		e.facts[data.Facts[i].ID] = &data.Facts[i]
	}
}

// arrange orders the period's facts: by catalogue, then projects, then targets.
func (e *Edition) arrange(d *stat.Dataset, data *stat.PeriodData) {
	bySubject := map[string][]*stat.Fact{}
	for i := range data.Facts {
		if f := &data.Facts[i]; !f.Measure.Target() {
			bySubject[f.Subject] = append(bySubject[f.Subject], f)
		}
	}
	for _, t := range d.Themes {
		theme := Theme{Theme: t}
		var codes []string
		stand := map[string]bool{}
		for _, ind := range d.Indicators {
			if facts := bySubject[ind.Code]; ind.Theme == t.Code && len(facts) > 0 {
				codes = append(codes, ind.Code)
				stand[ind.Code] = slices.ContainsFunc(facts, e.tells)
			}
		}
		for _, b := range e.outline(codes, stand) {
			rows := e.rows(e.indicators[codes[b.Index]], bySubject[codes[b.Index]])
			theme.Rows = append(theme.Rows, e.branched(rows, b)...)
		}
		if len(theme.Rows) > 0 || len(e.sentences[t.Code]) > 0 {
			e.Themes = append(e.Themes, theme)
		}
	}
	slices.SortStableFunc(e.Rankings, func(a, b Ranking) int {
		return cmp.Or(
			cmp.Compare(e.scopeOrder(a.Scope.Code), e.scopeOrder(b.Scope.Code)),
			byPosition(a.Fact, b.Fact),
			cmp.Compare(e.catalogue[a.Indicator.Code], e.catalogue[b.Indicator.Code]),
		)
	})
	e.observed = len(e.Facts)
	e.arrangeProjects()
}

// tells reports whether a fact is more than a comparison value of an earlier period, see [Edition.Background].
func (e *Edition) tells(f *stat.Fact) bool {
	return f.Period.Compare(e.Period) >= 0 || f.Measure == stat.Rank || f.Measure == stat.Growth || f.Measure == stat.Change
}

// branched gives the rows of an indicator its branch. The heading stands at the first of them that tells something.
func (e *Edition) branched(rows []Row, b Branch) []Row {
	for i := range rows {
		rows[i].Branch = b
		if c := rows[i].Composition; c != nil && !c.Alone {
			rows[i].Parent, rows[i].Breakdown, rows[i].Depth = rows[i].Indicator.Code, "", b.Depth+1
			rows[i].Heading, rows[i].Within = stat.Text{}, false
			continue
		}
		if e.Background(rows[i]) {
			rows[i].Heading, rows[i].Within = stat.Text{}, false
			continue
		}
		b.Heading, b.Within = stat.Text{}, false
	}
	return rows
}

// arrangeProjects lists the facts of the projects, and their milestones in chronological order.
func (e *Edition) arrangeProjects() {
	for _, p := range e.Projects {
		for _, fig := range p.Figures {
			if f, ok := e.facts[fig.Fact]; ok {
				e.Facts = append(e.Facts, f)
			}
		}
		for _, m := range p.Milestones {
			isNew := !e.Since.IsZero() && m.Date.Compare(e.Since.End()) > 0 && m.Date.Compare(e.Period.End()) <= 0
			e.Milestones = append(e.Milestones, Milestone{p, m, isNew})
		}
	}
	slices.SortStableFunc(e.Milestones, func(a, b Milestone) int {
		return a.Date.First().Compare(b.Date.First())
	})
}

// projectsBy returns a period's projects with the milestones reached by its end; later milestones are left to later
// editions.
func projectsBy(data *stat.PeriodData) []stat.Project {
	projects := slices.Clone(data.Projects)
	for i := range projects {
		projects[i].Milestones = slices.DeleteFunc(slices.Clone(projects[i].Milestones), func(m stat.Milestone) bool {
			return m.Date.Compare(data.Period.End()) > 0
		})
	}
	return projects
}

// byPosition orders ranks by position, those without a value last.
func byPosition(a, b *stat.Fact) int {
	switch valued := a.Status.HasValue(); {
	case valued && b.Status.HasValue():
		return a.Quantity.Value.Compare(b.Quantity.Value)
	case valued:
		return -1
	case b.Status.HasValue():
		return 1
	default:
		return 0
	}
}

// rows makes the rows of one indicator. Facts of one period share a row unless they take the same place.
func (e *Edition) rows(ind stat.Indicator, facts []*stat.Fact) []Row {
	slices.SortStableFunc(facts, func(a, b *stat.Fact) int {
		return cmp.Or(
			a.Period.Compare(b.Period),
			asideOrder(a)-asideOrder(b),
			cmp.Compare(measureOrder(a.Measure), measureOrder(b.Measure)),
		)
	})
	var rows []Row
	e.Facts = append(e.Facts, facts...)
	facts, shares := withoutShares(facts)
	for _, f := range facts {
		if f.Measure == stat.Rank {
			scope, _ := e.Area.Scope(f.Ranking.Scope)
			e.Rankings = append(e.Rankings, Ranking{Fact: f, Indicator: ind, Scope: scope})
		}
		i := slices.IndexFunc(rows, func(r Row) bool { return r.Period == f.Period && *r.slot(f.Measure) == nil && r.takes(f) })
		if i < 0 {
			i = len(rows)
			rows = append(rows, Row{Indicator: ind, Period: f.Period})
			if f.Aside() || f.Measure == stat.Change && i > 0 && rows[i-1].Period == f.Period {
				rows[i].Aside = f // a change beside a growth as well
			}
		}
		*rows[i].slot(f.Measure) = f
	}
	for i := range rows {
		e.lookBack(&rows[i])
	}
	if ind.Headline {
		for _, r := range rows {
			if r.Period == e.Period {
				e.Headlines = append(e.Headlines, r)
				break
			}
		}
	}
	return append(rows, e.shareRows(shares, slices.ContainsFunc(rows, func(r Row) bool { return !e.Background(r) }))...)
}

// lookBack gives a row the value of a year earlier, and what became of a loss since.
func (e *Edition) lookBack(r *Row) {
	v := r.Value
	if v == nil {
		return
	}
	r.Earlier = e.known(strings.TrimSuffix(v.ID, v.Period.String()) + v.Period.YearEarlier().String())
	if v.Is(stat.Level) && hasValue(r.Earlier) && hasValue(v) {
		r.Turn = stat.TurnOf(v.Quantity, r.Earlier.Quantity, e.Units[r.Indicator.Unit])
	}
}

// takes reports whether a fact is told as the row's others are.
func (r *Row) takes(f *stat.Fact) bool {
	if r.Aside == nil || !f.Aside() {
		return r.Aside == nil && !f.Aside()
	}
	return !f.Measure.Aside() && !r.Aside.Measure.Aside() && f.Sort == r.Aside.Sort
}

// asideOrder puts the usual figures of an indicator before the others.
func asideOrder(f *stat.Fact) int {
	if f.Aside() {
		return 1
	}
	return 0
}

func (r *Row) slot(m stat.Measure) **stat.Fact {
	switch m {
	case stat.Rank:
		return &r.Rank
	case stat.Growth, stat.Change, stat.Acceleration:
		return &r.Growth
	default:
		return &r.Value
	}
}

func measureOrder(m stat.Measure) int { return slices.Index(stat.Measures(), m) }

func (e *Edition) scopeOrder(code string) int {
	return slices.IndexFunc(e.Area.Scopes, func(s stat.Scope) bool { return s.Code == code })
}
