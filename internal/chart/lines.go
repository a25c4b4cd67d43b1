package chart

import "math"

// lines is a chart of strips. Each row shows its values from left to right below their labels; the height of a dot is
// its value between the row's minimum and maximum. Strips need neither a legend nor colour.
type lines struct {
	steps
	strips []strip
}

// strip is a row with its labels set.
type strip struct {
	names   []Block
	points  []Point
	figures []Block   // of each point
	depths  []float64 // of each point: 0 on top, 1 at the bottom
}

const stripNames = 0.30 // share of the width

func newLines(c Chart, look *Look) *lines {
	const edge = 30 // between the names and the first step, and the last step and the edge
	l := &lines{steps: newSteps(c, look, float64(stripNames*look.Width)+edge, edge)}
	st := Style{Size: look.Small, Ink: Ordinary, Lang: look.main()}
	for _, r := range c.Rows {
		s := strip{names: look.label(float64(stripNames*look.Width)-cellGap, r.Name), points: r.Points, depths: depths(r.Points, c.Down)}
		for _, p := range r.Points {
			s.figures = append(s.figures, look.Set(l.apart, Part{p.Words.in(look.main()), st}))
		}
		l.strips = append(l.strips, s)
	}
	return l
}

// depths returns how far down values are drawn: half if all are the same.
func depths(points []Point, down bool) []float64 {
	low, high := math.Inf(1), math.Inf(-1)
	values := make([]float64, len(points))
	for i, p := range points {
		values[i] = p.Value.InexactFloat64()
		low, high = min(low, values[i]), max(high, values[i])
	}
	for i, v := range values {
		switch {
		case high <= low:
			values[i] = 0.5
		case down:
			values[i] = (v - low) / (high - low)
		default:
			values[i] = (high - v) / (high - low)
		}
	}
	return values
}

func (l *lines) row(c *canvas, i int) {
	const radius = 2.5
	s, y, line := l.strips[i], c.y, l.look.lead(l.look.Small)
	top, deep := y+line+radius, l.look.units(3)
	h := max(c.stack(s.names, 0, y), line+l.look.units(5)) + l.look.Unit
	var before Shape
	for j, p := range s.points {
		x, at := l.at(p.Step), top+float64(s.depths[j]*deep)
		dot := Shape{Form: Dot, X: x - radius, Y: at - radius, W: 2 * radius, H: 2 * radius, Ink: Accent}
		if j > 0 && s.points[j-1].Step == p.Step-1 {
			c.add(Shape{Form: Line, X: before.X + radius, Y: before.Y + radius, W: dot.X - before.X, H: dot.Y - before.Y, Ink: Muted, Weight: 0.7})
		}
		c.add(dot)
		before = dot
		if b := s.figures[j]; b.Lines() == 1 {
			l.center(c, b, 0, x, baseline(b, 0, y))
		} else {
			w := widest(b)
			c.put(b, min(x-w/2, l.look.Width-w), y)
		}
	}
	c.y = y + h
}

func (l *lines) foot(*canvas, float64) {}
