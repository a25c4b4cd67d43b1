package briefing

import (
	"maps"
	"math"
	"slices"

	"nianbao/internal/document"
)

// alone sets a chapter on one page that can be handed out by itself. What does not fit is dropped in the order that the
// document gives. Space left over is spread over the page.
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

// plan is one way to fill the page: large or small cards, wide or narrow strips, and how many rows of each block.
type plan struct {
	large, wide bool
	rows        []int               // the most of each block; 0 omits it
	after       []*document.Chapter // blocks moved to chapters of their own
}

// plans returns the ways to fill the page, fullest first. It combines each step of the document with every look until
// rows are lost, and from then on with the smallest look.
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

// mostRows is the largest number of rows of a strip.
const mostRows = 4

// mostRowsOf returns the largest number of rows of each block of a chapter. Cards are shortened in the small look.
func (b *builder) mostRowsOf(ch *document.Chapter) []int {
	rows := make([]int, len(ch.Blocks))
	for i, block := range ch.Blocks {
		rows[i] = mostRows
		if cards, ok := block.(*document.Cards); ok {
			rows[i] = rowsIn(len(cards.Items), b.cardLook(cards.Items, false).across)
		}
	}
	return rows
}

// rowsIn returns how many rows n items take.
func rowsIn(n, across int) int { return (n + across - 1) / across }

// shorten removes the last row of the blocks that have more than one. It returns false if none has.
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

// planned sets the page by a plan.
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

// elastic adds white space that takes a share of the space left on the page.
func (b *builder) elastic() { b.add(block{space: true, elastic: true}) }

// spread distributes the space left on a page among its elastic blocks.
func (b *builder) spread(blocks []block) {
	const most = 3.5 // the most that each takes, in lines of small print
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

// onePage builds something and reports whether it takes at most one page. If it takes more, everything is undone,
// unless must is set.
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
