package chart

// timeline is a chart with one lane per row, from the first day of all rows to the last. Each day has a diamond with
// its label below. A label that would touch the one before it moves down a level.
type timeline struct {
	look        *Look
	lanes       []lane
	first, last int     // days
	level       float64 // height of a level of labels
}

// lane is a row with its labels set and placed.
type lane struct {
	names  []Block
	events []event
	levels int
}

// event is a point of a lane: a diamond, and a label in every language with its left edge.
type event struct {
	x      float64
	labels []Block
	from   float64
	level  int
}

const diamondHalf = 4.5 // of its diagonal

func newTimeline(c Chart, look *Look) *timeline {
	t := &timeline{look: look}
	t.first, t.last = days(c.Rows)
	lines := len(look.Langs)
	for _, r := range c.Rows {
		l := lane{names: look.label(look.Width, r.Name)}
		for _, p := range r.Points {
			e := t.event(p)
			l.events = append(l.events, e)
			lines = max(lines, linesOf(e.labels))
		}
		l.place(look)
		t.lanes = append(t.lanes, l)
	}
	t.level = float64(float64(lines)*look.lead(look.Micro)) + look.Unit
	return t
}

// days returns the first and the last of all days.
func days(rows []Row) (first, last int) {
	begun := false
	for _, r := range rows {
		for _, p := range r.Points {
			if !begun {
				first, last, begun = p.Step, p.Step, true
			}
			first, last = min(first, p.Step), max(last, p.Step)
		}
	}
	return first, last
}

// event sets the labels of a day.
func (t *timeline) event(p Point) event {
	const inset = 8
	span := max(t.last-t.first, 1)
	e := event{x: inset + float64(float64(p.Step-t.first)/float64(span)*(t.look.Width-2*inset))}
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
		width := 0.0
		for _, b := range e.labels {
			width = max(width, widest(b))
		}
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

func (t *timeline) head(*canvas) {}

func (t *timeline) row(c *canvas, i int) {
	l, two := t.lanes[i], t.look.units(2)
	c.y += c.stack(l.names, 0, c.y) + two
	c.add(Shape{Form: Line, X: 0, Y: c.y, W: t.look.Width, Ink: Rule, Weight: 0.7})
	for _, e := range l.events {
		const half = diamondHalf
		c.add(Shape{Form: Diamond, X: e.x - half, Y: c.y - half, W: 2 * half, H: 2 * half, Ink: Accent})
		t.label(c, e, c.y+two+float64(float64(e.level)*t.level))
	}
	c.y = t.look.whole(c.y + (two + float64(float64(l.levels)*t.level)) + two)
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
