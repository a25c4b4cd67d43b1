package briefing

import (
	"strconv"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// sentences sets the sentences of a theme as parallel paragraphs.
func (b *builder) sentences(theme string) {
	for _, s := range b.e.Sentences(theme) {
		b.sentence(s.ID, func(w *locale.Words) string {
			t, err := wording.Sentence(w, b.e, s)
			if err != nil && b.err == nil {
				b.err = err
			}
			return t
		})
	}
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
	out := b.plainMarks(w, f)
	for i, n := range b.e.Marks(f) {
		if back := b.part + "mark" + strconv.Itoa(n); !b.marked[back] {
			out[i].anchor, b.marked[back] = back, true
		}
	}
	return out
}

// plainMarks are marks that no note leads back to, as for measuring.
func (b *builder) plainMarks(w *locale.Words, f *stat.Fact) []piece {
	var out []piece
	for _, n := range b.e.Marks(f) {
		number := strconv.Itoa(n)
		st := style{size: b.t.Micro, ink: b.colors.Accent, lang: w.Lang(), leading: 1, tied: true, rise: raised * b.t.Body, link: b.part + "note" + number}
		out = append(out, piece{"[" + number + "]", st})
	}
	return out
}
