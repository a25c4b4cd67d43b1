package wording

import (
	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// mostPoints is the number of main points of an edition. They stand on one page with the headline figures where they are its
// summary.
const mostPoints = 5

// Points returns the main points of an edition: those of the office, or its summary, or else composed ones. The headlines come
// first, with room for what there is on rankings, targets and projects.
func Points(e *edition.Edition) []stat.Sentence {
	own := e.Sentences(stat.PointsTheme)
	if len(own) == 0 {
		own = e.Sentences("summary")
	}
	if len(own) > 0 || e.Prose == stat.NoProse {
		return own
	}
	return newComposer(e, stat.PointsTheme).points(mostPoints)
}

func (c *composer) points(most int) []stat.Sentence {
	var others []stat.Text
	for _, s := range c.positions() {
		others = append(others, s.Text)
		break
	}
	if text, ok := messageOf(c.Edition, Comparison{Kind: OfProgress}); ok {
		others = append(others, stat.Text{Hans: text.Hans + "。", En: text.En + "."})
	}
	for _, s := range c.works() {
		others = append(others, s.Text)
	}
	points := c.headlines(most - len(others))
	var list []stat.Sentence
	for i, text := range append(points, others...) {
		list = append(list, stat.Sentence{ID: stat.ComposedPrefix + "point-" + string(rune('1'+i)), Theme: stat.PointsTheme, Text: text, Composed: true})
	}
	return list
}

// headlines tells the headline indicators in so many points: the first by itself, then neighbours that are alike together.
func (c *composer) headlines(most int) []stat.Text {
	var points []stat.Text
	var group []*branch
	flush := func() {
		if len(group) > 0 && len(points) < most {
			points = append(points, c.inTurn(group))
		}
		group = nil
	}
	for _, r := range c.Headlines {
		b := &branch{Indicator: r.Indicator}
		if !c.tells(b) {
			continue
		}
		if len(points) == 0 && len(group) == 1 || len(group) == mostTogether || len(group) > 0 && c.family(group[0]) != c.family(b) {
			flush()
		}
		group = append(group, b)
	}
	flush()
	return points
}

// inTurn tells indicators in as many sentences as they need: those that are alike share one.
func (c *composer) inTurn(group []*branch) stat.Text {
	var text stat.Text
	for first := 0; first < len(group); {
		last := first + 1
		for last < len(group) && c.kindred(group[last-1], group[last]) {
			last++
		}
		next := c.together(group[first:last]).Text
		if usual, ok := c.usual(group[first]); ok && last == first+1 {
			next = usual
		}
		if first > 0 {
			next = c.withoutTime(next, text)
		}
		text = after(text, next)
		first = last
	}
	return text
}
