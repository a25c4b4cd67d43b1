package typeset

import (
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// paragraph is the text of all spans as glyphs, with one more after the last for the end.
type paragraph struct {
	spans []Span
	g     []glyph
	lang  Language
	flush bool // a mark at a line's start loses its white
	plain bool // every character is a cluster of its own, and none ends a line

	runes []rune // of all glyphs, for the segmenter
	seg   segmenter.Segmenter
	nodes []node // for the breaker
}

// paragraphs are those that have been composed, whose memory serves the next: a briefing has thousands of short ones.
var paragraphs = sync.Pool{New: func() any { return new(paragraph) }}

// largest is the number of glyphs of a paragraph whose memory is kept.
const largest = 4096

// release gives back the memory of a paragraph, to which nothing may refer any more.
func (p *paragraph) release() {
	if cap(p.g) > largest {
		return
	}
	p.spans = nil
	paragraphs.Put(p)
}

// glyph is one character, with all that stands between it and the one before it. Lengths are in points.
type glyph struct {
	r      rune
	offset int32 // of the character in its span's text
	span   int32
	class  class
	before level // of a break before it
	stage  stage // at which justification shrinks the space before it
	joins  bool  // justification may open space before it

	advance float64
	pen     float64 // where it stands if the whole text is one line
	gap     float64 // space before it inside a line; less than 0 if it is squeezed
	lead    float64 // white of its own that it loses at a line's start
	trail   float64 // white of its own that it loses at a line's end
	shrink  float64 // how far the space before it can shrink
	stretch float64 // how far it can stretch
}

// newParagraph is the paragraph with its breaks found.
func newParagraph(spans []Span, lang Language, flush bool) *paragraph {
	p := spread(spans, lang, flush)
	p.findBreaks()
	return p
}

// spread puts the text on one line. Where it may be broken is left open, since most cells of tables need not be.
func spread(spans []Span, lang Language, flush bool) *paragraph {
	p := paragraphs.Get().(*paragraph)
	p.spans, p.lang, p.flush = spans, lang, flush
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.Text)
	}
	p.plain = true
	p.g = slices.Grow(p.g[:0], n+1)
	for i, s := range spans {
		for at, r := range s.Text {
			p.plain = p.plain && single(r)
			p.g = append(p.g, glyph{
				r: r, span: int32(i), offset: int32(at), class: classOf(r), advance: s.Face.Advance(r) * s.Size,
			})
		}
	}
	p.g = append(p.g, glyph{span: int32(len(spans)), before: must})
	if n == 0 {
		return p
	}
	p.settleQuotes(lang)
	p.findBlanks()
	p.findClusters()
	p.openGaps()
	p.joinPairs()
	p.squeezePairs()
	p.setPens()
	return p
}

// setPens sums up the natural places.
func (p *paragraph) setPens() {
	x := 0.0
	for i := range p.g {
		x += p.g[i].gap
		p.g[i].pen = x
		x += p.g[i].advance
	}
}

// fits reports whether the text takes one line of some width, whatever its breaks are.
func (p *paragraph) fits(width float64) bool {
	return p.plain && p.endPen(p.visible(0, p.len()))-p.startPen(0) <= width
}

func (p *paragraph) len() int { return len(p.g) - 1 }

// size is the type size of a glyph.
func (p *paragraph) size(i int) float64 { return p.spans[p.g[i].span].Size }

// visible is where the visible part of a line from glyph start up to end ends: before white space.
func (p *paragraph) visible(start, end int) int {
	for end > start && p.g[end-1].class.space() {
		end--
	}
	return end
}

// startPen is the natural place of the left edge of a line that starts with glyph i.
func (p *paragraph) startPen(i int) float64 { return p.g[i].pen + p.startTrim(i) }

func (p *paragraph) startTrim(i int) float64 {
	if p.flush {
		return p.g[i].lead
	}
	return 0
}

// endPen is the natural place of the right edge of a line whose visible part ends before glyph i.
func (p *paragraph) endPen(i int) float64 {
	if i == 0 {
		return 0
	}
	a := &p.g[i-1]
	return a.pen + a.advance - a.trail
}

// language of a paragraph nobody named it for: Chinese if there is a Chinese character in it.
func languageOf(spans []Span) Language {
	for _, s := range spans {
		for _, r := range s.Text {
			if r >= 0x80 && isHan(r) {
				return Chinese
			}
		}
	}
	return English
}
