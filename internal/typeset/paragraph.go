package typeset

import "math"

// paragraph is the text of all spans as glyphs, followed by an end glyph.
type paragraph struct {
	spans []Span
	g     []glyph
	white []white // of each glyph, the white space before it for justification; nil unless needed
	lang  Language
	slim  bool // its lines are so short that dates may be broken
	plain bool // every character is a cluster of its own, and none ends a line
}

// glyph is one character, with the spacing between it and the one before. Lengths are in points.
type glyph struct {
	r      rune
	offset int32 // of the character in its span's text
	span   int32
	class  class
	before level // of a break before it
	form   Form

	advance float64
	pen     float64 // its position if the whole text is one line
	gap     float64 // space before it inside a line; negative if squeezed
	lead    float64 // own white space that it loses at a line's start
	trail   float64 // own white space that it loses at a line's end
}

// spread sets the text on one line, in the memory of g. It does not find breaks, which most table cells do not need.
func spread(g []glyph, spans []Span, lang Language) paragraph {
	p := paragraph{spans: spans, lang: lang}
	var in classes
	p.g, in, p.plain = appendGlyphs(g, spans)
	if lang == ofText {
		p.lang = in.language()
	}
	if !p.plain {
		p.findClusters()
	}
	if in.has(1 << latin) {
		p.lowerIndices()
	}
	if in.has(marks) {
		p.settleQuotes()
		p.findBlanks()
	}
	if in.has(1<<han) && in.has(1<<latin) {
		p.openGaps()
	}
	if in.has(marks) {
		p.joinPairs()
		p.squeezePairs()
	}
	p.setPens()
	return p
}

// appendGlyphs measures and classifies every character. plain means that each is a cluster of its own and none ends a
// line.
func appendGlyphs(g []glyph, spans []Span) (all []glyph, in classes, plain bool) {
	plain = true
	for i := range spans {
		s := &spans[i]
		for at, r := range s.Text {
			c := classOf(r)
			in |= 1 << c
			if c == other && pairs(r) {
				in |= 1 << dash
			}
			plain = plain && single(r)
			g = append(g, glyph{
				r: r, span: int32(i), offset: int32(at), class: c, before: anywhere, advance: s.Face.Advance(r) * s.Size,
			})
		}
	}
	return append(g, glyph{span: int32(len(spans)), before: must}), in, plain
}

// simple returns a text as one run if no space in it is adjusted: it must be one plain span without punctuation and
// without an index, and not mix Han and Latin.
func simple(spans []Span) (run Run, ok bool) {
	if len(spans) != 1 {
		return Run{}, false
	}
	s := &spans[0]
	var in classes
	x, last := 0.0, rune(0)
	for _, r := range s.Text {
		c := classOf(r)
		in |= 1 << c
		indexed := isDigit(r) && (last == 'M' || last == 'O')
		last = r
		if indexed || in.has(marks) || in.has(1<<han) && in.has(1<<latin) || !single(r) || pairs(r) {
			return Run{}, false
		}
		if x += float64(s.Face.Advance(r) * s.Size); !c.space() {
			run.Width = x
		}
	}
	run.Text = s.Text
	return run, true
}

// room is the maximum number of glyphs of spans, including the end glyph.
func room(spans []Span) int {
	n := 1
	for i := range spans {
		n += len(spans[i].Text)
	}
	return n
}

// setPens sets the natural positions.
func (p *paragraph) setPens() {
	x := 0.0
	for i := range p.g {
		x += p.g[i].gap
		p.g[i].pen = x
		x += p.g[i].advance
	}
}

// enough is the smallest width at which the text fits on one line, whatever its breaks are.
func (p *paragraph) enough() float64 {
	if !p.plain {
		return math.Inf(1)
	}
	return p.endPen(p.visible(0, p.len())) - p.startPen(0)
}

func (p *paragraph) len() int { return len(p.g) - 1 }

// size is the type size of a glyph.
func (p *paragraph) size(i int) float64 { return p.spans[p.g[i].span].Size }

// visible is the end of the visible part of a line from glyph start up to end, without trailing white space.
func (p *paragraph) visible(start, end int) int {
	for end > start && p.g[end-1].class.space() {
		end--
	}
	return end
}

// startPen is the natural left edge of a line that starts with glyph i.
func (p *paragraph) startPen(i int) float64 { return p.g[i].pen + p.g[i].lead }

// endPen is the natural right edge of a line whose visible part ends before glyph i.
func (p *paragraph) endPen(i int) float64 {
	if i == 0 {
		return 0
	}
	a := &p.g[i-1]
	return a.pen + a.advance - a.trail
}
