package briefing

import "nianbao/internal/locale"

// cover sets the title page: title, area and standing in every language at the top, who issues the edition and
// when at the foot.
func (b *builder) cover() {
	b.turn()
	before := len(b.slabs)
	b.add(slab{height: 150, items: []Item{{Shape: Fill, Y: 0, W: 64, H: 4, Ink: b.colors.Accent, Artifact: true}}})
	for i, w := range b.words {
		st := style{size: sizeDisplay, bold: true, ink: b.colors.Ink, lang: w.Lang(), leading: 38}
		if i > 0 {
			st = style{size: sizeTitle, ink: b.colors.Accent, lang: w.Lang(), leading: 22}
		}
		b.lines(b.compose(bodyWidth, piece{w.Text(b.e.Area.Name), st}), true)
		b.lines(b.compose(bodyWidth, piece{w.Fill("document.title.period", b.e.Period), st}), true)
		b.add(slab{height: 8})
	}
	b.add(slab{height: 16})
	b.coverLines(text(b.e.Area.Within), style{size: sizeBody, ink: b.colors.Muted})
	if b.standing(b.words[0]) != "" {
		b.add(slab{height: 14})
		b.coverLines(b.standing, style{size: sizeBody, bold: true, ink: b.colors.Accent})
	}

	foot := []slab{
		b.coverFact("document.issuer", text(b.e.Issuer)),
		b.coverFact("document.released", func(w *locale.Words) string { return w.Date(b.e.Release) }),
		b.coverFact("document.status", func(w *locale.Words) string {
			if b.e.Draft {
				return w.Phrase("document.draft")
			}
			return w.Phrase("document.final")
		}),
	}
	rest := float64(bodyHeight)
	for _, s := range append(b.slabs[before:len(b.slabs):len(b.slabs)], foot...) {
		rest -= s.height
	}
	b.add(slab{height: max(0, rest)})
	b.slabs = append(b.slabs, foot...)
	b.turn()
}

// coverLines sets a line in every language, the first one larger.
func (b *builder) coverLines(s say, st style) {
	for i, w := range b.words {
		st.lang, st.leading = w.Lang(), 18
		if i > 0 {
			st.size, st.leading = sizeSmall, 15
		}
		if t := s(w); t != "" {
			b.lines(b.compose(bodyWidth, piece{t, st}), true)
		}
	}
}

// coverFact is a label and what it labels, each language in its column.
func (b *builder) coverFact(key string, s say) slab {
	x, width := b.columns()
	row := slab{height: 26}
	row.items = append(row.items, Item{Shape: Rule, Y: 0, W: bodyWidth, Ink: b.colors.Rule, Artifact: true})
	for i, w := range b.words {
		label := b.compose(70, piece{w.Phrase(key), style{size: sizeMicro, ink: b.colors.Muted, lang: w.Lang()}})
		value := b.compose(width[i]-76, piece{s(w), style{size: sizeSmall, ink: b.colors.Ink, lang: w.Lang(), leading: 14}})
		for j := range label.rows {
			row.items = append(row.items, label.at(j, x[i], 17+float64(j)*label.lead, false)...)
		}
		for j := range value.rows {
			row.items = append(row.items, value.at(j, x[i]+76, 17+float64(j)*value.lead, false)...)
		}
		row.height = max(row.height, 12+label.height(), 12+value.height())
	}
	return row
}
