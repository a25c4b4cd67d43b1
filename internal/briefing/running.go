package briefing

import (
	"nianbao/internal/locale"
)

// running sets the running head and foot of every page but a cover at the start: whose briefing it is, its
// status where that is not plain, and the page number.
func (b *builder) running(pages []Page) {
	head := b.runningHead()
	ground := Item{Shape: Fill, W: pageWidth, H: pageHeight, Ink: b.colors.Paper, Artifact: true}
	for i := range pages {
		p := &pages[i]
		if ground.Ink != (Color{255, 255, 255}) {
			p.Items = append([]Item{ground}, p.Items...)
		}
		if i == 0 && len(b.e.Sections) > 0 && b.e.Sections[0] == "cover" {
			continue
		}
		b.artifact(p, head)
		for j, w := range b.words {
			foot := b.oneLine(bodyWidth/2, piece{w.Fill("document.page", p.Number, len(pages)), b.runningStyle(w)})
			if j == 0 {
				b.artifact(p, foot.at(0, pageWidth-marginRight, pageHeight-36, true))
			} else {
				b.artifact(p, foot.at(0, marginLeft, pageHeight-36, false))
			}
		}
	}
}

// runningHead is the title and, beside it, what a reader must know of the whole edition.
func (b *builder) runningHead() []Item {
	w := b.words[0]
	items := []Item{{Shape: Rule, X: marginLeft, Y: marginTop - 26, W: bodyWidth, Ink: b.colors.Rule}}
	room := float64(bodyWidth)
	if s := b.standing(w); s != "" {
		mark := b.oneLine(bodyWidth/2, piece{s, style{size: sizeMicro, bold: true, ink: b.colors.Accent, lang: w.Lang()}})
		items = append(items, mark.at(0, pageWidth-marginRight, marginTop-34, true)...)
		room -= mark.widest() + gutter
	}
	head := b.oneLine(room, piece{title(b.e, w), b.runningStyle(w)})
	return append(head.at(0, marginLeft, marginTop-34, false), items...)
}

func (b *builder) runningStyle(w *locale.Words) style {
	return style{size: sizeMicro, ink: b.colors.Muted, lang: w.Lang()}
}

// oneLine sets a piece on one line, with an ellipsis in place of what does not fit. Running heads repeat what
// the document says in full elsewhere.
func (b *builder) oneLine(width float64, p piece) lines {
	l := b.compose(width, p)
	for text := []rune(p.text); len(l.rows) > 1 && len(text) > 0; {
		text = text[:len(text)-1]
		l = b.compose(width, piece{string(text) + "…", p.style})
	}
	return l
}

func (b *builder) artifact(p *Page, items []Item) {
	for _, it := range items {
		it.Artifact = true
		p.Items = append(p.Items, it)
	}
}

// standing says what a reader must know of the whole edition: that its data are invented, or that it is a draft.
func (b *builder) standing(w *locale.Words) string {
	s := ""
	if b.e.Area.Sample {
		s = w.Phrase("document.sample")
	}
	if b.e.Draft {
		if s != "" {
			s += "  ·  "
		}
		s += w.Phrase("document.draft")
	}
	return s
}
