package check

import (
	"math/big"
	"slices"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// indexRelations takes up what the area's indicators follow from by the catalogue, which knows an indicator of the area's own
// by its name.
func (in *inspection) indexRelations() {
	in.roles = map[string]string{}
	for i := range in.dataset.Indicators {
		ind := &in.dataset.Indicators[i]
		if _, standard := catalog.Get(ind.Code); standard {
			in.roles[ind.Code] = ind.Code
		}
	}
	for i := range in.dataset.Indicators {
		ind := &in.dataset.Indicators[i]
		if in.roles[ind.Code] != "" {
			continue
		}
		if e, ok := catalog.Find(ind.Name.Hans); ok && in.roles[e.Code] == "" {
			in.roles[e.Code] = ind.Code
		}
	}
	in.relations = map[string]catalog.Relation{}
	for _, r := range catalog.Relations() {
		if code := in.roles[r.Code]; code != "" && in.roles[r.First] != "" && in.roles[r.Second] != "" {
			in.relations[code] = r
		}
	}
}

// valueBeside is the level or ratio of another indicator, for the area of f; nil if there is none that is precise.
func (in *inspection) valueBeside(f *stat.Fact, code string, p stat.Period) *stat.Fact {
	value := in.levelBeside(f, code, p)
	if value == nil {
		value = in.byID[stat.Key(code, string(stat.Ratio), p)]
	}
	if !precise(value) || value.Area != f.Area {
		return nil
	}
	return value
}

// follow calls what judges a fact with the two facts that its indicator follows from, of some kinds of relation.
func (in *inspection) follow(judge func(r catalog.Relation, f, first, second *stat.Fact), kinds ...catalog.RelationKind) {
	for _, f := range in.facts {
		r, ok := in.relations[f.Subject]
		if !ok || !slices.Contains(kinds, r.Kind) || !precise(f) {
			continue
		}
		var first, second *stat.Fact
		switch {
		case f.Is(stat.Level), f.Is(stat.Ratio):
			first, second = in.valueBeside(f, in.roles[r.First], f.Period), in.valueBeside(f, in.roles[r.Second], f.Period)
		case f.Is(stat.Change) && r.Kind == catalog.Difference:
			first = in.byID[stat.Key(in.roles[r.First], string(stat.Change), f.Period)]
			second = in.byID[stat.Key(in.roles[r.Second], string(stat.Change), f.Period)]
		}
		if precise(first) && precise(second) {
			judge(r, f, first, second)
		}
	}
}

func ratioAgainstLevels(in *inspection) {
	in.follow(in.judgeQuotient, catalog.Quotient)
}

func perHeadAgainstTotal(in *inspection) {
	in.follow(in.judgeQuotient, catalog.Mean)
}

// gross is how many times a figure is another one at least where no rounding, mean or revision explains it.
const gross = 3

// judgeQuotient compares a fact with a quotient. One by the mean of a year, of which the figure at its end is known, may be
// off by a twentieth.
func (in *inspection) judgeQuotient(r catalog.Relation, f, first, second *stat.Fact) {
	a, okFirst := in.within(first.Quantity, unitOf(r.First))
	b, okSecond := in.within(second.Quantity, unitOf(r.Second))
	said, ok := in.within(f.Quantity, f.Quantity.Unit)
	if !okFirst || !okSecond || !ok || a.low.Sign() <= 0 || b.low.Sign() <= 0 || said.low.Sign() < 0 {
		return
	}
	implied := a.over(b).times(exactly(big.NewRat(r.Times, 1)))
	wide := implied
	if r.Kind == catalog.Mean {
		wide = implied.times(interval{big.NewRat(19, 20), big.NewRat(21, 20)})
	}
	if wide.overlaps(said) {
		return
	}
	severity := stat.Warning
	if factor := said.over(implied); factor.low.Cmp(big.NewRat(gross, 1)) > 0 || factor.high.Cmp(big.NewRat(1, gross)) < 0 {
		severity = stat.Error
	}
	in.find(stat.Finding{
		Severity: severity,
		Message:  say("{0}: {1}, but {2} ({3}) and {4} ({5}) give about {6}. Check the three figures."),
		Args:     []any{in.name(f), f.Quantity, in.name(first), first.Quantity, in.name(second), second.Quantity, written(implied.middle(), f.Quantity)},
		Facts:    []string{f.ID, first.ID, second.ID},
		Place:    f.Place,
	})
}

// unitOf is the unit of an indicator in the catalogue.
func unitOf(code string) string {
	e, _ := catalog.Get(code)
	return e.Unit
}

// inOneUnit is what three figures can stand for in the unit of the first.
func (in *inspection) inOneUnit(f, g, h *stat.Fact) (x, y, z interval, ok bool) {
	unit := f.Quantity.Unit
	x, okX := in.within(f.Quantity, unit)
	y, okY := in.within(g.Quantity, unit)
	z, okZ := in.within(h.Quantity, unit)
	return x, y, z, okX && okY && okZ
}

func differenceAgainstTerms(in *inspection) {
	in.follow(func(_ catalog.Relation, f, first, second *stat.Fact) {
		said, a, b, ok := in.inOneUnit(f, first, second)
		if !ok || b.plus(said).overlaps(a) {
			return
		}
		in.findOn(say("{0}: {1}, but {2} ({3}) less {4} ({5}) is {6}. Check the three figures."),
			[]any{in.name(f), f.Quantity, in.name(first), first.Quantity, in.name(second), second.Quantity, written(new(big.Rat).Sub(a.middle(), b.middle()), f.Quantity)}, f, first, second)
	}, catalog.Difference)
}

func averageBetween(in *inspection) {
	in.follow(func(_ catalog.Relation, f, first, second *stat.Fact) {
		said, a, b, ok := in.inOneUnit(f, first, second)
		if !ok || a.hull(b).overlaps(said) {
			return
		}
		in.findOn(say("{0}: {1}, but it is the average of {2} ({3}) and {4} ({5}), and does not lie between them. Check the three figures."),
			[]any{in.name(f), f.Quantity, in.name(first), first.Quantity, in.name(second), second.Quantity}, f, first, second)
	}, catalog.Between)
}
