package briefing

import "math"

// hairline is the width of a rule, in points.
const hairline = 0.5

// shape draws an item that is not text.
func (p *pen) shape(it *Item) {
	p.endText()
	switch it.Shape {
	case Rule, Line, Ring:
		p.setStroke(it.Ink, max(it.Size, hairline))
	default:
		p.setFill(it.Ink)
	}
	switch it.Shape {
	case Rule:
		p.line(it.X, it.Y, it.X+it.W, it.Y)
	case Line:
		if it.Dash > 0 {
			p.dashes(it.Dash)
			defer p.dashes(0)
		}
		p.line(it.X, it.Y, it.X+it.W, it.Y+it.H)
	case Fill:
		p.at(it.X, it.Y)
		p.numbers(it.W, -it.H)
		p.operator("re f\n")
	case Dot:
		p.ellipse(it)
		p.operator("f\n")
	case Ring:
		p.ellipse(it)
		p.operator("s\n")
	default:
		p.polygon(it, corners[it.Shape])
	}
}

// corners are the corners of polygons, as shares of the box.
var corners = map[Shape][][2]float64{
	Diamond: {{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}},
	Up:      {{0.5, 0}, {1, 1}, {0, 1}},
	Down:    {{0, 0}, {1, 0}, {0.5, 1}},
	Left:    {{1, 0}, {1, 1}, {0, 0.5}},
	Right:   {{0, 0}, {1, 0.5}, {0, 1}},
}

// polygon fills the polygon with these corners in an item's box.
func (p *pen) polygon(it *Item, corners [][2]float64) {
	for i, c := range corners {
		p.at(it.X+float64(c[0]*it.W), it.Y+float64(c[1]*it.H))
		if i == 0 {
			p.operator("m ")
		} else {
			p.operator("l ")
		}
	}
	p.operator("f\n")
}

func (p *pen) operator(op string) { p.ops = append(p.ops, op...) }

// numbers writes lengths, to hundredths of a point.
func (p *pen) numbers(list ...float64) {
	for _, v := range list {
		p.ops = append(appendDecimal(p.ops, hundredths(v), 2), ' ')
	}
}

// at writes the coordinates of a point on the page.
func (p *pen) at(x, y float64) { p.numbers(x, p.height-y) }

func (p *pen) line(x, y, toX, toY float64) {
	p.at(x, y)
	p.operator("m ")
	p.at(toX, toY)
	p.operator("l S\n")
}

// dashes sets the length of dashes and gaps; 0 means a solid line.
func (p *pen) dashes(length float64) {
	p.operator("[")
	if length > 0 {
		p.numbers(length)
	}
	p.operator("]0 d\n")
}

// ellipse writes the path of the ellipse in an item's box, as four Bézier curves.
func (p *pen) ellipse(it *Item) {
	const bend = 4.0 / 3 * (math.Sqrt2 - 1) // deviates from a quarter circle by 0.03 % of the radius
	rx, ry := float64(it.W/2), float64(it.H/2)
	x, y := it.X+rx, it.Y+ry
	p.at(x+rx, y)
	p.operator("m ")
	dx, dy := 1.0, 0.0 // from the centre to the start of a quarter; the next starts at a right angle
	for range 4 {
		nx, ny := -dy, dx
		p.at(x+float64(rx*(dx+float64(bend*nx))), y+float64(ry*(dy+float64(bend*ny))))
		p.at(x+float64(rx*(nx+float64(bend*dx))), y+float64(ry*(ny+float64(bend*dy))))
		p.at(x+float64(rx*nx), y+float64(ry*ny))
		p.operator("c ")
		dx, dy = nx, ny
	}
}
