package briefing

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// rankings sets the sentences on positions and the table of all positions.
func (b *builder) rankings() {
	if len(b.e.Rankings) == 0 && len(b.e.Sentences("rankings")) == 0 {
		return
	}
	b.heading(phrase("section.rankings"))
	b.sentences("rankings")
	b.plots((*plotter).ladder)
	b.plots((*plotter).positions)
	cols := []column{
		{part: 0.44, head: phrase("column.indicator")},
		{part: 0.22, head: phrase("column.by")},
		{part: 0.16, head: phrase("column.scope")},
		{part: 0.18, head: phrase("column.rank"), right: true},
	}
	moves := slices.ContainsFunc(b.e.Rankings, func(r edition.Ranking) bool { _, ok := r.Moved(); return ok })
	if moves {
		cols[0].part, cols[1].part, cols[3].part = 0.36, 0.18, 0.15
		cols = append(cols, column{part: 0.15, head: phrase("column.rank.moved"), right: true})
	}
	var rows [][]cell
	for _, r := range b.e.Rankings {
		by := phrase("unstated")
		if r.Fact.Ranking.By != "" {
			by = func(w *locale.Words) string { return w.Measure(r.Fact.Ranking.By) }
		}
		row := []cell{b.both(text(r.Indicator.Name)), b.both(by), b.both(text(r.Scope.Name)), b.factCell(r.Fact, locale.FormPlain)}
		if moves {
			row = append(row, b.moved(r))
		}
		rows = append(rows, row)
	}
	b.table(cols, rows)
}

// moved says by how many places a position has changed since it was last given; nothing where it was not.
func (b *builder) moved(r edition.Ranking) cell {
	places, ok := r.Moved()
	if !ok {
		return nil
	}
	return b.both(func(w *locale.Words) string {
		switch {
		case places > 0:
			return w.Fill("rank.rose", places)
		case places < 0:
			return w.Fill("rank.fell", -places)
		default:
			return w.Phrase("rank.same")
		}
	})
}

// recognitions sets the table of honours.
func (b *builder) recognitions() {
	if len(b.e.Recognitions) == 0 {
		return
	}
	b.heading(phrase("section.recognitions"))
	cols := append(b.wordColumns(0.58, phrase("column.name")), []column{
		{part: 0.18, head: phrase("column.holder")},
		{part: 0.11, head: phrase("column.tier")},
		{part: 0.13, head: phrase("column.honour")},
	}...)
	var rows [][]cell
	for _, r := range b.e.Recognitions {
		name := b.wordCells(func() cell { return append(b.both(text(r.Name)), b.small(text(r.Note))...) })
		honour := b.both(func(w *locale.Words) string { return w.Honour(r.Honour) })
		if !r.Date.IsZero() {
			honour = append(honour, b.small(func(w *locale.Words) string { return w.Date(r.Date) })...)
		}
		rows = append(rows, append(name, b.both(text(r.Holder)), b.both(func(w *locale.Words) string { return w.Tier(r.Tier) }), honour))
	}
	b.table(cols, rows)
}

// initiatives sets the table of named campaigns, strategies and events, kind by kind.
func (b *builder) initiatives() {
	if len(b.e.Initiatives) == 0 {
		return
	}
	b.heading(phrase("section.initiatives"))
	cols := append([]column{{part: 0.12, head: phrase("column.kind")}}, b.wordColumns(0.88, phrase("column.name"))...)
	var rows [][]cell
	for _, kind := range stat.Kinds() {
		for _, n := range b.e.Initiatives {
			if n.Kind != kind {
				continue
			}
			name := b.wordCells(func() cell {
				c := append(b.both(text(n.Name)), b.small(text(n.Note))...)
				if !n.Date.IsZero() {
					c = append(c, b.small(func(w *locale.Words) string { return w.Date(n.Date) })...)
				}
				return c
			})
			rows = append(rows, append([]cell{b.both(func(w *locale.Words) string { return w.Kind(kind) })}, name...))
		}
	}
	b.denseTable(cols, rows)
}
