package briefing

import (
	"maps"
	"math"
)

// glance sets the page a reader in a hurry reads: headline indicators as cards, the tallies of the rankings, the progress
// against targets and the targets in strips, then the summary. It is one page and stands alone: a summary that finds no
// room on it has the next one, and what is too much for a page yields in the order of [builder.glancePlans]. Room that is
// left is spread over the page.
func (b *builder) glance() {
	summary := len(b.e.Sentences("summary")) > 0
	if len(b.e.Headlines) > 0 {
		first := len(b.slabs)
		plans := b.glancePlans(summary)
		for i, p := range plans {
			if b.onePage(func() { b.glancePage(p) }, i == len(plans)-1) {
				summary = summary && !p.summary
				break
			}
		}
		b.spread(b.slabs[first:])
	}
	if summary {
		b.turn()
		b.within("Sect", func() {
			b.heading(phrase("section.summary"))
			b.sentences("summary")
		})
	}
}

// glancePlan is what stands on the page: the summary or not, large cards or small ones, wide strips or narrow ones, and how
// many rows of cards and of a strip at most.
type glancePlan struct {
	summary     bool
	large, wide bool
	cards       int
	strip       int
}

// glancePlans are the ways to fill the page, the fullest first: with large cards and wide strips, as far as there is room,
// then without the summary, then with fewer rows in the strips, then with fewer rows of cards, at last with cards alone.
// What is left out stands in its chapter all the same.
func (b *builder) glancePlans(summary bool) []glancePlan {
	const mostRows = 4 // in a strip
	rows := func(large bool) int {
		across := b.cardLook(b.e.Headlines, large).across
		return (len(b.e.Headlines) + across - 1) / across
	}
	var plans []glancePlan
	for _, with := range []bool{summary, false} {
		for _, look := range [][2]bool{{true, true}, {true, false}, {false, true}, {false, false}} {
			plans = append(plans, glancePlan{with, look[0], look[1], rows(look[0]), mostRows})
		}
	}
	p := plans[len(plans)-1]
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
	look := b.cardLook(b.e.Headlines, p.large)
	rows := b.e.Headlines
	for i := range p.cards {
		if i > 0 {
			b.elastic()
		}
		n := min(look.across, len(rows))
		b.cards(rows[:n], look)
		rows = rows[n:]
	}
	across := acrossStrip
	if p.wide {
		across = acrossWide
	}
	b.tallyStrip(p.strip, across)
	b.progressStrip(p.strip, across)
	b.targetStrip(p.strip, across)
	if p.summary {
		b.elastic()
		b.gap(2)
		b.sentences("summary")
	}
	b.turn()
}

// elastic adds white space that takes a share of what is left of a page.
func (b *builder) elastic() { b.add(slab{space: true, elastic: true}) }

// spread shares what is left of the page that slabs fill among their elastic space.
func (b *builder) spread(slabs []slab) {
	const most = 2.5 // lines of small print that each takes at most
	used, trailing, n := 0.0, 0.0, 0
	for _, s := range slabs {
		switch {
		case s.elastic:
			n++
		case s.space && used == 0: // dropped at the top
		case s.space:
			trailing += s.height
		default:
			used += trailing + s.height
			trailing = 0
		}
	}
	each := min((b.t.height()-used)/float64(max(1, n)), most*b.t.lead(b.t.Small))
	for i := range slabs {
		if slabs[i].elastic && each > 0 {
			slabs[i].height = math.Floor(each/b.t.unit()) * b.t.unit()
		}
	}
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
