package briefing

import (
	"math"

	"nianbao/internal/document"
)

// cover sets the title page: title, area and standing in every language at the top, issuer and date at the foot.
func (b *builder) cover() {
	cover := &b.doc.Cover
	b.startPage()
	before := len(b.blocks)
	b.add(block{height: b.t.units(9 * b.t.Steps), items: []Item{{Shape: Fill, Y: 0, W: 64, H: 4, Ink: b.colors.Accent, Artifact: true}}})
	b.within("H1", func() {
		for i, w := range b.words {
			st := style{size: b.t.Display, bold: true, ink: b.colors.Ink, lang: w.Lang()}
			if i > 0 {
				st = style{size: b.t.Title, ink: b.colors.Accent, lang: w.Lang()}
			}
			for _, said := range []string{b.says(cover.Area, i), b.says(cover.Title, i)} {
				if said != "" {
					b.lines(b.composeAs("Span", b.t.width(), piece{said, st}), true)
				}
			}
			b.add(block{height: b.t.units(2)})
		}
	})
	b.add(block{height: b.t.units(4)})
	b.coverLines(cover.Within, style{size: b.t.Body, ink: b.colors.Muted})
	if b.says(b.doc.Standing, 0) != "" {
		b.add(block{height: b.t.units(4)})
		b.coverLines(b.doc.Standing, style{size: b.t.Body, bold: true, ink: b.colors.Accent})
	}

	var foot []block
	for _, item := range cover.Imprint {
		foot = append(foot, b.coverFact(item))
	}
	rest := b.t.height() - height(b.blocks[before:]) - height(foot)
	b.add(block{height: max(0, math.Floor(rest/b.t.unit())*b.t.unit())})
	b.blocks = append(b.blocks, foot...)
	b.startPage()
}

// coverLines sets a line in every language, the first one larger.
func (b *builder) coverLines(t document.Text, st style) {
	for i, w := range b.words {
		st.lang = w.Lang()
		if i > 0 {
			st.size = b.t.Small
		}
		if said := b.says(t, i); said != "" {
			b.lines(b.compose(b.t.width(), piece{said, st}), true)
		}
	}
}

// coverFact sets a label and its text, each language in its column.
func (b *builder) coverFact(item document.Item) block {
	const column = 76 // of the labels
	n := float64(len(b.words))
	width := (b.t.width() - b.t.Gutter*(n-1)) / n
	row := block{}
	row.items = append(row.items, Item{Shape: Rule, Y: 0, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	for i, w := range b.words {
		x := float64(i) * (width + b.t.Gutter)
		label := b.compose(column-6, piece{b.says(item.Name, i), style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}})
		value := b.compose(width-column, piece{b.says(item.Said, i), style{size: b.t.Small, ink: b.colors.Ink, lang: w.Lang()}})
		row.items = label.appendBlock(row.items, x, b.t.units(2))
		row.items = value.appendBlock(row.items, x+column, b.t.units(2))
		row.height = max(row.height, b.t.whole(b.t.units(3)+max(value.height(), label.height())))
	}
	return row
}
