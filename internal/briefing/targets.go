package briefing

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// targets sets the sentences on goals and the table of targets beside what was reached.
func (b *builder) targets() {
	b.progress()
	if len(b.e.Targets) == 0 && len(b.e.Sentences("targets")) == 0 {
		return
	}
	due := b.due()
	if due.IsZero() {
		b.heading(phrase("section.targets"))
	} else {
		b.heading(func(w *locale.Words) string { return w.Fill("section.targets.of", due) })
	}
	b.sentences("targets")
	cols := []column{
		{part: 0.30, head: phrase("column.indicator")},
		{part: 0.20, head: phrase("column.baseline"), right: true},
		{part: 0.20, head: phrase("column.target"), right: true},
		{part: 0.30, head: phrase("column.implied"), right: true},
	}
	var rows [][]cell
	for _, t := range b.e.Targets {
		name := b.both(text(t.Indicator.Name))
		if due.IsZero() {
			name = append(name, b.small(func(w *locale.Words) string { return w.Period(t.Fact.Period) })...)
		}
		base := append(b.factCell(t.Baseline, ""), b.growthOf(t.Growth)...)
		goal := append(b.factCell(t.Fact, ""), b.small(func(w *locale.Words) string { return wording.Tolerance(w, t.Fact) })...)
		rows = append(rows, []cell{name, base, goal, b.implied(t)})
	}
	b.plots(func(p *plotter) []plot { return p.targets(due) })
	b.table(cols, rows)
}

// due is the period that all targets are due in; zero if they are not due in one.
func (b *builder) due() stat.Period {
	var due stat.Period
	for i, t := range b.e.Targets {
		if i > 0 && t.Fact.Period != due {
			return stat.Period{}
		}
		due = t.Fact.Period
	}
	return due
}

// implied words the level a target leads to, or why there is none.
func (b *builder) implied(t edition.Target) cell {
	if t.Implied == nil {
		return b.small(func(w *locale.Words) string { return w.Phrase("implied." + string(t.WhyNot)) })
	}
	return b.both(func(w *locale.Words) string { return w.Quantity(*t.Implied, stat.About) })
}

func (b *builder) growthOf(f *stat.Fact) cell {
	if f == nil {
		return nil
	}
	return b.small(func(w *locale.Words) string { return b.figure(w, f, "") }).of(f.ID)
}
