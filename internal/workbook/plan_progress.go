package workbook

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

// progressSheet gives the standing of every target for the year, as a word, a shape and a colour, with the figures it
// was judged by.
func (p *planner) progressSheet() sheet {
	type row = edition.Progress
	fields := []field[row]{
		code(p, "column.code", func(r row) string { return r.Indicator.Code }),
		word(p, "column.indicator", nameWidth, func(w *locale.Words, r row) string { return w.Text(r.Indicator.Name) }),
		{p.column("column.standing", xlsx.Text, themeWidth), p.standingCell},
		word(p, "column.operator", wordWidth, func(w *locale.Words, r row) string { return w.Operator(r.Fact.Target.Operator) }),
		figure(p, targetColumn, func(r row) xlsx.Cell { return figureCell(r.Fact) }),
		word(p, "column.unit", wordWidth, func(w *locale.Words, r row) string { return p.unit(w, r.Fact) }),
		figure(p, "column.done.unit", p.doneCell),
		figure(p, "column.share.done", func(r row) xlsx.Cell { return optionalCell(r.Reach) }),
		figure(p, "column.share.year", func(r row) xlsx.Cell { return quantityCell(r.Pace) }),
		figure(p, "column.gap", func(r row) xlsx.Cell { return optionalCell(r.Gap) }),
		spare(figure(p, "column.left.unit", func(r row) xlsx.Cell { return optionalCell(r.Left) })),
		spare(figure(p, "column.growth.needed", func(r row) xlsx.Cell { return optionalCell(r.Needed) })),
		word(p, "column.yardstick", themeWidth, func(w *locale.Words, r row) string {
			if r.Why != "" {
				return w.CodeWord("why", string(r.Why))
			}
			if r.Yardstick == "" {
				return w.CodeWord("standing", string(r.Standing))
			}
			return w.CodeWord("yardstick", string(r.Yardstick))
		}),
		word(p, "column.no.growth.needed", themeWidth, func(w *locale.Words, r row) string {
			return w.CodeWord("why", string(r.NoNeed))
		}),
		word(p, "column.status", wordWidth, func(w *locale.Words, r row) string {
			if r.Done == nil {
				return ""
			}
			return p.statuses(w, []*stat.Fact{r.Done})
		}),
		marks(p, func(r row) []*stat.Fact { return []*stat.Fact{r.Fact, r.Done} }),
	}
	s := p.marked("progress", tabulate(fields, p.Progress))
	s.Lines = append(s.Lines, p.each(func(w *locale.Words) string { return wording.Tally(w, p.Edition) }))
	return s
}

// standingCell has the standing in every language with its shape, and a tone that means the same.
func (p *planner) standingCell(r edition.Progress) xlsx.Cell {
	said := ""
	for i, word := range p.each(func(w *locale.Words) string { return w.CodeWord("standing", string(r.Standing)) }) {
		if i > 0 {
			said += "\n"
		}
		said += r.Standing.Shape() + " " + word
	}
	c := textCell(said)
	c.Tone = toneOf(r.Standing)
	return c
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
func (p *planner) doneCell(r edition.Progress) xlsx.Cell {
	if r.Done == nil || !r.Done.Status.HasValue() || r.Done.Quantity.Unit != r.Fact.Quantity.Unit {
		return xlsx.Cell{Kind: xlsx.Blank}
	}
	q := r.Done.Quantity
	q.Value, q.Mult = q.Value.Shift(int32(q.Mult-r.Fact.Quantity.Mult)), r.Fact.Quantity.Mult
	return quantityCell(q)
}
