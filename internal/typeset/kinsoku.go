package typeset

// level says how gladly a line is broken at a place. A better one is greater.
type level uint8

const (
	never    level = iota // inside a grapheme cluster
	anywhere              // between clusters, where a line must not be broken unless nothing else helps
	tight                 // inside a figure, as after the space of "CNY 231": only if the figure fits no line
	soft                  // allowed but unwelcome, as between a month and its year
	free
	must // after a line separator
)

// prohibitedStart reports whether a line must not start with the mark: points, closing quotes and brackets,
// connectors, interpuncts, slashes, dashes, ellipses and signs that follow a number (clreq 3.1.4,
// GB/T 15834-2011 5.1.1 to 5.1.9).
func prohibitedStart(r rune) bool {
	switch r {
	case '、', '，', '；', '：', '。', '．', '！', '？', ',', '.', ';', ':', '!', '?', '‼', '⁇', '⁈', '⁉',
		'﹐', '﹑', '﹒', '﹔', '﹕', '﹖', '﹗', '､', '｡':
		return true
	case '”', '’', '）', '》', '〉', '」', '』', '】', '〕', '］', '｝', '〗', '〙', '〛', '｠', '〞', '〟', '﹂', '﹄',
		'｣', '﹚', '﹜', '﹞', ')', ']', '}', '»', '›':
		return true
	case '—', '–', '‐', '‑', '～', '〜', '~', '－', '·', '・', '‧', '•', '･', '/', '／', '…', '⋯', '‥', '⸺':
		return true
	case '々', '〻', 'ー':
		return true
	}
	return followsNumber(r)
}

// followsNumber reports the signs of units.
func followsNumber(r rune) bool {
	switch r {
	case '%', '％', '﹪', '‰', '‱', '℃', '℉', '°', '′', '″', '¢', '￠', '㎡', '㎥', '㎞', '㎏':
		return true
	}
	return false
}

// prohibitedEnd reports whether a line must not end with the mark: opening quotes and brackets, currency signs
// and other signs that stand before a number (clreq 3.1.4, GB/T 15834-2011 5.1.3 and 5.1.9).
func prohibitedEnd(r rune) bool {
	switch r {
	case '“', '‘', '（', '《', '〈', '「', '『', '【', '〔', '［', '｛', '〖', '〘', '〚', '｟', '〝', '﹁', '﹃',
		'｢', '﹙', '﹛', '﹝', '(', '[', '{', '«', '‹':
		return true
	case '¥', '￥', '$', '＄', '﹩', '£', '￡', '€', '₩', '￦', '№', '／':
		return true
	}
	return false
}

// findBreaks sets the level of the break before each glyph: what UAX #14 allows, less the prohibitions. Beside
// full-width marks clreq alone decides, because UAX #14 cannot tell Chinese from English quotes.
func (p *paragraph) findBreaks() {
	if !p.plain || !p.findFamiliar() {
		if p.plain {
			p.level(anywhere) // what was found before it was given up is no opinion of the segmenter
			p.segment()
		}
		for i := 1; i < p.len(); i++ {
			if l, decided := p.decide(i); decided {
				p.g[i].before = l
			}
		}
	}
	p.keepFigures()
	p.keepMarks()
}

// findFamiliar is findBreaks without the segmenter. It reports false for a text that it does not know enough of.
func (p *paragraph) findFamiliar() bool {
	for i := 1; i < p.len(); i++ {
		if l, decided := p.decide(i); decided {
			p.g[i].before = l
			continue
		}
		allowed, known := p.allows(i)
		switch {
		case !known:
			return false
		case allowed:
			p.g[i].before = free
		}
	}
	return true
}

// decide is the level of the break before glyph i where it is not left to UAX #14.
func (p *paragraph) decide(i int) (l level, decided bool) {
	a, b := &p.g[i-1], &p.g[i]
	switch {
	case b.before == never || b.before == must:
		return b.before, true
	case prohibitedStart(b.r) || prohibitedEnd(a.r):
		return anywhere, true
	case b.r == '@' && a.class == latin:
		return tight, true // an identifier too long for a line is broken before its period
	case a.r == '/' && (b.class == han || i > 1 && p.g[i-2].class == han):
		// A slash between Chinese words is a mark of its own; in an address it is where to break.
		return anywhere, true
	case a.class.square() && b.class.square(),
		a.class.closes() && b.class == latin,
		a.class == latin && b.class == opening:
		return free, true
	}
	return anywhere, false
}

// wrong reports whether even a word wider than its line is broken elsewhere than before glyph i if it can be.
func (p *paragraph) wrong(i int) bool {
	a, b := p.r(i-1), p.r(i)
	return prohibitedStart(b) || prohibitedEnd(a) || isDigit(a) && isDigit(b)
}

// noteSize is the size of a raised mark of a note, at most, of the size of the text before it.
const noteSize = 0.7

// keepMarks ties the mark of a note to the word it follows (clreq 3.1.5.3).
func (p *paragraph) keepMarks() {
	for i := 1; i < p.len(); i++ {
		if p.note(i) {
			p.lower(i, anywhere)
		}
	}
}

// note reports whether a span begins at glyph i that is tied, or can only be the mark of a note: it is small and
// begins with a digit, a bracket or an asterisk.
func (p *paragraph) note(i int) bool {
	a, b := &p.g[i-1], &p.g[i]
	if a.span == b.span || a.class.space() {
		return false
	}
	if p.spans[b.span].Tied {
		return true
	}
	if p.size(i) > noteSize*p.size(i-1) {
		return false
	}
	return isDigit(b.r) || b.r == '[' || b.r == '*' || b.r == '†'
}

// lower makes the break before glyph i no better than l.
func (p *paragraph) lower(i int, l level) {
	if b := &p.g[i].before; *b > l && *b != must {
		*b = l
	}
}
