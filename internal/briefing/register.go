package briefing

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// register lists every figure of the edition, variants too, with its identifier, its words, where it comes
// from and how it is printed there: what an official needs to answer for it.
func (b *builder) register() {
	if len(b.e.Facts) == 0 {
		return
	}
	b.heading(phrase("section.register"))
	cols := []column{
		{part: 0.28, head: phrase("column.fact")},
		{part: 0.34, head: phrase("column.indicator")},
		{part: 0.18, head: phrase("column.value"), right: true},
		{part: 0.20, head: phrase("column.source"), right: true},
	}
	var rows [][]cell
	for _, f := range b.e.Facts {
		rows = append(rows, b.registerRow(f, f.Figure, f.ID))
		for i, v := range f.Variants {
			row := b.registerRow(f, v, edition.VariantID(f, i))
			row[2] = append(row[2], b.small(phrase("column.variant"))...)
			rows = append(rows, row)
		}
	}
	b.denseTable(cols, rows)
}

func (b *builder) registerRow(f *stat.Fact, fig stat.Figure, id string) []cell {
	var value cell
	for i, w := range b.words {
		t, err := w.Fact(f, fig, b.e.Area, "")
		if err != nil && b.err == nil {
			b.err = err
		}
		value = append(value, paragraph{{t, b.cellStyle(i, w)}})
	}
	if fig.Status != stat.Normal && fig.Status.HasValue() {
		value = append(value, b.small(func(w *locale.Words) string { return w.Status(fig.Status) })...)
	}
	code := cell{{{id, style{size: b.t.Micro, ink: b.colors.Muted, lang: stat.En}}}}
	name := b.small(func(w *locale.Words) string { return b.e.Subject(w, f) + " " + w.Measure(f.Measure) })
	return []cell{code, name, value, b.origins(fig)}
}

// origins are the places of a figure in its sources, each with the figure as printed there.
func (b *builder) origins(fig stat.Figure) cell {
	var c cell
	for _, p := range fig.From {
		for i, w := range b.words {
			st := style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}
			line := b.e.Origin(w, []stat.Provenance{p})
			if i == 0 {
				st.ink = b.colors.Ink
				if p.Printed != "" {
					line += " " + p.Printed
				}
			}
			c = append(c, paragraph{{line, st}})
		}
	}
	return c
}
