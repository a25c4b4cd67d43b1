package briefing

import (
	"slices"

	"nianbao/internal/document"
)

// The most cells in a row of a strip: usually, and if there is room for wide ones.
const (
	acrossStrip = 6
	acrossWide  = 4
)

// strip sets items side by side under a title, in at most the given number of rows, of similar length, with at most
// across items in each. All heads of a strip have one size.
func (b *builder) strip(s *document.Strip, rows, across int) {
	items := s.Items[:min(len(s.Items), rows*across)]
	b.elastic()
	b.subheading(s.Title)
	rows = rowsIn(len(items), across)
	n := rowsIn(len(items), rows)
	width := b.t.width() / float64(n)
	look := stripLook{width: width, head: b.stripSize(items, width-stripGap), name: b.t.Micro}
	if across == acrossWide {
		look.name = b.t.Small
	}
	for row := range slices.Chunk(items, n) {
		b.stripRow(row, look)
	}
	b.gap(1)
}

// stripLook is the look of a strip's cells: their width, and the sizes of heads and names.
type stripLook struct{ width, head, name float64 }

// stripRow sets items side by side: each head, with its name below.
func (b *builder) stripRow(items []document.Item, look stripLook) {
	s := block{}
	for i, item := range items {
		x, y := float64(i)*look.width, b.t.unit()
		put := func(pieces ...piece) {
			l := b.compose(look.width-stripGap, pieces...)
			s.items = l.appendBlock(s.items, x, y)
			y += l.height()
		}
		for j, w := range b.words {
			in := b.at(item.Said, j)
			st := style{size: look.head, bold: true, ink: b.tone(toneOf(in)), lang: w.Lang()}
			if j > 0 {
				st.size, st.bold = b.t.Micro, false
			}
			put(piece{in.String(), st.of(factOf(in))})
		}
		for j, w := range b.words {
			st := style{size: look.name, ink: b.colors.Ink, lang: w.Lang()}
			if j > 0 {
				st.size, st.ink = b.t.Micro, b.colors.Muted
			}
			put(piece{b.says(item.Name, j), st})
		}
		s.height = max(s.height, y+b.t.unit())
	}
	s.items = append(s.items, Item{Shape: Rule, Y: 0, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	b.add(s)
}

// toneOf returns the tone of the last span, the one after a sign.
func toneOf(in document.Inline) document.Tone {
	if len(in) == 0 {
		return document.Plain
	}
	return in[len(in)-1].Tone
}

const stripGap = 8 // between cells of a strip

// stripSize is the largest size at which each head in the leading language fits on one line, or on two in small print.
func (b *builder) stripSize(items []document.Item, width float64) float64 {
	for lines, size := range []float64{b.t.Body, b.t.Small} {
		over := slices.ContainsFunc(items, func(item document.Item) bool {
			head := piece{b.says(item.Said, 0), style{size: size, bold: true, lang: b.words[0].Lang()}}
			return len(b.measure(width, head).rows) > lines+1
		})
		if !over {
			return size
		}
	}
	return b.t.Micro
}
