package chart

// timeline is a chart with one lane per row, all on one axis of days with its ticks. The name of a lane is above it, and its
// status at the end of that line. Each day has a diamond with its label below. A label that would touch the one before it
// moves down a level.
type timeline struct {
	look        *Look
	ticks       []Step
	heads       [][]Block
	lanes       []lane
	first, last int     // days
	level       float64 // height of a level of labels
}

// lane is a row with its labels set and placed.
type lane struct {
	names  []Block
	status []Block
	events []event
	levels int
}

// event is a point of a lane: a diamond, and a label in every language with its left edge.
type event struct {
	x      float64
	open   bool
	labels []Block
	from   float64
	level  int
}

const diamondHalf = 4.5 // of its diagonal

func newTimeline(c Chart, look *Look) *timeline {
	t := &timeline{look: look, ticks: c.Steps}
	t.first, t.last = days(c)
	lines := len(look.Langs)
	for _, r := range c.Rows {
		l := lane{status: look.figure(look.Width/3, r.Status, Style{Size: look.Small, Bold: true, Ink: Ordinary})}
		l.names = look.name(look.Width-broadest(l.status)-cellGap, r.Name)
		for _, p := range r.Points {
			e := t.event(p)
			l.events = append(l.events, e)
			lines = max(lines, linesOf(e.labels))
		}
		l.place(look)
		t.lanes = append(t.lanes, l)
	}
	for _, s := range c.Steps {
		t.heads = append(t.heads, look.figure(look.Width, s.Name, Style{Size: look.Micro, Ink: Muted}))
	}
	t.level = float64(float64(lines)*look.lead(look.Micro)) + look.Unit
	return t
}

// days returns the first and the last of all days, of points and of steps.
func days(c Chart) (first, last int) {
	begun := false
	take := func(day int) {
		if !begun {
			first, last, begun = day, day, true
		}
		first, last = min(first, day), max(last, day)
	}
	for _, r := range c.Rows {
		for _, p := range r.Points {
			take(p.Step)
		}
	}
	for _, s := range c.Steps {
		take(s.Day)
	}
	return first, last
}

// at is the place of a day.
func (t *timeline) at(day int) float64 {
	const inset = 8
	span := max(t.last-t.first, 1)
	return inset + float64(float64(day-t.first)/float64(span)*(t.look.Width-2*inset))
}

// event sets the labels of a day.
func (t *timeline) event(p Point) event {
	e := event{x: t.at(p.Step), open: p.Open}
	for i, lang := range t.look.Langs {
		st := Style{Size: t.look.Micro, Ink: Ordinary, Lang: lang}
		if i > 0 {
			st.Ink = Muted
		}
		e.labels = append(e.labels, t.look.Set(t.look.Width, Part{p.When.in(lang) + "  " + t.words(p, lang), st}))
	}
	return e
}

// words returns the label of a day: the short one if there is one and the other is too long.
func (t *timeline) words(p Point, lang int) string {
	const share = 0.4 // of the width
	words, short := p.Words.in(lang), p.Short.in(lang)
	if short == "" {
		return words
	}
	b := t.look.Set(t.look.Width, Part{words, Style{Size: t.look.Micro, Lang: lang}})
	if b.Lines() > 1 || widest(b) >= float64(share*t.look.Width) {
		return short
	}
	return words
}

func linesOf(labels []Block) int {
	n := 0
	for _, b := range labels {
		n += b.Lines()
	}
	return n
}

// place puts each label of a lane on the first level where it touches no other.
func (l *lane) place(look *Look) {
	const gap = 8
	var ends []float64 // of each level, how far it is filled
	for i := range l.events {
		e := &l.events[i]
		width := broadest(e.labels)
		e.from = max(0, min(e.x-diamondHalf, look.Width-width))
		for e.level < len(ends) && ends[e.level] > e.from-gap {
			e.level++
		}
		if e.level == len(ends) {
			ends = append(ends, 0)
		}
		ends[e.level] = e.from + width
	}
	l.levels = len(ends)
}

// head labels the ticks of the axis, except those that would touch the one before.
func (t *timeline) head(c *canvas) {
	if len(t.heads) == 0 {
		return
	}
	h, free := 0.0, 0.0
	for _, b := range t.heads {
		h = max(h, tall(b))
	}
	for i, b := range t.heads {
		x := min(t.at(t.ticks[i].Day), t.look.Width-broadest(b))
		if x < free {
			continue
		}
		c.stack(b, x, c.y, 0)
		free = x + broadest(b) + figureGap
	}
	c.y = t.look.whole(c.y+h) + t.look.Unit
}

func (t *timeline) row(c *canvas, i int) {
	l, two := t.lanes[i], t.look.units(2)
	c.across(0, c.y, t.look.Width, 0.5, Rule)
	c.y += t.look.Unit
	c.stack(l.status, t.look.Width, c.y, 1)
	c.y += max(c.stack(l.names, 0, c.y, 0), tall(l.status)) + two
	mid := c.y
	for _, s := range t.ticks {
		c.add(Shape{Form: Line, X: t.at(s.Day), Y: mid - 3, H: 6, Ink: Rule, Weight: 0.5})
	}
	c.across(0, mid, t.look.Width, 0.5, Rule)
	if n := len(l.events); n > 1 {
		c.across(l.events[0].x, mid, l.events[n-1].x-l.events[0].x, 1.6, Light)
	}
	for _, e := range l.events {
		c.around(Diamond, e.x, mid, diamondHalf, Accent)
		if e.open {
			c.around(Diamond, e.x, mid, diamondHalf-1.5, Paper)
		}
		t.label(c, e, mid+two+float64(float64(e.level)*t.level))
	}
	c.y = t.look.whole(mid+two+float64(float64(l.levels)*t.level)) + t.look.Unit
}

// label draws the labels of an event, one below the other.
func (t *timeline) label(c *canvas, e event, top float64) {
	line, n := t.look.lead(t.look.Micro), 0
	for _, b := range e.labels {
		for i := range b.Lines() {
			n++
			c.line(b, i, e.from, top+float64(line*float64(n))-t.look.Foot, 0)
		}
	}
}

func (t *timeline) foot(*canvas, float64) {}
