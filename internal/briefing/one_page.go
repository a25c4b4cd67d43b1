package briefing

import (
	"maps"
	"math"
	"slices"

	"nianbao/internal/document"
)

// alone sets a chapter that is made to be handed out by itself on one page: what is too much for it yields in the order
// that the document has. Room that is left is spread over the page.
func (b *builder) alone(ch *document.Chapter) {
	first := len(b.blocks)
	var after []*document.Chapter
	plans := b.plans(ch)
	for i, p := range plans {
		if b.onePage(func() { b.planned(ch, p) }, i == len(plans)-1) {
			after = p.after
			break
		}
	}
	b.spread(b.blocks[first:])
	for _, ch := range after {
		b.chapter(ch)
	}
}

// plan is what stands on the page: large cards or small ones, wide strips or narrow ones, and how many rows of each block.
type plan struct {
	large, wide bool
	rows        []int               // of each block at most; 0 leaves it out
	after       []*document.Chapter // what has become a chapter of its own
}

// plans are the ways to fill the page, the fullest first: at each step of the document in every look, until rows are lost;
// from then on in the smallest.
func (b *builder) plans(ch *document.Chapter) []plan {
	now := plan{rows: b.mostRowsOf(ch)}
	var plans []plan
	try := func() {
		p := now
		p.rows, p.after = slices.Clone(p.rows), slices.Clone(p.after)
		plans = append(plans, p)
	}
	looks := func() {
		for _, look := range [][2]bool{{true, true}, {true, false}, {false, true}, {false, false}} {
			now.large, now.wide = look[0], look[1]
			try()
		}
	}
	looks()
	shortened := false
	for _, r := range ch.Yields {
		switch r.How {
		case document.Shorten:
			shortened = true
			for now.shorten(r.Blocks) {
				try()
			}
			continue
		case document.Follow:
			now.after = append(now.after, r.As)
		}
		for _, i := range r.Blocks {
			now.rows[i] = 0
		}
		if shortened {
			try()
		} else {
			looks()
		}
	}
	return plans
}

// mostRows is how many rows a strip has at most.
const mostRows = 4

// mostRowsOf are the most rows that each block of a chapter can have: cards are shortened in the small look.
func (b *builder) mostRowsOf(ch *document.Chapter) []int {
	rows := make([]int, len(ch.Blocks))
	for i, block := range ch.Blocks {
		switch block := block.(type) {
		case *document.Cards:
			rows[i] = rowsIn(len(block.Items), b.cardLook(block.Items, false).across)
		default:
			rows[i] = mostRows
		}
	}
	return rows
}

// rowsIn is how many rows n items take.
func rowsIn(n, across int) int { return (n + across - 1) / across }

// shorten takes the last row of blocks that have more than one. It is false where none has.
func (p *plan) shorten(blocks []int) bool {
	shortened := false
	for _, i := range blocks {
		if p.rows[i] > 1 {
			p.rows[i]--
			shortened = true
		}
	}
	return shortened
}

// planned sets the page.
func (b *builder) planned(ch *document.Chapter, p plan) {
	b.startPage()
	b.heading(ch.Title)
	across := acrossStrip
	if p.wide {
		across = acrossWide
	}
	running := false
	for i, block := range ch.Blocks {
		if p.rows[i] == 0 {
			continue
		}
		switch block := block.(type) {
		case *document.Cards:
			look, rows := b.cardLook(block.Items, p.large), p.rows[i]
			if p.large {
				rows = rowsIn(len(block.Items), look.across)
			}
			b.cardRows(block.Items, look, rows)
		case *document.Strip:
			b.strip(block, p.rows[i], across)
		default:
			if !running {
				b.elastic()
				b.gap(2)
			}
			running = true
			b.setBlock(block)
		}
	}
	b.startPage()
}

// elastic adds white space that takes a share of what is left of a page.
func (b *builder) elastic() { b.add(block{space: true, elastic: true}) }

// spread shares what is left of the page that blocks fill among their elastic space.
func (b *builder) spread(blocks []block) {
	const most = 2.5 // lines of small print that each takes at most
	used, trailing, n := 0.0, 0.0, 0
	for _, s := range blocks {
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
	for i := range blocks {
		if blocks[i].elastic && each > 0 {
			blocks[i].height = math.Floor(each/b.t.unit()) * b.t.unit()
		}
	}
}

// onePage builds something and reports whether it takes no more than a page. If it takes more, all is as before,
// unless it must stay.
func (b *builder) onePage(build func(), must bool) bool {
	before, marked, kids := *b, maps.Clone(b.marked), len(b.node.Kids)
	build()
	if must || len(paginate(b.blocks[len(before.blocks):], b.t)) == 1 {
		return true
	}
	*b = before
	b.marked, b.node.Kids = marked, b.node.Kids[:kids]
	return false
}
