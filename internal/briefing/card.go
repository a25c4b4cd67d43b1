package briefing

import (
	"regexp"
	"slices"

	"nianbao/internal/document"
)

// cardLook is the look of the cards of a page. Lengths are in points.
type cardLook struct {
	across int
	width  float64
	number float64 // digit size on all cards where they fit
	words  float64 // size of the words beside the digits
	gap    float64 // between cards
	name   float64
	small  float64 // of growth and position, and of the second language
}

// largeAcross is the number of large cards in a row.
const largeAcross = 2

// cardGap is the white between small cards.
const cardGap = 14

// cardLook returns the look of large cards, two in a row, or of small ones, three or four in a row. Digits have the
// largest size at which the numbers of all cards, or all but one in eight, fit on one line.
func (b *builder) cardLook(cards []document.Card, large bool) cardLook {
	const few = 3
	look := cardLook{across: few, name: b.t.Small, small: b.t.Micro, gap: cardGap}
	look.number = b.t.Title
	switch {
	case large:
		look.across, look.name, look.small, look.gap = largeAcross, b.t.Body, b.t.Small, b.t.Gutter
		look.number = b.t.Display
	case len(cards) > 2*few || len(cards) == few+1:
		look.across = few + 1
	}
	look.width = (b.t.width() - float64(look.gap*float64(look.across-1))) / float64(look.across)
	for _, look.number = range b.numberSizes(look.number) {
		for _, look.words = range b.wordsBeside(look.number) {
			over := 0
			for _, card := range cards {
				if !b.numberFits(card, look) {
					over++
				}
			}
			if 8*over <= len(cards) {
				return look
			}
		}
	}
	return look
}

// numberSizes returns the digit sizes to try, from the given one down.
func (b *builder) numberSizes(from float64) []float64 {
	return slices.DeleteFunc([]float64{b.t.Display, b.t.Title, b.t.Body, b.t.Small}, func(size float64) bool { return size > from })
}

// wordsBeside returns the sizes for words beside digits of the given size, best first.
func (b *builder) wordsBeside(digits float64) []float64 {
	switch {
	case digits > b.t.Title:
		return []float64{b.t.Body, b.t.Small}
	case digits > b.t.Small:
		return []float64{b.t.Small, b.t.Micro}
	default:
		return []float64{b.t.Small}
	}
}

// fitted returns the look with the largest digits and words that fit on one card.
func (b *builder) fitted(card document.Card, look cardLook) cardLook {
	for _, look.number = range b.numberSizes(look.number) {
		for _, words := range b.wordsBeside(look.number) {
			if look.words = min(look.words, words); b.numberFits(card, look) {
				return look
			}
		}
	}
	return look
}

func (b *builder) numberFits(card document.Card, look cardLook) bool {
	return len(b.measure(look.width, b.cardNumber(card, look)...).rows) == 1
}

// cardRows sets cards in at most the given number of rows.
func (b *builder) cardRows(cards []document.Card, look cardLook, rows int) {
	for i := range rows {
		if i > 0 {
			b.elastic()
		}
		n := min(look.across, len(cards))
		b.cards(cards[:n], look)
		cards = cards[n:]
	}
}

// cards sets a row of headline indicators: the number, below it its name, then its context. The name is read first.
func (b *builder) cards(cards []document.Card, look cardLook) {
	s := block{}
	for i, card := range cards {
		x := float64(i) * (look.width + look.gap)
		y := b.t.units(1)
		var set []lines
		var tops []float64
		for _, p := range b.card(card, look) {
			l := b.measure(look.width, p...)
			set, tops = append(set, l), append(tops, y)
			y += l.height()
		}
		for _, j := range cardOrder(len(set), len(b.words)) {
			l := b.own("P", set[j])
			s.items = l.appendBlock(s.items, x, tops[j])
		}
		s.items = append(s.items, Item{Shape: Fill, X: x, Y: 0, W: look.width, H: 1.2, Ink: b.colors.Accent, Artifact: true})
		s.height = max(s.height, y+b.t.units(2))
	}
	b.add(s)
}

// cardOrder returns the order in which the paragraphs of a card are read: the names, which are set below the numbers,
// come before them. There is one of each a language.
func cardOrder(paragraphs, languages int) []int {
	var order []int
	for i := range languages {
		order = append(order, languages+i)
	}
	for i := range languages {
		order = append(order, i)
	}
	for i := 2 * languages; i < paragraphs; i++ {
		order = append(order, i)
	}
	return order
}

// card returns the paragraphs of a card: the number in every language, its name, and growth and position. Marks of notes
// are in the chapters alone.
func (b *builder) card(card document.Card, look cardLook) []paragraph {
	number := b.cardNumber(card, b.fitted(card, look))
	number[0].leading = b.t.lead(look.number) // names of all cards on one line
	out := []paragraph{number}
	for i, w := range b.words[1:] {
		out = append(out, b.cardFigure(card.Figure, i+1, style{size: b.t.Small, ink: b.colors.Accent, lang: w.Lang()}))
	}
	for i, w := range b.words {
		st := style{size: look.name, bold: true, ink: b.colors.Ink, lang: w.Lang()}
		if i > 0 {
			st = style{size: look.small, ink: b.colors.Muted, lang: w.Lang()}
		}
		out = append(out, paragraph{{b.says(card.Name, i), st}})
	}
	return append(out, b.cardContext(card, look)...)
}

// cardFigure returns a figure in one style.
func (b *builder) cardFigure(t document.Text, i int, st style) paragraph {
	in := b.at(t, i)
	return paragraph{{in.String(), st.of(factOf(in))}}
}

// digits matches a number as a reader looks for it, with sign and percent.
var digits = regexp.MustCompile(`[-−]?[0-9][0-9,.]*[%％]?`)

// cardNumber returns the number of a card in the first language, with digits larger than the words around them.
func (b *builder) cardNumber(card document.Card, look cardLook) paragraph {
	in := b.at(card.Figure, 0)
	st := style{size: look.words, bold: true, ink: b.colors.Accent, lang: b.words[0].Lang()}.of(factOf(in))
	large := st
	large.size = look.number
	text := in.String()
	at := digits.FindStringIndex(text)
	if at == nil {
		return paragraph{{text, large}}
	}
	var out paragraph
	for _, p := range []piece{{text[:at[0]], st}, {text[at[0]:at[1]], large}, {text[at[1]:], st}} {
		if p.text != "" {
			out = append(out, p)
		}
	}
	return out
}

// cardContext returns growth and position, on one line if they fit in every language, otherwise on a line each.
func (b *builder) cardContext(card document.Card, look cardLook) []paragraph {
	var joined, apart []paragraph
	fits := true
	for i, w := range b.words {
		st := style{size: look.small, ink: b.colors.Ink, lang: w.Lang()}
		var line paragraph
		for j, t := range card.Context {
			p := b.cardFigure(t, i, st)
			apart = append(apart, p)
			if j > 0 {
				line = append(line, piece{w.Phrase("clause"), st})
			}
			line = append(line, p...)
		}
		if len(line) > 0 {
			joined = append(joined, line)
			fits = fits && len(b.measure(look.width, line...).rows) == 1
		}
	}
	if fits {
		return joined
	}
	return apart
}
