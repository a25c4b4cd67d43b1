package workbook

import (
	"cmp"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// Columns that formulas and other code refer to.
const (
	valueColumn    = "column.value.unit"
	growthColumn   = "column.growth.percent"
	rankColumn     = "column.rank.position"
	scopeColumn    = "column.scope.code"
	targetColumn   = "column.target.unit"
	upToColumn     = "column.upper.unit"
	baselineColumn = "column.baseline.unit"
	nowColumn      = "column.growth.of"
	currencyColumn = "column.currency"
	areasColumn    = "column.of.areas"
	impliedColumn  = "column.implied.unit"
)

// indicator is a row of the sheet of indicators. Growth in per cent has its own column; any other change is a value.
type indicator struct {
	edition.Row
	theme stat.Theme
	facts []*stat.Fact
}

func (p *planner) indicators() []indicator {
	var rows []indicator
	add := func(r edition.Row, t stat.Theme) { rows = append(rows, indicator{r, t, r.Facts()}) }
	for _, t := range p.Themes {
		for _, r := range t.Rows {
			if r.Growth == nil || percent(r.Growth) {
				add(r, t.Theme)
				continue
			}
			change := edition.Row{Branch: r.Branch, Indicator: r.Indicator, Period: r.Period, Value: r.Growth, Aside: r.Aside}
			r.Growth = nil
			if len(r.Facts()) > 0 {
				add(r, t.Theme)
			}
			add(change, t.Theme)
		}
	}
	return rows
}

// percent reports whether a fact is a growth in per cent.
func percent(f *stat.Fact) bool {
	return f.Measure == stat.Growth && f.Quantity.Unit == stat.PercentUnit && f.Quantity.Mult == 0
}

// The indicator of a row, and how deep it stands.
func (r indicator) of() stat.Indicator { return r.Indicator }
func (r indicator) depth() int         { return r.Depth }

// rowName names the indicator of a row, or the share that it has.
func (p *planner) rowName(w *locale.Words, r indicator) string {
	return wording.RowName(w, p.Edition, r.Row)
}

// part is the indicator whose share a row has; "" for any other row.
func (r indicator) part() string {
	if r.Composition == nil {
		return ""
	}
	return r.Value.Part
}

func (p *planner) indicatorsSheet() sheet {
	type row = indicator
	fields := slices.Concat(
		[]field[row]{code(p, "column.code", func(r row) string { return r.Indicator.Code })},
		nested(p, p.rowName, row.depth),
		[]field[row]{
			word(p, "column.period", wordWidth, func(w *locale.Words, r row) string { return w.Period(r.Period) }),
			figure(p, valueColumn, func(r row) xlsx.Cell { return figureCell(r.Value) }),
			word(p, "column.unit", wordWidth, func(w *locale.Words, r row) string { return p.unit(w, r.Value) }),
			usual(word(p, "column.value.kind", wordWidth, func(w *locale.Words, r row) string {
				if r.Value == nil {
					return ""
				}
				return w.Measure(r.Value.Measure)
			}), p.both(func(w *locale.Words) string { return w.Measure(stat.Level) })),
			figure(p, growthColumn, func(r row) xlsx.Cell { return figureCell(r.Growth) }),
			word(p, "column.basis", wordWidth, func(w *locale.Words, r row) string {
				if r.Growth == nil {
					return ""
				}
				return basis(w, p.Basis(r.Growth))
			}),
			spare(figure(p, rankColumn, func(r row) xlsx.Cell { return figureCell(r.Rank) })),
			spare(word(p, "column.scope", wordWidth, func(w *locale.Words, r row) string { return p.scope(w, cmp.Or(r.Rank, r.Aside)) })),
		},
		p.derivedFields(),
		[]field[row]{
			p.turnField(),
			whole(p, row.of), breakdown(p, row.of), spare(code(p, "column.part", func(r row) string { return r.part() })),
			word(p, "column.theme", wordWidth, func(w *locale.Words, r row) string { return w.Text(r.theme.Name) }),
			spare(word(p, "column.qualifier", wordWidth, func(w *locale.Words, r row) string { return qualifiers(w, r.facts) })),
			status(p, "column.status", func(w *locale.Words, r row) string { return p.statuses(w, r.facts) }),
			marks(p, func(r row) []*stat.Fact { return r.facts }),
		},
	)
	return p.figures("indicators", tabulate("indicators", fields, p.indicatorRows))
}

// turnField is the column of what became of a loss, about which growth says nothing.
func (p *planner) turnField() field[indicator] {
	return spare(word(p, "column.turn", wordWidth, func(w *locale.Words, r indicator) string {
		if r.Turn == "" {
			return ""
		}
		return w.Turn(r.Turn)
	}))
}

// basis words the basis of a growth briefly, for its column; "" for none.
func basis(w *locale.Words, b stat.Basis) string {
	if b == "" {
		return ""
	}
	return w.Phrase("sheet.basis." + string(b))
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
	no := func(key string) string { return p.both(func(w *locale.Words) string { return w.Phrase(key) }) }
	fields := slices.Concat(
		[]field[row]{code(p, "column.code", func(r row) string { return r.Indicator.Code })},
		texts(p, "column.indicator", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Indicator.Name) }),
		[]field[row]{
			word(p, "column.period", wordWidth, func(w *locale.Words, r row) string { return w.Period(r.Fact.Period) }),
			figure(p, rankColumn, func(r row) xlsx.Cell { return figureCell(r.Fact) }),
			spare(figure(p, areasColumn, outOf)),
			word(p, "column.scope", wordWidth, func(w *locale.Words, r row) string { return w.Text(r.Scope.Name) }),
			code(p, scopeColumn, func(r row) string { return r.Scope.Code }),
			usual(word(p, "column.by", wordWidth, func(w *locale.Words, r row) string {
				if r.Fact.Ranking.By == "" {
					return w.Phrase("sheet.unstated")
				}
				return w.Measure(r.Fact.Ranking.By)
			}), no("sheet.unstated")),
			usual(word(p, "column.tied", wordWidth, func(w *locale.Words, r row) string {
				if r.Fact.Ranking.Tied {
					return w.Phrase("yes")
				}
				return w.Phrase("no")
			}), no("no")),
			spare(code(p, "column.group", func(r row) string { return r.Fact.Ranking.Group })),
			spare(word(p, "column.qualifier", wordWidth, func(w *locale.Words, r row) string { return w.Qualifier(r.Fact.Qualifier) })),
			status(p, "column.status", func(w *locale.Words, r row) string { return p.factStatus(w, r.Fact) }),
			usual(code(p, "column.status.code", func(r row) string { return string(r.Fact.Status) }), string(stat.Normal)),
			marks(p, func(r row) []*stat.Fact { return []*stat.Fact{r.Fact} }),
			source(p, func(r row) []stat.Provenance { return r.Fact.From }),
		},
	)
	return p.figures("rankings", tabulate("rankings", fields, p.Rankings))
}

// outOf is the number of areas compared: the ranking's own, or else the scope's, or else blank.
func outOf(r edition.Ranking) xlsx.Cell {
	n := r.Fact.Ranking.OutOf(r.Scope)
	if n == 0 {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return formulaCell(intCell(n), given("out_of", r.Fact.ID, lookUp("out_of", r.Fact.ID)))
}
