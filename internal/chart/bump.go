package chart

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// bump is a bump chart: positions over steps. Each row is a line with a mark at every position and its name at its
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

// The widths of a bump chart: names at both sides, or at the right if there is little room, and the steps between them.
const (
	rankNames = 0.25            // share of the width
	rankWide  = 36              // ems of small type that names at both sides need
	rankEdge  = discRadius + 14 // between the names and the first or last step
)

func newBump(c Chart, look *Look) *bump {
	right := float64(rankNames*look.Width) + rankEdge
	left := right
	if look.Width < float64(rankWide*look.Small) {
		left = 2 * rankEdge
	}
	r := &bump{steps: newSteps(c, look, left, right)}
	for _, row := range c.Rows {
		l := rankLine{bumpLook: lookOf(row.Style), places: make([]*place, len(c.Steps))}
		for _, p := range row.Points {
			n := position(p)
			r.low, r.high = min(cmp.Or(r.low, n), n), max(r.high, n)
			placed := look.place(p, l.disc, "")
			l.places[p.Step] = &placed
		}
		r.lines = append(r.lines, l)
	}
	r.ends = r.names(c, len(c.Steps)-1)
	if left == right {
		r.starts = r.names(c, 0)
	}
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

// lookOf distinguishes crossing lines without colour: by shape, dashes and shade. There are eighteen looks; the first six
// differ most.
func lookOf(style int) bumpLook {
	forms := [...]Form{Dot, Fill, Diamond}
	dashes := [...]float64{0, 4, 1.5}
	l := bumpLook{disc: disc{form: forms[style%3]}, weight: 1.4, dash: dashes[(style+style/6)%3]}
	l.ink, l.fill, l.number = Accent, Accent, Paper
	if style%2 > 0 {
		l.ink, l.fill, l.number, l.weight = Muted, Pale, Ordinary, 1
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
			if p == nil || len(r.tied(step, p.position)) > 1 {
				continue
			}
			p.draw(c, r.at(step), r.down(p.position, top))
		}
	}
	r.ties(c, top)
	c.row = -1
}

// tied returns the lines that have a position at a step.
func (r *bump) tied(step, position int) []int {
	var lines []int
	for i, l := range r.lines {
		if p := l.places[step]; p != nil && p.position == position {
			lines = append(lines, i)
		}
	}
	return lines
}

// ties draws one mark for the lines that share a position, with an equals sign behind its number.
func (r *bump) ties(c *canvas, top float64) {
	for step := range r.heads {
		for position := r.low; position <= r.high; position++ {
			lines := r.tied(step, position)
			if len(lines) < 2 {
				continue
			}
			c.row = lines[0]
			shared := r.look.place(Point{Value: decimal.NewFromInt(int64(position))}, disc{Dot, Ordinary, Paper}, "=")
			shared.draw(c, r.at(step), r.down(position, top))
		}
	}
}

// down is the vertical place of a position.
func (r *bump) down(position int, top float64) float64 {
	return top + float64((float64(position-r.low)+0.5)*r.pitch)
}

// course draws a line from position to position, interrupted at steps without one. Lines that would cover each other
// there are side by side.
func (r *bump) course(c *canvas, line int, top float64) {
	const apart = 2.4
	l := r.lines[line]
	for i := 1; i < len(l.places); i++ {
		from, to := l.places[i-1], l.places[i]
		if from == nil || to == nil {
			continue
		}
		before, all := 0, 0
		for _, other := range r.tied(i-1, from.position) {
			if p := r.lines[other].places[i]; p == nil || p.position != to.position {
				continue
			}
			if all++; other < line {
				before++
			}
		}
		shift := float64((float64(before) - float64(float64(all-1)/2)) * apart)
		y, down := r.down(from.position, top)+shift, r.down(to.position, top)+shift
		c.add(Shape{Form: Line, X: r.at(i - 1), Y: y, W: r.apart, H: down - y, Ink: l.ink, Weight: l.weight, Dash: l.dash})
	}
}
