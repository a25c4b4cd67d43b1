package chart

// frame divides the width of a chart whose rows stand one below the other: names on the left, columns of figures, and
// the plot. Without room for a plot beside them, the names go above; without room beside the figures, they do too.
type frame struct {
	look    *Look
	names   [][]Block // of each row
	columns []column
	left    float64 // of the plot
	right   float64
	above   bool // names are above their rows
	below   bool // the plot is below the figures
}

// column is a column of figures, ranged right.
type column struct {
	head  []Block
	cells [][]Block // of each row
	right float64
}

// room is what a frame needs beside names and figures.
type room struct {
	least float64 // width of the narrowest useful plot
	tail  float64 // right of the plot, for labels
}

const (
	nameShare = 0.40 // of the width, at most, for names
	figureGap = 10   // between columns of figures
)

// newFrame sets the names of a chart's rows, and its figures under their heads: a word per row in each column.
func newFrame(rows []Row, look *Look, heads []Words, cells func(row Row, column int) Words, need room) *frame {
	f := &frame{look: look}
	figures := 0.0
	const narrow = 7.2 // a head wraps at this width, in ems, or at that of its figures
	most := look.Width / float64(len(heads)+1)
	for i, head := range heads {
		var col column
		width := min(most, float64(narrow*look.Micro))
		for _, r := range rows {
			cell := look.figure(most, cells(r, i), Style{Size: look.Small, Ink: Ordinary})
			col.cells = append(col.cells, cell)
			width = max(width, broadest(cell))
		}
		col.head = look.figure(width, head, Style{Size: look.Micro, Ink: Muted})
		width = broadest(col.head)
		for _, cell := range col.cells {
			width = max(width, broadest(cell))
		}
		figures += width + figureGap
		col.right = figures - figureGap
		f.columns = append(f.columns, col)
	}
	name := f.divide(rows, figures, need)
	for _, r := range rows {
		f.names = append(f.names, look.name(name, r.Name))
	}
	return f
}

// divide places the columns and the plot, and returns the width of names.
func (f *frame) divide(rows []Row, figures float64, need room) (name float64) {
	width := f.look.Width
	var natural float64
	for _, r := range rows {
		natural = max(natural, broadest(f.look.name(float64(nameShare*width), r.Name)))
	}
	shift := natural + cellGap
	if f.above = width-shift-figures-need.tail < need.least; f.above {
		shift, natural = 0, width
	}
	for i := range f.columns {
		f.columns[i].right += shift
	}
	f.left, f.right = shift+figures, width-need.tail
	if f.below = f.above && len(f.columns) > 0 && f.right-f.left < need.least/2; f.below {
		f.left = 0
	}
	return natural
}

// head draws the heads of the columns, bottom up, and returns the baseline for labels of the plot's axis.
func (f *frame) head(c *canvas) (base float64) {
	h := f.look.lead(f.look.Micro)
	for _, col := range f.columns {
		h = max(h, tall(col.head))
	}
	for _, col := range f.columns {
		c.stack(col.head, col.right, c.y+h-tall(col.head), 1)
	}
	c.y += f.look.whole(h)
	return c.y - f.look.Foot
}

// axis labels the ticks of a scale at a baseline, and leaves out labels that would touch the one before.
func (f *frame) axis(c *canvas, s *scale, base float64) {
	free := s.left - f.look.Micro
	for _, t := range s.ticks {
		x, _ := s.at(t)
		b := f.look.Set(f.look.Width, Part{tickWords(t), Style{Size: f.look.Micro, Ink: Muted, Lang: f.look.main()}})
		half := float64(b.Width(0) / 2)
		if from := min(x-half, f.look.Width-float64(2*half)); from > free {
			c.center(b, 0, x, base, f.look.Width)
			free = from + float64(2*half) + 3
		}
	}
}

// rule draws a fine line below a header.
func (f *frame) rule(c *canvas) {
	c.across(0, c.y, f.look.Width, 0.5, Rule)
	c.y += f.look.Unit
}

// row draws the name and the figures of a row, and returns the middle of its plot. The row is at least deep high there.
func (f *frame) row(c *canvas, i int, deep float64) (mid float64) {
	y, line := c.y, max(f.look.lead(f.look.Small), deep)
	h := c.stack(f.names[i], 0, y, 0)
	if f.above {
		y, h = y+h, 0
	}
	figures := 0.0
	for _, col := range f.columns {
		figures = max(figures, c.stack(col.cells[i], col.right, y, 1))
	}
	if f.below {
		y += figures
		figures = 0
	}
	c.y = f.look.whole(y+max(h, figures, line)) + f.look.Unit
	return y + float64(f.look.lead(f.look.Small)/2)
}
