package chart

// Courses are small lines of values over periods, in a column of a table. All have one scale, which includes zero.
type Courses struct {
	steps int
	scale scale
}

// CoursesOf returns the courses of rows, some of which are nil, over a number of steps.
func CoursesOf(rows []*Row, steps int) *Courses {
	var all []Row
	for _, r := range rows {
		if r != nil {
			all = append(all, *r)
		}
	}
	values := valuesOf(all, true)
	return &Courses{steps, newScale(values, greatest(values), 3)}
}

// Range returns the ends of the scale as printed numbers.
func (c *Courses) Range() (low, high string) { return tickWords(c.scale.low), tickWords(c.scale.high) }

// Draw draws the course of a row between these edges.
func (c *Courses) Draw(r Row, left, right, top, bottom float64) []Shape {
	on := canvas{row: -1}
	s := spark{left: left + sparkDot, right: right - sparkDot, top: top + sparkDot, bottom: bottom - sparkDot, steps: c.steps, scale: &c.scale}
	s.draw(&on, r.Points)
	return on.shapes
}
