package briefing

import (
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// trendChart draws the growth of each headline indicator over the periods on a strip of its own: a dot a period on a
// common scale around zero, the value above it. Strips need no legend and no colour to be told apart.
func (b *builder) trendChart(trends []edition.Trend) {
	var shown []edition.Trend
	for _, t := range trends {
		if t.Indicator.Headline {
			shown = append(shown, t)
		}
	}
	if len(shown) == 0 || len(b.e.Periods) < 2 {
		return
	}
	heads := func(c *sketch) { c.periods(b.e.Periods, b.stripPlace) }
	b.chartsOf(phrase("figure.chart.trend"), len(shown), rowsOf{head: heads, row: func(c *sketch, i int) {
		name := text(shown[i].Indicator.Name)
		if unit := pointsOf(shown[i].Growth); unit != "" {
			name = func(w *locale.Words) string {
				return w.Text(shown[i].Indicator.Name) + w.Parenthesis(w.Unit(unit, 0))
			}
		}
		c.course(name, shown[i].Growth, false)
	}})
}

// bumpStrips draws positions over the periods, a strip an indicator with the first position on top.
func (b *builder) bumpStrips(shown []edition.Ranking) {
	if len(shown) == 0 {
		return
	}
	heads := func(c *sketch) { c.periods(b.e.Periods, b.stripPlace) }
	b.chartsOf(phrase("figure.chart.bump"), len(shown), rowsOf{head: heads, row: func(c *sketch, i int) {
		r := shown[i]
		c.course(ranked(r), slices.Concat(r.Earlier, []*stat.Fact{r.Fact}), true)
	}})
}

// The parts of a strip: what it is of, then a place for each period.
const (
	courseNames = 0.30
	courseEdge  = 30 // from the names to the first place, and from the last to the edge
)

// stripPlace is how far from the left the i-th of the edition's periods stands on a strip, and how far it is from one to
// the next.
func (b *builder) stripPlace(i int) (x, step float64) {
	left := courseNames*b.t.width() + courseEdge
	step = (b.t.width() - left - courseEdge) / float64(max(1, len(b.e.Periods)-1))
	return left + step*float64(i), step
}

// periods heads the places that a chart has for each of them.
func (c *sketch) periods(periods []stat.Period, place func(i int) (x, step float64)) {
	deepest := 0.0
	for i, p := range periods {
		x, step := place(i)
		y := c.height
		for _, w := range c.b.words {
			l := c.b.measure(step-cellGap, piece{w.Period(p), style{size: c.b.t.Micro, ink: c.b.colors.Muted, lang: w.Lang()}})
			for i := range l.rows {
				width := l.rows[i].Width
				c.line(&l, i, min(x-width/2, c.b.t.width()-width), l.baseline(i, y))
			}
			c.reads(&l)
			y += l.height()
		}
		deepest = max(deepest, y-c.height)
	}
	c.height += deepest + c.b.t.unit()
}

// course draws the values of one series from left to right below their figures, each dot as high as its value between
// the lowest and the highest of the series, upside down where less is better.
func (c *sketch) course(name say, facts []*stat.Fact, reversed bool) {
	const radius = 2.5
	b, w, y := c.b, c.b.words[0], c.height
	st := style{size: b.t.Small, ink: b.colors.Ink, lang: w.Lang()}
	top, strip := y+b.t.lead(b.t.Small)+radius, b.t.units(3)
	h := max(c.label(0, y, courseNames*b.t.width()-cellGap, name), b.t.lead(b.t.Small)+b.t.units(5)) + b.t.unit()
	low, high := extent(facts)
	form := locale.FormPlain
	if pointsOf(facts) != "" {
		form = locale.FormBare // the name has the unit
	}
	var said []string
	var before *Item
	for i, f := range facts {
		if f == nil || !f.Status.HasValue() {
			before = nil // a gap
			continue
		}
		x, step := b.stripPlace(i)
		at := top + depth(f, low, high, reversed)*strip
		dot := Item{Shape: Dot, X: x - radius, Y: at - radius, W: 2 * radius, H: 2 * radius, Ink: b.colors.Accent}
		if before != nil {
			c.add(Item{Shape: Line, X: before.X + radius, Y: before.Y + radius, W: dot.X - before.X, H: dot.Y - before.Y, Ink: b.colors.Muted, Size: 0.7})
		}
		c.add(dot)
		before = &dot
		figure := b.figure(w, f, form)
		l := b.measure(step, piece{figure, st})
		c.put(l, min(x-l.widest()/2, b.t.width()-l.widest()), y)
		said = append(said, w.Label(w.Period(f.Period), figure))
	}
	c.say(name(w), strings.Join(said, w.Phrase("list.comma")))
	c.height = y + h
}

// depth is how far down a value stands: 0 on top, 1 at the bottom, half where all are the same.
func depth(f *stat.Fact, low, high float64, reversed bool) float64 {
	switch v := f.Quantity.Base().InexactFloat64(); {
	case high <= low:
		return 0.5
	case reversed:
		return (v - low) / (high - low)
	default:
		return (high - v) / (high - low)
	}
}

// extent is the lowest and the highest value of a series.
func extent(facts []*stat.Fact) (low, high float64) {
	first := true
	for _, f := range facts {
		if f == nil || !f.Status.HasValue() {
			continue
		}
		v := f.Quantity.Base().InexactFloat64()
		if first || v < low {
			low = v
		}
		if first || v > high {
			high = v
		}
		first = false
	}
	return low, high
}
