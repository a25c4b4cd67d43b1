package briefing

import (
	"slices"
	"strconv"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// notes sets the data notes: how to read the figures, every note that figures carry a mark for, what the
// checks found, and the sources.
func (b *builder) notes() {
	b.heading(phrase("section.notes"))
	for _, key := range []string{"note.cumulative", "note.compared", "note.rounding", "note.forecast", "note.variants"} {
		b.parallelSmall("", phrase(key))
	}
	if b.uses("MU") {
		b.parallelSmall("", phrase("note.mu"))
	}
	if len(b.e.Notes) > 0 {
		b.subheading(phrase("sheet.notes"))
		for _, n := range b.e.Notes {
			b.parallelSmall("["+strconv.Itoa(n.Number)+"]", func(w *locale.Words) string { return b.noteText(w, n) })
		}
	}
	b.findings()
	if len(b.e.Area.Sources) > 0 {
		b.subheading(phrase("section.sources"))
	}
	for _, s := range b.e.Area.Sources {
		b.parallelSmall("", func(w *locale.Words) string { return sourceLine(w, s) })
	}
}

func (b *builder) noteText(w *locale.Words, n edition.Note) string {
	t, err := b.e.NoteText(w, n)
	if err != nil && b.err == nil {
		b.err = err
	}
	return t
}

func (b *builder) findings() {
	shown := slices.DeleteFunc(slices.Clone(b.e.Findings), func(f stat.Finding) bool {
		return f.Rule == "declared-variant" // each is a numbered note already
	})
	if len(shown) == 0 && len(b.e.Findings) > 0 {
		return
	}
	b.subheading(phrase("finding.title"))
	if len(shown) == 0 {
		b.parallelSmall("", phrase("note.none"))
	}
	for _, f := range shown {
		b.parallelSmall("", func(w *locale.Words) string {
			t := w.Label(w.Severity(f.Severity), w.Message(f.Message, f.Args))
			if !f.Accepted.Empty() {
				t += w.Parenthesis(w.Fill("finding.accepted", f.Accepted))
			}
			return t
		})
	}
}

func sourceLine(w *locale.Words, s stat.Source) string {
	t := w.Text(s.Title) + w.Phrase("list.semicolon") + w.Text(s.Publisher)
	if !s.Date.IsZero() {
		t += w.Phrase("list.semicolon") + w.Date(s.Date)
	}
	if !s.Credit.Empty() {
		t += w.Phrase("list.semicolon") + w.Text(s.Credit)
	}
	if s.URL != "" {
		t += w.Phrase("list.semicolon") + s.URL
	}
	return t
}

// parallelSmall sets small print in every language side by side, with a mark before it.
func (b *builder) parallelSmall(mark string, s say) {
	x, width := b.columns()
	indent := 0.0
	if mark != "" {
		number := b.compose(bodyWidth, piece{mark, style{size: sizeMicro}})
		indent = max(20, number.widest()+3)
	}
	var row slab
	for i, w := range b.words {
		st := style{size: sizeMicro, ink: b.colors.Ink, lang: w.Lang(), leading: 12}
		l := b.compose(width[i]-indent, piece{s(w), st})
		if mark != "" {
			st.ink = b.colors.Accent
			row.items = append(row.items, b.compose(width[i], piece{mark, st}).block(x[i], 0, false)...)
		}
		row.items = append(row.items, l.block(x[i]+indent, 0, false)...)
		row.height = max(row.height, l.height()+3)
	}
	b.add(row)
}

func (b *builder) uses(unit string) bool {
	for _, f := range b.e.Facts {
		if f.Quantity.Unit == unit {
			return true
		}
	}
	return false
}
