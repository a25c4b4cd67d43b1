package briefing

import (
	"slices"
	"strings"
)

// sketch is a drawing under way. Everything on it belongs to one Figure, which is described in words.
type sketch struct {
	b      *builder
	node   *Node
	items  []Item
	height float64
	parts  []string        // of the description, in the first language
	labels strings.Builder // all that is to be read on it, in the order it is drawn
}

// chart draws a figure under a title in every language. Draw adds to it from c.height down.
func (b *builder) chart(s say, draw func(c *sketch)) {
	b.breathe()
	c := &sketch{b: b, items: b.drawn[:0]}
	c.node = b.within("Figure", func() {})
	var pieces []piece
	for i, w := range b.words {
		st := style{size: b.t.Small, bold: true, ink: b.colors.Ink, lang: w.Lang()}
		t := s(w)
		if i > 0 {
			st, t = style{size: b.t.Micro, ink: b.colors.Muted, lang: w.Lang()}, "  "+t
		}
		pieces = append(pieces, piece{t, st})
	}
	title := b.measure(b.t.width(), pieces...)
	c.put(title, 0, 0)
	c.height = title.height() + b.t.units(2)
	draw(c)
	main := b.words[0]
	c.node.Lang, c.node.says = main.Lang(), c.labels.String()
	c.node.Alt = main.Label(s(main), strings.Join(c.parts, main.Phrase("list.semicolon")))
	b.drawn = c.items
	b.add(slab{height: c.height, items: slices.Clone(c.items), float: true})
	b.gap(4)
}

func (c *sketch) add(it Item) {
	it.Node = c.node
	c.items = append(c.items, it)
}

// put adds a label below y.
func (c *sketch) put(l lines, x, y float64) {
	for i := range l.rows {
		c.line(&l, i, x, l.baseline(i, y))
	}
	c.reads(&l)
}

// line adds line i of a label, with its left end at x and its baseline at y.
func (c *sketch) line(l *lines, i int, x, y float64) {
	from := len(c.items)
	c.items = l.appendLine(c.items, i, x, y)
	for i := range c.items[from:] {
		c.items[from+i].Node = c.node
	}
}

// reads notes what a label says.
func (c *sketch) reads(l *lines) {
	for i := range l.pieces {
		c.labels.WriteString(l.pieces[i].text)
	}
}

// say adds a part to the description of the chart.
func (c *sketch) say(label, value string) {
	c.parts = append(c.parts, strings.TrimSpace(label+" "+value))
}

// label sets a text in every language, one below the other, in a column, and returns its height.
func (c *sketch) label(x, y, width float64, s say) float64 {
	from := y
	for i, w := range c.b.words {
		l := c.b.measure(width, piece{s(w), c.b.cellStyle(i, w)})
		c.put(l, x, y)
		y += l.height()
	}
	return y - from
}

// text sets one line with its baseline at y: from x, or up to x.
func (c *sketch) text(x, y float64, s string, st style, right bool) float64 {
	l := c.b.measure(c.b.t.width(), piece{s, st})
	if len(l.rows) == 0 {
		return 0
	}
	width := l.rows[0].Width
	if right {
		x -= width
	}
	c.line(&l, 0, x, y)
	c.reads(&l)
	return width
}

// charts draws n rows, on as many charts under the same title as they need, with about as many rows each. End, if
// there is one, closes a chart whose rows began at some height.
func (b *builder) charts(title say, n int, row func(c *sketch, i int), end func(c *sketch, top float64)) {
	b.chartsOf(title, n, rowsOf{head: func(*sketch) {}, row: row, end: end})
}

// rowsOf are what charts of rows are made of: head comes above the rows of each chart.
type rowsOf struct {
	head func(c *sketch)
	row  func(c *sketch, i int)
	end  func(c *sketch, top float64)
}

func (b *builder) chartsOf(title say, n int, of rowsOf) {
	row, end := of.row, of.end
	trial := &sketch{b: b, node: &Node{}, items: b.drawn[:0]}
	of.head(trial)
	head, highest := trial.height, 0.0
	for i := range n {
		from := trial.height
		row(trial, i)
		highest = max(highest, trial.height-from)
	}
	room := maxChart*b.t.height() - b.t.units(8) // the title's lines
	each := n
	if trial.height > room {
		each = max(1, int((room-head)/highest))
	}
	parts := (n + each - 1) / each
	for part := range parts {
		b.chart(title, func(c *sketch) {
			of.head(c)
			top := c.height
			for i := part * n / parts; i < (part+1)*n/parts; i++ {
				row(c, i)
			}
			if end != nil {
				end(c, top)
			}
		})
	}
}
