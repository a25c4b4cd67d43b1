package briefing

import (
	"slices"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// tallyStrip sets what the tallies of the rankings count, side by side in some rows at most.
func (b *builder) tallyStrip(rows, across int) {
	var cells []stripCell
	for _, t := range b.e.Themes {
		for _, r := range t.Rows {
			if r.Indicator.Tally != nil && r.Value != nil && r.Period == b.e.Period {
				cells = append(cells, b.stripFact(r.Value, r.Indicator.Name))
			}
		}
	}
	b.strip(phrase("glance.tally"), stripRows(cells, rows, across), across)
}

// progressStrip sets how far the year's targets have come side by side in some rows at most, as a word and a shape.
func (b *builder) progressStrip(rows, across int) {
	var cells []stripCell
	for _, p := range b.e.Progress {
		cells = append(cells, stripCell{
			head: func(w *locale.Words) string {
				return shapedStanding(w, p.Standing)
			},
			name: text(p.Indicator.Name), ink: b.toneOf(p.Standing),
		})
	}
	b.strip(b.progressTitle(), stripRows(cells, rows, across), across)
}

// targetStrip sets the targets side by side in some rows at most.
func (b *builder) targetStrip(rows, across int) {
	var cells []stripCell
	for _, t := range b.e.Targets {
		cells = append(cells, b.stripFact(t.Fact, t.Indicator.Name))
	}
	due, title := b.due(), phrase("section.targets")
	if !due.IsZero() {
		title = func(w *locale.Words) string { return w.Fill("section.targets.of", due) }
	}
	b.strip(title, stripRows(cells, rows, across), across)
}

// stripCell is one of the things that stand side by side: what a reader looks for, and its name below.
type stripCell struct {
	head, name say
	fact       *stat.Fact // whose figure the head is; nil for none
	ink        Color
}

func (b *builder) stripFact(f *stat.Fact, name stat.Text) stripCell {
	head := func(w *locale.Words) string { return b.figure(w, f, "") }
	return stripCell{head: head, name: text(name), fact: f, ink: b.colors.Accent}
}

// The most cells in a row of a strip, and the most where there is room for wide ones.
const (
	acrossStrip = 6
	acrossWide  = 4
)

// stripRows are as many cells as some rows hold.
func stripRows(cells []stripCell, rows, across int) []stripCell {
	return cells[:min(len(cells), rows*across)]
}

// strip sets cells in rows of about the same length under a title. The heads of a strip are of one size.
func (b *builder) strip(title say, cells []stripCell, across int) {
	if len(cells) == 0 {
		return
	}
	b.elastic()
	b.subheading(title)
	rows := (len(cells) + across - 1) / across
	n := (len(cells) + rows - 1) / rows
	width := b.t.width() / float64(n)
	look := stripLook{width: width, head: b.stripSize(cells, width-stripGap), name: b.t.Micro}
	if across == acrossWide {
		look.name = b.t.Small
	}
	for len(cells) > 0 {
		n := min(n, len(cells))
		b.stripRow(cells[:n], look)
		cells = cells[n:]
	}
	b.gap(1)
}

// stripLook is how the cells of a strip look: how wide they are, and the sizes of heads and names.
type stripLook struct{ width, head, name float64 }

// stripRow sets cells side by side.
func (b *builder) stripRow(cells []stripCell, look stripLook) {
	s := slab{}
	for i, c := range cells {
		x, y := float64(i)*look.width, b.t.unit()
		put := func(pieces ...piece) {
			l := b.compose(look.width-stripGap, pieces...)
			s.items = l.appendBlock(s.items, x, y)
			y += l.height()
		}
		for j, w := range b.words {
			st := style{size: look.head, bold: true, ink: c.ink, lang: w.Lang()}
			if j > 0 {
				st = style{size: b.t.Micro, ink: c.ink, lang: w.Lang()}
			}
			if c.fact != nil {
				st = st.of(c.fact.ID)
			}
			put(append([]piece{{c.head(w), st}}, b.marks(w, c.fact)...)...)
		}
		for j, w := range b.words {
			st := style{size: look.name, ink: b.colors.Ink, lang: w.Lang()}
			if j > 0 {
				st.size, st.ink = b.t.Micro, b.colors.Muted
			}
			put(piece{c.name(w), st})
		}
		s.height = max(s.height, y+b.t.unit())
	}
	s.items = append(s.items, Item{Shape: Rule, Y: 0, W: b.t.width(), Ink: b.colors.Rule, Artifact: true})
	b.add(s)
}

const stripGap = 8 // between cells of a strip

// stripSize is the largest size at which the leading language's heads fit on one line each, or on two in small print.
func (b *builder) stripSize(cells []stripCell, width float64) float64 {
	w := b.words[0]
	for lines, size := range []float64{b.t.Body, b.t.Small} {
		over := slices.ContainsFunc(cells, func(c stripCell) bool {
			return len(b.measure(width, piece{c.head(w), style{size: size, bold: true, lang: w.Lang()}}).rows) > lines+1
		})
		if !over {
			return size
		}
	}
	return b.t.Micro
}
