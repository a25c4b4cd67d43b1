package briefing

import (
	"math"

	"nianbao/internal/locale"
)

// cover sets the title page: title, area and standing in every language at the top, who issues the edition and
// when at the foot.
func (b *builder) cover() {
	b.turn()
	before := len(b.slabs)
	b.add(slab{height: b.t.units(9 * b.t.Steps), items: []Item{{Shape: Fill, Y: 0, W: 64, H: 4, Ink: b.colors.Accent, Artifact: true}}})
	for i, w := range b.words {
		st := style{size: b.t.Display, bold: true, ink: b.colors.Ink, lang: w.Lang()}
		if i > 0 {
			st = style{size: b.t.Title, ink: b.colors.Accent, lang: w.Lang()}
		}
		b.lines(b.compose(b.t.width(), piece{w.Text(b.e.Area.Name), st}), true)
		b.lines(b.compose(b.t.width(), piece{w.Fill("document.title.period", b.e.Period), st}), true)
		b.add(slab{height: b.t.units(2)})
	}
	b.add(slab{height: b.t.units(4)})
	b.coverLines(text(b.e.Area.Within), style{size: b.t.Body, ink: b.colors.Muted})
	if b.standing(b.words[0]) != "" {
		b.add(slab{height: b.t.units(4)})
		b.coverLines(b.standing, style{size: b.t.Body, bold: true, ink: b.colors.Accent})
	}

	foot := []slab{
		b.coverFact("document.issuer", text(b.e.Issuer)),
		b.coverFact("document.period", func(w *locale.Words) string { return w.Period(b.e.Period) }),
		b.coverFact("document.status", func(w *locale.Words) string {
			status := w.Phrase("document.final")
			if b.e.Draft {
				status = w.Phrase("document.draft")
			}
			if b.e.Number > 0 {
				status += w.Phrase("clause") + w.Fill("document.number", b.e.Number)
			}
			return status
		}),
	}
	if !b.e.Release.IsZero() {
		foot = append(foot, b.coverFact("document.released", func(w *locale.Words) string { return w.Date(b.e.Release) }))
	}
	rest := b.t.height() - height(b.slabs[before:]) - height(foot)
	b.add(slab{height: max(0, math.Floor(rest/b.t.unit())*b.t.unit())})
	b.slabs = append(b.slabs, foot...)
	b.turn()
}

// coverLines sets a line in every language, the first one larger.
func (b *builder) coverLines(s say, st style) {
	for i, w := range b.words {
		st.lang = w.Lang()
		if i > 0 {
			st.size = b.t.Small
		}
		if t := s(w); t != "" {
			b.lines(b.compose(b.t.width(), piece{t, st}), true)
		}
	}
}

// coverFact is a label and what it labels, each language in its column.
func (b *builder) coverFact(key string, s say) slab {
	const column = 76 // of the labels
	n := float64(len(b.words))
	width := (b.t.width() - b.t.Gutter*(n-1)) / n
	row := slab{}
	row.items = append(row.items, Item{Shape: Rule, Y: 0, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	for i, w := range b.words {
		x := float64(i) * (width + b.t.Gutter)
		label := b.compose(column-6, piece{w.Phrase(key), style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}})
		value := b.compose(width-column, piece{s(w), style{size: b.t.Small, ink: b.colors.Ink, lang: w.Lang()}})
		row.items = label.appendBlock(row.items, x, b.t.units(2))
		row.items = value.appendBlock(row.items, x+column, b.t.units(2))
		row.height = max(row.height, b.t.whole(b.t.units(3)+max(value.height(), label.height())))
	}
	return row
}
