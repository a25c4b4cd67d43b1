package chart

// discRadius is the radius of a position's disc.
const discRadius = 7

// disc is the look of a position's mark.
type disc struct {
	form         Form
	fill, number Ink
}

// place is a position drawn as a number on a mark: filled if reached, open if only expected.
type place struct {
	disc
	position int
	open     bool
	label    Block   // the number
	rise     float64 // from its baseline to its middle
}

// position returns the position of a point.
func position(p Point) int { return int(p.Value.IntPart()) }

// place sets the number of a position, with a sign behind it.
func (l *Look) place(p Point, d disc, sign string) place {
	if p.Open {
		d.fill, d.number = Paper, Accent
	}
	label := l.Set(l.Width, Part{p.Value.String() + sign, Style{Size: l.Micro, Bold: true, Ink: d.number, Lang: l.main()}})
	return place{d, position(p), p.Open, label, float64(0.36 * l.Micro)}
}

// draw draws a position around a point.
func (p *place) draw(c *canvas, x, y float64) {
	radius := float64(discRadius) // all have about the same area
	switch p.form {
	case Fill:
		radius = 0.89 * discRadius
	case Diamond:
		radius = 1.25 * discRadius
	}
	if p.open {
		c.around(p.form, x, y, radius, Accent)
		radius--
	}
	c.around(p.form, x, y, radius, p.fill)
	c.line(p.label, 0, x, y+p.rise, 0.5)
}
