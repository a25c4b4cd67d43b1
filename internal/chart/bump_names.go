package chart

import (
	"cmp"
	"math"
	"slices"
)

// rankName is the name of a line beside its first or last position.
type rankName struct {
	line     int
	position int
	text     []Block // in every language
	height   float64 // including the space below it
}

func heightOf(names []rankName) float64 {
	h := 0.0
	for _, n := range names {
		h += n.height
	}
	return h
}

// names returns the names of the lines that have a position at a step, in order of position.
func (r *bump) names(c Chart, step int) []rankName {
	var names []rankName
	for i, l := range r.lines {
		if step < 0 || l.places[step] == nil {
			continue
		}
		n := rankName{i, l.places[step].position, r.look.label(float64(rankNames*r.look.Width), c.Rows[i].Name), r.look.Unit}
		n.height += tall(n.text)
		names = append(names, n)
	}
	slices.SortStableFunc(names, func(a, b rankName) int { return cmp.Compare(a.position, b.position) })
	return names
}

// label sets names beside a step, each as close to its position as the others allow, and ties it to its mark.
func (r *bump) label(c *canvas, names []rankName, step int, top float64) {
	at := make([]float64, len(names))
	free, unit := top, r.look.Unit
	for i, n := range names {
		ideal := r.down(n.position, top) - float64(n.height/2)
		at[i] = max(free, top+float64(math.Round((ideal-top)/unit)*unit))
		free = at[i] + n.height
	}
	foot := c.y
	for i := len(names) - 1; i >= 0; i-- {
		at[i] = min(at[i], foot-names[i].height)
		foot = at[i]
	}
	for i, n := range names {
		c.row = n.line
		r.tie(c, n, at[i], step, top)
	}
}

// tie sets a name and draws a fine line from it to its position.
func (r *bump) tie(c *canvas, n rankName, y float64, step int, top float64) {
	const air, hairline = 3, 0.5
	x, from, end := 0.0, 0.0, y
	if step > 0 {
		x = float64((1 - rankNames) * r.look.Width)
		from = x - air
	}
	for _, b := range n.text {
		if step == 0 {
			from = max(from, widest(b)+air)
		}
	}
	end += c.stack(n.text, x, y, 0)
	middle := float64((y + end) / 2)
	to, down := r.at(step), r.down(n.position, top)
	c.add(Shape{Form: Line, X: from, Y: middle, W: to - from, H: down - middle, Ink: Rule, Weight: hairline})
}
