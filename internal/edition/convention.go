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
	Status stat.Status  // of "status" and "status.shared"
}

// Conventions lists the conventions of this edition, in order. It includes only those that occur.
func (e *Edition) Conventions() []Convention {
	var list []Convention
	explain := func(code string, occurs bool) {
		if occurs {
			list = append(list, Convention{Code: code})
		}
	}
	if e.shared != "" {
		list = append(list, Convention{Code: "status.shared", Status: e.shared})
	}
	explain("cumulative", e.Period.Span != stat.Annual)
	compared := "compared"
	if e.Final() {
		compared += ".year"
	}
	explain(compared, e.uses(func(f *stat.Fact) bool { return f.Measure == stat.Growth }))
	if real := e.real(); len(real) > 0 {
		list = append(list, Convention{Code: "real", Real: real})
	}
	for _, b := range []stat.Basis{stat.Comparable, stat.Chained, stat.TwoYear} {
		explain(string(b), e.uses(func(f *stat.Fact) bool { return e.Basis(f) == b }))
	}
	explain("rounding", true)
	explain("scale", slices.Contains(e.Langs, stat.En) && e.uses(func(f *stat.Fact) bool { return f.Quantity.Mult >= 4 }))
	explain("mu", e.uses(func(f *stat.Fact) bool { return f.Quantity.Unit == stat.MuUnit }))
	explain("variants", e.uses(func(f *stat.Fact) bool { return len(f.Variants) > 0 }))
	explain("trend", len(e.Trends) > 0 && len(e.Periods) > 1 && !e.Yearly())
	explain("progress", len(e.Progress) > 0 && !e.Final())
	explain("progress.final", len(e.Progress) > 0 && e.Final())
	explain("revised", len(e.revised) > 0)
	explain("revised.since", slices.ContainsFunc(e.Revisions, e.Afterwards))
	for _, s := range stat.Statuses() {
		if s != stat.Normal && e.uses(func(f *stat.Fact) bool { return f.Status == s && f.Measure != stat.TargetWords && !e.shares(f, s) }) {
			list = append(list, Convention{Code: "status", Status: s})
		}
	}
	return list
}

// sharedStatus returns the status that all figures of the edition's period have, those without a value and targets left
// out; "" if they have several, or the normal one.
func (e *Edition) sharedStatus() stat.Status {
	var shared stat.Status
	for _, f := range e.Facts {
		if f.Period != e.Period || f.Target != nil {
			continue
		}
		for _, fig := range append([]stat.Figure{f.Figure}, f.Variants...) {
			switch {
			case !fig.Status.HasValue():
			case fig.Status == stat.Normal || shared != "" && shared != fig.Status:
				return ""
			default:
				shared = fig.Status
			}
		}
	}
	return shared
}

// shares reports whether a figure of a fact has the status that is said once, for all figures of the period.
func (e *Edition) shares(f *stat.Fact, s stat.Status) bool {
	return s == e.shared && f.Period == e.Period && f.Target == nil
}

// Unusual reports whether the status of a figure of a fact is marked at the figure: it is not the normal one, nor the one
// that all figures of the period share, and there is a value to mark.
func (e *Edition) Unusual(f *stat.Fact, s stat.Status) bool {
	return s != "" && s != stat.Normal && s.HasValue() && !e.shares(f, s)
}

// real lists the facts that are growth at constant prices, or targets for one, and do not say so themselves.
func (e *Edition) real() []*stat.Fact {
	var list []*stat.Fact
	for _, f := range e.Facts {
		if e.Real(f) && !f.Aside() {
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
