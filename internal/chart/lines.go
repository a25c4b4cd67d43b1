package chart

import "github.com/shopspring/decimal"

// lines has a row per series: its values in columns, one per step, and its course as a line. All courses have one scale,
// unless they are too different.
type lines struct {
	*frame
	rows   []Row
	scales []scale // of each row
	steps  int
	down   bool
}

// sparkHigh is the height of a course, in lines of small type.
const sparkHigh = 1.6

func newLines(c Chart, look *Look) *lines {
	l := &lines{rows: c.Rows, steps: len(c.Steps), down: c.Down}
	heads := make([]Words, len(c.Steps))
	for i, s := range c.Steps {
		heads[i] = s.Name
	}
	l.frame = newFrame(c.Rows, look, heads, func(r Row, step int) Words {
		for _, p := range r.Points {
			if p.Step == step {
				return p.Words
			}
		}
		return nil
	}, room{least: float64(0.18 * look.Width), tail: sparkDot})
	l.scales = scalesOf(c)
	return l
}

// scalesOf returns the scale of each row's course. That of positions needs no zero.
func scalesOf(c Chart) []scale {
	apart := Apart(c)
	all := valuesOf(c.Rows, !c.Down)
	scales := make([]scale, len(c.Rows))
	for i := range c.Rows {
		values := all
		if apart {
			values = valuesOf(c.Rows[i:i+1], !c.Down)
		}
		scales[i] = newScale(values, greatest(values), 3)
	}
	return scales
}

// valuesOf lists the values of rows, and zero if they are compared with it.
func valuesOf(rows []Row, zero bool) []decimal.Decimal {
	var values []decimal.Decimal
	if zero {
		values = append(values, decimal.Zero)
	}
	for _, r := range rows {
		for _, p := range r.Points {
			values = append(values, p.Value)
		}
	}
	return values
}

// greatest is the largest distance of values from zero.
func greatest(values []decimal.Decimal) decimal.Decimal {
	var most decimal.Decimal
	for _, v := range values {
		most = decimal.Max(most, v.Abs())
	}
	return most
}

func (l *lines) head(c *canvas) {
	l.frame.head(c)
	l.rule(c)
}

func (l *lines) row(c *canvas, i int) {
	deep := float64(sparkHigh * l.look.Small)
	mid := l.frame.row(c, i, deep+2*sparkDot)
	s := spark{left: l.left + 2*figureGap, right: l.right - sparkDot, top: mid - float64(deep/2), steps: l.steps, scale: &l.scales[i]}
	s.top = max(s.top, mid-float64(l.look.lead(l.look.Small)/2)+sparkDot)
	s.bottom = s.top + deep
	if l.down {
		s.top, s.bottom = s.bottom, s.top
	}
	s.draw(c, l.rows[i].Points)
}

func (l *lines) foot(*canvas, float64) {}
