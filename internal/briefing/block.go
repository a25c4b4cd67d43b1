package briefing

import (
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// say words something in one language.
type say func(w *locale.Words) string

// text says a text of the dataset.
func text(t stat.Text) say { return func(w *locale.Words) string { return w.Text(t) } }

// phrase says a fixed phrase.
func phrase(key string) say { return func(w *locale.Words) string { return w.Phrase(key) } }

// heading starts a section with a title in every language and a hairline below. Titles share a line as far as
// they fit.
func (b *builder) heading(s say) {
	const pitch = 20 // between lines of titles
	b.add(space(28))
	var items []Item
	x, y := 0.0, 16.0
	for i, w := range b.words {
		st := style{size: sizeTitle, bold: true, ink: b.colors.Accent, lang: w.Lang()}
		if i > 0 {
			st = style{size: sizeSmall, ink: b.colors.Muted, lang: w.Lang()}
			x += 10
		}
		l := b.compose(bodyWidth, piece{s(w), st})
		if i > 0 && (len(l.rows) > 1 || x+l.widest() > bodyWidth) {
			x, y = 0, y+pitch
		}
		for j := range l.rows {
			items = append(items, l.at(j, x, y+float64(j)*pitch, false)...)
		}
		y += float64(max(len(l.rows)-1, 0)) * pitch
		x += l.widest()
	}
	items = append(items, Item{Shape: Rule, X: 0, Y: y + 8, W: bodyWidth, Ink: b.colors.Accent, Artifact: true})
	b.add(slab{height: y + 16, items: items, keep: true})
}

// subheading starts a part of a section.
func (b *builder) subheading(s say) {
	b.add(space(12))
	var pieces []piece
	for i, w := range b.words {
		st := style{size: sizeBody, bold: true, ink: b.colors.Ink, lang: w.Lang(), leading: 18}
		t := s(w)
		if i > 0 {
			st = style{size: sizeMicro, ink: b.colors.Muted, lang: w.Lang(), leading: 18}
			t = "  " + t
		}
		pieces = append(pieces, piece{t, st})
	}
	b.lines(b.compose(bodyWidth, pieces...), true)
	b.add(slab{height: 3, keep: true})
}

// lines adds composed lines, one slab each.
func (b *builder) lines(l lines, keep bool) {
	for i := range l.rows {
		b.add(slab{height: l.lead, items: l.at(i, 0, l.ascent(), false), keep: keep || i < len(l.rows)-1 && (i == 0 || i == len(l.rows)-2)})
	}
}

// columns gives the left end and width of each language's column.
func (b *builder) columns() (x, width []float64) {
	if len(b.words) == 1 {
		return []float64{0}, []float64{bodyWidth}
	}
	first := (bodyWidth - gutter) * 0.5
	return []float64{0, first + gutter}, []float64{first, bodyWidth - gutter - first}
}

// maxWhole is the number of lines up to which a paragraph is not split over two pages.
const maxWhole = 10

// parallel sets a paragraph in every language side by side on one grid. Each part of it that stands on one page
// is drawn language by language, which is the order in which it is read and copied out.
func (b *builder) parallel(s say) {
	x, width := b.columns()
	var cols []lines
	n := 0
	for i, w := range b.words {
		st := style{size: sizeBody, ink: b.colors.Ink, lang: w.Lang(), leading: grid + 1}
		if !w.Lang().Chinese() {
			st.size = sizeSmall
		}
		cols = append(cols, b.compose(width[i], piece{s(w), st}))
		n = max(n, len(cols[i].rows))
	}
	parts := (n + maxWhole - 1) / maxWhole
	for part := range parts {
		from, to := part*n/parts, (part+1)*n/parts
		row := slab{height: float64(to-from) * cols[0].lead}
		for j, c := range cols {
			for i := from; i < min(to, len(c.rows)); i++ {
				row.items = append(row.items, c.at(i, x[j], float64(i-from)*c.lead+c.ascent(), false)...)
			}
		}
		b.add(row)
	}
	b.add(space(7))
}
