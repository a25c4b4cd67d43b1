package briefing

import (
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// progress sets how far the year's targets have come: the counts in words, then a row for each target with its standing
// as a word and a shape.
func (b *builder) progress() {
	if len(b.e.Progress) == 0 {
		return
	}
	b.heading(b.progressTitle())
	b.paragraph(func(w *locale.Words) string { return wording.Tally(w, b.e) })
	cols := []column{
		{part: 0.24, head: phrase("column.indicator")},
		{part: 0.17, head: phrase("column.target"), right: true},
		{part: 0.17, head: phrase("column.done"), right: true},
		{part: 0.24, head: phrase("column.standing")},
		{part: 0.18, head: phrase("column.needed"), right: true},
	}
	var rows [][]cell
	for _, p := range b.e.Progress {
		goal := append(b.factCell(p.Fact, ""), b.small(func(w *locale.Words) string { return wording.Tolerance(w, p.Fact) })...)
		need := func(w *locale.Words) string { return wording.Need(w, p) }
		row := []cell{b.both(text(p.Indicator.Name)), goal, b.factCell(p.Done, ""), b.standingCell(p), b.small(need)}
		if p.Needed != nil {
			row[4] = b.both(need)
		}
		if b.e.Final() {
			row = row[:4]
		}
		rows = append(rows, row)
	}
	if b.e.Final() {
		cols = cols[:4]
		cols[1].part, cols[2].part, cols[3].part = 0.25, 0.22, 0.29
	}
	b.plots((*plotter).progress)
	b.table(cols, rows)
}

func (b *builder) progressTitle() say {
	if b.e.Final() {
		return phrase("section.progress.final")
	}
	return phrase("section.progress")
}

// standingCell is the word of every language, the first with the shape that says the same, and what it was judged by.
func (b *builder) standingCell(p edition.Progress) cell {
	var c cell
	for i, w := range b.words {
		said := paragraph{{w.CodeWord("standing", string(p.Standing)), b.cellStyle(i, w)}}
		if i == 0 {
			st := b.cellStyle(i, w)
			st.bold, st.ink = true, b.toneOf(p.Standing)
			said = paragraph{{shapedStanding(w, p.Standing), st}}
		}
		c = append(c, said)
	}
	return append(c, b.small(func(w *locale.Words) string { return wording.Judgement(w, p) })...)
}

// shapedStanding is a standing as a shape and a word, so that colour is not its only sign.
func shapedStanding(w *locale.Words, s edition.Standing) string {
	return s.Shape() + " " + w.CodeWord("standing", string(s))
}

// toneOf is the ink of a standing: what is not judged is grey, never red.
func (b *builder) toneOf(s edition.Standing) Color {
	switch s {
	case edition.Behind, edition.NotMet:
		return Color{R: 0x9c, G: 0x2f, B: 0x1f}
	case edition.Awaited, edition.Unjudged:
		return b.colors.Muted
	default:
		return b.colors.Accent
	}
}

// revisions sets the figures that were given differently before, or not at all, beside what they were.
func (b *builder) revisions() {
	if len(b.e.Revisions) == 0 {
		return
	}
	b.subheading(phrase("section.revisions"))
	cols := []column{
		{part: 0.34, head: phrase("column.indicator")},
		{part: 0.16, head: phrase("column.old"), right: true},
		{part: 0.16, head: phrase("column.new"), right: true},
		{part: 0.17, head: phrase("column.given")},
		{part: 0.17, head: phrase("column.revised")},
	}
	var rows [][]cell
	for _, r := range b.e.Revisions {
		name := b.both(func(w *locale.Words) string {
			return wording.Subject(w, b.e, r.Fact) + w.Parenthesis(w.Period(r.Fact.Period))
		})
		rows = append(rows, []cell{
			name,
			b.revised(r, r.Old, func(w *locale.Words) string { return wording.OldFigure(w, b.e, r) }),
			b.revised(r, r.New, func(w *locale.Words) string { return wording.NewFigure(w, b.e, r) }),
			b.both(func(w *locale.Words) string { return wording.Given(w, r) }),
			b.both(func(w *locale.Words) string { return wording.Revised(w, b.e, r) }),
		})
	}
	b.table(cols, rows)
}

// revised is the old or the new figure of a revision. One of them may be what the edition gives.
func (b *builder) revised(r edition.Revision, fig stat.Figure, words say) cell {
	c := b.both(words)
	if b.e.Gives(r.Fact.ID, fig) {
		c = c.of(r.Fact.ID)
	}
	return append(c, b.remark(fig)...)
}

// remark is the status of a revised figure that is not a normal one.
func (b *builder) remark(fig stat.Figure) cell {
	if fig.Status == "" || fig.Status == stat.Normal || !fig.Status.HasValue() {
		return nil
	}
	return b.small(func(w *locale.Words) string { return w.Status(fig.Status) })
}
