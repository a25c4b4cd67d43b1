package chart

// Ink is what a colour is for.
type Ink uint8

// The inks.
const (
	Ordinary Ink = iota // running text
	Muted               // what explains, and second languages
	Accent
	Rule  // fine lines
	Paper // the ground
	Light // of bars: the accent, a quarter paper
	Pale  // of marks that step back: the accent, three quarters paper
)

// Form is what a shape is.
type Form uint8

// The forms. All but Text fill the box X, Y, W, H, or cross it.
const (
	Text    Form = iota + 1
	Line         // from X, Y to X+W, Y+H
	Fill         // a rectangle
	Dot          // a disc
	Diamond      // a square on its corner
)

// Shape is one mark of a drawing. Lengths count from its left edge, and down.
type Shape struct {
	Form       Form
	Ink        Ink // of a text, its block knows
	Row        int // index of the chart's rows, of the one that it is part of; -1 for none
	X, Y, W, H float64
	Weight     float64 // of a line
	Dash       float64 // of a line: how long its dashes, and the gaps between them, are; 0 for a whole line

	Block  Block   // of a text: its line of index Line has its baseline at Y
	Line   int     // of a text
	Anchor float64 // of a text: what part of its width is left of X: 0, 0.5 or 1
}

// Drawing is the shapes of one figure, in the order of reading.
type Drawing struct {
	Shapes []Shape
	Bottom float64 // where it ends, counted from where its top was
}

// canvas is a drawing under way.
type canvas struct {
	shapes []Shape
	y      float64 // how far down it is filled
	row    int     // that is being drawn; -1 for none
}

func (c *canvas) add(s Shape) {
	s.Row = c.row
	c.shapes = append(c.shapes, s)
}

// line adds line i of a label with its baseline at y.
func (c *canvas) line(b Block, i int, x, y, anchor float64) {
	if i < b.Lines() {
		c.add(Shape{Form: Text, X: x, Y: y, Block: b, Line: i, Anchor: anchor})
	}
}

// put adds a label below y.
func (c *canvas) put(b Block, x, y float64) {
	for i := range b.Lines() {
		c.line(b, i, x, baseline(b, i, y), 0)
	}
}

// stack adds labels one below the other, from y on, and returns their height.
func (c *canvas) stack(blocks []Block, x, y float64) float64 {
	from := y
	for _, b := range blocks {
		c.put(b, x, y)
		y += height(b)
	}
	return y - from
}
