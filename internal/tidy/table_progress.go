package tidy

import (
	"sync"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// progress is the table of how far the targets for the edition's year have come.
func (m *maker) progress() Table { return progressLayout().table(m, m.Progress) }

var progressLayout = sync.OnceValue(func() layout[edition.Progress] {
	type row = edition.Progress
	target := func(r row) *stat.Fact { return r.Fact }
	done := func(r row) *stat.Fact { return r.Done }
	bare := func(name string, of func(row) *stat.Quantity) []field[row] { return quantityFields(name, of)[:1] }
	return lay("progress",
		column(Column{Name: "fact_id", Type: typeString, Source: "fact_id"}, func(r row) string { return r.Fact.ID }),
		subject(target),
		period("time_period", func(r row) string { return r.Fact.Period.String() }),
		coded("measure", "measure", func(r row) string { return string(r.Fact.Measure) }),
		coded("operator", "operator", func(r row) string { return string(r.Fact.Target.Operator) }),
		column(Column{Name: "target", Type: typeNumber, Fact: "fact_id", Mult: "unit_mult"}, func(r row) string { return number(r.Fact) }),
		plain("unit_measure", func(r row) string { return unit(r.Fact) }),
		whole("unit_mult", func(r row) string { return mult(r.Fact) }),
		column(Column{Name: "upper_bound", Type: typeNumber}, func(r row) string { return wording.UpperBound(r.Fact.Target) }),
		both("words", func(w *locale.Words, r row) string { return w.Text(r.Fact.Target.Words) }),
		figure(Column{Name: "done", Mult: "done_mult"}, Column{Name: "done_fact"}, done),
		plain("done_unit", func(r row) string { return unit(r.Done) }),
		whole("done_mult", func(r row) string { return mult(r.Done) }),
		coded("done_status", "status", func(r row) string { return status(r.Done) }),
		coded("standing", "standing", func(r row) string { return string(r.Standing) }),
		coded("not_judged", "why", func(r row) string { return string(r.Why) }),
		coded("yardstick", "yardstick", func(r row) string { return string(r.Yardstick) }),
		bare("share_done", func(r row) *stat.Quantity { return r.Reach }),
		bare("share_of_year", func(r row) *stat.Quantity { return &r.Pace }),
		bare("gap_points", func(r row) *stat.Quantity { return r.GapPoints() }),
		quantityFields("left", func(r row) *stat.Quantity { return r.Left }),
		bare("growth_needed", func(r row) *stat.Quantity { return r.Needed }),
		coded("no_growth_needed", "why", func(r row) string { return string(r.NoNeed) }),
	)
})
