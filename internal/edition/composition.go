package edition

import "nianbao/internal/stat"

// Composition is the shares of all parts of a breakdown of an indicator in one period, which are read together.
type Composition struct {
	ID        string // as sentences refer to it: gdp.composition@2023
	Indicator stat.Indicator
	Parts     []stat.Indicator
	Shares    []*stat.Fact // one for each part
	Alone     bool         // no row of the indicator itself is above it
}

// compose finds the compositions among the facts.
func (e *Edition) compose() {
	e.compositions = map[string]*Composition{}
	for _, f := range e.facts {
		ind := e.indicators[f.Subject]
		b, ok := ind.BreakdownOf(f.Part)
		if f.Measure != stat.Share || !ok || b.Parts[0] != f.Part {
			continue
		}
		c := &Composition{ID: stat.Key(f.Subject, ind.CompositionName(b), f.Period), Indicator: ind}
		for _, part := range b.Parts {
			if share := e.facts[stat.Key(f.Subject, stat.ShareName(part), f.Period)]; share != nil {
				c.Parts, c.Shares = append(c.Parts, e.indicators[part]), append(c.Shares, share)
			}
		}
		e.compositions[c.ID] = c
	}
}

// compositionOf returns the composition that a share belongs to; nil if the fact is no share.
func (e *Edition) compositionOf(f *stat.Fact) *Composition {
	ind := e.indicators[f.Subject]
	b, ok := ind.BreakdownOf(f.Part)
	if f.Measure != stat.Share || !ok {
		return nil
	}
	return e.compositions[stat.Key(f.Subject, ind.CompositionName(b), f.Period)]
}

// Compositions returns the compositions of the edition's own facts, in their order.
func (e *Edition) Compositions() []*Composition {
	var list []*Composition
	for _, f := range e.Facts {
		if c := e.compositionOf(f); c != nil && c.Shares[0] == f {
			list = append(list, c)
		}
	}
	return list
}

// Part returns the indicator that a fact is the share of; false if the fact is no share.
func (e *Edition) Part(f *stat.Fact) (stat.Indicator, bool) {
	ind, ok := e.indicators[f.Part]
	return ind, ok
}

// shareRows makes a row for each share of an indicator, below its other rows if it has any.
func (e *Edition) shareRows(shares []*stat.Fact, below bool) []Row {
	var rows []Row
	for _, f := range shares {
		r := Row{Indicator: e.indicators[f.Subject], Period: f.Period, Value: f, Composition: e.compositionOf(f)}
		if r.Composition != nil {
			r.Composition.Alone = !below
		}
		r.Earlier = e.known(stat.Key(f.Subject, stat.ShareName(f.Part), f.Period.YearEarlier()))
		rows = append(rows, r)
	}
	return rows
}

// First reports whether a row is that of the first share of a composition, where the whole is shown in its place.
func (r Row) First() bool { return r.Composition != nil && r.Composition.Shares[0] == r.Value }

// withoutShares returns facts that are no shares, and those that are.
func withoutShares(facts []*stat.Fact) (others, shares []*stat.Fact) {
	for _, f := range facts {
		if f.Measure == stat.Share {
			shares = append(shares, f)
		} else {
			others = append(others, f)
		}
	}
	return others, shares
}
