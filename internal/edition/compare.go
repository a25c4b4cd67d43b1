package edition

import (
	"slices"

	"nianbao/internal/stat"
)

// enough is the smallest number of rows for which a bar chart is more useful than a table.
const enough = 3

// atLeast returns the rows to compare, or nil if there are fewer than n.
func atLeast[T any](n int, rows []T) []T {
	if len(rows) < n {
		return nil
	}
	return rows
}

// Growths returns the rows of a theme whose growth in the edition's period is compared; nil if there are too few.
func (e *Edition) Growths(t Theme) []Row {
	return atLeast(enough, slices.DeleteFunc(slices.Clone(t.Rows), func(r Row) bool {
		f := r.Growth
		return f == nil || !f.Is(stat.Growth) || !f.Status.HasValue() || r.Period != e.Period || e.Baseless(f)
	}))
}

// GrowthTargets returns the growth targets to compare with the growth of the edition's period; nil if there are too
// few.
func (e *Edition) GrowthTargets() []Target {
	return atLeast(enough, slices.DeleteFunc(slices.Clone(e.Targets), func(t Target) bool {
		return t.Fact.Measure != stat.TargetGrowth || t.Growth == nil || !t.Growth.Status.HasValue() || !t.Fact.Status.HasValue() || e.Baseless(t.Growth)
	}))
}

// PacedProgress returns the progress of the targets whose share done is compared with the share of the year that has
// passed; nil if there are too few.
func (e *Edition) PacedProgress() []Progress {
	return atLeast(enough, slices.DeleteFunc(slices.Clone(e.Progress), func(p Progress) bool {
		return p.Reach == nil || p.Yardstick == ByTarget
	}))
}

// Investment is the cost of projects in one currency, highest first.
type Investment struct {
	Currency string
	Sums     []Sum
}

// Sum is a project with a sum of money.
type Sum struct {
	Project stat.Project
	Fact    *stat.Fact
}

// Investments returns the first amount of money given for each project, grouped by currency in order of appearance.
// Currencies with too few amounts are omitted.
func (e *Edition) Investments() []Investment {
	var all []Investment
	for _, p := range e.Projects {
		f := e.firstSum(p)
		if f == nil {
			continue
		}
		i := slices.IndexFunc(all, func(in Investment) bool { return in.Currency == f.Quantity.Unit })
		if i < 0 {
			i = len(all)
			all = append(all, Investment{Currency: f.Quantity.Unit})
		}
		all[i].Sums = append(all[i].Sums, Sum{p, f})
	}
	all = slices.DeleteFunc(all, func(in Investment) bool { return len(in.Sums) < enough })
	for _, in := range all {
		slices.SortStableFunc(in.Sums, func(a, b Sum) int { return b.Fact.Quantity.Base().Compare(a.Fact.Quantity.Base()) })
	}
	return all
}

// firstSum is the first known amount of money of a project, or nil.
func (e *Edition) firstSum(p stat.Project) *stat.Fact {
	for _, fig := range p.Figures {
		f, ok := e.Fact(fig.Fact)
		if ok && f.Status.HasValue() && e.Units[f.Quantity.Unit].Dim == stat.Money && f.Quantity.Value.IsPositive() {
			return f
		}
	}
	return nil
}

// Positions returns the rankings whose positions are compared, without positions far from the first; nil if there are
// too few.
func (e *Edition) Positions() []Ranking {
	const far, few = 40, 2
	return atLeast(few, slices.DeleteFunc(slices.Clone(e.Rankings), func(r Ranking) bool {
		position := r.Fact.Quantity.Value.IntPart()
		return !r.Fact.Status.HasValue() || position < 1 || position > far
	}))
}

// Moves returns the rankings of a scope whose positions are compared over the periods: those of the edition's period
// that have an earlier position.
func (e *Edition) Moves(scope string) []Ranking {
	return slices.DeleteFunc(slices.Clone(e.Rankings), func(r Ranking) bool {
		return r.Scope.Code != scope || counted(r.Earlier) == 0 || !r.Fact.Status.HasValue() || r.Fact.Period != e.Period
	})
}

// Course returns the positions over the edition's periods; nil elements are unknown.
func (r Ranking) Course() []*stat.Fact { return slices.Concat(r.Earlier, []*stat.Fact{r.Fact}) }

// Growing returns the trends with growth in at least two periods.
func (e *Edition) Growing() []Trend {
	if len(e.Periods) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(e.Trends), func(t Trend) bool { return counted(t.Growth) < 2 })
}

// YearByYear returns the trends with levels in at least two years.
func (e *Edition) YearByYear() []Trend {
	return slices.DeleteFunc(slices.Clone(e.Trends), func(t Trend) bool { return counted(t.Years) < 2 })
}
