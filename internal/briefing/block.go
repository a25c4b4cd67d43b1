package briefing

import (
	"math"
	"slices"
	"strconv"

	"nianbao/internal/document"
	"nianbao/internal/locale"
)

// within makes an element below the current one and builds its content.
func (b *builder) within(kind string, build func()) *Node {
	made := b.node.under(kind)
	b.inside(made, build)
	return made
}

// inside builds content below an element.
func (b *builder) inside(n *Node, build func()) {
	outer := b.node
	b.node = n
	build()
	b.node = outer
}

// heading starts a section with a title in every language and a hairline below. Titles share a line if they fit. The
// section is listed in the contents and in the bookmarks.
func (b *builder) heading(t document.Text) {
	b.flushFloats()
	b.gap(6)
	anchor := b.enter(1, t)
	pitch := b.t.lead(b.t.Title)
	var items []Item
	x, y := 0.0, pitch-b.t.foot()
	b.within("H1", func() {
		for i, w := range b.words {
			st := style{size: b.t.Title, bold: true, ink: b.colors.Accent, lang: w.Lang(), anchor: anchor}
			if i > 0 {
				st = style{size: b.t.Small, ink: b.colors.Muted, lang: w.Lang()}
				x += 10
			}
			l := b.composeAs("Span", b.t.width(), piece{b.says(t, i), st})
			if i > 0 && (len(l.rows) > 1 || x+l.widest() > b.t.width()) {
				x, y = 0, y+pitch
			}
			for j := range l.rows {
				items = l.appendLine(items, j, x, y+float64(float64(j)*pitch))
			}
			y += float64(float64(max(len(l.rows)-1, 0)) * pitch)
			x += l.widest()
		}
	})
	y += b.t.foot() + b.t.unit()
	items = append(items, Item{Shape: Rule, X: 0, Y: y, W: b.t.width(), Ink: b.colors.Accent, Artifact: true})
	b.add(block{height: y + b.t.units(2), items: items, keep: true, room: belowTitle * b.t.Grid})
}

// belowTitle is how many lines of running text, or how much of something else of that height, must follow a section's
// title on its page if the section continues on the next page. For the title of a part it is two.
const belowTitle = 3

// enter adds a title to the bookmarks and returns the anchor that leads to it.
func (b *builder) enter(level int, t document.Text) string {
	anchor := b.prefix + "h" + strconv.Itoa(len(b.titles))
	e := entry{level: level, part: b.prefix, anchor: anchor}
	for i, w := range b.words {
		e.title, e.langs = append(e.title, b.says(t, i)), append(e.langs, w.Lang())
	}
	b.titles = append(b.titles, e)
	return anchor
}

// subheading starts a part of a section.
func (b *builder) subheading(t document.Text) {
	b.flushFloats()
	b.gap(3)
	anchor := b.enter(2, t)
	var pieces []piece
	for i, w := range b.words {
		st := style{size: b.t.Body, bold: true, ink: b.colors.Ink, lang: w.Lang(), anchor: anchor}
		said := b.says(t, i)
		if i > 0 {
			st = b.micro(i)
			said = "  " + said
		}
		pieces = append(pieces, piece{said, st})
	}
	b.lines(b.composeAs("H2", b.t.width(), pieces...), true)
	b.add(block{height: b.t.unit(), keep: true, room: 2 * b.t.Grid})
}

// lines adds composed lines, one block each.
func (b *builder) lines(l lines, keep bool) {
	for i := range l.rows {
		b.add(block{height: l.lead, items: l.appendLine(nil, i, 0, l.ascent()), keep: keep || i < len(l.rows)-1 && (i == 0 || i == len(l.rows)-2)})
	}
}

// columns returns the left edge and width of each language's column. chinese is the share of the width for Chinese
// beside English.
func (b *builder) columns(chinese float64) (x, width []float64) {
	whole := b.t.width()
	if len(b.words) == 1 {
		return []float64{0}, []float64{whole}
	}
	if b.layout != Parallel {
		return []float64{0, 0}, []float64{whole, whole}
	}
	share := 0.5
	switch first, second := b.words[0].Lang().Chinese(), b.words[1].Lang().Chinese(); {
	case first && !second:
		share = chinese
	case second && !first:
		share = 1 - chinese
	}
	first := float64((whole - b.t.Gutter) * share)
	return []float64{0, first + b.t.Gutter}, []float64{first, whole - b.t.Gutter - first}
}

// paragraph sets paragraphs that run on as one, in every language, side by side or stacked, as the layout requires.
func (b *builder) paragraph(paragraphs ...document.Block) {
	_, width := b.columns(b.t.Share)
	var cols []lines
	for i, w := range b.words {
		var pieces []piece
		for _, block := range paragraphs {
			p := block.(*document.Paragraph)
			st, said := b.body(i, w), b.says(p.Text, i)
			st.prints, st.sentence = p.Sentence, true
			switch {
			case p.Number > 0:
				said = strconv.Itoa(p.Number) + ". " + said
			case len(pieces) > 0:
				said = w.Space() + said
			}
			pieces = append(pieces, piece{said, st})
		}
		cols = append(cols, b.compose(width[i], pieces...))
	}
	if b.layout == Parallel {
		b.beside(cols)
		b.gap(2)
		return
	}
	for i, c := range cols {
		b.beside([]lines{c})
		if i < len(cols)-1 {
			b.gap(1)
		}
	}
	b.gap(2)
}

// body is the style of running text. English that follows Chinese is one size smaller and has closer lines.
func (b *builder) body(i int, w *locale.Words) style {
	st := style{size: b.t.Body, ink: b.colors.Ink, lang: w.Lang(), leading: b.t.Grid, running: true}
	if i > 0 && !w.Lang().Chinese() {
		st.size, st.leading = b.t.Second, 0
	}
	return st
}

// beside sets paragraphs side by side, their first lines on one baseline. On each page, each is drawn language by
// language, which is the order for reading and copying.
func (b *builder) beside(cols []lines) {
	x, _ := b.columns(b.t.Share)
	first := 0.0
	for i := range cols {
		first = max(first, cols[i].ascent())
	}
	for i := range cols {
		cols[i].above = first - cols[i].ascent()
	}
	row := block{cuts: b.cuts(cols), running: true}
	for j, c := range cols {
		row.items = c.appendBlock(row.items, x[j], 0)
		row.height = max(row.height, c.height())
	}
	b.add(row)
}

// spaceBefore adds white space between running text and a table or chart, more than between paragraphs.
func (b *builder) spaceBefore() {
	want := b.t.units(b.t.Steps/2 + 1)
	for i := len(b.blocks) - 1; i >= 0; i-- {
		switch s := b.blocks[i]; {
		case s.space:
			want -= s.height
		case s.running && want > 0:
			b.add(space(want))
			return
		default:
			return
		}
	}
}

// cuts returns the heights at which side-by-side paragraphs can be split between pages: where each of them ends a line,
// and none leaves a single line on either side (clreq 4.1.5). They are split together, so that neither is alone on a
// page. Only if that is impossible, and they are long, may one of them end first.
func (b *builder) cuts(cols []lines) []float64 {
	const epsilon, long = 1e-6, 8 // lines
	whole := 0.0
	for _, c := range cols {
		whole = max(whole, c.height())
	}
	var together, apart []float64
	for n := 1; b.t.units(n) < whole-epsilon; n++ {
		h := b.t.units(n)
		ended := func(c lines) bool { return h > c.height()-epsilon }
		whole := func(c lines) bool { return !c.parts(h) }
		switch {
		case !slices.ContainsFunc(cols, whole):
			together = append(together, h)
		case !slices.ContainsFunc(cols, func(c lines) bool { return whole(c) && !ended(c) }):
			apart = append(apart, h)
		}
	}
	if len(together) == 0 && whole > long*b.t.Grid {
		return apart
	}
	return together
}

// parts reports whether lines can be split at a height from their top.
func (l *lines) parts(height float64) bool {
	const epsilon = 1e-6
	above := math.Round((height - l.above) / l.lead)
	below := float64(len(l.rows)) - above
	return above >= 2 && below >= 2 && math.Abs(l.above+float64(above*l.lead)-height) < epsilon
}
