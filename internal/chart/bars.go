package chart

import (
	"slices"

	"github.com/shopspring/decimal"
)

// bars is a bar chart: one bar per row from a common zero line, with names to the left and words to the right. If that
// leaves no room for bars, names go above them.
//
// A bar more than five times as long as all others is broken by a gap, so that the others can still be compared. Its
// value is beside it.
type bars struct {
	look   *Look
	points []Point
	names  [][]Block
	beside []Block // labels beside each bar
	above  bool    // names are above their bars

	zero  float64 // from the left edge
	back  float64 // room for bars that point to the left
	room  float64 // room for bars that point to the right
	unit  float64 // length per unit of value
	limit decimal.Decimal
}

const (
	barGap   = 6 // between a bar and its label
	markHalf = 1 // half the width of a goal's mark
	barThick = 9
	barHalf  = barThick / 2 // integer division: the lower half is the thicker one
)

func newBars(c Chart, look *Look) *bars {
	b := &bars{look: look, points: firsts(c.Rows)}
	b.limit = limit(b.points)
	b.divide(extent(b.points, b.limit))
	width := b.zero - b.back - cellGap
	if b.above {
		width = look.Width
	}
	for _, r := range c.Rows {
		b.names = append(b.names, look.label(width, r.Name))
	}
	return b
}

// firsts returns the first point of each row, or zero for a row without points.
func firsts(rows []Row) []Point {
	points := make([]Point, len(rows))
	for i, r := range rows {
		if len(r.Points) > 0 {
			points[i] = r.Points[0]
		}
	}
	return points
}

// divide divides the width between names, bars from the lowest value to the highest, and the labels beside them.
func (b *bars) divide(low, high decimal.Decimal) {
	const column, least = 0.36, 80
	b.zero = float64(column * b.look.Width)
	b.room = b.look.Width - b.zero - b.set(b.look.Width) - 2*barGap
	if b.above = b.room < least; b.above {
		b.zero = markHalf
		b.room = max(0, b.look.Width-b.zero-b.set(b.look.Width/2)-2*barGap)
	}
	b.unit = b.room / high.Sub(low).InexactFloat64()
	if low.IsNegative() {
		b.back = float64(-low.InexactFloat64() * b.unit)
		b.room -= b.back
		b.zero += b.back
	}
}

// set sets the labels beside the bars and returns the largest width.
func (b *bars) set(width float64) (most float64) {
	b.beside = b.beside[:0]
	for _, p := range b.points {
		l := b.look.Set(width, b.look.beside(p)...)
		b.beside = append(b.beside, l)
		most = max(most, widest(l))
	}
	return most
}

// beside returns the label of a bar: its value, repeated in further languages if the words differ, and the note on its
// goal.
func (l *Look) beside(p Point) []Part {
	bold := Style{Size: l.Micro, Bold: true, Ink: Ordinary, Lang: l.main()}
	light := Style{Size: l.Micro, Ink: Muted}
	first := p.Words.in(l.main())
	parts := []Part{{first, bold}}
	further := func(words string, lang int) {
		if words != "" {
			light.Lang = lang
			parts = append(parts, Part{"  " + words, light})
		}
	}
	for _, lang := range l.Langs[1:] {
		if words := p.Words.in(lang); words != first {
			further(words, lang)
		}
	}
	for i, lang := range l.Langs {
		note := p.Note.in(lang)
		if i == 0 && p.Sign != "" {
			note = p.Sign + " " + note
		}
		further(note, lang)
	}
	return parts
}

func (b *bars) head(*canvas) {}

// foot draws the zero line.
func (b *bars) foot(c *canvas, top float64) {
	if !b.above {
		c.add(Shape{Form: Line, X: b.zero, Y: top - 3, H: c.y - top, Ink: Muted, Weight: 0.7})
	}
}

func (b *bars) row(c *canvas, i int) {
	y := c.y
	h := c.stack(b.names[i], 0, y)
	if b.above {
		y += h
	}
	line := b.look.lead(b.look.Small)
	mid := y + line/2
	end := b.bar(c, b.points[i], mid)
	beside := b.beside[i]
	for j := range beside.Lines() {
		c.line(beside, j, b.zero+end+barGap, y+line-b.look.Foot+float64(float64(j)*beside.Lead()), 0)
	}
	if b.above {
		c.add(Shape{Form: Line, X: b.zero, Y: mid - barHalf - 2, H: barThick + 4, Ink: Muted, Weight: 0.7})
		h = max(line, height(beside))
	}
	c.y = y + h + b.look.units(1)
}

// bar draws a bar with the mark of its goal, and returns how far right of zero they extend.
func (b *bars) bar(c *canvas, p Point, mid float64) (end float64) {
	to := b.reach(p.Value)
	c.add(Shape{Form: Fill, X: b.zero + min(to, 0), Y: mid - barHalf, W: max(to, -to), H: barThick, Ink: Light})
	if p.Value.Abs().GreaterThan(b.limit) {
		c.add(Shape{Form: Fill, X: b.zero + float64(to*0.8), Y: mid - barHalf - 1, W: 4, H: barThick + 2, Ink: Paper})
	}
	end = max(to, 0)
	if p.Goal != nil {
		mark := b.reach(*p.Goal)
		c.add(Shape{Form: Fill, X: b.zero + mark - markHalf, Y: mid - barHalf - 4, W: 2 * markHalf, H: barThick + 8, Ink: Ordinary})
		end = max(end, mark)
	}
	return end
}

// reach is the distance from zero at which a value is drawn, clamped to the available room.
func (b *bars) reach(v decimal.Decimal) float64 {
	return max(-b.back, min(float64(v.InexactFloat64()*b.unit), b.room))
}

// Broken reports whether a chart has a bar that is broken by a gap.
func Broken(c Chart) bool {
	if c.Kind != Bars {
		return false
	}
	points := firsts(c.Rows)
	most := limit(points)
	return slices.ContainsFunc(points, func(p Point) bool { return p.Value.Abs().GreaterThan(most) })
}

// limit is the largest value drawn to scale, in either direction. A value far above all others is cut; a goal never is.
func limit(points []Point) decimal.Decimal {
	var first, second, goal decimal.Decimal
	for _, p := range points {
		switch v := p.Value.Abs(); {
		case v.GreaterThan(first):
			first, second = v, first
		case v.GreaterThan(second):
			second = v
		}
		if p.Goal != nil {
			goal = decimal.Max(goal, p.Goal.Abs())
		}
	}
	const far = 5
	if many := second.Mul(decimal.NewFromInt(far)); second.IsPositive() && first.GreaterThan(many) {
		first = second.Mul(decimal.RequireFromString("1.25"))
	}
	return decimal.Max(first, goal)
}

// extent returns the lowest and the highest value drawn, including zero. They always differ.
func extent(points []Point, limit decimal.Decimal) (low, high decimal.Decimal) {
	take := func(v decimal.Decimal) {
		low, high = decimal.Min(low, v), decimal.Max(high, v)
	}
	for _, p := range points {
		take(decimal.Max(limit.Neg(), decimal.Min(p.Value, limit)))
		if p.Goal != nil {
			take(*p.Goal)
		}
	}
	if low.Equal(high) {
		high = decimal.NewFromInt(1)
	}
	return low, high
}
