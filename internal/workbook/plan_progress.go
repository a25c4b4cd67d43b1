package workbook

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// Columns of the sheet of progress that its formulas refer to.
const (
	doneColumn  = "column.done.unit"
	shareColumn = "column.share.done"
	paceColumn  = "column.share.year"
	gapColumn   = "column.gap"
)

// progressSheet gives the standing of every target for the year, as a word, a shape and a colour, with the figures it
// was judged by.
func (p *planner) progressSheet() sheet {
	type row = edition.Progress
	rows, branches := outlined(p, p.Progress, func(r row) stat.Indicator { return r.Indicator })
	depth := depths(rows, branches, func(r row) *stat.Fact { return r.Fact })
	standing := field[row]{p.column("column.standing", xlsx.Text, wordWidth), p.standingCell}
	standing.column.Signs = p.signs()
	fields := slices.Concat(
		[]field[row]{code(p, "column.code", func(r row) string { return r.Indicator.Code })},
		nested(p, func(w *locale.Words, r row) string { return w.Text(r.Indicator.Name) }, depth),
		[]field[row]{
			standing,
			word(p, "column.operator", wordWidth, func(w *locale.Words, r row) string { return w.Operator(r.Fact.Target.Operator) }),
			figure(p, targetColumn, func(r row) xlsx.Cell { return figureCell(r.Fact) }),
			blank("blank.upper", spare(figure(p, upToColumn, func(r row) xlsx.Cell { return upToCell(r.Fact) }))),
			spare(word(p, "column.words", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Fact.Target.Words) })),
			figure(p, doneColumn, doneCell),
			word(p, "column.unit", wordWidth, func(w *locale.Words, r row) string { return p.unit(w, r.Fact) }),
			derived(figure(p, shareColumn, p.shareCell)),
			figure(p, paceColumn, func(r row) xlsx.Cell { return quantityCell(r.Pace) }),
			derived(figure(p, gapColumn, p.gapCell)),
			blank("blank.left", spare(figure(p, "column.left.unit", p.leftCell))),
			derived(spare(figure(p, "column.growth.needed", p.neededCell))),
			word(p, "column.yardstick", wordWidth, func(w *locale.Words, r row) string {
				if r.Why != "" {
					return w.CodeWord("why", string(r.Why))
				}
				if r.Yardstick == "" {
					return w.CodeWord("standing", string(r.Standing))
				}
				return w.CodeWord("yardstick", string(r.Yardstick))
			}),
			spare(code(p, "column.no.growth.needed", func(r row) string { return string(r.NoNeed) })),
			status(p, "column.status", func(w *locale.Words, r row) string {
				if r.Done == nil {
					return ""
				}
				return p.statuses(w, []*stat.Fact{r.Done})
			}),
			marks(p, func(r row) []*stat.Fact { return []*stat.Fact{r.Fact, r.Done} }),
		})
	return p.figures("progress", tabulate("progress", fields, rows))
}

// standingCell has the standing in every language with its shape, and a tone that means the same.
func (p *planner) standingCell(r edition.Progress) xlsx.Cell {
	c := textCell(p.standing(r.Standing))
	if formula := p.standingFormula(r); formula != "" {
		c = formulaCell(c, formula)
	}
	return c
}

// standing words a standing, after its shape.
func (p *planner) standing(s edition.Standing) string {
	return s.Shape() + " " + p.both(func(w *locale.Words) string { return w.CodeWord("standing", string(s)) })
}

// signs are the shapes of the standings with their tones.
func (p *planner) signs() []xlsx.Sign {
	standings := []edition.Standing{edition.Ahead, edition.OnTrack, edition.Behind, edition.Unjudged}
	if p.Final() {
		standings = []edition.Standing{edition.Met, edition.NotMet, edition.Unjudged}
	}
	var list []xlsx.Sign
	for _, s := range standings {
		list = append(list, xlsx.Sign{Char: s.Shape(), Tone: toneOf(s)})
	}
	return list
}

// toneOf is the tone of a standing; an unjudged one is grey, never red.
func toneOf(s edition.Standing) xlsx.Tone {
	switch s {
	case edition.Ahead, edition.Met:
		return xlsx.Blue
	case edition.OnTrack:
		return xlsx.Green
	case edition.Behind, edition.NotMet:
		return xlsx.Orange
	default:
		return xlsx.Grey
	}
}

// doneCell is the figure so far in the unit and power of ten of the target; blank if it is in another unit.
func doneCell(r edition.Progress) xlsx.Cell {
	if r.Done == nil || r.Done.Quantity.Unit != r.Fact.Quantity.Unit {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	return scaledCell(r.Done, r.Fact.Quantity.Mult)
}
