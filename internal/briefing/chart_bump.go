package briefing

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// What a bump chart can show.
const (
	mostLines = 6  // more lines than this cannot be told apart without colour
	mostRows  = 12 // from the highest to the lowest position
)

// bumpCharts draws the positions over the periods: those of one scope as lines that cross, where a chart can show all of
// them, the others on a strip of their own each.
func (b *builder) bumpCharts() {
	var strips []edition.Ranking
	for _, scope := range b.e.Area.Scopes {
		ranked := slices.DeleteFunc(slices.Clone(b.e.Rankings), func(r edition.Ranking) bool {
			return r.Scope.Code != scope.Code || valued(r.Earlier) == 0 || !r.Fact.Status.HasValue() || r.Fact.Period != b.e.Period
		})
		if g, ok := b.bump(ranked); ok {
			b.chart(func(w *locale.Words) string { return w.Fill("figure.chart.bump.scope", scope.Name) }, g.draw)
		} else {
			strips = append(strips, ranked...)
		}
	}
	b.bumpStrips(strips)
}

// bump is a chart of positions: a line a ranking, a column a period, a row a position.
type bump struct {
	*builder
	lines     []bumpLine
	low, high int     // positions
	top, step float64 // of the rows
}

// bumpLine is a ranking with its fact of every period; nil, or without a value, where there is none.
type bumpLine struct {
	edition.Ranking
	facts []*stat.Fact
}

// at is the position in a period; 0 if there is none.
func (l bumpLine) at(period int) int {
	if f := l.facts[period]; f != nil && f.Status.HasValue() {
		return int(f.Quantity.Value.IntPart())
	}
	return 0
}

// bump is the chart of the rankings of one scope; not ok if there are too few to compare, or more than it can show.
func (b *builder) bump(ranked []edition.Ranking) (g *bump, ok bool) {
	g = &bump{builder: b}
	for _, r := range ranked {
		l := bumpLine{r, append(slices.Clone(r.Earlier), r.Fact)}
		for i := range l.facts {
			if n := l.at(i); n > 0 {
				g.low, g.high = min(cmp.Or(g.low, n), n), max(g.high, n)
			}
		}
		g.lines = append(g.lines, l)
	}
	return g, len(ranked) > 1 && len(ranked) <= mostLines && g.high-g.low < mostRows
}

// The width of a bump chart: names at both sides, and the columns between them.
const (
	bumpNames = 0.25
	bumpEdge  = discRadius + 14 // from the names to the first column, and from the last to the names
)

// column is where the i-th period stands, and how far it is from one to the next.
func (g *bump) column(i int) (x, step float64) {
	left := bumpNames*g.t.width() + bumpEdge
	step = (g.t.width() - 2*left) / float64(max(1, len(g.e.Periods)-1))
	return left + step*float64(i), step
}

// row is how far down a position stands.
func (g *bump) row(position int) float64 { return g.top + (float64(position-g.low)+0.5)*g.step }

// draw sets the periods above the lines, and the name of every line at both of its ends.
func (g *bump) draw(c *sketch) {
	c.periods(g.e.Periods, g.column)
	last := len(g.e.Periods) - 1
	starts, ends := g.names(0), g.names(last)
	rows := float64(g.high - g.low + 1)
	high := max(heightOf(starts), heightOf(ends))
	g.top, g.step = c.height, max(g.t.whole(2*discRadius+4), g.t.whole(high/rows))
	c.height += max(high, rows*g.step)
	g.label(c, starts, 0)
	g.label(c, ends, last)
	for i := range g.lines {
		g.course(c, i)
	}
	for i := range g.lines {
		g.positions(c, i)
	}
}

// bumpName is the name of a line beside its first or last position.
type bumpName struct {
	line     int
	position int
	text     []lines // in every language
	height   float64 // with what sets it apart from the next
	y        float64
}

func heightOf(names []bumpName) float64 {
	h := 0.0
	for _, n := range names {
		h += n.height
	}
	return h
}

// names are those of the lines that have a position in a period, from the first position on.
func (g *bump) names(period int) []bumpName {
	var names []bumpName
	for i, l := range g.lines {
		if l.at(period) == 0 {
			continue
		}
		n := bumpName{line: i, position: l.at(period), height: g.t.unit()}
		for j, w := range g.words {
			t := g.measure(bumpNames*g.t.width(), piece{w.Text(l.Indicator.Name), g.cellStyle(j, w)})
			n.text = append(n.text, t)
			n.height += t.height()
		}
		names = append(names, n)
	}
	slices.SortStableFunc(names, func(a, b bumpName) int { return cmp.Compare(a.position, b.position) })
	return names
}

// label sets names beside a column, each as near to its position as the others let it, and ties it to its disc.
func (g *bump) label(c *sketch, names []bumpName, period int) {
	free := g.top
	for i := range names {
		ideal := g.row(names[i].position) - names[i].height/2
		names[i].y = max(free, g.top+math.Round((ideal-g.top)/g.t.unit())*g.t.unit())
		free = names[i].y + names[i].height
	}
	foot := c.height
	for i := len(names) - 1; i >= 0; i-- {
		names[i].y = min(names[i].y, foot-names[i].height)
		foot = names[i].y
	}
	for _, n := range names {
		g.tie(c, n, period)
	}
}

// tie sets a name and draws a fine line from it to its position.
func (g *bump) tie(c *sketch, n bumpName, period int) {
	const air = 3
	x, from, y := 0.0, 0.0, n.y
	if period > 0 {
		x = (1 - bumpNames) * g.t.width()
		from = x - air
	}
	for _, l := range n.text {
		if period == 0 {
			from = max(from, l.widest()+air)
		}
		c.put(l, x, y)
		y += l.height()
	}
	to, row := g.place(n.line, period)
	middle := (n.y + y) / 2
	if at, _ := g.column(period); at != to && (period > 0) == (to < at) { // behind the mark of another line
		row += math.Copysign(discRadius, middle-row)
	}
	c.add(Item{Shape: Line, X: from, Y: middle, W: to - from, H: row - middle, Ink: g.colors.Rule, Size: hairline})
}

// place is where a line stands in a period: where several have one position, side by side.
func (g *bump) place(line, period int) (x, y float64) {
	position, before, all := g.lines[line].at(period), 0, 0
	for i, l := range g.lines {
		if l.at(period) != position {
			continue
		}
		if all++; i < line {
			before++
		}
	}
	x, step := g.column(period)
	apart := min(2*discRadius+2, step/float64(all))
	return x + (float64(before)-float64(all-1)/2)*apart, g.row(position)
}

// course draws a line from position to position; a period without one parts it.
func (g *bump) course(c *sketch, line int) {
	st := g.look(line)
	for i := 1; i < len(g.e.Periods); i++ {
		if l := g.lines[line]; l.at(i-1) == 0 || l.at(i) == 0 {
			continue
		}
		x, y := g.place(line, i-1)
		to, down := g.place(line, i)
		c.add(Item{Shape: Line, X: x, Y: y, W: to - x, H: down - y, Ink: st.ink, Size: st.weight, Dash: st.dash})
	}
}

// bumpLook is how a line and its marks look.
type bumpLook struct {
	disc
	dash, weight float64
	ink          Color
}

// look tells lines that cross apart without colour: by shape and dashes, and by dark and light.
func (g *bump) look(line int) bumpLook {
	l := []bumpLook{{disc: disc{shape: Dot}, weight: 1.4}, {disc: disc{shape: Fill}, weight: 1, dash: 4}, {disc: disc{shape: Diamond}, weight: 1, dash: 1.5}}[line%3]
	l.ink, l.fill, l.number = g.colors.Accent, g.colors.Accent, g.colors.Paper
	if line%2 > 0 {
		l.ink, l.fill, l.number = g.colors.Muted, g.colors.Accent.tint(0.75, g.colors.Paper), g.colors.Ink
	}
	return l
}

// positions draws a mark on every position of a line, and says them.
func (g *bump) positions(c *sketch, line int) {
	w := g.words[0]
	var said []string
	for i, f := range g.lines[line].facts {
		if g.lines[line].at(i) == 0 {
			continue
		}
		x, y := g.place(line, i)
		c.position(x, y, g.look(line).disc, f)
		said = append(said, w.Label(w.Period(f.Period), g.figure(w, f, locale.FormPlain)))
	}
	c.say(w.Text(g.lines[line].Indicator.Name), strings.Join(said, w.Phrase("list.comma")))
}

const discRadius = 7 // of a position

// disc is how the disc of a position looks.
type disc struct {
	shape        Shape
	fill, number Color
}

// position draws a position as its number on a mark around a point: filled if it is final, open if it is only expected.
func (c *sketch) position(x, y float64, d disc, f *stat.Fact) {
	b := c.b
	around := func(radius float64, ink Color) Item {
		return Item{Shape: d.shape, X: x - radius, Y: y - radius, W: 2 * radius, H: 2 * radius, Ink: ink}
	}
	// All have about the same area.
	radius := map[Shape]float64{Dot: discRadius, Fill: 0.89 * discRadius, Diamond: 1.25 * discRadius}[d.shape]
	if f.Status == stat.Forecast {
		c.add(around(radius, b.colors.Accent))
		radius, d.fill, d.number = radius-1, b.colors.Paper, b.colors.Accent
	}
	c.add(around(radius, d.fill))
	st := style{size: b.t.Micro, bold: true, ink: d.number, lang: b.words[0].Lang()}
	number := f.Quantity.Value.String()
	width := b.faces.of(true).Width(number) * st.size
	c.text(x-width/2, y+0.36*st.size, number, st, false)
}
