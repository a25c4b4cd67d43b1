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
	for _, step := range c.Steps {
		var head []Block
		for _, lang := range look.Langs {
			st := Style{Size: look.Micro, Ink: Muted, Lang: lang}
			head = append(head, look.Set(s.apart-cellGap, Part{step.Name.in(lang), st}))
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
				c.center(b, j, s.at(i), baseline(b, j, y), s.look.Width)
			}
			y += height(b)
		}
		deepest = max(deepest, y-c.y)
	}
	c.y += deepest + s.look.Unit
}
