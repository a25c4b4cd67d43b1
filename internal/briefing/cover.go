package briefing

import (
	"math"
	"slices"

	"nianbao/internal/chart"
	"nianbao/internal/document"
)

// cover sets the title page: title, area and standing in every language at the top, issuer and date at the foot.
func (b *builder) cover() {
	cover := &b.doc.Cover
	b.startPage()
	before := len(b.blocks)
	if b.t.Dashes { // official papers have no such field
		b.add(block{height: b.t.units(9 * b.t.Steps), items: []Item{{Shape: Fill, Y: 0, W: 64, H: 4, Ink: b.colors.Accent, Artifact: true}}})
	} else {
		b.field(cover)
	}
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

// The field of colour on the cover.
const (
	fieldShare = 0.56 // of the height of the page
	yearSize   = 132
)

// field sets a field of colour with the issuer, the year in large figures, and a chart of the edition's own figures without
// numbers. All of it is decoration: the title below says what it is, and the chapters have the figures.
func (b *builder) field(cover *document.Cover) {
	outer := b.colors
	field := outer.Accent
	b.colors = Palette{Accent: outer.Paper, Ink: outer.Paper, Muted: outer.Paper, Rule: field.tint(0.55, outer.Paper), Paper: field}
	high := b.t.whole(float64(fieldShare*b.t.Height) - b.t.Top)
	s := block{height: high + b.t.units(2*b.t.Steps)}
	s.items = append(s.items, Item{Shape: Fill, X: -b.t.Left, Y: -b.t.Top, W: b.t.Width, H: b.t.Top + high, Ink: field})
	y := 0.0
	set := func(st style, t document.Text) {
		x := 0.0
		for i, w := range b.words {
			st.lang, st.ink = w.Lang(), b.colors.Ink
			said := piece{b.says(t, i), st}
			if whole := b.measure(2*b.t.Width, said); said.text != "" && (i == 0 || whole.widest() <= b.t.width()-x) {
				l := b.oneLine(b.t.width()-x, said)
				s.items = l.appendLine(s.items, 0, x, y+l.ascent())
				x += l.widest() + float64(b.t.Gutter/2)
			}
			st.size, st.bold = b.t.Second, false
		}
		y += b.t.whole(1.6 * b.t.Body)
	}
	set(style{size: b.t.Body, bold: true}, cover.Imprint[0].Said)
	y += yearSize
	year := b.measure(b.t.width(), piece{cover.Year, style{size: yearSize, bold: true, ink: b.colors.Ink, lang: b.words[0].Lang()}})
	s.items = year.appendLine(s.items, 0, 0, y-b.t.units(4))
	y += b.t.units(2)
	if len(cover.Part) > 0 {
		set(style{size: b.t.Title, bold: true}, cover.Part)
	}
	if cover.Motif != nil {
		y += b.t.units(2)
		set(style{size: b.t.Small, bold: true}, cover.Motif.Subtitle)
		s.items = b.motif(s.items, cover.Motif.Data, y, high-b.t.units(b.t.Steps))
	}
	for i := range s.items {
		s.items[i].Artifact, s.items[i].Node, s.items[i].Ref = true, nil, nil
	}
	b.colors = outer
	b.add(s)
}

// motif draws as many rows of a chart as fit between two heights, without the numbers of its points.
func (b *builder) motif(items []Item, data chart.Chart, top, bottom float64) []Item {
	for ; len(data.Rows) > 0; data.Rows = data.Rows[:len(data.Rows)-1] {
		drawing := chart.New(data, b.look()).Draw(top, 0, len(data.Rows))
		if drawing.Bottom > bottom {
			continue
		}
		f := figureUnderWay{b: b, items: items}
		f.shapes(slices.DeleteFunc(drawing.Shapes, func(s chart.Shape) bool {
			return s.Form == chart.Text && s.Row >= 0 && s.Anchor == 0.5
		}))
		return f.items
	}
	return items
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
	width := (b.t.width() - float64(b.t.Gutter*(n-1))) / n
	row := block{}
	row.items = append(row.items, Item{Shape: Rule, Y: 0, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	for i, w := range b.words {
		x := float64(float64(i) * (width + b.t.Gutter))
		label := b.compose(column-6, piece{b.says(item.Name, i), style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}})
		value := b.compose(width-column, piece{b.says(item.Said, i), style{size: b.t.Small, ink: b.colors.Ink, lang: w.Lang()}})
		row.items = label.appendBlock(row.items, x, b.t.units(2))
		row.items = value.appendBlock(row.items, x+column, b.t.units(2))
		row.height = max(row.height, b.t.whole(b.t.units(3)+max(value.height(), label.height())))
	}
	return row
}
