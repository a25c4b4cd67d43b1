package chart

import "github.com/shopspring/decimal"

// bars is a bar chart: one bar per row from a common zero, on a full linear scale, with its label beside it. Bullets
// are bars on a track that ends at 100 %, with a mark at each goal.
type bars struct {
	*frame
	scale
	points []Point
	beside [][]Block // labels beside each bar
	track  bool
}

const (
	barGap   = 6 // between a bar and its label
	markHalf = 1 // half the width of a goal's mark
	barThick = 9
	barHalf  = barThick / 2 // integer division: the lower half is the thicker one
)

func newBars(c Chart, look *Look) *bars {
	b := &bars{points: firsts(c.Rows), track: c.Kind == Bullets}
	tail, least := 0.0, float64(0.22*look.Width)
	for _, p := range b.points {
		l := look.beside(p)
		b.beside = append(b.beside, l)
		tail = max(tail, broadest(l))
	}
	b.frame = newFrame(c.Rows, look, nil, nil, room{least, tail + 2*barGap})
	b.bound()
	b.scale.left, b.scale.right = b.frame.left+markHalf, b.frame.right
	return b
}

// bound sets the scale from the lowest value to the highest, including zero; of a track, 100 %.
func (b *bars) bound() {
	take := func(v decimal.Decimal) { b.low, b.high = decimal.Min(b.low, v), decimal.Max(b.high, v) }
	for _, p := range b.points {
		take(p.Value)
		if p.Goal != nil {
			take(*p.Goal)
		}
	}
	if b.track {
		take(decimal.NewFromInt(100))
	}
	if b.low.Equal(b.high) {
		b.high = decimal.NewFromInt(1)
	}
}

// beside returns the label of a bar: its value, repeated in further languages if the words differ, and the note on its
// goal. If they take much of the width, each language has a line.
func (l *Look) beside(p Point) []Block {
	const share = 0.4 // of the width
	var all []Part
	var blocks []Block
	for i, lang := range l.Langs {
		var parts []Part
		if words := p.Words.in(lang); i == 0 || words != p.Words.in(l.main()) {
			st := l.style(i)
			st.Bold = i == 0
			parts = append(parts, Part{words + "  ", st})
		}
		if note := p.Note.in(lang); note != "" {
			if i == 0 && p.Sign != "" {
				note = p.Sign + " " + note
			}
			parts = append(parts, Part{note + "  ", Style{Size: l.Micro, Ink: Muted, Lang: lang}})
		}
		if len(parts) > 0 {
			all = append(all, parts...)
			blocks = append(blocks, l.Set(l.Width/2, parts...))
		}
	}
	if one := l.Set(l.Width, all...); one.Lines() == 1 && widest(one) < float64(share*l.Width) {
		return []Block{one}
	}
	return blocks
}

func (b *bars) head(*canvas) {}

// foot draws the zero line.
func (b *bars) foot(c *canvas, top float64) {
	if zero, _ := b.at(decimal.Zero); !b.above && !b.track {
		c.add(Shape{Form: Line, X: zero, Y: top - 3, H: c.y - top, Ink: Muted, Weight: 0.7})
	}
}

func (b *bars) row(c *canvas, i int) {
	mid := b.frame.row(c, i, tall(b.beside[i]))
	end := b.bar(c, b.points[i], mid)
	c.stack(b.beside[i], end+barGap, mid-float64(b.look.lead(b.look.Small)/2), 0)
}

// bar draws a bar with the mark of its goal, and returns where they end. On a track, the bar is thin, so that the share
// of the year that is over stays visible behind it.
func (b *bars) bar(c *canvas, p Point, mid float64) (end float64) {
	zero, _ := b.at(decimal.Zero)
	to, _ := b.at(p.Value)
	fill := func(from, to, half float64, ink Ink) {
		c.add(Shape{Form: Fill, X: min(from, to), Y: mid - half, W: max(from, to) - min(from, to), H: 2 * half, Ink: ink})
	}
	half, ink := barHalf+0.5, Light
	if b.track {
		hundred, _ := b.at(decimal.NewFromInt(100))
		fill(zero, hundred, half+1.5, Faint)
		half, ink, end = 2.5, Accent, hundred
	}
	goal := zero
	if p.Goal != nil {
		goal, _ = b.at(*p.Goal)
		if b.track {
			fill(zero, goal, 6, Pale)
		}
	}
	fill(zero, to, half, ink)
	if p.Goal != nil {
		fill(goal-markHalf, goal+markHalf, 8, Ordinary)
	}
	return max(end, zero, to, goal)
}
