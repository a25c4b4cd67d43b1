package document

import (
	"slices"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
)

// glance is the page for readers in a hurry: headline indicators as cards; the tallies of the rankings, the progress
// against targets and the targets in strips; then the summary. It is Alone. What does not fit is dropped in this order:
// the summary, which moves to the next page, rows of the strips, rows of the cards, and finally the strips. Everything
// dropped is still in its chapter.
func (c *composer) glance() []Chapter {
	sentences := c.sentences("summary")
	if c.kind == Standard && c.has("contents") { // which the main points stand before
		sentences = nil
	}
	summary := Chapter{ID: "summary", Level: 1, Title: c.say(phrase("section.summary")), Blocks: sentences, Apart: true}
	known := c.knownHeadlines()
	if len(known) == 0 {
		if len(sentences) == 0 {
			return nil
		}
		return []Chapter{summary}
	}
	g := Chapter{ID: "glance", Level: 1, Title: c.say(phrase("section.glance")), Alone: true}
	cards := g.add(c.cards(known))
	strips := g.add(c.tallies(), c.standings(), c.goals())
	if len(sentences) > 0 {
		g.Yields = []Relief{{Blocks: g.add(sentences...), How: Follow, As: &summary}}
	}
	g.Yields = append(g.Yields, Relief{Blocks: strips, How: Shorten}, Relief{Blocks: cards, How: Shorten}, Relief{Blocks: strips, How: Drop})
	return []Chapter{g}
}

// add adds blocks, except strips without items, and returns their indices.
func (ch *Chapter) add(blocks ...Block) []int {
	var added []int
	for _, b := range blocks {
		if s, ok := b.(*Strip); ok && len(s.Items) == 0 {
			continue
		}
		added = append(added, len(ch.Blocks))
		ch.Blocks = append(ch.Blocks, b)
	}
	return added
}

// knownHeadlines are the headline indicators of which a figure is known.
func (c *composer) knownHeadlines() []edition.Row {
	return slices.DeleteFunc(slices.Clone(c.Headlines), func(r edition.Row) bool { return leading(r) == nil })
}

// leading returns the figure that a card of a row leads with: its value, or else its growth, as where an office publishes growth
// alone, or else its position; nil if none is known.
func leading(r edition.Row) *stat.Fact {
	for _, f := range []*stat.Fact{r.Value, r.Growth, r.Rank} {
		if f != nil && f.Status.HasValue() {
			return f
		}
	}
	return nil
}

// unfilled reports whether nothing is known of a row, and nobody says why: the office has yet to fill it in.
func unfilled(r edition.Row) bool { return !slices.ContainsFunc(r.Facts(), told) }

// told reports whether a figure has a value, or a note that says why it has none.
func told(f *stat.Fact) bool {
	return f.Status.HasValue() || !f.Note.Empty() || f.Measure == stat.TargetWords
}

func (c *composer) cards(rows []edition.Row) *Cards {
	cards := &Cards{}
	for _, r := range rows {
		main := leading(r)
		card := Card{Figure: c.signedFact(main), Name: c.text(r.Indicator.Name)}
		for _, f := range []*stat.Fact{r.Growth, r.Rank} {
			if f != nil && f != main && told(f) {
				card.Context = append(card.Context, c.signedFact(f))
			}
		}
		if r.Growth == nil && r.Turn != "" {
			card.Context = append(card.Context, c.say(turn(r.Turn)))
		}
		cards.Items = append(cards.Items, card)
	}
	return cards
}

// signedFact returns a figure with an arrow before it and its marks after it.
func (c *composer) signedFact(f *stat.Fact) Text {
	return signed(c.arrow(f), c.marked(c.fact(f, ""), f))
}

// tallies returns the counts of the rankings' tallies.
func (c *composer) tallies() *Strip {
	s := &Strip{Title: c.say(phrase("glance.tally"))}
	for _, t := range c.Themes {
		for _, r := range t.Rows {
			if r.Indicator.Tally != nil && r.Value != nil && r.Period == c.Period {
				s.Items = append(s.Items, c.item(r.Value, r.Indicator))
			}
		}
	}
	return s
}

// standings returns the progress of the year's targets.
func (c *composer) standings() *Strip {
	s := &Strip{Title: c.say(c.progressTitle())}
	for _, p := range c.Progress {
		s.Items = append(s.Items, Item{c.text(p.Indicator.Name), c.standingOf(p)})
	}
	return s
}

// goals returns the targets.
func (c *composer) goals() *Strip {
	s := &Strip{Title: c.say(c.targetsTitle())}
	for _, t := range c.Targets {
		s.Items = append(s.Items, c.item(t.Fact, t.Indicator))
	}
	return s
}

func (c *composer) item(f *stat.Fact, ind stat.Indicator) Item {
	return Item{c.text(ind.Name), c.marked(c.fact(f, ""), f)}
}

// standingOf returns the word for a target's standing, with the shape that means the same.
func (c *composer) standingOf(p edition.Progress) Text {
	tone := Good
	switch p.Standing {
	case edition.Behind, edition.NotMet:
		tone = Bad
	case edition.Awaited, edition.Unjudged:
		tone = Open
	}
	t := make(Text, len(c.words))
	for i, w := range c.words {
		t[i] = Inline{{Words: p.Standing.Shape() + " ", Tone: Sign}, {Words: w.CodeWord("standing", string(p.Standing)), Tone: tone}}
	}
	return t
}
