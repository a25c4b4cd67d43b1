package typeset

// white is the white space before a glyph, for justification. Lengths are in points.
type white struct {
	stage   stage // in which it shrinks
	joins   bool  // space may be added here
	shrink  float64
	stretch float64
}

// findWhite finds the adjustable white space between any two glyphs, in the given memory. In English only spaces
// change.
func (p *paragraph) findWhite(memory []white) []white {
	p.white = append(memory, white{})
	for i := 1; i < p.len(); i++ {
		w := p.space(i)
		p.allowSqueeze(i, &w)
		if p.lang == English {
			w.joins = false
			if w.stage != spaces {
				w = white{}
			}
		}
		p.white = append(p.white, w)
	}
	return p.white
}

// space returns the white space of a script gap or a word space.
func (p *paragraph) space(i int) white {
	a := &p.g[i-1]
	em := p.gapAt(i)
	switch {
	case em > 0:
		return white{stage: gaps, shrink: (gapNatural - gapLeast) * em, stretch: (gapMost - gapNatural) * em}
	case p.g[i].before != never && a.class == wordSpace && a.advance > 0:
		em = p.size(i - 1)
		return white{stage: spaces, joins: true, shrink: max(0, a.advance-float64(spaceLeast*em)), stretch: max(0, float64(spaceMost*em)-a.advance)}
	}
	return white{}
}

// allowSqueeze records the white space between glyphs i-1 and i that justification may remove, and its stage: that of
// punctuation not adjacent to other punctuation.
func (p *paragraph) allowSqueeze(i int, w *white) {
	if _, met := p.meet(i); met {
		return
	}
	a, b := &p.g[i-1], &p.g[i]
	switch {
	case a.class == closing:
		w.stage, w.shrink = brackets, a.trail
	case a.class == pause:
		w.stage, w.shrink = pauses, a.trail
	case a.class == stop:
		w.stage, w.shrink = stops, a.trail
	case a.class == interpunct:
		w.stage, w.shrink = interpuncts, a.trail
	case b.class == opening:
		w.stage, w.shrink = brackets, b.lead
	case b.class == interpunct:
		w.stage, w.shrink = interpuncts, b.lead
	}
	// Between Han, and on the blank side of punctuation; elsewhere space would separate a mark from its word.
	w.joins = w.joins || b.before != never && (a.class == han || a.class.closes()) && (b.class == han || b.class == opening)
}
