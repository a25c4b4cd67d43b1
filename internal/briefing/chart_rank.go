package briefing

import (
	"strconv"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// ladder draws every position on a ladder of its own: a disc with the number on the rung reached, small dots on
// the others. It ends at the tenth rung, or at the lowest position there is.
func (b *builder) ladder() {
	const most = 40 // more rungs than this cannot be told apart
	rungs := 10
	var ranked []edition.Ranking
	for _, r := range b.e.Rankings {
		if position := r.Fact.Quantity.Value.IntPart(); r.Fact.Status.HasValue() && position >= 1 && position <= most {
			ranked = append(ranked, r)
			rungs = max(rungs, int(position))
		}
	}
	if len(ranked) < 2 {
		return
	}
	b.chartsOf(phrase("figure.chart.ladder"), len(ranked), rowsOf{
		head: func(c *chart) { c.rungNumbers(rungs) }, row: func(c *chart, i int) { c.rungs(ranked[i], rungs) },
	})
}

// ladderAt is where the first of some rungs stands, and how far it is from one to the next.
func (b *builder) ladderAt(rungs int) (left, step float64) {
	const column = 0.5 // share of the width for what was ranked
	left = column * b.t.width()
	return left, (b.t.width() - left - 10) / float64(rungs-1)
}

// rungNumbers numbers the first rung and every fifth, or tenth where there are many.
func (c *chart) rungNumbers(rungs int) {
	b := c.b
	left, step := b.ladderAt(rungs)
	every := 5
	if rungs > 20 {
		every = 10
	}
	st := style{size: b.t.Micro, ink: b.colors.Muted, lang: b.words[0].Lang()}
	for rung := 1; rung <= rungs; rung++ {
		if rung == 1 || rung%every == 0 {
			number := strconv.Itoa(rung)
			width := b.faces.of(false).Width(number) * st.size
			c.text(left+step*float64(rung-1)-width/2, c.height+b.t.lead(st.size)-b.t.foot(), number, st, false)
		}
	}
	c.height += b.t.lead(st.size)
}

func (c *chart) rungs(r edition.Ranking, rungs int) {
	b, y := c.b, c.height
	left, step := b.ladderAt(rungs)
	h := c.label(0, y, left-cellGap, func(w *locale.Words) string {
		return w.Text(r.Indicator.Name) + w.Parenthesis(w.Text(r.Scope.Name))
	})
	h = max(h, b.t.lead(b.t.Small)+b.t.unit()) // room for the disc
	mid := y + b.t.lead(b.t.Small)/2 + 1
	position := int(r.Fact.Quantity.Value.IntPart())
	c.add(Item{Shape: Line, X: left, Y: mid, W: step * float64(rungs-1), Ink: b.colors.Rule, Size: 0.5})
	for rung := 1; rung <= rungs; rung++ {
		if x := left + step*float64(rung-1); rung != position {
			c.add(Item{Shape: Dot, X: x - 1.3, Y: mid - 1.3, W: 2.6, H: 2.6, Ink: b.colors.Rule})
		}
	}
	c.position(left+step*float64(position-1), mid, disc{Dot, b.colors.Accent, b.colors.Paper}, r.Fact)
	c.say(b.words[0].Text(r.Indicator.Name), b.figure(b.words[0], r.Fact, ""))
	c.height = y + max(h, b.t.whole(2*discRadius)) + b.t.unit()
}

const discRadius = 7 // of a position

// disc is how the disc of a position looks.
type disc struct {
	shape        Shape
	fill, number Color
}

// position draws a position as its number on a mark around a point: filled if it is final, open if it is only expected.
func (c *chart) position(x, y float64, d disc, f *stat.Fact) {
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
