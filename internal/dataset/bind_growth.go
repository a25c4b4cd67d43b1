package dataset

import (
	"cmp"
	"strings"

	"nianbao/internal/stat"
)

// growth binds a growth, whose basis is its indicator's unless it names another.
func (p *periodBinder) growth(code string, in *growthFile) {
	f := stat.Fact{Subject: code, Measure: stat.Growth, Period: cmp.Or(in.Period, p.out.Period), Verb: p.defined[code].Verb}
	usualBasis := p.defined[code].Basis
	f.Basis = cmp.Or(in.Basis, usualBasis)
	if f.Basis != usualBasis {
		f.Sort = string(f.Basis)
	}
	p.only(&f, &in.figureFile)
	p.based(&f, in)
	f.Figure = p.figure(&in.valueFile, usual{p.defaultUnit(code, stat.Growth), p.usualStatus(f.Period)}, "value")
	p.remarks(&f, &in.remarksFile, &in.node)
	p.sorted(&f, &in.node)
}

// based holds the basis of a growth against its indicator's unit, and against what it is of.
func (p *periodBinder) based(f *stat.Fact, in *growthFile) {
	unit := p.ds.Units[p.defined[f.Subject].Unit]
	switch month := f.Period.LastMonth(); {
	case (in.Basis == stat.Nominal || in.Basis == stat.Real) && unit.Code != "" && !unit.Priced():
		p.add(in.on("basis"), "unit %s is no money, so its growth has no prices: leave the basis out", unit.Code)
	case f.Basis == stat.Chained && f.Only == "" && month != 1 && month != 3:
		p.add(in.on("basis"), "growth on the period before is of a month or a quarter alone: add only: month or only: quarter")
	}
}

// only binds the part of the period that a figure is of.
func (p *periodBinder) only(f *stat.Fact, in *figureFile) {
	f.Only = in.Only
	if in.Only == stat.OnlyQuarter && f.Period.LastMonth()%3 != 0 {
		p.add(in.on("only"), "%s ends no quarter: give the figure of its last month, or leave only out", f.Period)
	}
	f.Sort = strings.TrimPrefix(strings.TrimSuffix(f.Sort+"-"+string(in.Only), "-"), "-")
}

// sorted takes up a fact whose ID names its sort.
func (p *periodBinder) sorted(f *stat.Fact, n *node) {
	name := string(f.Measure)
	if f.Sort != "" {
		name += "-" + f.Sort
	}
	p.fact(stat.Key(f.Subject, name, f.Period), *f, n)
}

// margin binds the difference between a figure of the area and that of a scope. As with ranks, the first scope is what is
// usually meant, and others stand in the ID.
func (p *periodBinder) margin(code string, in *marginFile) {
	f := stat.Fact{Subject: code, Measure: stat.Margin, Period: cmp.Or(in.Period, p.out.Period)}
	p.only(&f, &in.figureFile)
	by := cmp.Or(stat.Measure(in.By), stat.Growth)
	f.Ranking = &stat.Ranking{Scope: p.scope(in.Scope, &in.node), By: by}
	unit := stat.Quantity{Unit: stat.PointsUnit}
	if by != stat.Growth {
		unit = p.defaultUnit(code, stat.Margin)
	}
	if by == stat.Ratio {
		unit = stat.Quantity{Unit: cmp.Or(stat.PointsOf(unit.Unit), unit.Unit)}
	}
	f.Figure = p.figure(&in.valueFile, usual{unit, p.usualStatus(f.Period)}, "value")
	p.remarks(&f, &in.remarksFile, &in.node)
	if scopes := p.ds.Area.Scopes; len(scopes) > 0 && f.Ranking.Scope != scopes[0].Code {
		f.Sort = strings.TrimSuffix(f.Ranking.Scope+"-"+f.Sort, "-")
	}
	p.sorted(&f, &in.node)
}

// scope resolves the scope of a rank or a margin; that of one that names none is the area's first.
func (p *periodBinder) scope(code string, n *node) string {
	scopes := p.ds.Area.Scopes
	switch {
	case code != "":
		p.resolve(p.scopes, code, n.on("scope"))
	case len(scopes) > 0:
		return scopes[0].Code
	case !p.scopes.partial:
		p.add(n.at, "a rank or margin needs a scope, and %s declares none", areaName)
	}
	return code
}
