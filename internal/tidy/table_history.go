package tidy

import (
	"slices"
	"strconv"
	"sync"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// subject are the columns that say what a row is about, after the one that tells the rows apart.
func subject[T any](of func(T) *stat.Fact) []field[T] {
	return slices.Concat(
		[]field[T]{{Column{Name: "theme", Type: typeString}, func(m *maker, item T) string { return m.ThemeOf(of(item)) }}},
		plain("indicator", func(item T) string { return of(item).Subject }),
		bothOf("indicator", func(m *maker, w *locale.Words, item T) string { return wording.Subject(w, m.Edition, of(item)) }),
	)
}

// history is the table of the figures that trends are drawn from and targets start from.
func (m *maker) history() Table { return historyLayout().table(m, m.Past) }

var historyLayout = sync.OnceValue(func() layout[*stat.Fact] {
	type row = *stat.Fact
	self := func(f row) *stat.Fact { return f }
	return lay("history",
		column(Column{Name: "fact_id", Type: typeString, Source: "fact_id"}, factID),
		subject(self),
		period("time_period", func(f row) string { return f.Period.String() }),
		coded("measure", "measure", func(f row) string { return string(f.Measure) }),
		[]field[row]{{Column{Name: "price_basis", Type: typeString, Codes: "basis"}, func(m *maker, f row) string { return string(m.Basis(f)) }}},
		grown(self),
		column(Column{Name: "obs_value", Type: typeNumber, Fact: "fact_id", Mult: "unit_mult"}, number),
		plain("unit_measure", unit), whole("unit_mult", mult),
		coded("obs_status", "status", status),
		coded("qualifier", "qualifier", qualifier),
		plain("scope", func(f row) string {
			if f.Ranking == nil {
				return ""
			}
			return f.Ranking.Scope
		}),
	)
})

// revision is a row of the table of revisions.
type revision struct {
	edition.Revision
	id string
}

// revisions is the table of the figures that were given differently before, or not at all: a row a revision, the oldest
// of a fact first. What was withdrawn is not among the data any more, so that its column refers to no other.
func (m *maker) revisions() Table { return revisionsLayout().table(m, m.numberedRevisions()) }

var revisionsLayout = sync.OnceValue(func() layout[revision] {
	type row = revision
	fact := func(r row) *stat.Fact { return r.Fact }
	return lay("revisions",
		plain("revision_id", func(r row) string { return r.id }),
		column(Column{Name: "fact_id", Type: typeString, Required: true}, func(r row) string { return r.Fact.ID }),
		column(Column{Name: "revision_kind", Type: typeString, Codes: "revision-kind", Required: true}, func(r row) string { return string(r.Kind) }),
		subject(fact),
		period("time_period", func(r row) string { return r.Fact.Period.String() }),
		coded("measure", "measure", func(r row) string { return string(r.Fact.Measure) }),
		revisedFields("old", edition.Added, func(r row) stat.Figure { return r.Old }),
		revisedFields("new", edition.Withdrawn, func(r row) stat.Figure { return r.New }),
		quantityFields("change", func(r row) *stat.Quantity { return r.Change }),
		optionalPeriod("given_in", func(r row) stat.Period { return r.Given }),
		optionalPeriod("revised_in", func(r row) stat.Period { return r.Revised }),
		whole("old_release", func(r row) string { return count(r.Release) }),
		column(Column{Name: "old_release_date", Type: typeDate}, func(r row) string { return day(r.Date) }),
		whole("new_release", func(r row) string { return count(r.Later) }),
		column(Column{Name: "new_release_date", Type: typeDate}, func(r row) string { return day(r.Brought) }),
	)
})

// revisedFields are a figure before or after its revision; all empty for the kind of revision that has none there.
func revisedFields(name string, absent edition.RevisionKind, of func(revision) stat.Figure) []field[revision] {
	figure := func(r revision) *stat.Fact {
		if r.Kind == absent {
			return nil
		}
		return &stat.Fact{Figure: of(r)}
	}
	return slices.Concat(
		column(Column{Name: name + "_value", Type: typeNumber}, func(r revision) string { return number(figure(r)) }),
		plain(name+"_unit", func(r revision) string { return unit(figure(r)) }),
		whole(name+"_mult", func(r revision) string { return mult(figure(r)) }),
		coded(name+"_status", "status", func(r revision) string { return status(figure(r)) }),
	)
}

func (m *maker) numberedRevisions() []revision {
	var rows []revision
	seen := map[string]int{}
	for _, r := range m.Revisions {
		seen[r.Fact.ID]++
		rows = append(rows, revision{r, r.Fact.ID + "~r" + strconv.Itoa(seen[r.Fact.ID])})
	}
	return rows
}

func optionalPeriod[T any](name string, of func(T) stat.Period) []field[T] {
	return column(Column{Name: name, Type: typeString, Pattern: periodPattern}, func(item T) string { return of(item).String() })
}

// quantityFields are a quantity that is worked out, its unit and its power of ten; all empty for none.
func quantityFields[T any](name string, of func(T) *stat.Quantity) []field[T] {
	say := func(words func(*stat.Quantity) string) func(T) string {
		return func(item T) string {
			if q := of(item); q != nil {
				return words(q)
			}
			return ""
		}
	}
	return slices.Concat(
		column(Column{Name: name, Type: typeNumber}, say((*stat.Quantity).Number)),
		plain(name+"_unit", say(func(q *stat.Quantity) string { return q.Unit })),
		whole(name+"_mult", say(func(q *stat.Quantity) string { return strconv.Itoa(q.Mult) })),
	)
}
