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

// register lists every figure of the edition, variants too, with its identifier, its words, where it comes
// from and how it is printed there: what an official needs to answer for it.
func (b *builder) register() {
	if len(b.e.Facts) == 0 {
		return
	}
	b.heading(phrase("section.register"))
	cols := []column{
		{part: 0.28, head: phrase("column.fact")},
		{part: 0.32, head: phrase("column.indicator")},
		{part: 0.17, head: phrase("column.value"), right: true},
		{part: 0.23, head: phrase("column.source")},
	}
	var rows [][]cell
	for _, f := range b.e.Facts {
		subject := func(w *locale.Words) string { return wording.Subject(w, b.e, f) }
		rows = append(rows, b.registerRow(f, f.Figure, f.ID, subject))
		for i, v := range f.Variants {
			variant := func(w *locale.Words) string { return w.Label(w.Phrase("column.variant"), subject(w)) }
			rows = append(rows, b.registerRow(f, v, edition.VariantID(f, i), variant))
		}
	}
	b.denseTable(cols, rows)
}

func (b *builder) registerRow(f *stat.Fact, fig stat.Figure, id string, subject say) []cell {
	var value cell
	for i, w := range b.words {
		t, err := w.Fact(f, fig, b.e.Area, "")
		if err != nil && b.err == nil {
			b.err = err
		}
		value = append(value, paragraph{{t, b.cellStyle(i, w).of(id)}})
	}
	if fig.Status != stat.Normal && fig.Status.HasValue() {
		value = append(value, b.tag(func(w *locale.Words) string { return w.Status(fig.Status) }))
	}
	code := cell{{{id, style{size: b.t.Micro, ink: b.colors.Muted, lang: stat.En}}}}
	name := b.small(func(w *locale.Words) string { return subject(w) + " " + w.Measure(f.Measure) })
	return []cell{code, name, value, b.origins(fig)}
}

// origins are the places of a figure in its sources, in the first language each with the figure as printed there.
// What would say the same in the second language is said once.
func (b *builder) origins(fig stat.Figure) cell {
	var c cell
	first := b.origin(b.words[0], fig.From)
	for i, w := range b.words {
		st := style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}
		line := b.origin(w, fig.From)
		if i > 0 && line == first {
			continue
		}
		if i == 0 {
			st.ink = b.colors.Ink
			var places []string
			for _, p := range fig.From {
				places = append(places, strings.TrimSpace(b.origin(w, []stat.Provenance{p})+" "+p.Printed))
			}
			line = strings.Join(places, w.Phrase("list.semicolon"))
		}
		if line != "" {
			c = append(c, paragraph{{line, st}})
		}
	}
	return c
}

// origin words where a figure comes from, short: where there are several sources, by their codes in the list of
// sources.
func (b *builder) origin(w *locale.Words, from []stat.Provenance) string {
	var refs []string
	for _, p := range from {
		code := b.sourceCode(p.Source)
		source, _ := b.e.Area.Source(p.Source)
		switch {
		case code == "":
			refs = append(refs, wording.Origin(w, b.e, []stat.Provenance{p}))
		case p.Ref == "":
			refs = append(refs, code)
		default:
			refs = append(refs, code+" "+w.Reference(source, p.Ref))
		}
	}
	return strings.Join(refs, w.Phrase("list.comma"))
}

// sourceCode is a source's short code, S1 for the first one listed; "" where there is only one source.
func (b *builder) sourceCode(source string) string {
	if len(b.e.Area.Sources) < 2 || !slices.Contains(b.e.Sections, "notes") {
		return ""
	}
	i := slices.IndexFunc(b.e.Area.Sources, func(s stat.Source) bool { return s.Code == source })
	if i < 0 {
		return ""
	}
	return "S" + strconv.Itoa(i+1)
}
