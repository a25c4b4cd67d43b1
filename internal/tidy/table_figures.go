package tidy

import (
	"cmp"
	"slices"
	"strconv"
	"sync"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// number is the value of a figure as the tidy table has it: "" for no fact and for a missing value.
func number(f *stat.Fact) string {
	if f == nil || !f.Status.HasValue() {
		return ""
	}
	return f.Quantity.Number()
}

// of says something of a fact, "" for none.
func of(f *stat.Fact, say func(*stat.Fact) string) string {
	if f == nil {
		return ""
	}
	return say(f)
}

func factID(f *stat.Fact) string { return of(f, func(f *stat.Fact) string { return f.ID }) }

func measure(f *stat.Fact) string {
	return of(f, func(f *stat.Fact) string { return string(f.Measure) })
}

func status(f *stat.Fact) string { return of(f, func(f *stat.Fact) string { return string(f.Status) }) }

func qualifier(f *stat.Fact) string {
	return of(f, func(f *stat.Fact) string { return string(f.Qualifier) })
}

func unit(f *stat.Fact) string {
	return of(f, func(f *stat.Fact) string { return f.Quantity.Unit })
}

func mult(f *stat.Fact) string {
	return of(f, func(f *stat.Fact) string { return strconv.Itoa(f.Quantity.Mult) })
}

// figure is a column of values together with the column of their facts, which refers to the data table.
func figure[T any](value, fact Column, get func(T) *stat.Fact) []field[T] {
	value.Fact, fact.Type, fact.Source = fact.Name, typeString, "fact_id"
	if value.Type == "" {
		value.Type = typeNumber
	}
	return slices.Concat(
		column(value, func(item T) string { return number(get(item)) }),
		column(fact, func(item T) string { return factID(get(item)) }),
	)
}

// basisOf is the basis of a growth; "" for a change or an acceleration.
func basisOf(f *stat.Fact, ind stat.Indicator) stat.Basis {
	if f.Measure != stat.Growth {
		return ""
	}
	return cmp.Or(f.Basis, ind.Basis)
}

// grown is the column of what a growth is against.
func grown[T any](of func(T) *stat.Fact) []field[T] {
	return []field[T]{{Column{Name: "growth_kind", Type: typeString, Codes: "growth-kind"}, func(m *maker, item T) string {
		if f := of(item); f != nil {
			return m.GrowthKind(f)
		}
		return ""
	}}}
}

// scopeOf is the scope of a rank or a margin.
func scopeOf(f *stat.Fact) string {
	if f.Ranking == nil {
		return ""
	}
	return f.Ranking.Scope
}

// partOf are the columns of the indicator that another one is a part of, or is contained in, and of its breakdown.
func partOf[T any](of func(T) stat.Indicator) []field[T] {
	column := func(name string, say func(parent, breakdown string) string) field[T] {
		return field[T]{Column{Name: name, Type: typeString}, func(m *maker, item T) string { return say(m.PartOf(of(item).Code)) }}
	}
	return []field[T]{
		column("part_of", func(parent, _ string) string { return parent }),
		column("breakdown", func(_, breakdown string) string { return breakdown }),
	}
}

// indicatorRow is a row of the table of indicators.
type indicatorRow struct {
	edition.Row
	id string
}

func (m *maker) indicators() Table { return indicatorsLayout().table(m, m.indicatorRows()) }

var indicatorsLayout = sync.OnceValue(func() layout[indicatorRow] {
	type row = indicatorRow
	value := func(r row) *stat.Fact { return r.Value }
	growth := func(r row) *stat.Fact { return r.Growth }
	rank := func(r row) *stat.Fact { return r.Rank }
	return lay("indicators",
		plain("row_id", func(r row) string { return r.id }),
		plain("theme", func(r row) string { return r.Indicator.Theme }),
		plain("indicator", func(r row) string { return r.Indicator.Code }),
		bothOf("indicator", func(m *maker, w *locale.Words, r row) string { return wording.RowName(w, m.Edition, r.Row) }),
		partOf(func(r row) stat.Indicator { return r.Indicator }),
		period("time_period", func(r row) string { return r.Period.String() }),
		coded("measure", "measure", func(r row) string { return measure(r.Value) }),
		coded("only", "only", func(r row) string { return of(r.Aside, func(f *stat.Fact) string { return string(f.Only) }) }),
		plain("part", func(r row) string { return of(r.Value, func(f *stat.Fact) string { return f.Part }) }),
		figure(Column{Name: "value", Mult: "unit_mult"}, Column{Name: "value_fact"}, value),
		plain("unit_measure", func(r row) string { return unit(r.Value) }),
		whole("unit_mult", func(r row) string { return mult(r.Value) }),
		coded("value_status", "status", func(r row) string { return status(r.Value) }),
		coded("value_qualifier", "qualifier", func(r row) string { return qualifier(r.Value) }),
		figure(Column{Name: "growth", Mult: "growth_mult"}, Column{Name: "growth_fact"}, growth),
		coded("growth_measure", "measure", func(r row) string { return measure(r.Growth) }),
		plain("growth_unit", func(r row) string { return unit(r.Growth) }),
		whole("growth_mult", func(r row) string { return mult(r.Growth) }),
		coded("growth_status", "status", func(r row) string { return status(r.Growth) }),
		coded("growth_qualifier", "qualifier", func(r row) string { return qualifier(r.Growth) }),
		coded("price_basis", "basis", func(r row) string {
			return of(r.Growth, func(f *stat.Fact) string { return string(basisOf(f, r.Indicator)) })
		}),
		grown(func(r row) *stat.Fact { return r.Growth }),
		coded("turn", "turn", func(r row) string { return string(r.Turn) }),
		figure(Column{Name: "position", Type: typeInteger}, Column{Name: "position_fact"}, rank),
		plain("scope", func(r row) string {
			return of(cmp.Or(r.Rank, r.Aside), func(f *stat.Fact) string { return scopeOf(f) })
		}),
		coded("position_status", "status", func(r row) string { return status(r.Rank) }),
		coded("position_qualifier", "qualifier", func(r row) string { return qualifier(r.Rank) }),
		both("note", func(w *locale.Words, r row) string { return w.Text(r.Indicator.Note) }),
	)
})

func (m *maker) indicatorRows() []indicatorRow {
	var rows []indicatorRow
	seen := map[string]int{}
	for _, t := range m.Themes {
		for _, r := range t.Rows {
			id := r.Indicator.Code + "@" + r.Period.String()
			if r.Composition != nil {
				id = r.Value.ID
			}
			if seen[id]++; seen[id] > 1 {
				rows = append(rows, indicatorRow{r, id + "~" + strconv.Itoa(seen[id])})
				continue
			}
			rows = append(rows, indicatorRow{r, id})
		}
	}
	return rows
}

func (m *maker) rankings() Table { return rankingsLayout().table(m, m.Rankings) }

var rankingsLayout = sync.OnceValue(func() layout[edition.Ranking] {
	type row = edition.Ranking
	id := Column{Name: "fact_id", Type: typeString, Source: "fact_id"}
	return lay("rankings",
		column(id, func(r row) string { return r.Fact.ID }),
		plain("theme", func(r row) string { return r.Indicator.Theme }),
		plain("indicator", func(r row) string { return r.Indicator.Code }),
		both("indicator", func(w *locale.Words, r row) string { return w.Text(r.Indicator.Name) }),
		period("time_period", func(r row) string { return r.Fact.Period.String() }),
		column(Column{Name: "position", Type: typeInteger, Fact: "fact_id"}, func(r row) string { return number(r.Fact) }),
		whole("out_of", func(r row) string { return count(r.Fact.Ranking.OutOf(r.Scope)) }),
		plain("scope", func(r row) string { return r.Fact.Ranking.Scope }),
		both("scope", func(w *locale.Words, r row) string { return w.Text(r.Scope.Name) }),
		coded("ranked_by", "measure", func(r row) string { return string(r.Fact.Ranking.By) }),
		column(Column{Name: "tied", Type: typeBoolean, Required: true}, func(r row) string {
			return strconv.FormatBool(r.Fact.Ranking.Tied)
		}),
		plain("assessment", func(r row) string { return r.Fact.Ranking.Group }),
		coded("obs_status", "status", func(r row) string { return string(r.Fact.Status) }),
		coded("qualifier", "qualifier", func(r row) string { return qualifier(r.Fact) }),
		sources(func(r row) []stat.Provenance { return r.Fact.From }),
		both("note", func(w *locale.Words, r row) string { return w.Text(r.Fact.Note) }),
	)
})

// count is a number of things, "" for one that is not known.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (m *maker) targets() Table { return targetsLayout().table(m, m.AllTargets()) }

var targetsLayout = sync.OnceValue(func() layout[edition.Target] {
	type row = edition.Target
	id := Column{Name: "fact_id", Type: typeString, Source: "fact_id"}
	target := Column{Name: "target", Type: typeNumber, Fact: "fact_id", Mult: "unit_mult"}
	return lay("targets",
		column(id, func(r row) string { return r.Fact.ID }),
		plain("theme", func(r row) string { return r.Indicator.Theme }),
		plain("indicator", func(r row) string { return r.Indicator.Code }),
		both("indicator", func(w *locale.Words, r row) string { return w.Text(r.Indicator.Name) }),
		partOf(func(r row) stat.Indicator { return r.Indicator }),
		period("time_period", func(r row) string { return r.Fact.Period.String() }),
		coded("measure", "measure", func(r row) string { return string(r.Fact.Measure) }),
		coded("operator", "operator", func(r row) string { return string(r.Fact.Target.Operator) }),
		column(target, func(r row) string { return number(r.Fact) }),
		plain("unit_measure", func(r row) string { return unit(r.Fact) }),
		whole("unit_mult", func(r row) string { return mult(r.Fact) }),
		toleranceFields(),
		column(Column{Name: "upper_bound", Type: typeNumber}, func(r row) string { return wording.UpperBound(r.Fact.Target) }),
		both("words", func(w *locale.Words, r row) string { return w.Text(r.Fact.Target.Words) }),
		figure(Column{Name: "baseline", Mult: "level_mult"}, Column{Name: "baseline_fact"}, func(r row) *stat.Fact { return r.Baseline }),
		column(Column{Name: "implied_level", Type: typeNumber}, func(r row) string {
			if r.Implied == nil {
				return ""
			}
			return r.Implied.Number()
		}),
		plain("level_unit", func(r row) string { unit, _ := r.LevelUnit(); return unit.Unit }),
		whole("level_mult", func(r row) string {
			if unit, ok := r.LevelUnit(); ok {
				return strconv.Itoa(unit.Mult)
			}
			return ""
		}),
		coded("no_implied_level", "implied", func(r row) string { return string(r.WhyNot) }),
		coded("price_basis", "basis", func(r row) string { return string(r.Indicator.Basis) }),
		grown(func(r row) *stat.Fact { return r.Fact }),
		coded("obs_status", "status", func(r row) string { return string(r.Fact.Status) }),
		coded("qualifier", "qualifier", func(r row) string { return qualifier(r.Fact) }),
		sources(func(r row) []stat.Provenance { return r.Fact.From }),
		both("note", func(w *locale.Words, r row) string { return w.Text(r.Fact.Note) }),
	)
})

func toleranceFields() []field[edition.Target] {
	type row = edition.Target
	given := func(say func(stat.Quantity) string) func(row) string {
		return func(r row) string {
			if q := r.Fact.Target.Tolerance; q.Unit != "" {
				return say(q)
			}
			return ""
		}
	}
	return slices.Concat(
		column(Column{Name: "tolerance", Type: typeNumber}, given(stat.Quantity.Number)),
		plain("tolerance_unit", given(func(q stat.Quantity) string { return q.Unit })),
		whole("tolerance_mult", given(func(q stat.Quantity) string { return strconv.Itoa(q.Mult) })),
	)
}
