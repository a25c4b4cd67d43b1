package typeset

import "slices"

// Costs of breaking a paragraph. A ragged line costs the square of its shortfall in hundredths of the width; a
// justified one the square of its strain.
const (
	costSoft  = 600  // a soft break, like a ragged line that is a quarter of the width short
	costLone  = 2500 // a lone character on the last line
	costTight = 1e6  // a break inside a figure
	costAny   = 1e8  // a break inside a word
	costWrong = 1e9  // added if the break separates a mark or a digit from what it belongs to, as in 2|024 and [|1]
	costLoose = 1e5  // a justified line that cannot be filled, added to its shortfall
	costOver  = 1e10 // a character wider than the line

	tie = 1e-9 // if costs differ by less, longer first lines win
)

// justifiedScale scales the costs above for strains, which are squared.
const justifiedScale = 16

// best finds the cheapest path through the nodes: for each node, the node where its best line starts (total fit, after
// Knuth and Plass, Breaking Paragraphs into Lines, 1981). Ragged paragraphs have as few lines as possible.
func (b *breaker) best() {
	b.nodes[0].rank = -1
	first := 0 // start node of the longest line up to j
	for j := 1; j < len(b.nodes); j++ {
		for first < j-1 && b.short(first, j) < -b.give(first, j)-epsilon {
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

// reach finds the best line that ends at node j and starts at node first or later. It stops once the cheapest remaining
// start plus the minimum cost of a line exceeds the best.
func (b *breaker) reach(j, first int) {
	z, found, least := &b.nodes[j], false, -1
	end := b.endCost(j)
	for i := first; i < j; i++ {
		if i > least {
			least = b.cheapestFrom(i)
		}
		a, c := &b.nodes[i], &b.nodes[least]
		cost, floor := b.lineCost(i, j, b.short(i, j))
		if found && !b.beats(c.lines+1, c.cost+floor+end-tie, z) {
			break
		}
		if lines, cost := a.lines+1, a.cost+cost+end; !found || b.beats(lines, cost-tie, z) {
			found, z.from, z.lines, z.cost = true, i, lines, cost
		}
	}
	b.rank(j)
}

// beats reports whether a path with the given number of lines and cost is better than the one to a node.
func (b *breaker) beats(lines int, cost float64, z *node) bool {
	if b.sums == nil && lines != z.lines {
		return lines < z.lines
	}
	return cost < z.cost
}

// rank ranks node j, the last one reached, above those it is at least as good as.
func (b *breaker) rank(j int) {
	z, i := &b.nodes[j], j-1
	for i >= 0 && !b.beats(b.nodes[i].lines, b.nodes[i].cost, z) {
		a := &b.nodes[i]
		i, a.rank = int(a.rank), int32(j)
	}
	z.rank = int32(i)
}

// cheapestFrom is the node with the cheapest path among the reached nodes from i on.
func (b *breaker) cheapestFrom(i int) int {
	for int(b.nodes[i].rank) > i {
		i = int(b.nodes[i].rank)
	}
	return i
}

// lineCost is the cost of a line from node i to node j, without the cost of its end. floor is the minimum cost of a
// line from node i or a later one: these are shorter and have less white space.
func (b *breaker) lineCost(i, j int, short float64) (cost, floor float64) {
	last := b.nodes[j].level == must
	percent := 100 * short / max(b.width, epsilon)
	switch {
	case b.sums != nil && !(last && short >= 0):
		cost, floor = b.justifiedCost(i, j, short, costLoose*(1+float64(percent*percent)))
	case b.sums == nil && short < -epsilon:
		cost = costOver
	case b.sums == nil && !last:
		cost = percent * percent
		floor = cost
	}
	if last && b.loneCharacter(i, j) {
		cost += float64(b.scale() * costLone)
	}
	return cost, floor
}

// endCost is the cost of a line ending at node j, wherever it starts.
func (b *breaker) endCost(j int) float64 {
	z := &b.nodes[j]
	switch {
	case z.level == soft:
		return float64(b.scale() * costSoft)
	case z.level == tight:
		return float64(b.scale() * costTight)
	case z.level == anywhere && b.p.wrong(z.at):
		return float64(b.scale() * (costAny + costWrong))
	case z.level == anywhere:
		return float64(b.scale() * costAny)
	}
	return 0
}

func (b *breaker) scale() float64 {
	if b.sums != nil {
		return justifiedScale
	}
	return 1
}

// justifiedCost is the cost and the floor of a justified line; a line that cannot be filled costs loose.
func (b *breaker) justifiedCost(i, j int, short, loose float64) (cost, floor float64) {
	s := b.fit(i, j, short)
	cost = float64((1 + s.strain) * (1 + s.strain))
	switch {
	case s.missing < 0:
		return cost + costOver, 0
	case s.missing > 0:
		return cost + loose, loose
	case short < 0:
		return cost, 0
	}
	all := 1 + s.strainOfAll() // without spaces and gaps, which a shorter line may lack
	return cost, min(float64(all*all), loose)
}

// path lists the nodes where lines end, in order. It is valid until the next call.
func (b *breaker) path() []int {
	n := b.nodes[len(b.nodes)-1].lines
	b.ends = slices.Grow(b.ends[:0], n)[:n]
	for j := len(b.nodes) - 1; n > 0; j = b.nodes[j].from {
		n--
		b.ends[n] = j
	}
	return b.ends
}
