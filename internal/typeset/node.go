package typeset

// epsilon is the tolerance for the width of a line, in points: sums of advances are floats.
const epsilon = 1e-6

// node is a place where one line may end and the next one start.
type node struct {
	at      int     // the glyph the line starts with
	visible int     // end of the visible part of a line that ends here
	start   float64 // natural left edge of a line that starts here
	end     float64 // natural right edge of a line that ends here
	level   level
	rank    int32 // the first later node that is as good, or else the last earlier one that is better; -1 if there is none

	from  int     // start node of the best line ending here
	lines int     // on the best path here
	cost  float64 // of the best path here
}

// breaker finds the breaks of one paragraph. Its memory is reused for the next.
type breaker struct {
	p      *paragraph
	width  float64
	indent float64
	nodes  []node
	ends   []int    // nodes where lines end
	sums   []budget // for justification; nil for ragged setting
}

// begin lists the nodes. Breaks inside unbreakable text are included only if it is wider than a line: first the tight
// ones, then those between any two clusters.
func (b *breaker) begin(p *paragraph, width, indent float64) {
	b.p, b.width, b.indent, b.sums = p, width, indent, nil
	b.nodes = append(b.nodes[:0], b.node(0))
	from := 0
	for i := 1; i <= p.len(); i++ {
		if p.g[i].before >= soft {
			b.add(from, i, tight)
			from = i
		}
	}
}

// add appends a node at to. If the text between is wider than a line, it first adds nodes of a lower level. White
// space is not separated from what it follows (UAX #14, LB7); at the end of a line it takes no room.
func (b *breaker) add(from, to int, l level) {
	n := b.node(to)
	if l >= anywhere && n.end-b.p.startPen(from) > b.room(from)+epsilon {
		last := from
		for i := from + 1; i < to; i++ {
			if g := &b.p.g[i]; g.before >= l && !g.class.space() {
				b.add(last, i, l-1)
				last = i
			}
		}
		if last > from || l > anywhere {
			b.add(last, to, l-1)
			return
		}
	}
	b.nodes = append(b.nodes, n)
}

func (b *breaker) node(at int) node {
	visible := b.p.visible(0, at)
	return node{
		at: at, visible: visible, level: b.p.g[at].before,
		start: b.p.startPen(at), end: b.p.endPen(visible),
	}
}

// room is the width of a line that starts with the given glyph.
func (b *breaker) room(at int) float64 {
	if at == 0 {
		return b.width - b.indent
	}
	return b.width
}

// short is how much a line from node i to node j falls short of its width, in points.
func (b *breaker) short(i, j int) float64 {
	a, z := &b.nodes[i], &b.nodes[j]
	if z.visible <= a.at {
		return b.room(a.at) // nothing but white space
	}
	return b.room(a.at) - (z.end - a.start)
}

// loneCharacter reports whether the line from node i to node j, the last of its paragraph, has only one Chinese character or a
// word of one or two letters, not counting punctuation (clreq 3.4.4).
func (b *breaker) loneCharacter(i, j int) bool {
	if b.nodes[i].at == 0 || b.nodes[i].level == must {
		return false // the whole paragraph
	}
	chinese, letters := 0, 0
	for k := b.nodes[i].at; k < b.nodes[j].visible; k++ {
		switch g := &b.p.g[k]; {
		case g.before == never:
		case g.class == han:
			chinese++
		case isDigit(g.r):
			return false
		case g.class == latin:
			letters++
		}
		if chinese > 1 || letters > 2 || chinese*letters > 0 {
			return false
		}
	}
	return true
}
