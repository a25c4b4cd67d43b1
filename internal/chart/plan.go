package chart

import "fmt"

// Plan is a chart with a fixed scale and set labels.
type Plan struct {
	rows    int
	abreast int  // rows that stand side by side
	whole   bool // its rows cannot be split
	figure  figure
	shapes  int // estimated number of shapes
}

// figure is the part of a chart that depends on its kind.
type figure interface {
	head(c *canvas)              // draws the header above the rows of each figure
	row(c *canvas, i int)        // draws a row
	foot(c *canvas, top float64) // closes a figure whose rows began at top
}

// New fixes the scale of a chart, the same for all figures it is split into.
func New(c Chart, look Look) *Plan {
	p := &Plan{rows: len(c.Rows), abreast: 1}
	switch c.Kind {
	case Dots:
		p.figure = newDots(c, &look)
	case Bars, Bullets:
		p.figure = newBars(c, &look)
	case Stack:
		p.figure, p.whole = newStack(c, &look), true
	case Panels:
		panels := newPanels(c, &look)
		p.figure, p.abreast = panels, panels.abreast
	case Ladder:
		p.figure = newLadder(c, &look)
	case Lines:
		p.figure = newLines(c, &look)
	case Bump:
		p.figure, p.whole = newBump(c, &look), true
	case Timeline:
		p.figure = newTimeline(c, &look)
	default:
		panic(fmt.Sprintf("chart: no kind %d", c.Kind))
	}
	return p
}

// Split divides the rows into figures no higher than room, with about as many rows each. It returns the first row of
// each figure, and the end of the last. A row higher than room gets its own figure; rows side by side, crossing lines and
// parts of a whole stay together.
func (p *Plan) Split(room float64) []int {
	if p.rows == 0 {
		return []int{0}
	}
	trial := canvas{row: -1}
	p.figure.head(&trial)
	head, highest := trial.y, 0.0
	lines := (p.rows + p.abreast - 1) / p.abreast
	for i := range lines {
		from := trial.y
		p.line(&trial, i*p.abreast, p.rows)
		highest = max(highest, trial.y-from)
	}
	p.shapes = len(trial.shapes)
	each := lines
	if trial.y > room && !p.whole {
		each = max(1, int((room-head)/highest))
	}
	parts := (lines + each - 1) / each
	cuts := make([]int, parts+1)
	for part := range cuts {
		cuts[part] = min(p.rows, part*lines/parts*p.abreast)
	}
	return cuts
}

// line draws the rows that stand side by side, from the first to at most last-1.
func (p *Plan) line(c *canvas, first, last int) {
	top, bottom := c.y, c.y
	for i := first; i < min(last, first+p.abreast); i++ {
		c.y, c.row = top, i
		p.figure.row(c, i)
		bottom = max(bottom, c.y)
	}
	c.y, c.row = bottom, -1
}

// Draw draws rows first to last-1, below top.
func (p *Plan) Draw(top float64, first, last int) Drawing {
	c := canvas{y: top, row: -1, shapes: make([]Shape, 0, p.shapes+8)}
	p.figure.head(&c)
	rows := c.y
	for i := first; i < last; i += p.abreast {
		p.line(&c, i, last)
	}
	p.figure.foot(&c, rows)
	return Drawing{Shapes: c.shapes, Bottom: c.y}
}
