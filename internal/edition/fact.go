package edition

import (
	"cmp"
	"strconv"
	"strings"

	"nianbao/internal/stat"
)

// Indicator returns the indicator of a fact; false for a figure of a project.
func (e *Edition) Indicator(f *stat.Fact) (stat.Indicator, bool) {
	ind, ok := e.indicators[f.Subject]
	return ind, ok
}

// Project returns the project of a fact and the figure's declaration, which is nil if the project does not list the
// figure; false if the fact belongs to no project.
func (e *Edition) Project(f *stat.Fact) (p stat.Project, figure *stat.ProjectFigure, ok bool) {
	project, code, _ := strings.Cut(f.Subject, ".")
	p, ok = e.projects[project]
	for i := range p.Figures {
		if p.Figures[i].Code == code {
			return p, &p.Figures[i], ok
		}
	}
	return p, nil, ok
}

// ThemeOf returns the theme of a fact's indicator or project.
func (e *Edition) ThemeOf(f *stat.Fact) string {
	if ind, ok := e.Indicator(f); ok {
		return ind.Theme
	}
	p, _, _ := e.Project(f)
	return p.Theme
}

// Basis returns the basis of a growth in per cent, or of a target for one; "" if it has none, and for any other fact.
func (e *Edition) Basis(f *stat.Fact) stat.Basis {
	if f.Measure != stat.Growth && f.Measure != stat.TargetGrowth {
		return ""
	}
	return cmp.Or(f.Basis, e.indicators[f.Subject].Basis)
}

// Real reports whether a fact is growth at constant prices, or a target for it.
func (e *Edition) Real(f *stat.Fact) bool {
	return f != nil && e.Basis(f) == stat.Real
}

// VariantID returns the ID of the i-th variant of a fact, from 0: gdp.level@2023~1 is the first.
func VariantID(f *stat.Fact, i int) string { return f.ID + "~" + strconv.Itoa(i+1) }

// RankingOf returns the ranking of a fact; the number of areas defaults to that of its scope. It is nil if the fact is
// no rank.
func (e *Edition) RankingOf(f *stat.Fact) *stat.Ranking {
	if f.Ranking == nil {
		return nil
	}
	r := *f.Ranking
	scope, _ := e.Area.Scope(r.Scope)
	r.Of = r.OutOf(scope)
	return &r
}
