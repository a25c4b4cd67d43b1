package edition

import (
	"slices"

	"nianbao/internal/stat"
)

// recent is the number of periods in a trend, including the edition's own.
const recent = 5

// History is the history of this edition's indicators, as known at the time of this edition.
type History struct {
	Since   stat.Period   // the previous edition; zero if there is none
	Periods []stat.Period // the last periods with data, oldest first, ending with the edition's own
	Years   []stat.Period // the same period of the years with a known level, oldest first, ending with the edition's own
	Trends  []Trend       // in catalogue order; only those with two values to compare
	Past    []*stat.Fact  // the facts of trends and earlier positions, and baselines of targets from other files
}

// Trend is the history of an indicator. Levels of a flow are cumulative and only rise within a year, so consecutive
// periods are compared by growth, and levels with the same period of other years. Levels of a stock, and ratios, are
// also compared between consecutive periods. Unknown facts are nil.
type Trend struct {
	Indicator stat.Indicator
	Growth    []*stat.Fact // growth or change on a year earlier, one per period of History.Periods
	Values    []*stat.Fact // of a stock: level, ratio or score, one per period of History.Periods; nil for a flow
	Years     []*stat.Fact // level, ratio or score, one per year of History.Years
}

// Yearly reports whether all periods that are looked back on are whole years. Figures of other periods are cumulative from 1
// January, and levels within a year do not compare.
func (h History) Yearly() bool {
	return !slices.ContainsFunc(h.Periods, func(p stat.Period) bool { return p.Span != stat.Annual })
}

// since determines the periods that the edition looks back on.
func (e *Edition) since(d *stat.Dataset) {
	for _, data := range d.Periods {
		if data.Period.Compare(e.Period) < 0 {
			e.Since = data.Period
		}
		if data.Period.Compare(e.Period) <= 0 {
			e.Periods = append(e.Periods, data.Period)
		}
	}
	e.Periods = e.Periods[max(0, len(e.Periods)-recent):]
}

// setHistory gathers the trends, and the earlier positions of every ranking.
func (e *Edition) setHistory(d *stat.Dataset) {
	e.Years = e.sameYears(d)
	for _, ind := range d.Indicators {
		if t := e.trend(ind); counted(t.Growth) > 1 || counted(t.Values) > 1 || counted(t.Years) > 1 {
			e.Trends = append(e.Trends, t)
		}
	}
	for i := range e.Rankings {
		e.Rankings[i].Earlier = e.positions(e.Rankings[i].Fact)
	}
}

// sameYears lists this period in each of the last years in which some indicator has a value.
func (e *Edition) sameYears(d *stat.Dataset) []stat.Period {
	years := []stat.Period{e.Period}
	for p := e.Period.YearEarlier(); len(years) < recent; p = p.YearEarlier() {
		known := slices.ContainsFunc(d.Indicators, func(ind stat.Indicator) bool { return e.value(ind, p) != nil })
		if !known {
			break
		}
		years = append(years, p)
	}
	slices.Reverse(years)
	return years
}

func (e *Edition) trend(ind stat.Indicator) Trend {
	t := Trend{Indicator: ind}
	stock := e.stock(ind)
	measure := stat.Growth // of all periods alike
	if !slices.ContainsFunc(e.Periods, func(p stat.Period) bool { return hasValue(e.first(ind, p, stat.Growth)) }) {
		measure = stat.Change
	}
	for _, p := range e.Periods {
		t.Growth = append(t.Growth, e.first(ind, p, measure))
		if stock {
			t.Values = append(t.Values, e.value(ind, p))
		}
	}
	for _, p := range e.Years {
		t.Years = append(t.Years, e.value(ind, p))
	}
	return t
}

// stock reports whether an indicator's values are as of the end of a period: stocks, rates, indices and prices.
func (e *Edition) stock(ind stat.Indicator) bool {
	return ind.Timing == stat.Stock || !e.Units[ind.Unit].AddsUp()
}

// Timing returns whether an indicator's values are for a period or as of its end.
func (e *Edition) Timing(ind stat.Indicator) stat.Timing {
	if e.stock(ind) {
		return stat.Stock
	}
	return stat.Flow
}

// value returns an indicator's level, ratio or score for a period, as known at the time of the edition, or nil.
func (e *Edition) value(ind stat.Indicator, p stat.Period) *stat.Fact {
	return e.first(ind, p, stat.Level, stat.Ratio, stat.ScoreValue)
}

func (e *Edition) first(ind stat.Indicator, p stat.Period, measures ...stat.Measure) *stat.Fact {
	for _, m := range measures {
		if f := e.known(stat.Key(ind.Code, string(m), p)); f != nil {
			return f
		}
	}
	return nil
}

// known returns a fact as known at the time of the edition, even if its status is missing, or nil.
func (e *Edition) known(id string) *stat.Fact {
	if e.late[id] {
		return nil
	}
	return e.facts[id]
}

func hasValue(f *stat.Fact) bool { return f != nil && f.Status.HasValue() }

func counted(series []*stat.Fact) int {
	n := 0
	for _, f := range series {
		if hasValue(f) {
			n++
		}
	}
	return n
}

// positions returns a ranking's earlier positions, one per period of History.Periods before its own.
func (e *Edition) positions(f *stat.Fact) []*stat.Fact {
	var earlier []*stat.Fact
	name := f.ID[:len(f.ID)-len(f.Period.String())]
	for _, p := range e.Periods {
		if p.Compare(f.Period) < 0 {
			earlier = append(earlier, e.known(name+p.String()))
		}
	}
	return earlier
}

// Moved returns how many places a ranking has risen since it was last given. ok is false if there is nothing to
// compare; 0 with ok means no change.
func (r Ranking) Moved() (places int, ok bool) {
	for i := len(r.Earlier) - 1; i >= 0; i-- {
		if hasValue(r.Earlier[i]) && hasValue(r.Fact) {
			return int(r.Earlier[i].Quantity.Value.IntPart() - r.Fact.Quantity.Value.IntPart()), true
		}
	}
	return 0, false
}

// background adds the facts of other files that this edition uses: the year's targets, their baselines, and the
// history. So every printed figure is among its facts, with its source.
func (e *Edition) background() {
	b := backdrop{e: e, known: map[*stat.Fact]bool{}, past: map[*stat.Fact]bool{}}
	for _, f := range e.Facts {
		b.known[f] = true
	}
	for _, t := range e.Carried {
		b.add(t.Fact)
	}
	for _, t := range e.Trends {
		b.add(slices.Concat(t.Years, t.Values, t.Growth)...)
	}
	for _, r := range e.Rankings {
		if len(r.Earlier) > 0 {
			b.add(r.Course()...)
		}
	}
	for _, t := range e.AllTargets() {
		b.addNew(t.Baseline)
	}
	for _, p := range e.Progress {
		for _, f := range p.from {
			b.addNew(f)
		}
	}
}

// backdrop collects facts of other files.
type backdrop struct {
	e           *Edition
	known, past map[*stat.Fact]bool
}

// add adds facts to the edition, and those that are not targets to its past.
func (b *backdrop) add(facts ...*stat.Fact) {
	for _, f := range facts {
		if f != nil && !b.known[f] {
			b.known[f] = true
			b.e.Facts = append(b.e.Facts, f)
		}
		if f != nil && !b.past[f] && f.Target == nil {
			b.past[f] = true
			b.e.Past = append(b.e.Past, f)
		}
	}
}

// addNew is add for a fact that the edition does not have yet.
func (b *backdrop) addNew(f *stat.Fact) {
	if !b.known[f] {
		b.add(f)
	}
}
