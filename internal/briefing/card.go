package briefing

import (
	"regexp"
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// cardLook is how the cards of a page look. Lengths are in points.
type cardLook struct {
	across int
	width  float64
	number float64 // the size of the digits, on all cards where they fit
	words  float64 // the size of what stands beside them
	gap    float64 // between cards
	name   float64
	small  float64 // of growth and position, and of the second language
}

// largeAcross is the number of cards in a row where there is room for large ones.
const largeAcross = 2

// cardGap is the white between small cards.
const cardGap = 14

// cardLook is the look of cards of these rows: large ones, two in a row, or three or four in a row. Digits have the
// largest size at which the numbers of all cards, or all but one in eight, stand on a line.
func (b *builder) cardLook(rows []edition.Row, large bool) cardLook {
	const few = 3
	look := cardLook{across: few, name: b.t.Small, small: b.t.Micro, gap: cardGap}
	look.number = b.t.Title
	switch {
	case large:
		look.across, look.name, look.small, look.gap = largeAcross, b.t.Body, b.t.Small, b.t.Gutter
		look.number = b.t.Display
	case len(rows) > 2*few:
		look.across = few + 1
	}
	look.width = (b.t.width() - look.gap*float64(look.across-1)) / float64(look.across)
	for _, look.number = range b.numberSizes(look.number) {
		for _, look.words = range b.wordsBeside(look.number) {
			over := 0
			for _, r := range rows {
				if !b.numberFits(r, look) {
					over++
				}
			}
			if 8*over <= len(rows) {
				return look
			}
		}
	}
	return look
}

// numberSizes are the sizes of digits, from one down.
func (b *builder) numberSizes(from float64) []float64 {
	return slices.DeleteFunc([]float64{b.t.Display, b.t.Title, b.t.Body, b.t.Small}, func(size float64) bool { return size > from })
}

// wordsBeside are the sizes of words beside digits of some size, the better first.
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

// fitted is the look with digits and words as large as they can be for a card of its own.
func (b *builder) fitted(r edition.Row, look cardLook) cardLook {
	for _, look.number = range b.numberSizes(look.number) {
		for _, words := range b.wordsBeside(look.number) {
			if look.words = min(look.words, words); b.numberFits(r, look) {
				return look
			}
		}
	}
	return look
}

func (b *builder) numberFits(r edition.Row, look cardLook) bool {
	number := append(b.cardNumber(r, look), b.plainMarks(b.words[0], cardFact(r))...)
	return len(b.measure(look.width, number...).rows) == 1
}

// cards sets a row of headline indicators: the number first, then its name, then its context.
func (b *builder) cards(rows []edition.Row, look cardLook) {
	s := slab{}
	for i, r := range rows {
		x := float64(i) * (look.width + look.gap)
		y := b.t.units(1)
		for _, p := range b.card(r, look) {
			l := b.compose(look.width, p...)
			s.items = l.appendBlock(s.items, x, y)
			y += l.height()
		}
		s.items = append(s.items, Item{Shape: Fill, X: x, Y: 0, W: look.width, H: 1.2, Ink: b.colors.Accent, Artifact: true})
		s.height = max(s.height, y+b.t.units(2))
	}
	b.add(s)
}

// card is what stands on a card: the number in every language, its name, and growth and position.
func (b *builder) card(r edition.Row, look cardLook) []paragraph {
	main := cardFact(r)
	number := append(b.cardNumber(r, b.fitted(r, look)), b.marks(b.words[0], main)...)
	number[0].leading = b.t.lead(look.number) // names of all cards on one line
	out := []paragraph{number}
	for _, w := range b.words[1:] {
		st := style{size: b.t.Small, ink: b.colors.Accent, lang: w.Lang()}
		out = append(out, append(paragraph{{arrow(main) + b.figure(w, main, ""), st.of(main.ID)}}, b.marks(w, main)...))
	}
	for i, w := range b.words {
		st := style{size: look.name, bold: true, ink: b.colors.Ink, lang: w.Lang()}
		if i > 0 {
			st = style{size: look.small, ink: b.colors.Muted, lang: w.Lang()}
		}
		out = append(out, paragraph{{w.Text(r.Indicator.Name), st}})
	}
	return append(out, b.cardContext(r, main, look)...)
}

// cardFact is what a card is about: the level, or the growth where there is none.
func cardFact(r edition.Row) *stat.Fact {
	if r.Value == nil {
		return r.Growth
	}
	return r.Value
}

// digits are a number as a reader looks for it, with its sign and percent.
var digits = regexp.MustCompile(`[-−]?[0-9][0-9,.]*[%％]?`)

// cardNumber is the number of a card in the first language, its digits larger than the words around.
func (b *builder) cardNumber(r edition.Row, look cardLook) paragraph {
	w, f := b.words[0], cardFact(r)
	st := style{size: look.words, bold: true, ink: b.colors.Accent, lang: w.Lang()}.of(f.ID)
	large := st
	large.size = look.number
	text := arrow(f) + b.figure(w, f, "")
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

// cardContext is growth and position, on one line if they fit in every language, else on one each.
func (b *builder) cardContext(r edition.Row, main *stat.Fact, look cardLook) []paragraph {
	var joined, apart []paragraph
	fits := true
	for _, w := range b.words {
		st := style{size: look.small, ink: b.colors.Ink, lang: w.Lang()}
		each, line := b.growthAndRank(r, main, w, st)
		apart = append(apart, each...)
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

// growthAndRank are what stands beside the main figure of a card: each by itself, and all on one line.
func (b *builder) growthAndRank(r edition.Row, main *stat.Fact, w *locale.Words, st style) (each []paragraph, line paragraph) {
	for _, f := range []*stat.Fact{r.Growth, r.Rank} {
		if f == nil || f == main {
			continue
		}
		p := append(paragraph{{arrow(f) + b.figure(w, f, ""), st.of(f.ID)}}, b.marks(w, f)...)
		each = append(each, p)
		if len(line) > 0 {
			line = append(line, piece{w.Phrase("clause"), st})
		}
		line = append(line, p...)
	}
	return each, line
}
