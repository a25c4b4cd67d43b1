package workbook

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// indicator is a row of the sheet of indicators: growth in per cent has a column of its own, any other
// change is a value.
type indicator struct {
	edition.Row
	theme stat.Theme
}

func (p *planner) indicators() []indicator {
	var rows []indicator
	for _, t := range p.Themes {
		for _, r := range t.Rows {
			if r.Growth == nil || percent(r.Growth) {
				rows = append(rows, indicator{r, t.Theme})
				continue
			}
			change := edition.Row{Indicator: r.Indicator, Period: r.Period, Value: r.Growth}
			r.Growth = nil
			if len(r.Facts()) > 0 {
				rows = append(rows, indicator{r, t.Theme})
			}
			rows = append(rows, indicator{change, t.Theme})
		}
	}
	return rows
}

// percent reports whether a fact is a growth in per cent.
func percent(f *stat.Fact) bool {
	return f.Measure == stat.Growth && f.Quantity.Unit == "PERCENT" && f.Quantity.Mult == 0
}

func (p *planner) indicatorsSheet() sheet {
	fields := []field[indicator]{
		code(p, "column.code", func(r indicator) string { return r.Indicator.Code }),
		word(p, "column.theme", themeWidth, func(w *locale.Words, r indicator) string { return w.Text(r.theme.Name) }),
	}
	fields = append(fields, texts(p, "column.indicator", nameWidth, func(w *locale.Words, r indicator) string {
		return w.Text(r.Indicator.Name)
	})...)
	fields = append(fields,
		word(p, "column.period", wordWidth, func(w *locale.Words, r indicator) string { return w.Period(r.Period) }),
		figure(p, "column.value", func(r indicator) cell { return figureCell(r.Value) }),
		word(p, "column.unit", wordWidth, func(w *locale.Words, r indicator) string { return p.unit(w, r.Value) }),
		word(p, "column.value.kind", wordWidth, func(w *locale.Words, r indicator) string {
			if r.Value == nil {
				return ""
			}
			return w.Measure(r.Value.Measure)
		}),
		figure(p, "column.growth.percent", func(r indicator) cell { return figureCell(r.Growth) }),
		word(p, "column.basis", wordWidth, func(w *locale.Words, r indicator) string {
			if r.Growth == nil {
				return ""
			}
			return w.Basis(r.Indicator.Basis)
		}),
		figure(p, "column.rank", func(r indicator) cell { return figureCell(r.Rank) }),
		word(p, "column.scope", wordWidth, func(w *locale.Words, r indicator) string { return p.scope(w, r.Rank) }),
		word(p, "column.qualifier", wordWidth, func(w *locale.Words, r indicator) string { return qualifiers(w, r.Facts()) }),
		word(p, "column.status", wordWidth, func(w *locale.Words, r indicator) string { return statuses(w, r.Facts()) }),
		marks(p, func(r indicator) []*stat.Fact { return r.Facts() }),
	)
	return p.marked("indicators", tabulate("", fields, p.indicators()))
}

func (p *planner) scope(w *locale.Words, f *stat.Fact) string {
	if f == nil || f.Ranking == nil {
		return ""
	}
	scope, _ := p.Area.Scope(f.Ranking.Scope)
	return w.Text(scope.Name)
}

func (p *planner) rankingsSheet() sheet {
	type row = edition.Ranking
	fields := []field[row]{code(p, "column.code", func(r row) string { return r.Indicator.Code })}
	fields = append(fields, texts(p, "column.indicator", nameWidth, func(w *locale.Words, r row) string {
		return w.Text(r.Indicator.Name)
	})...)
	fields = append(fields,
		word(p, "column.period", wordWidth, func(w *locale.Words, r row) string { return w.Period(r.Fact.Period) }),
		figure(p, "column.rank", func(r row) cell { return figureCell(r.Fact) }),
		word(p, "column.scope", wordWidth, func(w *locale.Words, r row) string { return w.Text(r.Scope.Name) }),
		figure(p, "column.of", outOf),
		word(p, "column.by", wordWidth, func(w *locale.Words, r row) string {
			if r.Fact.Ranking.By == "" {
				return w.Phrase("unstated")
			}
			return w.Measure(r.Fact.Ranking.By)
		}),
		word(p, "column.tied", wordWidth, func(w *locale.Words, r row) string {
			if r.Fact.Ranking.Tied {
				return w.Phrase("yes")
			}
			return w.Phrase("no")
		}),
		code(p, "column.group", func(r row) string { return r.Fact.Ranking.Group }),
		word(p, "column.status", wordWidth, func(w *locale.Words, r row) string { return w.Status(r.Fact.Status) }),
		marks(p, func(r row) []*stat.Fact { return []*stat.Fact{r.Fact} }),
		source(p, func(r row) []stat.Provenance { return r.Fact.From }),
	)
	return p.marked("rankings", tabulate("", fields, p.Rankings))
}

// outOf is the number of areas compared: the ranking's own, else the scope's, else blank.
func outOf(r edition.Ranking) cell {
	if n := max(r.Fact.Ranking.Of, r.Scope.Of); n > 0 {
		return intCell(n)
	}
	return cell{kind: blank}
}

func (p *planner) targetsSheet() sheet {
	type row = edition.Target
	fields := []field[row]{code(p, "column.code", func(r row) string { return r.Indicator.Code })}
	fields = append(fields, texts(p, "column.indicator", nameWidth, func(w *locale.Words, r row) string {
		return w.Text(r.Indicator.Name)
	})...)
	fields = slices.Concat(fields, targetFields(p), []field[row]{
		figure(p, "column.baseline", func(r row) cell { return figureCell(r.Baseline) }),
		figure(p, "column.implied", func(r row) cell {
			if r.Implied == nil {
				return cell{kind: blank}
			}
			return quantityCell(*r.Implied)
		}),
		word(p, "column.level.unit", wordWidth, func(w *locale.Words, r row) string { return p.unit(w, r.Baseline) }),
		word(p, "column.why.not", nameWidth, func(w *locale.Words, r row) string {
			if r.WhyNot == "" {
				return ""
			}
			return w.Phrase("implied." + string(r.WhyNot))
		}),
		p.growthNow(),
		word(p, "column.basis", wordWidth, func(w *locale.Words, r row) string { return w.Basis(r.Indicator.Basis) }),
		word(p, "column.status", wordWidth, func(w *locale.Words, r row) string { return w.Status(r.Fact.Status) }),
		marks(p, func(r row) []*stat.Fact { return []*stat.Fact{r.Fact} }),
	})
	return p.marked("targets", tabulate("", fields, p.Targets))
}

func targetFields(p *planner) []field[edition.Target] {
	type row = edition.Target
	return []field[row]{
		word(p, "column.due", wordWidth, func(w *locale.Words, r row) string { return w.Period(r.Fact.Period) }),
		word(p, "column.measure", wordWidth, func(w *locale.Words, r row) string { return w.Measure(r.Fact.Measure) }),
		word(p, "column.operator", wordWidth, func(w *locale.Words, r row) string { return w.Operator(r.Fact.Target.Operator) }),
		figure(p, "column.target", func(r row) cell { return figureCell(r.Fact) }),
		word(p, "column.unit", wordWidth, func(w *locale.Words, r row) string { return p.unit(w, r.Fact) }),
		figure(p, "column.tolerance", func(r row) cell {
			if r.Fact.Target.Tolerance == (stat.Quantity{}) {
				return cell{kind: blank}
			}
			return quantityCell(r.Fact.Target.Tolerance)
		}),
	}
}

// growthNow is the column of growth in the edition's period, to hold growth targets against.
func (p *planner) growthNow() field[edition.Target] {
	header := p.both(func(w *locale.Words) string { return w.Fill("column.growth.of", p.Period) })
	return field[edition.Target]{column{header, number, figureWidth}, func(r edition.Target) cell {
		if r.Growth == nil || !percent(r.Growth) {
			return cell{kind: blank}
		}
		return figureCell(r.Growth)
	}}
}
