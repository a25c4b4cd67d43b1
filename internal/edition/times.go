package edition

import "nianbao/internal/stat"

// Times says of which days a figure is, and how often there is one like it.
type Times struct {
	Start, End   stat.Date // of a figure as of a day: that day, twice
	Accumulation stat.Accumulation
	Freq         stat.Freq
}

// Times returns the days that a fact is of. What adds up from 1 January is cumulative, and so are averages since then, as
// of prices; of a whole year, and of a month or quarter alone, both are simply of that time. Stocks, ratios and the figures
// of projects are as of the period's end; an index on the year before is a mean, even if its timing says that it does not
// add up.
func (e *Edition) Times(f *stat.Fact) Times {
	t := Times{f.Period.Start(), f.Period.End(), stat.YearToDate, f.Period.Freq()}
	ind, ok := e.indicators[f.Subject]
	unit := e.Units[ind.Unit]
	switch {
	case f.Only != "":
		t.Start.Month = t.End.Month - f.Only.Months() + 1
		t.Accumulation, t.Freq = stat.WholePeriod, f.Only.Freq()
	case !ok || ind.Timing == stat.Stock && !unit.BeginsAnew() || !unit.AddsUp() && !unit.Averages():
		t.Start, t.Accumulation = t.End, stat.Point
	case f.Period.Span == stat.Annual:
		t.Accumulation = stat.WholePeriod
	}
	return t
}

// Derived is a figure that is worked out from others, which are named by their IDs.
type Derived struct {
	*stat.Fact
	Of []string
}

// Derived returns the levels of single quarters and months of the edition's year that follow exactly from cumulative ones,
// and that the dataset does not give. They are no facts of the edition: no text or table of the briefing has them.
func (e *Edition) Derived() []Derived { return e.derived }

func (e *Edition) derive() {
	known := [13]bool{true} // months that end a period with levels; before the first there is nothing
	for _, f := range e.facts {
		if f.Period.Year == e.Period.Year && f.Measure == stat.Level {
			known[f.Period.LastMonth()] = true
		}
	}
	for _, ind := range e.Indicators() {
		if !e.stock(ind) {
			e.deriveOf(ind, known)
		}
	}
}

// deriveOf works out the months and quarters of an indicator alone, between months with levels.
func (e *Edition) deriveOf(ind stat.Indicator, known [13]bool) {
	for month := 1; month <= e.Period.LastMonth(); month++ {
		for _, only := range stat.Onlys() {
			if month%only.Months() != 0 || !known[month] || !known[month-only.Months()] {
				continue
			}
			if f := e.alone(ind, month, only); f.Fact != nil {
				e.derived = append(e.derived, f)
			}
		}
	}
}

// alone works out the level of the month, or of the quarter, that ends with a month of the edition's year; without a fact if it
// cannot be known exactly.
func (e *Edition) alone(ind stat.Indicator, month int, only stat.Only) Derived {
	p := stat.Through(e.Period.Year, month)
	f := &stat.Fact{
		ID: stat.Key(ind.Code, string(stat.Level)+"-"+string(only), p), Subject: ind.Code, Area: e.Area.Code, Period: p,
		Measure: stat.Level, Sort: string(only), Only: only,
	}
	whole := e.first(ind, p, stat.Level)
	if _, given := e.facts[f.ID]; given || !exact(whole) {
		return Derived{}
	}
	f.Figure = stat.Figure{Quantity: whole.Quantity, Status: whole.Status}
	if month == only.Months() {
		return Derived{f, []string{whole.ID}}
	}
	before := e.first(ind, stat.Through(e.Period.Year, month-only.Months()), stat.Level)
	if !exact(before) || before.Quantity.Unit != whole.Quantity.Unit {
		return Derived{}
	}
	q := &f.Quantity
	q.Value = q.Value.Sub(before.Quantity.Base().Shift(int32(-q.Mult)))
	if q.Value.IsNegative() && !whole.Quantity.Value.IsNegative() && !before.Quantity.Value.IsNegative() {
		return Derived{} // only a balance may fall
	}
	if before.Status == stat.Provisional {
		f.Status = stat.Provisional
	}
	return Derived{f, []string{whole.ID, before.ID}}
}

// exact reports whether a figure can be reckoned with to its last digit.
func exact(f *stat.Fact) bool {
	return hasValue(f) && f.Qualifier == stat.Exactly && len(f.Variants) == 0 && (f.Status == stat.Normal || f.Status == stat.Provisional)
}

// GrowthKind says what a growth, a change or a target for one is against; "" of any other fact.
func (e *Edition) GrowthKind(f *stat.Fact) string {
	if !f.Measure.Grows() {
		return ""
	}
	return e.Basis(f).Against()
}
