package briefing

import (
	"time"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

// timeline draws the milestones of each project on a line from the first to the last: a diamond on the day, the
// date and the step beside it. Only dates known to the day can be placed.
func (b *builder) timeline() {
	lanes, first, last := b.lanes()
	if len(lanes) == 0 {
		return
	}
	const inset = 8
	span := max(last-first, 1)
	place := func(d stat.Date) float64 {
		return inset + float64(day(d)-first)/float64(span)*(b.t.width()-2*inset)
	}
	b.charts(phrase("figure.chart.timeline"), len(lanes), func(c *sketch, i int) { c.lane(lanes[i], place) }, nil)
}

func (c *sketch) lane(lane []edition.Milestone, place func(stat.Date) float64) {
	b := c.b
	c.height += c.label(0, c.height, b.t.width(), text(lane[0].Project.Name)) + b.t.units(2)
	c.add(Item{Shape: Line, X: 0, Y: c.height, W: b.t.width(), Ink: b.colors.Rule, Size: 0.7})
	c.height = b.t.whole(c.height + c.steps(lane, place, c.height) + b.t.units(2))
	for _, m := range lane {
		w := b.words[0]
		c.say(w.Text(m.Project.Name), w.Date(m.Date)+w.Phrase("clause")+milestoneText(w, m))
	}
}

// steps draws the milestones of a lane. A label that would touch the one before it moves a line down. It returns
// the height of the labels.
func (c *sketch) steps(lane []edition.Milestone, place func(stat.Date) float64, y float64) float64 {
	const half, gap = 4.5, 8
	b := c.b
	var ends []float64 // of each line of labels, how far it is filled
	line := b.t.lead(b.t.Micro)
	rows := float64(len(b.words))
	for _, m := range lane {
		x := place(m.Date)
		c.add(Item{Shape: Diamond, X: x - half, Y: y - half, W: 2 * half, H: 2 * half, Ink: b.colors.Accent})
		width := 0.0
		for _, w := range b.words {
			l := b.measure(b.t.width(), piece{b.stepLabel(w, m), style{size: b.t.Micro}})
			width = max(width, l.widest())
		}
		from := max(0, min(x-half, b.t.width()-width))
		level := 0
		for level < len(ends) && ends[level] > from-gap {
			level++
		}
		if level == len(ends) {
			ends = append(ends, 0)
		}
		ends[level] = from + width
		top := y + b.t.units(2) + float64(level)*(rows*line+b.t.unit())
		for i, w := range b.words {
			st := style{size: b.t.Micro, ink: b.colors.Ink, lang: w.Lang()}
			if i > 0 {
				st.ink = b.colors.Muted
			}
			c.text(from, top+line*float64(i+1)-b.t.foot(), b.stepLabel(w, m), st, false)
		}
	}
	return b.t.units(2) + float64(len(ends))*(rows*line+b.t.unit())
}

// stepLabel is the day and the step: in a word, or where that is "event", in the dataset's words if they are short.
func (b *builder) stepLabel(w *locale.Words, m edition.Milestone) string {
	const share = 0.4 // of the width
	step := w.Step(m.Step)
	if text := w.Text(m.Text); m.Step == stat.StepEvent && text != "" {
		if line, _ := b.widths([]piece{{text, style{size: b.t.Micro}}}, nil); line < share*b.t.width() {
			step = text
		}
	}
	return w.Date(m.Date) + "  " + step
}

// milestoneText is what happened: in the dataset's words, or in the step's own.
func milestoneText(w *locale.Words, m edition.Milestone) string {
	if m.Text.Empty() {
		return w.Step(m.Step)
	}
	return w.Text(m.Text)
}

// lanes are the milestones with a day, project by project, and the first and last day.
func (b *builder) lanes() (lanes [][]edition.Milestone, first, last int) {
	at := map[string]int{}
	for _, m := range b.e.Milestones {
		if m.Date.Day == 0 {
			continue
		}
		d := day(m.Date)
		if len(lanes) == 0 {
			first, last = d, d
		}
		first, last = min(first, d), max(last, d)
		i, ok := at[m.Project.Code]
		if !ok {
			i = len(lanes)
			at[m.Project.Code] = i
			lanes = append(lanes, nil)
		}
		lanes[i] = append(lanes[i], m)
	}
	return lanes, first, last
}

// day numbers the days.
func day(d stat.Date) int {
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
