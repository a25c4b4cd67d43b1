package briefing

import "maps"

// glance sets the page a reader in a hurry reads: headline indicators as cards, the tallies of the rankings,
// the progress against targets and the targets in strips, then the summary. It is one page and stands alone: a summary that finds no room on it
// has the next one, and what is too much for a page yields in the order of [builder.glancePlans].
func (b *builder) glance() {
	summary := len(b.e.Sentences("summary")) > 0
	if len(b.e.Headlines) > 0 {
		plans := b.glancePlans(summary)
		for i, p := range plans {
			if b.onePage(func() { b.glancePage(p) }, i == len(plans)-1) {
				summary = summary && !p.summary
				break
			}
		}
	}
	if summary {
		b.turn()
		b.within("Sect", func() {
			b.heading(phrase("section.summary"))
			b.sentences("summary")
		})
	}
}

// glancePlan is what stands on the page: the summary or not, and how many rows of cards and of a strip at most.
type glancePlan struct {
	summary      bool
	cards, strip int
}

// glancePlans are the ways to fill the page, the fullest first: without the summary, then with fewer rows in the
// strips, then with fewer rows of cards, at last with cards alone. What is left out stands in its chapter all the same.
func (b *builder) glancePlans(summary bool) []glancePlan {
	const mostRows = 4 // in a strip
	across := b.cardsAcross()
	p := glancePlan{summary, (len(b.e.Headlines) + across - 1) / across, mostRows}
	plans := []glancePlan{p}
	if p.summary {
		p.summary = false
		plans = append(plans, p)
	}
	for p.strip > 1 {
		p.strip--
		plans = append(plans, p)
	}
	for p.cards > 1 {
		p.cards--
		plans = append(plans, p)
	}
	p.strip = 0
	return append(plans, p)
}

func (b *builder) glancePage(p glancePlan) {
	b.turn()
	b.heading(phrase("section.glance"))
	across := b.cardsAcross()
	rows := b.e.Headlines
	for range p.cards {
		n := min(across, len(rows))
		b.cards(rows[:n], across)
		rows = rows[n:]
	}
	b.tallyStrip(p.strip)
	b.progressStrip(p.strip)
	b.targetStrip(p.strip)
	if p.summary {
		b.gap(2)
		b.sentences("summary")
	}
	b.turn()
}

// cardsAcross is the number of cards in a row.
func (b *builder) cardsAcross() int {
	const few = 3
	if len(b.e.Headlines) > 2*few {
		return few + 1
	}
	return few
}

// onePage builds something and reports whether it takes no more than a page. If it takes more, all is as before,
// unless it must stay.
func (b *builder) onePage(build func(), must bool) bool {
	before, marked, kids := *b, maps.Clone(b.marked), len(b.node.Kids)
	build()
	if must || len(paginate(b.slabs[len(before.slabs):], b.t)) == 1 {
		return true
	}
	failed := b.err
	*b = before
	b.marked, b.err, b.node.Kids = marked, failed, b.node.Kids[:kids]
	return false
}
