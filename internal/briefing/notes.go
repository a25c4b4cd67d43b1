package briefing

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// notes sets the data notes: how to read the figures, every note that figures carry a mark for, what the
// checks found, and the sources.
func (b *builder) notes() {
	b.heading(phrase("section.notes"))
	for _, c := range b.e.Conventions() {
		b.print(func(w *locale.Words) string { return wording.Convention(w, b.e, c) })
	}
	b.revisions()
	if len(b.e.Notes) > 0 {
		b.subheading(phrase("sheet.notes"))
		for _, n := range b.e.Notes {
			b.note(strconv.Itoa(n.Number), func(w *locale.Words) string { return b.noteText(w, n) })
		}
	}
	b.findings()
	if len(b.e.Area.Sources) > 0 {
		b.subheading(phrase("section.sources"))
	}
	for _, s := range b.e.Area.Sources {
		b.print(func(w *locale.Words) string { return strings.TrimSpace(b.sourceCode(s.Code) + "  " + sourceLine(w, s)) })
	}
}

func (b *builder) noteText(w *locale.Words, n edition.Note) string {
	t, err := wording.Note(w, b.e, n)
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
		b.print(phrase("note.none"))
	}
	for _, f := range shown {
		b.print(func(w *locale.Words) string {
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

// print sets small print in every language.
func (b *builder) print(s say) { b.smallPrint("", s) }

// note sets a numbered note. Its number leads back to the first figure that carries its mark.
func (b *builder) note(number string, s say) {
	n := b.within("Note", func() { b.smallPrint(number, s) })
	n.ID = b.part + "note" + number
}

// smallPrint has one size in all languages, so that they share the width evenly.
func (b *builder) smallPrint(number string, s say) {
	x, width := b.columns(0.5)
	mark := func(w *locale.Words) piece {
		st := style{size: b.t.Micro, ink: b.colors.Accent, lang: w.Lang(), link: b.part + "mark" + number}
		return piece{"[" + number + "]", st}
	}
	indent := 0.0
	if number != "" {
		label := b.measure(b.t.width(), mark(b.words[0]))
		indent = max(2.7*b.t.Micro, label.widest()+3)
	}
	row, y := slab{}, 0.0
	for i, w := range b.words {
		if b.layout != Parallel {
			y = row.height
		}
		if number != "" && (i == 0 || b.layout == Parallel) {
			m := mark(w)
			if i == 0 {
				m.anchor = b.part + "note" + number
			}
			label := b.composeAs("Lbl", width[i], m)
			row.items = label.appendBlock(row.items, x[i], y)
		}
		l := b.compose(width[i]-indent, piece{s(w), style{size: b.t.Micro, ink: b.colors.Ink, lang: w.Lang()}})
		row.items = l.appendBlock(row.items, x[i]+indent, y)
		row.height = max(row.height, y+l.height())
	}
	b.add(row)
	b.gap(1)
}
