package typeset

// level is the quality of a line break; greater is better.
type level uint8

const (
	never    level = iota // inside a grapheme cluster
	anywhere              // between clusters: only as a last resort
	tight                 // inside a figure, such as after the space of "CNY 231": only if the figure fits no line
	soft                  // allowed but undesirable, such as between a month and its year
	free
	must // after a line separator
)

// prohibitedStart reports whether a line must not start with the mark: pauses and stops, closing quotes and brackets,
// connectors, interpuncts, slashes, dashes, ellipses and signs that follow a number (clreq 3.1.4, GB/T 15834-2011 5.1.1
// to 5.1.9).
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

// followsNumber reports whether r is the sign of a unit.
func followsNumber(r rune) bool {
	switch r {
	case '%', '％', '﹪', '‰', '‱', '℃', '℉', '°', '′', '″', '¢', '￠', '㎡', '㎥', '㎞', '㎏':
		return true
	}
	return false
}

// prohibitedEnd reports whether a line must not end with the mark: opening quotes and brackets, currency signs and
// other signs that precede a number (clreq 3.1.4, GB/T 15834-2011 5.1.3 and 5.1.9).
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

// findBreaks sets the level of the break before each glyph: the breaks of UAX #14, minus the prohibitions. Next to
// full-width punctuation clreq alone decides, because UAX #14 cannot tell Chinese from English quotes.
func (p *paragraph) findBreaks() {
	if !p.plain || !p.findFamiliar() {
		if p.plain {
			p.level(anywhere) // discard the results of findFamiliar: the segmenter starts afresh
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

// findFamiliar is findBreaks without the segmenter. It reports false for a text that needs the segmenter.
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

// decide is the level of the break before glyph i, if it is not left to UAX #14.
func (p *paragraph) decide(i int) (l level, decided bool) {
	a, b := &p.g[i-1], &p.g[i]
	switch {
	case b.before == never || b.before == must:
		return b.before, true
	case prohibitedStart(b.r) || prohibitedEnd(a.r):
		return anywhere, true
	case b.r == '@' && a.class == latin:
		return tight, true // an identifier too long for a line breaks before its period
	case a.r == '/' && (b.class == han || i > 1 && p.g[i-2].class == han):
		// A slash between Chinese words is punctuation; in an address it is a break opportunity.
		return anywhere, true
	case a.class.square() && b.class.square(),
		a.class.closes() && b.class == latin,
		a.class == latin && b.class == opening:
		return free, true
	}
	return anywhere, false
}

// wrong reports whether a break before glyph i is to be avoided even in a word wider than its line.
func (p *paragraph) wrong(i int) bool {
	a, b := p.r(i-1), p.r(i)
	return prohibitedStart(b) || prohibitedEnd(a) || isDigit(a) && isDigit(b)
}

// noteSize is the largest size of a raised note mark, relative to the text before it.
const noteSize = 0.7

// keepMarks ties a note mark to the word it follows (clreq 3.1.5.3).
func (p *paragraph) keepMarks() {
	for i := 1; i < p.len(); i++ {
		if p.note(i) {
			p.lower(i, anywhere)
		}
	}
}

// note reports whether a span that starts at glyph i is tied or can only be a note mark: it is small and begins with a
// digit, a bracket or an asterisk.
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

// lower limits the level of the break before glyph i to l.
func (p *paragraph) lower(i int, l level) {
	if b := &p.g[i].before; *b > l && *b != must {
		*b = l
	}
}
