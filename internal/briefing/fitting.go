package briefing

import (
	"math"
	"slices"
)

// measured holds the measurements of a paragraph for fitting: its width on one line, the widths from which it takes
// two, three and four lines, and the height of a line.
type measured struct {
	width  float64
	narrow [3]float64
	lead   float64
}

// lines estimates how many lines the paragraph takes. Long text loses a little space at the end of each line.
func (m *measured) lines(width float64) float64 {
	const loss = 1.06
	if m.width <= width {
		return 1
	}
	for i, w := range m.narrow {
		if w <= width {
			return float64(i + 2)
		}
	}
	return max(float64(len(m.narrow)+2), math.Ceil(loss*m.width/width))
}

// fitting estimates the height of a table for given column widths.
type fitting struct {
	b    *builder
	cols []column
	each []fitColumn
	now  []*fitted // the current state of each column
}

// fitColumn is a column during fitting.
type fitColumn struct {
	least  float64    // minimum width
	cells  []measured // its paragraphs
	ends   []int      // of each sampled row: the end of its paragraphs
	widest float64    // of the paragraphs, each on one line
	whole  []float64  // row heights at that width or more
	is     fitted
	less   [len(stepParts)]fitted // the column after a step that takes width from it
	more   [len(stepParts)]fitted // the column after a step that adds width to it
	memory []float64
}

// fitted is a column at a given width.
type fitted struct {
	width float64   // without the gap beside it
	high  []float64 // text height in each row; nil until needed
	extra float64   // height of all lines after the first
}

// sampled is the number of rows above which only a sample is measured.
const sampled = 150

func (b *builder) fitting(cols []column, rows [][]cell, set []setRow) *fitting {
	f := &fitting{b: b, cols: cols, each: make([]fitColumn, len(cols)), now: make([]*fitted, len(cols))}
	for i := range cols {
		f.each[i] = b.fitColumn(cols, i, rows, set)
		f.measureColumn(i)
	}
	return f
}

// fitColumn measures a column.
func (b *builder) fitColumn(cols []column, i int, rows [][]cell, set []setRow) fitColumn {
	each := 1 + len(rows)/sampled
	c := fitColumn{cells: make([]measured, 0, 2*len(rows)/each+2), ends: make([]int, 0, len(rows)/each+1)}
	var axis axisWidth
	for r := range rows {
		for j, p := range rows[r][i] {
			l := &set[r][i][j]
			m := measured{width: l.widest(), lead: l.lead}
			if len(l.rows) > 1 || m.width > c.least {
				var word float64
				m.width, word = b.widths(p, m.narrow[:])
				c.least = max(c.least, word)
			}
			if r%each == 0 {
				c.cells = append(c.cells, m)
				c.widest = max(c.widest, m.width)
			}
			if cols[i].right && r > 0 {
				axis.add(l, markHang(cols, i))
			}
		}
		if r%each == 0 {
			c.ends = append(c.ends, len(c.cells))
		}
	}
	switch {
	case cols[i].course:
		c.least = leastCourse
	case cols[i].unit, cols[i].right && !cols[i].words:
		c.least = max(c.least, c.shortest())
	}
	if width := axis.width(); width <= b.inner(cols, i) {
		c.least = max(c.least, width)
	}
	return c
}

// leastCourse is the least width of a column of small lines.
const leastCourse = 60

// shortest is the width that sets all short paragraphs of a column on one line each.
func (c *fitColumn) shortest() float64 {
	const short = 48
	var width float64
	for _, m := range c.cells {
		if m.width <= short {
			width = max(width, m.width)
		}
	}
	return width
}

// axisWidth is how far the lines of a column extend on either side of their axis.
type axisWidth struct{ numbers, words reach }

func (a *axisWidth) add(l *lines, hang float64) {
	switch at, to, ok := l.point(hang); {
	case ok && at.number:
		a.numbers = a.numbers.over(to)
	case ok:
		a.words = a.words.over(to)
	}
}

func (a *axisWidth) width() float64 {
	return max(a.numbers.before+a.numbers.after, a.words.before+a.words.after)
}

// measureColumn sets a column to its current width.
func (f *fitting) measureColumn(i int) {
	c := &f.each[i]
	c.memory = c.memory[:0]
	c.less, c.more = [len(stepParts)]fitted{}, [len(stepParts)]fitted{}
	c.is = c.in(f.b.inner(f.cols, i))
	f.now[i] = &c.is
}

// in estimates the heights of a column's cells at a width.
func (c *fitColumn) in(width float64) fitted {
	if width >= c.widest && c.whole != nil {
		return fitted{width: width, high: c.whole}
	}
	if c.memory == nil {
		c.memory = make([]float64, 0, (1+2*len(stepParts))*len(c.ends))
	}
	from := len(c.memory)
	in := fitted{width: width}
	first := 0
	for _, end := range c.ends {
		h := 0.0
		for j := first; j < end; j++ {
			e := &c.cells[j]
			n := e.lines(width)
			h += float64(n * e.lead)
			in.extra += float64((n - 1) * e.lead)
		}
		c.memory = append(c.memory, h)
		first = end
	}
	in.high = c.memory[from:]
	if width >= c.widest {
		c.whole = slices.Clone(in.high)
	}
	return in
}

// height is the height of all sampled rows. A line break in a row that is as high anyway counts for a third, so that
// dates stay whole where little is gained; a broken word counts fully.
func (f *fitting) height() float64 {
	const little, never = 0.35, 1e6
	sum := 0.0
	for r := range f.now[0].high {
		high := 0.0
		for _, c := range f.now {
			if h := c.high[r]; h > high {
				high = h
			}
		}
		sum += high
	}
	for i, c := range f.now {
		sum += float64(little*c.extra) + float64(never*max(0, f.each[i].least-c.width))
	}
	return sum
}

func (f *fitting) spares(s step) bool {
	return f.b.inner(f.cols, s.from)-float64(stepParts[s.size]*f.b.t.width()) >= f.each[s.from].least
}

func (f *fitting) take(s step) {
	f.cols[s.from].part -= stepParts[s.size]
	f.cols[s.to].part += stepParts[s.size]
	f.measureColumn(s.from)
	f.measureColumn(s.to)
}

// after is the height after a step.
func (f *fitting) after(s step) float64 {
	from, to := &f.each[s.from], &f.each[s.to]
	f.now[s.from] = f.stepped(&from.less[s.size], s.from, -stepParts[s.size])
	f.now[s.to] = f.stepped(&to.more[s.size], s.to, stepParts[s.size])
	high := f.height()
	f.now[s.from], f.now[s.to] = &from.is, &to.is
	return high
}

// stepped returns a column whose width is changed by a share of the total.
func (f *fitting) stepped(known *fitted, i int, part float64) *fitted {
	if known.high == nil {
		c := f.cols[i]
		f.cols[i].part += part
		*known = f.each[i].in(f.b.inner(f.cols, i))
		f.cols[i] = c
	}
	return known
}
