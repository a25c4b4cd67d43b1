package chart

import "strconv"

// ladder draws each position on its own rungs: a disc with the number on the rung reached, small dots on the others. It
// ends at the tenth rung, or at the lowest position if that is lower.
type ladder struct {
	look    *Look
	names   [][]Block
	places  []place
	numbers map[int]Block // of the numbered rungs
	rungs   int
	left    float64 // of the first rung
	step    float64 // from one rung to the next
}

func newLadder(c Chart, look *Look) *ladder {
	const names, edge = 0.5, 10
	l := &ladder{look: look, rungs: 10, numbers: map[int]Block{}, left: float64(names * look.Width)}
	for i, p := range firsts(c.Rows) {
		l.names = append(l.names, look.name(l.left-cellGap, c.Rows[i].Name))
		l.places = append(l.places, look.place(p, disc{Dot, Accent, Paper}, ""))
		l.rungs = max(l.rungs, position(p))
	}
	l.step = (look.Width - l.left - edge) / float64(l.rungs-1)
	every := 5
	if l.rungs > 20 {
		every = 10
	}
	for rung := 1; rung <= l.rungs; rung++ {
		if rung == 1 || rung%every == 0 {
			l.numbers[rung] = look.Set(look.Width, Part{strconv.Itoa(rung), Style{Size: look.Micro, Ink: Muted, Lang: look.main()}})
		}
	}
	return l
}

// at is the place of a rung.
func (l *ladder) at(rung int) float64 { return l.left + float64(l.step*float64(rung-1)) }

// head numbers the first rung and every fifth one, or every tenth if there are many.
func (l *ladder) head(c *canvas) {
	line := l.look.lead(l.look.Micro)
	for rung := 1; rung <= l.rungs; rung++ {
		if number, ok := l.numbers[rung]; ok {
			c.line(number, 0, l.at(rung), c.y+line-l.look.Foot, 0.5)
		}
	}
	c.y += line
}

func (l *ladder) row(c *canvas, i int) {
	const radius = 1.3
	y, line := c.y, l.look.lead(l.look.Small)
	h := max(c.stack(l.names[i], 0, y, 0), line+l.look.Unit) // room for the disc
	mid := y + float64(line/2) + 1
	reached := l.places[i]
	c.add(Shape{Form: Line, X: l.left, Y: mid, W: l.step * float64(l.rungs-1), Ink: Rule, Weight: 0.5})
	for rung := 1; rung <= l.rungs; rung++ {
		if rung != reached.position {
			c.add(Shape{Form: Dot, X: l.at(rung) - radius, Y: mid - radius, W: 2 * radius, H: 2 * radius, Ink: Rule})
		}
	}
	reached.draw(c, l.at(reached.position), mid)
	c.y = y + max(h, l.look.whole(2*discRadius)) + l.look.Unit
}

func (l *ladder) foot(*canvas, float64) {}
