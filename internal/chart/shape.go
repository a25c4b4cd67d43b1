package chart

// Ink is the purpose of a colour.
type Ink uint8

// The inks.
const (
	Ordinary Ink = iota // running text
	Muted               // explanations, and second languages
	Accent
	Rule  // fine lines
	Paper // the background
	Light // of bars: the accent, a quarter paper
	Pale  // of background marks: the accent, three quarters paper
	Faint // of tracks: the accent, nine tenths paper
	Good  // of a change for the better
	Bad   // of a change for the worse
)

// Form is the form of a shape.
type Form uint8

// The forms. All but Text fill the box X, Y, W, H, or cross it.
const (
	Text    Form = iota + 1
	Line         // from X, Y to X+W, Y+H
	Fill         // a rectangle
	Dot          // a disc
	Diamond      // a square on its corner
	Up           // a triangle that points up; the others likewise
	Down
	Left
	Right
)

// Shape is one mark of a drawing. Coordinates are measured from its left edge, and down.
type Shape struct {
	Form       Form
	Ink        Ink // for a text, its block has it
	Row        int // index of the chart's row that it belongs to; -1 for none
	X, Y, W, H float64
	Weight     float64 // of a line
	Dash       float64 // of a line: length of its dashes and gaps; 0 for a solid line

	Block  Block   // of a text: its line of index Line has its baseline at Y
	Line   int     // of a text
	Anchor float64 // of a text: share of its width left of X: 0, 0.5 or 1
}

// Drawing holds the shapes of one figure, in reading order.
type Drawing struct {
	Shapes []Shape
	Bottom float64 // its end, measured from the same origin as its top
}

// canvas is a drawing in progress.
type canvas struct {
	shapes []Shape
	y      float64 // how far down it is filled
	row    int     // current row; -1 for none
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

// stack adds labels one below the other, from y, and returns their height.
func (c *canvas) stack(blocks []Block, x, y, anchor float64) float64 {
	from := y
	for _, b := range blocks {
		for i := range b.Lines() {
			c.line(b, i, x, baseline(b, i, y), anchor)
		}
		y += height(b)
	}
	return y - from
}

// center adds line i of a label, centred on x as far as the width allows.
func (c *canvas) center(b Block, i int, x, y, width float64) {
	switch half := float64(b.Width(i) / 2); {
	case x+half > width:
		c.line(b, i, width, y, 1)
	case x < half:
		c.line(b, i, 0, y, 0)
	default:
		c.line(b, i, x, y, 0.5)
	}
}

// around adds a shape around a point.
func (c *canvas) around(form Form, x, y, radius float64, ink Ink) {
	c.add(Shape{Form: form, X: x - radius, Y: y - radius, W: 2 * radius, H: 2 * radius, Ink: ink})
}

// across adds a level line.
func (c *canvas) across(x, y, width, weight float64, ink Ink) {
	c.add(Shape{Form: Line, X: x, Y: y, W: width, Ink: ink, Weight: weight})
}
