package chart

import "cmp"

// bump is a bump chart: positions over steps. Each row is a line with a mark at every position and its name at both
// ends. Lines may cross, so they stay in one figure.
type bump struct {
	steps
	lines        []rankLine
	starts, ends []rankName
	low, high    int     // positions
	deep         float64 // height of all positions, or of the names beside them
	pitch        float64 // distance between adjacent positions
}

// rankLine is a row with its places by step; nil for a step without a position.
type rankLine struct {
	bumpLook
	places []*place
}

// bumpLook is the look of a line and its marks.
type bumpLook struct {
	disc
	dash, weight float64
	ink          Ink
}

// The widths of a bump chart: names at both sides, and the steps between them.
const (
	rankNames = 0.25            // share of the width
	rankEdge  = discRadius + 14 // between the names and the first or last step
)

func newBump(c Chart, look *Look) *bump {
	side := float64(rankNames*look.Width) + rankEdge
	r := &bump{steps: newSteps(c, look, side, side)}
	for i, row := range c.Rows {
		l := rankLine{bumpLook: lookOf(i), places: make([]*place, len(c.Steps))}
		for _, p := range row.Points {
			n := position(p)
			r.low, r.high = min(cmp.Or(r.low, n), n), max(r.high, n)
			placed := look.place(p, l.disc)
			l.places[p.Step] = &placed
		}
		r.lines = append(r.lines, l)
	}
	r.starts, r.ends = r.names(c, 0), r.names(c, len(c.Steps)-1)
	rows := float64(r.high - r.low + 1)
	high := max(heightOf(r.starts), heightOf(r.ends))
	r.pitch = max(look.whole(2*discRadius+4), look.whole(high/rows))
	r.deep = max(high, float64(rows*r.pitch))
	return r
}

// Limits of a bump chart.
const (
	MostLines     = 6  // more lines than this cannot be told apart without colour
	MostPositions = 12 // from the highest to the lowest
)

// lookOf distinguishes crossing lines without colour: by shape, dashes and shade.
func lookOf(line int) bumpLook {
	l := []bumpLook{{disc: disc{form: Dot}, weight: 1.4}, {disc: disc{form: Fill}, weight: 1, dash: 4}, {disc: disc{form: Diamond}, weight: 1, dash: 1.5}}[line%3]
	l.ink, l.fill, l.number = Accent, Accent, Paper
	if line%2 > 0 {
		l.ink, l.fill, l.number = Muted, Pale, Ordinary
	}
	return l
}

// row draws nothing: all lines are drawn together.
func (r *bump) row(*canvas, int) {}

// foot draws all lines, and their names, below top.
func (r *bump) foot(c *canvas, top float64) {
	c.y += r.deep
	r.label(c, r.starts, 0, top)
	r.label(c, r.ends, len(r.heads)-1, top)
	for i := range r.lines {
		c.row = i
		r.course(c, i, top)
	}
	for i := range r.lines {
		c.row = i
		for step, p := range r.lines[i].places {
			if p != nil {
				x, y := r.place(i, step, top)
				p.draw(c, x, y)
			}
		}
	}
	c.row = -1
}

// down is the vertical place of a position.
func (r *bump) down(position int, top float64) float64 {
	return top + float64((float64(position-r.low)+0.5)*r.pitch)
}

// place is the place of a line at a step; lines with the same position are side by side.
func (r *bump) place(line, step int, top float64) (x, y float64) {
	position, before, all := r.lines[line].places[step].position, 0, 0
	for i, l := range r.lines {
		if p := l.places[step]; p == nil || p.position != position {
			continue
		}
		if all++; i < line {
			before++
		}
	}
	apart := min(2*discRadius+2, r.apart/float64(all))
	return r.at(step) + float64((float64(before)-float64(all-1)/2)*apart), r.down(position, top)
}

// course draws a line from position to position, interrupted at steps without one.
func (r *bump) course(c *canvas, line int, top float64) {
	l := r.lines[line]
	for i := 1; i < len(l.places); i++ {
		if l.places[i-1] == nil || l.places[i] == nil {
			continue
		}
		x, y := r.place(line, i-1, top)
		to, down := r.place(line, i, top)
		c.add(Shape{Form: Line, X: x, Y: y, W: to - x, H: down - y, Ink: l.ink, Weight: l.weight, Dash: l.dash})
	}
}
