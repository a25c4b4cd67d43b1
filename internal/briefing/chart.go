package briefing

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// chart is a drawing under way. Everything on it belongs to one Figure, which is described in words.
type chart struct {
	b      *builder
	node   *Node
	items  []Item
	height float64
	parts  []string        // of the description, in the first language
	labels strings.Builder // all that is to be read on it, in the order it is drawn
}

// chart draws a figure under a title in every language. Draw adds to it from c.height down.
func (b *builder) chart(s say, draw func(c *chart)) {
	b.breathe()
	c := &chart{b: b, items: b.drawn[:0]}
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

func (c *chart) add(it Item) {
	it.Node = c.node
	c.items = append(c.items, it)
}

// put adds a label below y.
func (c *chart) put(l lines, x, y float64) {
	for i := range l.rows {
		c.line(&l, i, x, l.baseline(i, y))
	}
	c.reads(&l)
}

// line adds line i of a label, with its left end at x and its baseline at y.
func (c *chart) line(l *lines, i int, x, y float64) {
	from := len(c.items)
	c.items = l.appendLine(c.items, i, x, y)
	for i := range c.items[from:] {
		c.items[from+i].Node = c.node
	}
}

// reads notes what a label says.
func (c *chart) reads(l *lines) {
	for i := range l.pieces {
		c.labels.WriteString(l.pieces[i].text)
	}
}

// say adds a part to the description of the chart.
func (c *chart) say(label, value string) {
	c.parts = append(c.parts, strings.TrimSpace(label+" "+value))
}

// label sets a text in every language, one below the other, in a column, and returns its height.
func (c *chart) label(x, y, width float64, s say) float64 {
	from := y
	for i, w := range c.b.words {
		l := c.b.measure(width, piece{s(w), c.b.cellStyle(i, w)})
		c.put(l, x, y)
		y += l.height()
	}
	return y - from
}

// text sets one line with its baseline at y: from x, or up to x.
func (c *chart) text(x, y float64, s string, st style, right bool) float64 {
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

// bar is a row of a bar chart.
type bar struct {
	label  say
	value  decimal.Decimal
	text   string           // the value in words of the first language, beside the bar
	also   string           // in words of the second, if they differ
	target *decimal.Decimal // marked across the bar, if there is one
	note   string           // what else stands beside it, as the target in words
	noted  string           // the same in the second language
}

// maxChart is the share of a page that a chart fills at most. Where it does not fit below the rest, what follows it goes
// first, so that it leaves no hole.
const maxChart = 0.6

// charts draws n rows, on as many charts under the same title as they need, with about as many rows each. End, if
// there is one, closes a chart whose rows began at some height.
func (b *builder) charts(title say, n int, row func(c *chart, i int), end func(c *chart, top float64)) {
	b.chartsOf(title, n, rowsOf{head: func(*chart) {}, row: row, end: end})
}

// rowsOf are what charts of rows are made of: head comes above the rows of each chart.
type rowsOf struct {
	head func(c *chart)
	row  func(c *chart, i int)
	end  func(c *chart, top float64)
}

func (b *builder) chartsOf(title say, n int, of rowsOf) {
	row, end := of.row, of.end
	trial := &chart{b: b, node: &Node{}, items: b.drawn[:0]}
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
		b.chart(title, func(c *chart) {
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

// barCharts draws a row for each value from a common line at zero. A bar more than five times as long as all the others
// is broken, so that they can still be told apart: a gap in it says so, as does a line below the chart, and its value
// stands beside it. Captions are further lines there.
func (b *builder) barCharts(title say, rows []bar, captions ...say) {
	a, ok := b.axis(rows)
	if !ok {
		return
	}
	if slices.ContainsFunc(rows, a.breaks) {
		captions = append(captions, phrase("figure.chart.broken"))
	}
	b.charts(title, len(rows), func(c *chart, i int) { c.bar(rows[i], a) }, func(c *chart, top float64) {
		c.add(Item{Shape: Line, X: a.zero, Y: top - 3, H: c.height - top, Ink: b.colors.Muted, Size: 0.7})
		for _, s := range captions {
			c.caption(s)
		}
	})
}

// breaks reports whether a bar is too long to be drawn whole.
func (a axis) breaks(r bar) bool { return r.value.Abs().GreaterThan(a.limit) }

// caption sets what a reader must know to read the chart, below it, and says it in the description.
func (c *chart) caption(s say) {
	var pieces []piece
	for i, w := range c.b.words {
		t := s(w)
		if i > 0 {
			t = "  " + t
		}
		pieces = append(pieces, piece{t, style{size: c.b.t.Micro, ink: c.b.colors.Muted, lang: w.Lang()}})
	}
	l := c.b.measure(c.b.t.width(), pieces...)
	c.put(l, 0, c.height)
	c.height += l.height()
	c.say("", s(c.b.words[0]))
}

// axis is where bars start and how long they are.
type axis struct {
	zero  float64 // from the left edge
	back  float64 // room for bars that point to the left
	room  float64 // room for bars that point to the right
	unit  float64 // points per unit of value
	limit decimal.Decimal
}

// axis divides the width between labels, bars and the values beside them. It reports false if the values leave
// no room for bars.
func (b *builder) axis(rows []bar) (axis, bool) {
	const column, least = 0.36, 80
	limit, negative := scale(rows)
	values := 0.0
	for _, r := range rows {
		l := b.measure(b.t.width(), b.barText(r)...)
		values = max(values, l.widest())
	}
	a := axis{zero: column * b.t.width(), limit: limit}
	a.room = b.t.width() - a.zero - values - 2*barGap
	if a.room < least {
		return a, false
	}
	if negative {
		a.back = 0.35 * a.room
		a.room -= a.back
		a.zero += a.back
	}
	a.unit = a.room / limit.InexactFloat64()
	return a, true
}

const barGap = 6 // between a bar and its value

func (b *builder) barText(r bar) []piece {
	st := style{size: b.t.Micro, bold: true, ink: b.colors.Ink, lang: b.words[0].Lang()}
	note := st
	note.bold, note.ink = false, b.colors.Muted
	pieces := []piece{{r.text, st}}
	if r.also != "" && r.also != r.text {
		also := note
		also.lang = b.words[len(b.words)-1].Lang()
		pieces = append(pieces, piece{"  " + r.also, also})
	}
	if r.note != "" {
		pieces = append(pieces, piece{"  " + r.note, note})
	}
	if r.noted != "" {
		note.lang = b.words[len(b.words)-1].Lang()
		pieces = append(pieces, piece{"  " + r.noted, note})
	}
	return pieces
}

// reach is how far from zero a value is drawn, cut to the room there is.
func (a axis) reach(v decimal.Decimal) float64 {
	return max(-a.back, min(v.InexactFloat64()*a.unit, a.room))
}

func (c *chart) bar(r bar, a axis) {
	const thick = 9
	b, y := c.b, c.height
	h := c.label(0, y, a.zero-a.back-cellGap, r.label)
	line := b.t.lead(b.t.Small)
	mid := y + line/2
	to := a.reach(r.value)
	c.add(Item{Shape: Fill, X: a.zero + min(to, 0), Y: mid - thick/2, W: max(to, -to), H: thick, Ink: b.colors.Accent.tint(0.25, b.colors.Paper)})
	if a.breaks(r) {
		c.add(Item{Shape: Fill, X: a.zero + to*0.8, Y: mid - thick/2 - 1, W: 4, H: thick + 2, Ink: b.colors.Paper})
	}
	end := max(to, 0)
	if r.target != nil {
		mark := a.reach(*r.target)
		c.add(Item{Shape: Fill, X: a.zero + mark - 1, Y: mid - thick/2 - 4, W: 2, H: thick + 8, Ink: b.colors.Ink})
		end = max(end, mark)
	}
	beside := b.measure(b.t.width(), b.barText(r)...)
	c.line(&beside, 0, a.zero+end+barGap, y+line-b.t.foot())
	c.reads(&beside)
	c.say(r.label(b.words[0]), strings.TrimSpace(r.text+" "+r.note))
	c.height = y + h + b.t.units(1)
}

// scale is the value a whole bar stands for, and whether some bar points the other way.
func scale(rows []bar) (limit decimal.Decimal, negative bool) {
	var first, second decimal.Decimal
	for _, r := range rows {
		v := r.value.Abs()
		if r.target != nil {
			v = decimal.Max(v, r.target.Abs())
			negative = negative || r.target.IsNegative()
		}
		negative = negative || r.value.IsNegative()
		switch {
		case v.GreaterThan(first):
			first, second = v, first
		case v.GreaterThan(second):
			second = v
		}
	}
	const far = 5
	if many := second.Mul(decimal.NewFromInt(far)); second.IsPositive() && first.GreaterThan(many) {
		return second.Mul(decimal.RequireFromString("1.25")), negative
	}
	if first.IsZero() {
		return decimal.NewFromInt(1), negative
	}
	return first, negative
}
