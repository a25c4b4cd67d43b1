package edition

import (
	"slices"

	"nianbao/internal/stat"
)

// enough is the number of rows from which on a chart of bars says more than a table.
const enough = 3

// atLeast gives what is to be compared, or nothing where there is too little.
func atLeast[T any](n int, rows []T) []T {
	if len(rows) < n {
		return nil
	}
	return rows
}

// Growths are the rows of a theme whose growth in the edition's period is compared; none where there are too few.
func (e *Edition) Growths(t Theme) []Row {
	return atLeast(enough, slices.DeleteFunc(slices.Clone(t.Rows), func(r Row) bool {
		f := r.Growth
		return f == nil || f.Measure != stat.Growth || !f.Status.HasValue() || r.Period != e.Period
	}))
}

// GrowthTargets are the targets for growth that are compared with the growth of the edition's period; none where there are
// too few.
func (e *Edition) GrowthTargets() []Target {
	return atLeast(enough, slices.DeleteFunc(slices.Clone(e.Targets), func(t Target) bool {
		return t.Fact.Measure != stat.TargetGrowth || t.Growth == nil || !t.Growth.Status.HasValue() || !t.Fact.Status.HasValue()
	}))
}

// PacedProgress is the progress of the targets whose share done is compared with the share of the year that has passed; none
// where there are too few.
func (e *Edition) PacedProgress() []Progress {
	return atLeast(enough, slices.DeleteFunc(slices.Clone(e.Progress), func(p Progress) bool {
		return p.Reach == nil || p.Yardstick == ByTarget
	}))
}

// Investment is what projects cost in one currency, the highest sum first.
type Investment struct {
	Currency string
	Sums     []Sum
}

// Sum is a project with a sum of money.
type Sum struct {
	Project stat.Project
	Fact    *stat.Fact
}

// Investments compare the first sum of money given for each project, each currency by itself, in order of appearance;
// those with too few sums are left out.
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

// firstSum is the first sum of money that is known for a project; nil for none.
func (e *Edition) firstSum(p stat.Project) *stat.Fact {
	for _, fig := range p.Figures {
		f, ok := e.Fact(fig.Fact)
		if ok && f.Status.HasValue() && e.Units[f.Quantity.Unit].Dim == stat.Money && f.Quantity.Value.IsPositive() {
			return f
		}
	}
	return nil
}

// Positions are the rankings whose positions are compared; none where there are too few. A position far from the first is
// not among them.
func (e *Edition) Positions() []Ranking {
	const far, few = 40, 2
	return atLeast(few, slices.DeleteFunc(slices.Clone(e.Rankings), func(r Ranking) bool {
		position := r.Fact.Quantity.Value.IntPart()
		return !r.Fact.Status.HasValue() || position < 1 || position > far
	}))
}

// Moves are the rankings of a scope whose positions are compared over the periods: those of the edition's period that have
// an earlier position.
func (e *Edition) Moves(scope string) []Ranking {
	return slices.DeleteFunc(slices.Clone(e.Rankings), func(r Ranking) bool {
		return r.Scope.Code != scope || counted(r.Earlier) == 0 || !r.Fact.Status.HasValue() || r.Fact.Period != e.Period
	})
}

// Course is the positions over the edition's periods, nil where none is known.
func (r Ranking) Course() []*stat.Fact { return slices.Concat(r.Earlier, []*stat.Fact{r.Fact}) }

// Growing are the trends that have the growth of at least two periods to compare.
func (e *Edition) Growing() []Trend {
	if len(e.Periods) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(e.Trends), func(t Trend) bool { return counted(t.Growth) < 2 })
}

// YearByYear are the trends that have the level of at least two years to compare.
func (e *Edition) YearByYear() []Trend {
	return slices.DeleteFunc(slices.Clone(e.Trends), func(t Trend) bool { return counted(t.Years) < 2 })
}
