package chart

import "fmt"

// Plan is a chart with a fixed scale and set labels.
type Plan struct {
	rows   int
	whole  bool // its rows cannot be split
	figure figure
	shapes int // estimated number of shapes
}

// figure is the part of a chart that depends on its kind.
type figure interface {
	head(c *canvas)              // draws the header above the rows of each figure
	row(c *canvas, i int)        // draws a row
	foot(c *canvas, top float64) // closes a figure whose rows began at top
}

// New fixes the scale of a chart, the same for all figures it is split into.
func New(c Chart, look Look) *Plan {
	p := &Plan{rows: len(c.Rows)}
	switch c.Kind {
	case Bars:
		p.figure = newBars(c, &look)
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
// each figure, and the end of the last. A row higher than room gets its own figure; crossing lines stay together.
func (p *Plan) Split(room float64) []int {
	if p.rows == 0 {
		return []int{0}
	}
	trial := canvas{row: -1}
	p.figure.head(&trial)
	head, highest := trial.y, 0.0
	for i := range p.rows {
		from := trial.y
		p.figure.row(&trial, i)
		highest = max(highest, trial.y-from)
	}
	p.shapes = len(trial.shapes)
	each := p.rows
	if trial.y > room && !p.whole {
		each = max(1, int((room-head)/highest))
	}
	parts := (p.rows + each - 1) / each
	cuts := make([]int, parts+1)
	for part := range cuts {
		cuts[part] = part * p.rows / parts
	}
	return cuts
}

// Draw draws rows first to last-1, below top.
func (p *Plan) Draw(top float64, first, last int) Drawing {
	c := canvas{y: top, row: -1, shapes: make([]Shape, 0, p.shapes+8)}
	p.figure.head(&c)
	rows := c.y
	for i := first; i < last; i++ {
		c.row = i
		p.figure.row(&c, i)
	}
	c.row = -1
	p.figure.foot(&c, rows)
	return Drawing{Shapes: c.shapes, Bottom: c.y}
}
