package briefing

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// themes sets a chapter a theme: its sentences, then its indicators as a table.
func (b *builder) themes() {
	for _, t := range b.e.Themes {
		b.heading(text(t.Name))
		b.sentences(t.Code)
		b.plots(func(p *plotter) []plot { return p.growth(t.Rows) })
		b.indicators(t.Rows)
	}
	b.history()
}

// indicators sets a table of indicators with the columns that some row has a figure for.
func (b *builder) indicators(rows []edition.Row) {
	var growth, rank bool
	rows = slices.DeleteFunc(slices.Clone(rows), b.e.Background)
	for _, r := range rows {
		growth, rank = growth || r.Growth != nil, rank || r.Rank != nil
	}
	cols := []column{{part: 1, head: phrase("column.indicator")}}
	show := func(part float64, key string) {
		cols[0].part -= part
		cols = append(cols, column{part: part, head: phrase(key), right: true})
	}
	show(0.22, "column.value")
	if growth {
		show(0.16, "column.growth")
	}
	if rank {
		show(0.20, "column.rank")
	}
	var cells [][]cell
	for _, r := range rows {
		row := []cell{b.indicatorName(r), b.factCell(r.Value, "")}
		if growth {
			row = append(row, b.factCell(r.Growth, locale.FormPlain))
		}
		if rank {
			row = append(row, b.factCell(r.Rank, ""))
		}
		cells = append(cells, row)
	}
	b.table(cols, cells)
}

// indicatorName names an indicator, and the period where that is not the edition's.
func (b *builder) indicatorName(r edition.Row) cell {
	name := b.both(text(r.Indicator.Name))
	if r.Period != b.e.Period {
		name = append(name, b.small(func(w *locale.Words) string { return w.Period(r.Period) })...)
	}
	return name
}

// both stacks a text in every language, the first one larger.
func (b *builder) both(s say) cell {
	var c cell
	for i, w := range b.words {
		if t := s(w); t != "" {
			c = append(c, paragraph{{t, b.cellStyle(i, w)}})
		}
	}
	return c
}

func (b *builder) cellStyle(i int, w *locale.Words) style {
	if i == 0 && !b.follows {
		return style{size: b.t.Small, ink: b.colors.Ink, lang: w.Lang()}
	}
	return style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}
}

// small is small print in a cell, in every language that has a text.
func (b *builder) small(s say) cell {
	var c cell
	for _, w := range b.words {
		if t := s(w); t != "" {
			c = append(c, paragraph{{t, style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}}})
		}
	}
	return c
}

// factCell words a fact in every language, with its marks, and its status where that is not the normal one.
func (b *builder) factCell(f *stat.Fact, form string) cell {
	if f == nil {
		return nil
	}
	var c cell
	for i, w := range b.words {
		p := paragraph{{b.figure(w, f, form), b.cellStyle(i, w).of(f.ID)}}
		if i == 0 {
			p = append(p, b.marks(w, f)...)
			if b.e.Revised(f) {
				p = append(p, piece{" " + w.Phrase("revised.mark"), style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}})
			}
		}
		c = append(c, p)
	}
	if b.e.Real(f) {
		c = append(c, b.tag(phrase("basis.real.short")))
	}
	if f.Status != stat.Normal && f.Status.HasValue() {
		c = append(c, b.tag(func(w *locale.Words) string { return w.Status(f.Status) }))
	}
	return c
}

// tag is a word or two of small print in every language, on one line if they fit.
func (b *builder) tag(s say) paragraph {
	var p paragraph
	for i, w := range b.words {
		t := s(w)
		if i > 0 {
			t = "  " + t
		}
		p = append(p, piece{t, style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}})
	}
	return p
}
