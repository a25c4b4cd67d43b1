package briefing

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// glance sets the page a reader in a hurry reads: headline indicators as cards, then the summary.
func (b *builder) glance() {
	if len(b.e.Headlines) == 0 && len(b.e.Sentences("summary")) == 0 {
		return
	}
	b.heading(phrase("section.glance"))
	const across = 3
	rows := b.e.Headlines
	for len(rows) > 0 {
		n := min(across, len(rows))
		b.cards(rows[:n], across)
		rows = rows[n:]
	}
	b.sentences("summary")
}

// sentences sets the sentences of a theme as parallel paragraphs.
func (b *builder) sentences(theme string) {
	for _, s := range b.e.Sentences(theme) {
		b.parallel(func(w *locale.Words) string {
			t, err := b.e.Say(w, s)
			if err != nil && b.err == nil {
				b.err = err
			}
			return t
		})
	}
}

// cards sets a row of headline indicators: the number first, then its name, then its context.
func (b *builder) cards(rows []edition.Row, across int) {
	width := (bodyWidth - gutter*float64(across-1)) / float64(across)
	s := slab{}
	for i, r := range rows {
		x := float64(i) * (width + gutter)
		y := 8.0
		for _, p := range b.card(r, width) {
			l := b.compose(width, p...)
			s.items = append(s.items, l.block(x, y, false)...)
			y += l.height()
		}
		s.items = append(s.items, Item{Shape: Fill, X: x, Y: 0, W: width, H: 1.2, Ink: b.colors.Accent, Artifact: true})
		s.height = max(s.height, y+16)
	}
	b.add(s)
}

// card is what stands on a card: the number in the largest size that fits on one line, and its marks.
func (b *builder) card(r edition.Row, width float64) []paragraph {
	main := r.Value
	if main == nil {
		main = r.Growth
	}
	var out []paragraph
	for i, w := range b.words {
		st := style{size: sizeTitle, bold: true, ink: b.colors.Accent, lang: w.Lang(), leading: 23}
		if i > 0 {
			st = style{size: sizeSmall, ink: b.colors.Accent, lang: w.Lang(), leading: 14}
		}
		number := paragraph{{b.figure(w, main, ""), st}, b.mark(w, main)}
		for _, smaller := range []float64{sizeBody, sizeSmall} {
			if smaller < number[0].size && len(b.compose(width, number...).rows) > 1 {
				number[0].size = smaller
			}
		}
		out = append(out, number)
	}
	for i, w := range b.words {
		st := style{size: sizeSmall, bold: true, ink: b.colors.Ink, lang: w.Lang(), leading: 16}
		if i > 0 {
			st = style{size: sizeMicro, ink: b.colors.Muted, lang: w.Lang(), leading: 11}
		}
		out = append(out, paragraph{{w.Text(r.Indicator.Name), st}})
	}
	for _, w := range b.words {
		context := paragraph{}
		st := style{size: sizeMicro, ink: b.colors.Ink, lang: w.Lang(), leading: 12}
		for _, f := range []*stat.Fact{r.Growth, r.Rank} {
			if f == nil || f == main {
				continue
			}
			if len(context) > 0 {
				context = append(context, piece{w.Phrase("clause"), st})
			}
			context = append(context, piece{b.figure(w, f, ""), st}, b.mark(w, f))
		}
		if len(context) > 0 {
			out = append(out, context)
		}
	}
	return out
}

// mark is the mark of the notes on a fact, as [1][2].
func (b *builder) mark(w *locale.Words, f *stat.Fact) piece {
	return piece{marks(b.e.Marks(f)), style{size: sizeMark, ink: b.colors.Accent, lang: w.Lang(), leading: 1, rise: 2.5}}
}
