package typeset

// half is the blank half of a full-width mark, in em; the interpunct has half of that on each side. A mark whose ink
// extends further, as in fonts that centre punctuation, is not squeezed. inkSlack is how far ink may extend beyond.
const (
	half     = 0.5
	inkSlack = 0.05
	wide     = 0.9 // least advance of a full-width mark
)

// findBlanks records the white space of full-width punctuation: on the left of opening marks, on the right of closing
// marks, pauses and stops, on both sides of interpuncts (clreq 3.1.6.1).
func (p *paragraph) findBlanks() {
	for i := range p.len() {
		g := &p.g[i]
		if g.class < opening || g.class > interpunct {
			continue
		}
		size := p.size(i)
		if g.advance < wide*size {
			g.class = other
			continue
		}
		left, right := half, half
		switch {
		case g.class == opening:
			right = 0
		case g.class == interpunct:
			left, right = half/2, half/2
		default:
			left = 0
		}
		k := p.spans[g.span].Face.ink(g.r)
		if k.min >= left-inkSlack {
			g.lead = left * size
		}
		if g.advance/size-k.max >= right-inkSlack {
			g.trail = right * size
		}
	}
}

// squeezePairs removes half an em between two adjacent full-width marks, so that they take one and a half (clreq
// 3.1.6.2).
func (p *paragraph) squeezePairs() {
	for i := 1; i < p.len(); i++ {
		if white, met := p.meet(i); met {
			p.g[i].gap -= white
		}
	}
}

// meet reports whether two full-width marks meet before glyph i, and the excess white space between them.
func (p *paragraph) meet(i int) (white float64, met bool) {
	if i == 0 || i >= p.len() {
		return 0, false
	}
	a, b := &p.g[i-1], &p.g[i]
	switch {
	case a.class.closes() && (b.class.closes() || b.class == opening || b.class == interpunct):
		return a.trail, true
	case b.class == opening && (a.class == opening || a.class == interpunct):
		return b.lead, true
	}
	return 0, false
}
