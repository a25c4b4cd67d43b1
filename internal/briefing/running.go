package briefing

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/locale"
)

// runningHeads adds the background, a draft's watermark, and the running head and foot to every page except a leading
// cover. The head has the title, the status if it is not the normal one, and the page number. All are artifacts.
func (b *builder) runningHeads(pages []Page) {
	under := b.under()
	var head []Item
	if !b.t.Dashes {
		head = b.runningHead()
	}
	for i := range pages {
		p := &pages[i]
		p.Items = slices.Insert(p.Items, 0, under...)
		if i == 0 && len(b.doc.Sections) > 0 && b.doc.Sections[0].Name == "cover" {
			continue
		}
		if b.t.Dashes {
			b.dashed(p)
			continue
		}
		p.Items = append(p.Items, head...)
		for j, w := range b.words {
			foot := b.oneLine(b.t.width()/2, piece{w.Fill("document.page", p.Number, len(pages)), b.runningStyle(w)})
			x := b.t.left(p.Number)
			if j > 0 {
				x += b.t.width() - foot.widest()
			}
			p.Items = appendArtifact(p.Items, &foot, x, b.t.Height-36)
		}
	}
}

// under returns what lies below the text of a page: the background, if it is not white, and a draft's watermark.
func (b *builder) under() []Item {
	var items []Item
	if b.colors.Paper != (Color{255, 255, 255}) {
		items = append(items, Item{Shape: Fill, W: b.t.Width, H: b.t.Height, Ink: b.colors.Paper, Artifact: true})
	}
	if b.doc.Draft {
		const size, text = 84, "DRAFT 草稿"
		items = append(items, Item{
			Shape: Text, Text: text, Size: size, Bold: true, Angle: 50, Artifact: true, Lang: b.words[0].Lang(),
			X: float64(b.t.Width/2) - 150, Y: float64(b.t.Height/2) + 210, Ink: b.colors.Muted.tint(0.91, b.colors.Paper),
		})
	}
	return items
}

// dashed sets the page number between dashes at the outer edge, 7 mm below the type area (GB/T 9704-2012, 7.5).
func (b *builder) dashed(p *Page) {
	const size = 14 // 四号
	w := b.words[0]
	l := b.measure(b.t.width(), piece{fmt.Sprintf("— %d —", p.Number), style{size: size, ink: b.colors.Ink, lang: w.Lang()}})
	y := b.t.Height - b.t.Bottom + 7*millimetre + 0.5*size
	x := b.t.left(p.Number) + size
	if p.Number%2 == 1 {
		x = b.t.left(p.Number) + b.t.width() - size - l.widest()
	}
	p.Items = appendArtifact(p.Items, &l, x, y)
	if s := b.standings(); s != "" {
		mark := b.oneLine(b.t.width(), piece{s, style{size: b.t.Micro, bold: true, ink: b.colors.Accent, lang: w.Lang()}})
		p.Items = appendArtifact(p.Items, &mark, b.t.left(p.Number), b.t.Top-24)
	}
}

// runningHead is the title in as many languages as fit and, beside it, the standing of the edition.
func (b *builder) runningHead() []Item {
	items := []Item{{Shape: Rule, X: b.t.Left, Y: b.t.Top - 26, W: b.t.width(), Ink: b.colors.Rule, Artifact: true}}
	room := b.t.width()
	if s := b.standings(); s != "" {
		mark := b.oneLine(b.t.width()/2, piece{s, style{size: b.t.Micro, bold: true, ink: b.colors.Accent, lang: b.words[0].Lang()}})
		items = appendArtifact(items, &mark, b.t.Width-b.t.Right-mark.widest(), b.t.Top-34)
		room -= mark.widest() + b.t.Gutter
	}
	x := b.t.Left
	var heads []Item
	for i, text := range b.headTitles(room) {
		said := piece{text, b.runningStyle(b.words[i])}
		if whole := b.measure(b.t.Width*2, said); i > 0 && whole.widest() > room { // cut, it would be useless
			break
		}
		head := b.oneLine(room, said)
		heads = appendArtifact(heads, &head, x, b.t.Top-34)
		x += head.widest() + b.t.Gutter
		room -= head.widest() + b.t.Gutter
	}
	return append(heads, items...)
}

// headTitles returns the titles in every language if all fit, otherwise only area and period.
func (b *builder) headTitles(room float64) []string {
	var full, short []string
	width := -b.t.Gutter
	for i, w := range b.words {
		full = append(full, b.says(b.doc.Title, i))
		short = append(short, b.says(b.doc.Short, i))
		l := b.measure(b.t.Width*2, piece{full[i], b.runningStyle(w)})
		width += l.widest() + b.t.Gutter
	}
	if width > room {
		return short
	}
	return full
}

func (b *builder) runningStyle(w *locale.Words) style {
	return style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}
}

// oneLine sets a piece on one line, cutting overflow with an ellipsis. The document repeats the text of running heads
// in full elsewhere.
func (b *builder) oneLine(width float64, p piece) lines {
	l := b.measure(width, p)
	for text := []rune(p.text); len(l.rows) > 1 && len(text) > 0; {
		text = text[:len(text)-1]
		l = b.measure(width, piece{string(text) + "…", p.style})
	}
	return l
}

// appendArtifact places the first line as an artifact, with its left end at x and its baseline at y.
func appendArtifact(items []Item, l *lines, x, y float64) []Item {
	from := len(items)
	items = l.appendLine(items, 0, x, y)
	for i := range items[from:] {
		items[from+i].Artifact = true
	}
	return items
}

func (b *builder) standings() string {
	var all []string
	for i := range b.words {
		if s := b.says(b.doc.Standing, i); s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, "  ")
}
