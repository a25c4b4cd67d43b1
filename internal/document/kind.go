package document

import (
	"slices"

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
	Leaflet  Kind = "leaflet"  // that page, and three with tables and charts
	Full     Kind = "full"     // everything, with the register
)

// toHandOut reports whether the briefing is one to be handed out, which tells each figure a few times at most.
func (c *composer) toHandOut() bool { return c.kind == Standard || c.kind == Leaflet }

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

// has reports whether the briefing has a section.
func (c *composer) has(section string) bool { return slices.Contains(c.sectionsOf(), section) }

// points returns the main points as paragraphs.
func (c *composer) points() []Block {
	var blocks []Block
	for _, s := range wording.Points(c.Edition) {
		t := c.parts(func(w *locale.Words) ([]wording.Part, error) { return wording.Parts(w, c.Edition, s) })
		blocks = append(blocks, &Paragraph{Text: t})
	}
	return blocks
}

// numberedPoints numbers paragraphs.
func numberedPoints(points []Block) []Block {
	for n, b := range points {
		b.(*Paragraph).Number = n + 1
	}
	return points
}

// brief returns the one page for leaders: what there is to say in a sentence, four headline figures, at most six points, and
// growth beside its targets. What does not fit is dropped from the end.
func (c *composer) brief() []Section {
	const figures = 4
	ch := Chapter{ID: "brief", Level: 1, Alone: true, Title: c.headline()}
	ch.add(&Paragraph{Text: c.say(func(w *locale.Words) string {
		return w.Phrase("brief.kind") + "  ·  " + w.Text(c.Area.Name) + "  ·  " + w.Period(c.Period)
	})})
	cards := c.cards(c.knownHeadlines())
	cards.Items = cards.Items[:min(figures, len(cards.Items))]
	if len(cards.Items) > 0 {
		ch.add(cards)
	}
	points := ch.add(numberedPoints(c.points())...)
	var charts []Block
	if c.kind == Brief { // the leaflet has them behind
		charts = c.targetCharts()
		for _, t := range c.Themes {
			charts = append(charts, c.growthCharts(t)...)
		}
	}
	chart := ch.add(charts[:min(1, len(charts))]...)
	const kept = 2 // points that the chart gives way to
	for i := len(points) - 1; i >= 0; i-- {
		if i == min(kept, len(points))-1 {
			ch.Yields = append(ch.Yields, Relief{Blocks: chart, How: Drop})
		}
		ch.Yields = append(ch.Yields, Relief{Blocks: points[i : i+1], How: Drop})
	}
	return []Section{{Name: "brief", Chapters: []Chapter{ch}}}
}

// headline tells the growth of the first headline indicator that has grown or fallen; the title of the edition if none has.
func (c *composer) headline() Text {
	for _, r := range c.Headlines {
		if r.Growth == nil || !r.Growth.Is(stat.Growth) || !r.Growth.Status.HasValue() || c.Baseless(r.Growth) {
			continue
		}
		t := make(Text, len(c.words))
		for i, w := range c.words {
			t[i] = Inline{{Words: w.Text(r.Indicator.Name) + w.Space()}, {Words: c.figure(w, r.Growth, locale.FormFull), Fact: r.Growth.ID}}
		}
		return t
	}
	return c.say(c.title)
}
