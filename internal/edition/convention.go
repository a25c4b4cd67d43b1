package edition

import (
	"slices"

	"nianbao/internal/stat"
)

// Convention is something to know before reading the figures of an edition: how figures are counted and compared, which
// growth is real, and what the units, variants and statuses in use mean.
type Convention struct {
	Code   string       // what is explained, by the phrase "note." with this code
	Real   []*stat.Fact // of "real": the facts that are growth at constant prices, or targets for one
	Status stat.Status  // of "status"
}

// Conventions lists the conventions of this edition, in order. It includes only those that occur.
func (e *Edition) Conventions() []Convention {
	var list []Convention
	explain := func(code string, occurs bool) {
		if occurs {
			list = append(list, Convention{Code: code})
		}
	}
	explain("cumulative", e.Period.Span != stat.Annual)
	explain("compared", e.uses(func(f *stat.Fact) bool { return f.Measure == stat.Growth }))
	if real := e.real(); len(real) > 0 {
		list = append(list, Convention{Code: "real", Real: real})
	}
	explain("rounding", true)
	explain("scale", e.uses(func(f *stat.Fact) bool { return f.Quantity.Mult >= 4 }))
	explain("mu", e.uses(func(f *stat.Fact) bool { return f.Quantity.Unit == stat.MuUnit }))
	explain("variants", e.uses(func(f *stat.Fact) bool { return len(f.Variants) > 0 }))
	explain("trend", len(e.Trends) > 0 && len(e.Periods) > 1)
	explain("progress", len(e.Progress) > 0 && !e.Final())
	explain("progress.final", len(e.Progress) > 0 && e.Final())
	explain("revised", len(e.revised) > 0)
	explain("revised.since", slices.ContainsFunc(e.Revisions, e.Afterwards))
	for _, s := range stat.Statuses() {
		if s != stat.Normal && e.uses(func(f *stat.Fact) bool { return f.Status == s }) {
			list = append(list, Convention{Code: "status", Status: s})
		}
	}
	return list
}

// real lists the facts that are growth at constant prices, or targets for one.
func (e *Edition) real() []*stat.Fact {
	var list []*stat.Fact
	for _, f := range e.Facts {
		if e.Real(f) {
			list = append(list, f)
		}
	}
	return list
}

// uses reports whether such holds for a fact of the edition, or for a variant of one.
func (e *Edition) uses(such func(*stat.Fact) bool) bool {
	return slices.ContainsFunc(e.Facts, func(f *stat.Fact) bool {
		return such(f) || slices.ContainsFunc(f.Variants, func(v stat.Figure) bool {
			variant := *f
			variant.Figure = v
			return such(&variant)
		})
	})
}
