package typeset

// white is the space before a glyph as justification sees it. Lengths are in points.
type white struct {
	stage   stage // at which it is shrunk
	joins   bool  // space may open here
	shrink  float64
	stretch float64
}

// findWhite finds what justification may do between any two glyphs, in memory that it extends. In English
// only spaces change.
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

// space is a gap between scripts, or the space between words.
func (p *paragraph) space(i int) white {
	a := &p.g[i-1]
	em := p.gapAt(i)
	switch {
	case em > 0:
		return white{stage: gaps, joins: true, shrink: (gapNatural - gapLeast) * em, stretch: (gapMost - gapNatural) * em}
	case p.g[i].before != never && a.class == wordSpace && a.advance > 0:
		em = p.size(i - 1)
		return white{stage: spaces, joins: true, shrink: max(0, a.advance-spaceLeast*em), stretch: max(0, spaceMost*em-a.advance)}
	}
	return white{}
}

// allowSqueeze notes which white between glyphs i-1 and i justification may take, and when: that of marks which do not
// meet.
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
	// Between Han, and on the white side of marks: elsewhere space would tear a mark from its word.
	w.joins = w.joins || b.before != never && (a.class == han || a.class.closes()) && (b.class == han || b.class == opening)
}
