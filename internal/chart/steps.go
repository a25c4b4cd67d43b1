package chart

// steps are side-by-side places, one for each of a chart's steps, to the right of names.
type steps struct {
	look  *Look
	heads [][]Block // of each step, in every language
	left  float64   // place of the first
	apart float64   // distance between adjacent steps
}

// newSteps divides the rest of the width between the first and the last step.
func newSteps(c Chart, look *Look, left, right float64) steps {
	s := steps{look: look, left: left, apart: (look.Width - left - right) / float64(max(1, len(c.Steps)-1))}
	for _, words := range c.Steps {
		var head []Block
		for _, lang := range look.Langs {
			st := Style{Size: look.Micro, Ink: Muted, Lang: lang}
			head = append(head, look.Set(s.apart-cellGap, Part{words.in(lang), st}))
		}
		s.heads = append(s.heads, head)
	}
	return s
}

// at is the place of a step.
func (s *steps) at(step int) float64 { return s.left + float64(s.apart*float64(step)) }

// head draws the headers of the steps.
func (s *steps) head(c *canvas) {
	deepest := 0.0
	for i, head := range s.heads {
		y := c.y
		for _, b := range head {
			for j := range b.Lines() {
				s.center(c, b, j, s.at(i), baseline(b, j, y))
			}
			y += height(b)
		}
		deepest = max(deepest, y-c.y)
	}
	c.y += deepest + s.look.Unit
}

// center adds line i of a label, centred on x as far as the width allows.
func (s *steps) center(c *canvas, b Block, i int, x, y float64) {
	width := b.Width(i)
	if x-width/2 <= s.look.Width-width {
		c.line(b, i, x, y, 0.5)
	} else {
		c.line(b, i, s.look.Width, y, 1)
	}
}
