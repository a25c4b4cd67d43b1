package chart

import "github.com/shopspring/decimal"

func (b *bars) head(*canvas) {}

// foot draws the line at zero.
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

// bar draws a bar with the mark of its goal, and gives how far right of zero they reach.
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

// reach is how far from zero a value is drawn, cut to the room there is.
func (b *bars) reach(v decimal.Decimal) float64 {
	return max(-b.back, min(float64(v.InexactFloat64()*b.unit), b.room))
}
