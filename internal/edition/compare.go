package edition

import (
	"slices"

	"nianbao/internal/stat"

	"github.com/shopspring/decimal"
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

// Growths returns the rows of a theme whose growth in the edition's period is compared. Amounts of money are compared with
// each other, and so are amounts of any other dimension; groups with too few rows are omitted.
func (e *Edition) Growths(t Theme) [][]Row {
	rows := slices.DeleteFunc(slices.Clone(t.Rows), func(r Row) bool {
		return !e.grows(r.Growth) || r.Period != e.Period
	})
	return grouped(rows, func(r Row) stat.Dimension { return e.Units[r.Indicator.Unit].Dim })
}

// grows reports whether a fact is growth that can be compared.
func (e *Edition) grows(f *stat.Fact) bool {
	return f != nil && f.Is(stat.Growth) && f.Status.HasValue() && !e.Baseless(f)
}

// grouped groups rows by a key, in order of appearance, without groups that have too few rows to compare.
func grouped[T any, K comparable](rows []T, key func(T) K) [][]T {
	var keys []K
	groups := map[K][]T{}
	for _, r := range rows {
		k := key(r)
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], r)
	}
	var all [][]T
	for _, k := range keys {
		if len(groups[k]) >= enough {
			all = append(all, groups[k])
		}
	}
	return all
}

// GrowthTargets returns the growth targets to compare with the growth of the edition's period. They are grouped
// as in [Edition.Growths], and by the period in which they are due. The growth may be unknown, but not of all of a group.
func (e *Edition) GrowthTargets() [][]Target {
	targets := slices.DeleteFunc(slices.Clone(e.Targets), func(t Target) bool {
		return t.Fact.Measure != stat.TargetGrowth || !t.Fact.Status.HasValue() || t.Fact.Quantity.Unit != stat.PercentUnit
	})
	type group struct {
		dim stat.Dimension
		due stat.Period
	}
	groups := grouped(targets, func(t Target) group { return group{e.Units[t.Indicator.Unit].Dim, t.Fact.Period} })
	return slices.DeleteFunc(groups, func(g []Target) bool {
		return !slices.ContainsFunc(g, func(t Target) bool { return e.grows(t.Growth) })
	})
}

// PacedProgress returns the progress of the targets whose share done is compared with the share of the year that has
// passed, those furthest behind first; nil if there are too few.
func (e *Edition) PacedProgress() []Progress {
	paced := atLeast(enough, slices.DeleteFunc(slices.Clone(e.Progress), func(p Progress) bool {
		return p.Reach == nil || p.Yardstick == ByTarget
	}))
	gap := func(p Progress) decimal.Decimal {
		ahead := p.Reach.Base().Sub(p.Pace.Base())
		if p.Indicator.Better == stat.Down {
			return ahead.Neg()
		}
		return ahead
	}
	slices.SortStableFunc(paced, func(a, b Progress) int { return gap(a).Compare(gap(b)) })
	return paced
}

// Whole is what the parts of a breakdown add up to.
type Whole struct {
	Indicator stat.Indicator
	Breakdown stat.Breakdown
	Parts     []stat.Indicator
	Facts     []*stat.Fact // of each part: its share, or its level
}

// Wholes returns the breakdowns of a theme's indicators of which every part is known in the edition's period: by the
// shares that are given, or else by their levels. The checks see to it that these add up.
func (e *Edition) Wholes(t Theme) []Whole {
	var wholes []Whole
	seen := map[string]bool{}
	for _, r := range t.Rows {
		if seen[r.Indicator.Code] || r.Period != e.Period {
			continue
		}
		seen[r.Indicator.Code] = true
		for _, b := range r.Indicator.Breakdowns {
			w := Whole{Indicator: r.Indicator, Breakdown: b}
			if w.Facts = e.parts(r.Indicator, b); len(w.Facts) == len(b.Parts) && len(b.Parts) > 1 {
				for _, code := range b.Parts {
					w.Parts = append(w.Parts, e.indicators[code])
				}
				wholes = append(wholes, w)
			}
		}
	}
	return wholes
}

// parts returns the shares of a breakdown's parts, or their levels, or less if some are unknown.
func (e *Edition) parts(whole stat.Indicator, b stat.Breakdown) []*stat.Fact {
	shares := e.partsBy(b, func(code string) string { return stat.Key(whole.Code, stat.ShareName(code), e.Period) })
	if len(shares) == len(b.Parts) {
		return shares
	}
	levels := e.partsBy(b, func(code string) string { return stat.Key(code, string(stat.Level), e.Period) })
	for _, f := range levels {
		if f.Quantity.Unit != levels[0].Quantity.Unit {
			return nil
		}
	}
	return levels
}

func (e *Edition) partsBy(b stat.Breakdown, id func(code string) string) []*stat.Fact {
	var facts []*stat.Fact
	for _, code := range b.Parts {
		if f, ok := e.Fact(id(code)); ok && f.Status.HasValue() && f.Quantity.Value.IsPositive() {
			facts = append(facts, f)
		}
	}
	return facts
}

// Costs are amounts of one kind and currency, of several projects, highest first.
type Costs struct {
	Kind     string // as in [Amounts]
	Currency string
	Sums     []Sum
}

// Sum is a project with a sum of money.
type Sum struct {
	Project stat.Project
	Fact    *stat.Fact
}

// Costs returns the amounts of projects to compare, by kind and currency. Groups with too few are omitted.
func (e *Edition) Costs() []Costs {
	type group struct{ kind, currency string }
	var sums []Sum
	kinds := map[*stat.Fact]group{}
	for _, kind := range Amounts() {
		for _, p := range e.Projects {
			if f := e.Amount(p, kind); f != nil && f.Status.HasValue() && f.Quantity.Value.IsPositive() {
				sums = append(sums, Sum{p, f})
				kinds[f] = group{kind, f.Quantity.Unit}
			}
		}
	}
	var all []Costs
	for _, g := range grouped(sums, func(s Sum) group { return kinds[s.Fact] }) {
		slices.SortStableFunc(g, func(a, b Sum) int { return b.Fact.Quantity.Base().Compare(a.Fact.Quantity.Base()) })
		all = append(all, Costs{kinds[g[0].Fact].kind, kinds[g[0].Fact].currency, g})
	}
	return all
}

// Positions returns the rankings of each scope whose positions are compared, best first, without positions far from the
// first. Scopes with too few are omitted: positions among different numbers of areas do not compare.
func (e *Edition) Positions() [][]Ranking {
	const far, few = 40, 2
	var all [][]Ranking
	for _, scope := range e.Area.Scopes {
		rankings := atLeast(few, slices.DeleteFunc(slices.Clone(e.Rankings), func(r Ranking) bool {
			position := r.Fact.Quantity.Value.IntPart()
			return r.Scope.Code != scope.Code || !r.Fact.Status.HasValue() || position < 1 || position > far
		}))
		if rankings != nil {
			slices.SortStableFunc(rankings, func(a, b Ranking) int { return a.Fact.Quantity.Value.Compare(b.Fact.Quantity.Value) })
			all = append(all, rankings)
		}
	}
	return all
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

// Style returns the number of the style in which an indicator is drawn over time. It is the same in every edition of the
// area: its place among the indicators that are ranked, in the order of the periods in which they first are, and then in that of
// the catalogue.
func (e *Edition) Style(ind stat.Indicator) int { return e.styles[ind.Code] }

// setStyles numbers the ranked indicators.
func (e *Edition) setStyles(d *stat.Dataset) {
	e.styles = map[string]int{}
	for _, data := range d.Periods { // oldest first, so that later ones change no style
		ranked := map[string]bool{}
		for i := range data.Facts {
			if f := &data.Facts[i]; f.Measure == stat.Rank {
				ranked[f.Subject] = true
			}
		}
		for _, ind := range d.Indicators {
			if _, taken := e.styles[ind.Code]; ranked[ind.Code] && !taken {
				e.styles[ind.Code] = len(e.styles)
			}
		}
	}
}

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
