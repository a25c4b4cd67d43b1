package workbook

import (
	"fmt"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

func (p *planner) targetsSheet() sheet {
	type row = edition.Target
	indicator := func(r row) stat.Indicator { return r.Indicator }
	rows, branches := outlined(p, p.AllTargets(), indicator)
	depth := depths(rows, branches, func(r row) *stat.Fact { return r.Fact })
	fields := slices.Concat(
		[]field[row]{code(p, "column.code", func(r row) string { return r.Indicator.Code })},
		nested(p, func(w *locale.Words, r row) string { return w.Text(r.Indicator.Name) }, depth),
		p.targetFields(),
		[]field[row]{
			figure(p, baselineColumn, func(r row) xlsx.Cell { return figureCell(r.Baseline) }),
			derived(figure(p, impliedColumn, p.impliedCell)),
			word(p, "column.level.unit", wordWidth, levelUnit),
			p.growthNow(),
			whole(p, indicator),
			spare(code(p, "column.why.not", func(r row) string { return string(r.WhyNot) })),
			word(p, "column.basis", wordWidth, func(w *locale.Words, r row) string { return basis(w, p.Basis(r.Fact)) }),
			spare(word(p, "column.qualifier", wordWidth, func(w *locale.Words, r row) string { return w.Qualifier(r.Fact.Qualifier) })),
			status(p, "column.status", func(w *locale.Words, r row) string { return p.factStatus(w, r.Fact) }),
			marks(p, func(r row) []*stat.Fact { return []*stat.Fact{r.Fact} }),
		})
	return p.figures("targets", tabulate("targets", fields, rows))
}

func (p *planner) targetFields() []field[edition.Target] {
	type row = edition.Target
	return []field[row]{
		word(p, "column.operator", wordWidth, func(w *locale.Words, r row) string { return w.Operator(r.Fact.Target.Operator) }),
		figure(p, targetColumn, func(r row) xlsx.Cell { return figureCell(r.Fact) }),
		blank("blank.upper", spare(figure(p, upToColumn, func(r row) xlsx.Cell { return upToCell(r.Fact) }))),
		spare(word(p, "column.words", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Fact.Target.Words) })),
		word(p, "column.unit", wordWidth, func(w *locale.Words, r row) string {
			if r.Fact.Measure == stat.TargetWords {
				return ""
			}
			return p.unit(w, r.Fact)
		}),
		word(p, "column.due", wordWidth, func(w *locale.Words, r row) string { return w.Period(r.Fact.Period) }),
		word(p, "column.measure", wordWidth, func(w *locale.Words, r row) string { return w.Measure(r.Fact.Measure) }),
		blank("blank.tolerance", spare(figure(p, "column.tolerance.unit", func(r row) xlsx.Cell {
			if r.Fact.Target.Tolerance == (stat.Quantity{}) {
				return xlsx.Cell{Kind: xlsx.Blank}
			}
			return formulaCell(quantityCell(r.Fact.Target.Tolerance), given("tolerance", r.Fact.ID, lookUp("tolerance", r.Fact.ID)))
		}))),
	}
}

// upToCell is the upper bound of a target that is a range; blank of any other.
func upToCell(f *stat.Fact) xlsx.Cell {
	if f.Target.Operator != stat.Within {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return formulaCell(quantityCell(f.Target.UpTo), given("upper_bound", f.ID, lookUp("upper_bound", f.ID)))
}

// growthNow is the column of growth in the edition's period, for comparison with growth targets.
func (p *planner) growthNow() field[edition.Target] {
	header := p.both(func(w *locale.Words) string { return w.Fill("column.growth.of", p.Period) })
	head := column{Column: xlsx.Column{Key: nowColumn, Header: header, Kind: xlsx.Number, Limit: figureWidth}}
	return field[edition.Target]{head, func(r edition.Target) xlsx.Cell {
		if r.Growth == nil || !percent(r.Growth) {
			return xlsx.Cell{Kind: xlsx.Blank}
		}
		return figureCell(r.Growth)
	}}
}

// levelUnit words the unit of baseline and implied level; "" if there is neither.
func levelUnit(w *locale.Words, r edition.Target) string {
	unit, ok := r.LevelUnit()
	if !ok {
		return ""
	}
	return w.Unit(unit.Unit, unit.Mult)
}

// impliedCell is the level that a target implies, calculated from baseline and target like in the edition.
func (p *planner) impliedCell(r edition.Target) xlsx.Cell {
	if r.Implied == nil {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	c := quantityCell(*r.Implied)
	base, target, q := xlsx.Own("targets", baselineColumn), xlsx.Own("targets", targetColumn), r.Fact.Quantity
	switch {
	case q.Decimals() > guard-1:
		return c // the formula would not be exact
	case r.Fact.Measure == stat.TargetChange:
		sum := rounding(fmt.Sprintf("%s+%s", base, times(target, q.Mult-r.Implied.Mult)), r.Implied.Decimals())
		return formulaCell(c, ifNumbers(sum, "targets", baselineColumn, targetColumn))
	case q.Mult != 0:
		return c
	case r.OnHundred(p.Units[r.Indicator.Unit]):
		return formulaCell(c, ifNumbers(fmt.Sprintf("ROUND(100+%s,%d)", target, q.Decimals()+finer), "targets", targetColumn))
	}
	grown := fmt.Sprintf("ROUND(%s*(100+%s)/100,%d)", base, target, r.Baseline.Quantity.Decimals()+q.Decimals()+2+finer)
	places := fmt.Sprintf("MIN(%d,%d+INT(LOG10(ABS(100+%s)))-INT(LOG10(ABS(%s))))", r.Baseline.Quantity.Decimals(), q.Decimals(), target, grown)
	return formulaCell(c, ifNumbers(fmt.Sprintf("IF(%s*(100+%s)=0,0,ROUND(%s,%s))", base, target, grown, places), "targets", baselineColumn, targetColumn))
}
