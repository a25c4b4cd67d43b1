package chart

// spark is a line over steps, small enough for a cell.
type spark struct {
	left, right float64 // of the first and the last step
	top, bottom float64 // of the highest and the lowest value of the scale; exchanged for positions
	steps       int
	scale       *scale
}

const sparkDot = 2

// at is the place of a point.
func (s *spark) at(p Point) (x, y float64) {
	x = (s.left + s.right) / 2
	if s.steps > 1 {
		x = s.left + float64(float64(p.Step)/float64(s.steps-1)*(s.right-s.left))
	}
	up := s.scale.high.Sub(p.Value).InexactFloat64() / s.scale.high.Sub(s.scale.low).InexactFloat64()
	return x, s.top + float64(up*(s.bottom-s.top))
}

// draw draws the line, broken at steps without a value, with a dot at its end and at values that stand alone. Zero is a
// dashed line.
func (s *spark) draw(c *canvas, points []Point) {
	if s.scale.low.Sign() <= 0 && s.scale.high.Sign() >= 0 {
		_, zero := s.at(Point{})
		c.add(Shape{Form: Line, X: s.left, Y: zero, W: s.right - s.left, Ink: Rule, Weight: 0.5, Dash: 2})
	}
	for i, p := range points {
		x, y := s.at(p)
		joined := i > 0 && points[i-1].Step == p.Step-1
		if joined {
			fromX, fromY := s.at(points[i-1])
			c.add(Shape{Form: Line, X: fromX, Y: fromY, W: x - fromX, H: y - fromY, Ink: Accent, Weight: 1.1})
		}
		if last := i == len(points)-1; last || !joined && points[i+1].Step != p.Step+1 {
			c.around(Dot, x, y, sparkDot, Accent)
		}
	}
}
