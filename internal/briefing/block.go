package briefing

import (
	"strconv"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// say words something in one language.
type say func(w *locale.Words) string

// text says a text of the dataset.
func text(t stat.Text) say { return func(w *locale.Words) string { return w.Text(t) } }

// phrase says a fixed phrase.
func phrase(key string) say { return func(w *locale.Words) string { return w.Phrase(key) } }

// within makes an element below the current one and builds its content.
func (b *builder) within(kind string, build func()) *Node {
	outer := b.node
	b.node = outer.under(kind)
	made := b.node
	build()
	b.node = outer
	return made
}

// heading starts a section with a title in every language and a hairline below. Titles share a line as far as
// they fit. The section is listed in the contents and in the bookmarks.
func (b *builder) heading(s say) {
	const pitch = 20 // between lines of titles
	b.add(space(28))
	anchor := b.enter(1, s)
	var items []Item
	x, y := 0.0, 16.0
	b.within("H1", func() {
		for i, w := range b.words {
			st := style{size: b.t.Title, bold: true, ink: b.colors.Accent, lang: w.Lang(), anchor: anchor}
			if i > 0 {
				st = style{size: b.t.Small, ink: b.colors.Muted, lang: w.Lang()}
				x += 10
			}
			l := b.composeAs("Span", b.t.width(), piece{s(w), st})
			if i > 0 && (len(l.rows) > 1 || x+l.widest() > b.t.width()) {
				x, y = 0, y+pitch
			}
			for j := range l.rows {
				items = append(items, l.at(j, x, y+float64(j)*pitch, false)...)
			}
			y += float64(max(len(l.rows)-1, 0)) * pitch
			x += l.widest()
		}
	})
	items = append(items, Item{Shape: Rule, X: 0, Y: y + 8, W: b.t.width(), Ink: b.colors.Accent, Artifact: true})
	b.add(slab{height: y + 18, items: items, keep: true})
}

// enter lists a title in the bookmarks and returns the anchor that leads to it.
func (b *builder) enter(level int, s say) string {
	anchor := b.part + "h" + strconv.Itoa(len(b.titles))
	e := entry{level: level, anchor: anchor}
	for _, w := range b.words {
		e.title = append(e.title, s(w))
	}
	b.titles = append(b.titles, e)
	return anchor
}

// subheading starts a part of a section.
func (b *builder) subheading(s say) {
	b.add(space(12))
	anchor := b.enter(2, s)
	var pieces []piece
	for i, w := range b.words {
		st := style{size: b.t.Body, bold: true, ink: b.colors.Ink, lang: w.Lang(), leading: 1.75 * b.t.Body, anchor: anchor}
		t := s(w)
		if i > 0 {
			st = style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang(), leading: 1.75 * b.t.Body}
			t = "  " + t
		}
		pieces = append(pieces, piece{t, st})
	}
	b.lines(b.composeAs("H2", b.t.width(), pieces...), true)
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
	whole := b.t.width()
	if len(b.words) == 1 {
		return []float64{0}, []float64{whole}
	}
	if b.layout != Parallel {
		return []float64{0, 0}, []float64{whole, whole}
	}
	first := (whole - b.t.Gutter) * 0.5
	return []float64{0, first + b.t.Gutter}, []float64{first, whole - b.t.Gutter - first}
}

// paragraph sets running text in every language, side by side or one below the other as the layout has it.
func (b *builder) paragraph(s say) {
	_, width := b.columns()
	var cols []lines
	for i, w := range b.words {
		cols = append(cols, b.compose(width[i], piece{s(w), b.body(w)}))
	}
	if b.layout == Parallel {
		b.beside(cols, maxWhole)
		b.add(space(7))
		return
	}
	for i, c := range cols {
		b.beside([]lines{c}, maxWhole)
		if i < len(cols)-1 {
			b.add(space(2))
		}
	}
	b.add(space(9))
}

// body is the style of running text. English follows a size smaller.
func (b *builder) body(w *locale.Words) style {
	st := style{size: b.t.Body, ink: b.colors.Ink, lang: w.Lang(), leading: b.t.Grid, running: true}
	if !w.Lang().Chinese() {
		st.size = b.t.Small
	}
	return st
}

// maxWhole is the number of lines up to which a paragraph is not split over two pages.
const maxWhole = 10

// beside sets paragraphs side by side on one grid. Each part of them that stands on one page is drawn language
// by language, which is the order in which it is read and copied out.
func (b *builder) beside(cols []lines, whole int) {
	x, _ := b.columns()
	n := 0
	for _, c := range cols {
		n = max(n, len(c.rows))
	}
	parts := (n + whole - 1) / whole
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
}
