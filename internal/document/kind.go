package document

import (
	"slices"
	"strconv"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/wording"
)

// Kind is one of the briefings that are made of an edition.
type Kind string

// The kinds.
const (
	Standard Kind = "standard" // to be handed out: what a reader needs, each figure a few times at most
	Brief    Kind = "brief"    // one page for leaders
	Full     Kind = "full"     // everything, with the register
)

// reference lists the sections that only the full briefing has, unless a configuration names other sections than the usual
// ones: long lists, and what is looked up rather than read.
var reference = []string{"recognitions", "initiatives", "register"}

// sectionsOf lists the sections of a kind of briefing, in order.
func (c *composer) sectionsOf() []string {
	all := c.Edition.Sections
	for _, name := range reference {
		if c.kind != Standard || !slices.Contains(all, name) {
			return all
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(name string) bool { return slices.Contains(reference, name) })
}

// points returns the main points as numbered paragraphs, without those whose figures a reader has seen often enough.
func (c *composer) points(seen prints) []Block {
	var blocks []Block
	for _, s := range wording.Points(c.Edition) {
		t := c.parts(func(w *locale.Words) ([]wording.Part, error) { return wording.Parts(w, c.Edition, s) })
		if seen.full(t) {
			continue
		}
		seen.text(t)
		n := strconv.Itoa(len(blocks)+1) + ". "
		for i := range t {
			t[i] = append(Inline{{Words: n}}, t[i]...)
		}
		blocks = append(blocks, &Paragraph{Text: t})
	}
	return blocks
}

// brief returns the one page for leaders: what there is to say in a sentence, four headline figures, at most six points, and
// growth beside its targets. What does not fit is dropped from the end.
func (c *composer) brief() []Section {
	const figures = 4
	ch := Chapter{ID: "brief", Level: 1, Alone: true, Title: c.headline()}
	ch.add(&Paragraph{Text: c.say(func(w *locale.Words) string {
		return w.Phrase("brief.kind") + "  ·  " + w.Text(c.Area.Name) + "  ·  " + w.Period(c.Period)
	})})
	cards := c.cards()
	cards.Items = cards.Items[:min(figures, len(cards.Items))]
	if len(cards.Items) > 0 {
		ch.add(cards)
	}
	points := ch.add(c.points(prints{})...)
	charts := c.targetCharts()
	for _, t := range c.Themes {
		charts = append(charts, c.growthCharts(t)...)
	}
	chart := ch.add(charts[:min(1, len(charts))]...)
	const kept = 4 // points that the chart gives way to
	for i := len(points) - 1; i >= 0; i-- {
		if i == min(kept, len(points))-1 {
			ch.Yields = append(ch.Yields, Relief{Blocks: chart, How: Drop})
		}
		ch.Yields = append(ch.Yields, Relief{Blocks: points[i : i+1], How: Drop})
	}
	return []Section{{Name: "brief", Chapters: []Chapter{ch}}}
}

// headline is the message of the growth of the headline indicators, or else the title of the edition.
func (c *composer) headline() Text {
	var grown []*stat.Fact
	for _, r := range c.Headlines {
		if r.Growth != nil && r.Growth.Is(stat.Growth) {
			grown = append(grown, r.Growth)
		}
	}
	title, _ := c.titles(figure{of: wording.OfGrowth, facts: grown, title: c.title, subtitle: c.title})
	return title
}
