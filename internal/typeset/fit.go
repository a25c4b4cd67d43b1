package typeset

import "slices"

// What is held against a way to break a paragraph. A ragged line costs the square of its shortfall in hundredths of
// the width; a justified one the square of its strain.
const (
	costSoft  = 600  // a soft break, as a ragged line a quarter of the width short
	costLone  = 2500 // a lone character on the last line
	costTight = 1e6  // a break inside a figure
	costAny   = 1e8  // a break inside a word
	costWrong = 1e9  // beside it, if a mark or a digit is parted from what it belongs to, as in 2|024 and [|1]
	costLoose = 1e5  // a justified line that cannot be filled, beside its shortfall
	costOver  = 1e10 // a character wider than the line

	leastFill = 1.0 / 3 // of the width that a line must fill to be looked at beside a fuller one
	tie       = 1e-9    // of ways that differ less the one with the longer first lines is taken
)

// justifiedScale weighs the costs above against strains, which are squared.
const justifiedScale = 16

// best finds the cheapest way through the nodes: for each the node its line best starts at (total fit, after Knuth and
// Plass, Breaking Paragraphs into Lines, 1981). Ragged paragraphs have as few lines as can be.
func (b *breaker) best() {
	first := 0 // the node with which the longest line up to j starts
	for j := 1; j < len(b.nodes); j++ {
		for first < j-1 && b.short(first, j) < -b.give(first, j)-hair {
			first++
		}
		b.reach(j, first)
		if b.nodes[j].level == must {
			first = j
		}
	}
}

// give is how much a line can shrink.
func (b *breaker) give(i, j int) float64 {
	if b.sums == nil {
		return 0
	}
	white := between(b.sums, b.nodes[i].at, b.nodes[j].visible)
	var sum float64
	for _, w := range white.shrink[spaces:] {
		sum += w
	}
	return sum
}

// reach finds the best line that ends at node j, among those that start at node first or later.
func (b *breaker) reach(j, first int) {
	z, found := &b.nodes[j], false
	for i := first; i < j; i++ {
		a := &b.nodes[i]
		short := b.short(i, j)
		if found && z.level != must && short > (1-leastFill)*b.width {
			break
		}
		lines, cost := a.lines+1, a.cost+b.lineCost(i, j, short)
		if !found || b.sums == nil && lines < z.lines || (b.sums != nil || lines == z.lines) && cost < z.cost+tie {
			found, z.from, z.lines, z.cost = true, i, lines, cost
		}
	}
}

func (b *breaker) lineCost(i, j int, short float64) float64 {
	z := &b.nodes[j]
	last := z.level == must
	var cost, scale float64 = 0, 1
	switch {
	case b.sums != nil:
		cost, scale = b.justifiedCost(i, j, short), justifiedScale
	case short < -hair:
		cost = costOver
	case !last:
		percent := 100 * short / max(b.width, hair)
		cost = percent * percent
	}
	switch {
	case z.level == soft:
		cost += scale * costSoft
	case z.level == tight:
		cost += scale * costTight
	case z.level == anywhere:
		cost += scale * costAny
		if b.p.wrong(z.at) {
			cost += scale * costWrong
		}
	case last && b.lone(i, j):
		cost += scale * costLone
	}
	return cost
}

func (b *breaker) justifiedCost(i, j int, short float64) float64 {
	if b.nodes[j].level == must && short >= 0 {
		return 0
	}
	white := between(b.sums, b.nodes[i].at, b.nodes[j].visible)
	s := white.fit(short)
	cost := (1 + s.strain) * (1 + s.strain)
	switch {
	case s.missing < 0:
		return cost + costOver
	case s.missing > 0:
		percent := 100 * short / max(b.width, hair)
		return cost + costLoose*(1+percent*percent)
	}
	return cost
}

// path lists the nodes where lines end, in order, until the next path.
func (b *breaker) path() []int {
	n := b.nodes[len(b.nodes)-1].lines
	b.ends = slices.Grow(b.ends[:0], n)[:n]
	for j := len(b.nodes) - 1; n > 0; j = b.nodes[j].from {
		n--
		b.ends[n] = j
	}
	return b.ends
}
