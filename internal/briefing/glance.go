package briefing

import (
	"strconv"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// sentences sets the sentences of a theme as parallel paragraphs.
func (b *builder) sentences(theme string) {
	for _, s := range b.e.Sentences(theme) {
		b.paragraph(func(w *locale.Words) string {
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
	width := (b.t.width() - b.t.Gutter*float64(across-1)) / float64(across)
	s := slab{}
	for i, r := range rows {
		x := float64(i) * (width + b.t.Gutter)
		y := b.t.units(1)
		for _, p := range b.card(r, width) {
			l := b.compose(width, p...)
			s.items = append(s.items, l.block(x, y, false)...)
			y += l.height()
		}
		s.items = append(s.items, Item{Shape: Fill, X: x, Y: 0, W: width, H: 1.2, Ink: b.colors.Accent, Artifact: true})
		s.height = max(s.height, y+b.t.units(2))
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
		st := style{size: b.t.Title, bold: true, ink: b.colors.Accent, lang: w.Lang()}
		if i > 0 {
			st = style{size: b.t.Small, ink: b.colors.Accent, lang: w.Lang()}
		}
		number := append(paragraph{{arrow(main) + b.figure(w, main, ""), st}}, b.marks(w, main)...)
		for _, smaller := range []float64{b.t.Body, b.t.Small} {
			if smaller < number[0].size && len(b.measure(width, number...).rows) > 1 {
				number[0].size = smaller
			}
		}
		out = append(out, number)
	}
	for i, w := range b.words {
		st := style{size: b.t.Small, bold: true, ink: b.colors.Ink, lang: w.Lang()}
		if i > 0 {
			st = style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}
		}
		out = append(out, paragraph{{w.Text(r.Indicator.Name), st}})
	}
	return append(out, b.cardContext(r, main, width)...)
}

// cardContext is growth and position, on one line if they fit in every language, else on one each.
func (b *builder) cardContext(r edition.Row, main *stat.Fact, width float64) []paragraph {
	var joined, apart []paragraph
	fits := true
	for _, w := range b.words {
		each, line := b.growthAndRank(r, main, w)
		apart = append(apart, each...)
		if len(line) > 0 {
			joined = append(joined, line)
			fits = fits && len(b.measure(width, line...).rows) == 1
		}
	}
	if fits {
		return joined
	}
	return apart
}

// growthAndRank are what stands beside the main figure of a card: each by itself, and all on one line.
func (b *builder) growthAndRank(r edition.Row, main *stat.Fact, w *locale.Words) (each []paragraph, line paragraph) {
	st := style{size: b.t.Micro, ink: b.colors.Ink, lang: w.Lang()}
	for _, f := range []*stat.Fact{r.Growth, r.Rank} {
		if f == nil || f == main {
			continue
		}
		p := append(paragraph{{arrow(f) + b.figure(w, f, ""), st}}, b.marks(w, f)...)
		each = append(each, p)
		if len(line) > 0 {
			line = append(line, piece{w.Phrase("clause"), st})
		}
		line = append(line, p...)
	}
	return each, line
}

// arrow is the arrow before a growth: up, down, or none for no change and for all that is no growth.
func arrow(f *stat.Fact) string {
	if f.Measure != stat.Growth && f.Measure != stat.Change || !f.Status.HasValue() {
		return ""
	}
	switch f.Quantity.Value.Sign() {
	case 1:
		return "▲"
	case -1:
		return "▼"
	}
	return ""
}

// marks are the marks of the notes on a fact, as [1][2]: each leads to its note, and the first of a note is what
// the note leads back to.
func (b *builder) marks(w *locale.Words, f *stat.Fact) []piece {
	var out []piece
	for _, n := range b.e.Marks(f) {
		number := strconv.Itoa(n)
		st := style{size: b.t.Micro, ink: b.colors.Accent, lang: w.Lang(), leading: 1, tied: true, rise: raised * b.t.Body, link: b.part + "note" + number}
		if back := b.part + "mark" + number; !b.marked[back] {
			st.anchor, b.marked[back] = back, true
		}
		out = append(out, piece{"[" + number + "]", st})
	}
	return out
}
