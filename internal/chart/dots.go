package chart

import "github.com/shopspring/decimal"

// dots is a dot plot: a dot per row at its value, all on one scale, and a mark at its goal, tied to the dot by a line.
// The figures stand in columns beside the names. A value far beyond all others has an arrow at the end of the scale.
type dots struct {
	*frame
	scale
	points []Point
	lines  []float64 // of the grid: the places of the ticks
}

const (
	dotRadius = 3.5
	goalHalf  = 5 // half the height of a goal's mark
)

func newDots(c Chart, look *Look) *dots {
	d := &dots{points: firsts(c.Rows)}
	d.frame = newFrame(c.Rows, look, c.Heads, func(r Row, column int) Words {
		switch {
		case len(r.Points) == 0:
			return nil
		case column == 0 && !c.Goals:
			return r.Points[0].Words
		default:
			return r.Points[0].Note
		}
	}, room{least: float64(0.25 * look.Width), tail: goalHalf})
	values := []decimal.Decimal{{}}
	for _, p := range d.points {
		if !p.Unknown {
			values = append(values, p.Value)
		}
		if p.Goal != nil {
			values = append(values, *p.Goal)
		}
	}
	d.scale = newScale(values, limitOf(c.Rows), 5)
	d.scale.left, d.scale.right = d.frame.left+goalHalf, d.frame.right-goalHalf
	for _, t := range d.ticks {
		x, _ := d.at(t)
		d.lines = append(d.lines, x)
	}
	return d
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

func (d *dots) head(c *canvas) {
	d.axis(c, &d.scale, d.frame.head(c))
	d.rule(c)
}

func (d *dots) row(c *canvas, i int) {
	top := c.y
	mid := d.frame.row(c, i, 2*goalHalf)
	if d.above {
		top = mid - float64(d.look.lead(d.look.Small)/2)
	}
	d.grid(c, top)
	c.across(d.frame.left, mid, d.frame.right-d.frame.left, 0.5, Rule)
	p := d.points[i]
	x, beyond := d.at(p.Value)
	if p.Goal != nil {
		goal, _ := d.at(*p.Goal)
		if !p.Unknown && beyond == 0 {
			c.across(min(x, goal), mid, max(x, goal)-min(x, goal), 1.4, Light)
		}
		c.add(Shape{Form: Fill, X: goal - markHalf, Y: mid - goalHalf, W: 2 * markHalf, H: 2 * goalHalf, Ink: Ordinary})
	}
	if !p.Unknown {
		d.mark(c, p, x, mid, beyond)
	}
}

// grid draws the ticks through a row that began at top; zero is stronger.
func (d *dots) grid(c *canvas, top float64) {
	for i, t := range d.ticks {
		s := Shape{Form: Line, X: d.lines[i], Y: top, H: c.y - top, Ink: Pale, Weight: 0.5}
		if t.IsZero() {
			s.Ink, s.Weight = Muted, 0.7
		}
		c.add(s)
	}
}

// mark draws a value: a dot, or an arrow if it is beyond the scale, or if less is better.
func (d *dots) mark(c *canvas, p Point, x, y float64, beyond int) {
	form, ink := Dot, Accent
	switch p.Sense {
	case Better:
		form, ink = Down, Good
	case Worse:
		form, ink = Up, Bad
	}
	if beyond != 0 {
		form = Right
		if beyond < 0 {
			form = Left
		}
		from, _ := d.at(decimal.Zero)
		if p.Goal != nil {
			from, _ = d.at(*p.Goal)
		}
		c.across(min(x, from), y, max(x, from)-min(x, from), 1.4, Light)
	}
	c.around(form, x, y, dotRadius, ink)
}

func (d *dots) foot(*canvas, float64) {}
