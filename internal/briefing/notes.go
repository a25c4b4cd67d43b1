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
	b.conventions()
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
		b.print(func(w *locale.Words) string { return sourceLine(w, s) })
	}
}

// conventions say how to read the figures: what they are counted from and compared with, which growth is real,
// what the units and statuses in use mean.
func (b *builder) conventions() {
	for _, key := range []string{"note.cumulative", "note.compared"} {
		b.print(phrase(key))
	}
	if b.uses(func(f *stat.Fact) bool { return b.basis(f) == stat.Real }) {
		b.print(func(w *locale.Words) string { return w.Fill("note.real", w.List(b.realNames(w))) })
	}
	b.print(phrase("note.rounding"))
	b.print(phrase("note.scale"))
	if b.uses(func(f *stat.Fact) bool { return f.Quantity.Unit == "MU" }) {
		b.print(phrase("note.mu"))
	}
	b.print(phrase("note.variants"))
	for _, s := range stat.Statuses() {
		if s != stat.Normal && b.uses(func(f *stat.Fact) bool { return f.Status == s }) {
			b.print(func(w *locale.Words) string {
				return w.Fill("note.status", w.Status(s), w.Phrase("status.meaning."+string(s)))
			})
		}
	}
}

// basis is the basis of a growth or of a growth target, "" of anything else.
func (b *builder) basis(f *stat.Fact) stat.Basis {
	if f.Measure != stat.Growth && f.Measure != stat.TargetGrowth {
		return ""
	}
	return b.e.Indicator(f).Basis
}

// realNames names the indicators whose growth is real, each once.
func (b *builder) realNames(w *locale.Words) []string {
	var names []string
	for _, f := range b.e.Facts {
		if name := b.e.Subject(w, f); b.basis(f) == stat.Real && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
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

func (b *builder) smallPrint(number string, s say) {
	x, width := b.columns()
	mark := func(w *locale.Words) piece {
		st := style{size: b.t.Micro, ink: b.colors.Accent, lang: w.Lang(), leading: 1.6 * b.t.Micro, link: b.part + "mark" + number}
		return piece{"[" + number + "]", st}
	}
	indent := 0.0
	if number != "" {
		indent = max(2.7*b.t.Micro, b.measure(b.t.width(), mark(b.words[0])).widest()+3)
	}
	var row slab
	y := 0.0
	for i, w := range b.words {
		if b.layout != Parallel {
			y = row.height
		}
		if number != "" && (i == 0 || b.layout == Parallel) {
			m := mark(w)
			if i == 0 {
				m.anchor = b.part + "note" + number
			}
			row.items = append(row.items, b.composeAs("Lbl", width[i], m).block(x[i], y, false)...)
		}
		l := b.compose(width[i]-indent, piece{s(w), style{size: b.t.Micro, ink: b.colors.Ink, lang: w.Lang(), leading: 1.6 * b.t.Micro}})
		row.items = append(row.items, l.block(x[i]+indent, y, false)...)
		row.height = max(row.height, y+l.height()+3)
	}
	b.add(row)
}

// uses reports whether a fact of the edition, or a variant of one, is such.
func (b *builder) uses(such func(*stat.Fact) bool) bool {
	return slices.ContainsFunc(b.e.Facts, func(f *stat.Fact) bool {
		return such(f) || slices.ContainsFunc(f.Variants, func(v stat.Figure) bool {
			variant := *f
			variant.Figure = v
			return such(&variant)
		})
	})
}
