package workbook

import (
	"cmp"
	"fmt"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// past is a row of the sheet of history: one series of an indicator, or a position.
type past struct {
	indicator stat.Indicator
	depth     int // of its name below others
	series    say
	facts     map[stat.Period]*stat.Fact
}

// historySheet compares periods: growth, positions and levels of a stock for consecutive periods, levels of a flow for
// the same period of each year.
func (p *planner) historySheet() sheet {
	rows := p.pastRows()
	fields := slices.Concat(
		[]field[past]{code(p, "column.code", func(r past) string { return r.indicator.Code })},
		nested(p, func(w *locale.Words, r past) string { return w.Text(r.indicator.Name) }, func(r past) int { return r.depth }),
		[]field[past]{
			word(p, "column.series", wordWidth, func(w *locale.Words, r past) string { return r.series(w) }),
			word(p, "column.unit", wordWidth, func(w *locale.Words, r past) string { return p.unit(w, r.any()) }),
		})
	for _, period := range p.pastPeriods(rows) {
		f := blank("blank.history", figure(p, "column.history.period", func(r past) xlsx.Cell { return pastCell(r, period) }))
		f.column.of = inPeriod(period)
		f.column.Header = p.both(func(w *locale.Words) string { return w.Fill("column.history.period", period) })
		fields = append(fields, f)
	}
	fields = append(fields, blank("blank.normal", spare(word(p, "column.status", noteWidth, func(w *locale.Words, r past) string { return p.pastStatus(w, r) }))))
	return p.figures("history", tabulate("history", fields, rows))
}

func (p *planner) pastRows() []past {
	var rows []past
	add := func(ind stat.Indicator, depth int, key string, facts []*stat.Fact) {
		r := past{indicator: ind, depth: depth, series: phrase(key), facts: map[stat.Period]*stat.Fact{}}
		for _, f := range facts {
			if f != nil {
				r.facts[f.Period] = f
			}
		}
		if len(r.facts) > 1 {
			rows = append(rows, r)
		}
	}
	trends, branches := outlined(p, p.Trends, func(t edition.Trend) stat.Indicator { return t.Indicator })
	for i, t := range trends {
		depth := branches[i].Depth
		add(t.Indicator, depth, wording.OverPeriods(p.Edition, "series.growth"), t.Growth)
		if t.Values != nil {
			add(t.Indicator, depth, "series.values", slices.Concat(t.Years, t.Values))
		} else {
			add(t.Indicator, depth, wording.OverPeriods(p.Edition, "series.years"), t.Years)
		}
	}
	for _, r := range p.Rankings {
		add(r.Indicator, 0, "series.positions", append(slices.Clone(r.Earlier), r.Fact))
	}
	return rows
}

// pastPeriods returns the periods that some row has, in chronological order.
func (p *planner) pastPeriods(rows []past) []stat.Period {
	var periods []stat.Period
	for _, r := range rows {
		for period := range r.facts {
			if !slices.Contains(periods, period) {
				periods = append(periods, period)
			}
		}
	}
	slices.SortFunc(periods, stat.Period.Compare)
	return periods
}

// any returns a fact of the row, for its unit: all facts share one.
func (r past) any() *stat.Fact {
	var latest *stat.Fact
	for _, f := range r.facts {
		if latest == nil || f.Period.Compare(latest.Period) > 0 {
			latest = f
		}
	}
	return latest
}

// pastCell is a figure in the power of ten of the latest one; blank if it is in another unit.
func pastCell(r past, period stat.Period) xlsx.Cell {
	f, latest := r.facts[period], r.any()
	if f == nil || f.Quantity.Unit != latest.Quantity.Unit {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return scaledCell(f, latest.Quantity.Mult)
}

// pastStatus names the abnormal statuses, period by period.
func (p *planner) pastStatus(w *locale.Words, r past) string {
	said := ""
	for _, period := range p.pastPeriods([]past{r}) {
		f := r.facts[period]
		if f.Status == stat.Normal && !p.Revised(f) {
			continue
		}
		if said != "" {
			said += w.Phrase("list.semicolon")
		}
		said += w.Label(w.Period(period), p.factStatus(w, f))
	}
	return said
}

// revisionsSheet lists the figures that were given differently before, or not at all, with their old values.
func (p *planner) revisionsSheet() sheet {
	type row = edition.Revision
	fields := slices.Concat(
		[]field[row]{code(p, "column.fact", func(r row) string { return r.Fact.ID })},
		texts(p, "column.indicator", nameWidth, func(w *locale.Words, r row) string { return wording.Subject(w, p.Edition, r.Fact) }),
		[]field[row]{
			word(p, "column.measure", wordWidth, func(w *locale.Words, r row) string { return w.Measure(r.Fact.Measure) }),
			word(p, "column.period", wordWidth, func(w *locale.Words, r row) string { return w.Period(r.Fact.Period) }),
			word(p, "column.revision.kind", wordWidth, func(w *locale.Words, r row) string { return w.CodeWord("revision-kind", string(r.Kind)) }),
			figure(p, oldColumn, func(r row) xlsx.Cell { return valueCell(oldFact(r)) }),
			figure(p, newColumn, newCell),
			word(p, "column.unit", wordWidth, func(w *locale.Words, r row) string { return p.unit(w, cmp.Or(newFact(r), oldFact(r))) }),
			derived(figure(p, "column.change.unit", changeCell)),
			status(p, "column.old.status", func(w *locale.Words, r row) string { return revisedStatus(w, oldFact(r)) }),
			status(p, "column.new.status", func(w *locale.Words, r row) string { return revisedStatus(w, newFact(r)) }),
			word(p, "column.given", noteWidth, func(w *locale.Words, r row) string { return wording.Given(w, r) }),
			word(p, "column.revised", noteWidth, func(w *locale.Words, r row) string { return wording.Revised(w, p.Edition, r) }),
		})
	return p.figures("revisions", tabulate("revisions", fields, p.Revisions))
}

// Columns of the sheet of revisions that its formulas refer to.
const (
	oldColumn = "column.old.unit"
	newColumn = "column.new.unit"
)

// newCell is the figure after a revision. The last revision of a fact gives its present figure, which is looked up.
func newCell(r edition.Revision) xlsx.Cell {
	c := valueCell(newFact(r))
	if now := r.Fact; r.Kind != edition.Withdrawn && now.Status == r.New.Status && (!now.Status.HasValue() || now.Quantity == r.New.Quantity) {
		return formulaCell(c, given("obs_value", now.ID, valueOf(now)))
	}
	return c
}

func changeCell(r edition.Revision) xlsx.Cell {
	c := optionalCell(r.Change)
	if r.Change == nil || r.Old.Quantity.Mult != r.New.Quantity.Mult || r.Old.Quantity.Unit != r.New.Quantity.Unit {
		return c
	}
	difference := fmt.Sprintf("ROUND(%s-%s,%d)", xlsx.Own("revisions", newColumn), xlsx.Own("revisions", oldColumn), r.Change.Decimals())
	return formulaCell(c, ifNumbers(difference, "revisions", newColumn, oldColumn))
}

// oldFact is a fact with the figure before a revision; nil for an added one.
func oldFact(r edition.Revision) *stat.Fact {
	if r.Kind == edition.Added {
		return nil
	}
	return &stat.Fact{Figure: r.Old}
}

// newFact is a fact with the figure after a revision; nil for a withdrawn one.
func newFact(r edition.Revision) *stat.Fact {
	if r.Kind == edition.Withdrawn {
		return nil
	}
	return &stat.Fact{Figure: r.New}
}

func revisedStatus(w *locale.Words, f *stat.Fact) string {
	if f == nil {
		return ""
	}
	return statusWords(w, f.Status)
}
