package typeset

import (
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// Span is text in one style.
type Span struct {
	Text string
	Face *Face
	Size float64 // in points
}

// Run is a piece of one span, to be drawn at X points from the start of its line.
type Run struct {
	Span  int // index of the span
	X     float64
	Width float64 // in points, without white space at the line's end
	Text  string
}

// Line is a line of text. Width leaves out white space at its end.
type Line struct {
	Runs  []Run
	Width float64
}

// String is the text of the line.
func (l Line) String() string {
	var s string
	for _, r := range l.Runs {
		s += r.Text
	}
	return s
}

// hanLatinGap is the space between Han and Latin or digits, in em of the Han side: clreq 3.2.5 allows up to a
// quarter and lets it shrink to an eighth.
const hanLatinGap = 0.18

// Break composes spans into lines no wider than width, in points. It breaks where UAX #14 and clreq allow, and
// never inside a figure (a number with its sign and unit). Only where a single unbreakable piece is wider
// than a whole line is it broken: a figure at a space inside it, anything else between two characters. Joined,
// the lines' text is the spans' text.
func Break(spans []Span, width float64) []Line {
	p := newParagraph(spans)
	if len(p.runes) == 0 {
		return nil
	}
	var lines []Line
	for start := 0; start < len(p.runes); {
		end := p.lineEnd(start, width)
		lines = append(lines, p.line(start, end))
		start = end
	}
	return lines
}

// Measure is the width of the spans set on one line, in points.
func Measure(spans []Span) float64 {
	p := newParagraph(spans)
	return p.line(0, len(p.runes)).Width
}

type paragraph struct {
	spans   []Span
	runes   []rune
	span    []int     // index of each rune's span
	advance []float64 // width of each rune, in points
	gap     []float64 // space before each rune unless it starts a line
	breaks  []bool    // whether a line may start with the rune
	spaces  []bool    // whether it may if it must: after a space inside a figure
	pieces  []bool    // whether a grapheme starts with the rune
}

func newParagraph(spans []Span) *paragraph {
	p := &paragraph{spans: spans}
	for i, s := range spans {
		for _, r := range s.Text {
			p.runes = append(p.runes, r)
			p.span = append(p.span, i)
			p.advance = append(p.advance, s.Face.Advance(r)*s.Size)
		}
	}
	p.gap = make([]float64, len(p.runes))
	for i := 1; i < len(p.runes); i++ {
		a, b := p.runes[i-1], p.runes[i]
		switch {
		case isHan(a) && isLatin(b):
			p.gap[i] = hanLatinGap * spans[p.span[i-1]].Size
		case isLatin(a) && isHan(b):
			p.gap[i] = hanLatinGap * spans[p.span[i]].Size
		}
	}
	p.findBreaks()
	return p
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isLatin(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '%'
}

func (p *paragraph) findBreaks() {
	p.breaks = make([]bool, len(p.runes)+1)
	p.pieces = make([]bool, len(p.runes)+1)
	var seg segmenter.Segmenter
	seg.Init(p.runes)
	for it := seg.LineIterator(); it.Next(); {
		p.breaks[it.Line().Offset] = true
	}
	for it := seg.GraphemeIterator(); it.Next(); {
		p.pieces[it.Grapheme().Offset] = true
	}
	for i := 1; i < len(p.runes); i++ {
		if p.breaks[i] && (prohibitedStart(p.runes[i]) || prohibitedEnd(p.runes[i-1])) {
			p.breaks[i] = false
		}
	}
	p.spaces = make([]bool, len(p.runes)+1)
	for i := 1; i < len(p.runes); i++ {
		p.spaces[i] = p.breaks[i] && unicode.IsSpace(p.runes[i-1])
	}
	keepFigures(p.runes, p.breaks)
	p.breaks[len(p.runes)], p.pieces[len(p.runes)] = true, true
}

// lineEnd finds where the line that starts at start ends: after the last piece that fits.
func (p *paragraph) lineEnd(start int, width float64) int {
	const slack = 1e-6 // sums of advances are floats; a hair over the width is not an overflow
	fit, gap, piece, x := 0, 0, 0, 0.0
	for i := start; i < len(p.runes); i++ {
		if i > start {
			x += p.gap[i]
		}
		x += p.advance[i]
		if x > width+slack && !unicode.IsSpace(p.runes[i]) {
			break
		}
		if p.breaks[i+1] {
			fit = i + 1
		}
		if p.spaces[i+1] {
			gap = i + 1
		}
		if p.pieces[i+1] {
			piece = i + 1
		}
	}
	switch {
	case fit > 0:
		return fit
	case gap > 0:
		return gap
	case piece > 0:
		return piece
	default:
		return p.nextPiece(start)
	}
}

func (p *paragraph) nextPiece(start int) int {
	for i := start + 1; i < len(p.runes); i++ {
		if p.pieces[i] {
			return i
		}
	}
	return len(p.runes)
}

// line places the runes from start up to end.
func (p *paragraph) line(start, end int) Line {
	var l Line
	last := end // end of the line's visible part
	for last > start && unicode.IsSpace(p.runes[last-1]) {
		last--
	}
	x := 0.0
	for i := start; i < end; i++ {
		if i == start || p.gap[i] > 0 || p.span[i] != p.span[i-1] {
			if i > start {
				x += p.gap[i]
			}
			l.Runs = append(l.Runs, Run{Span: p.span[i], X: x})
		}
		run := &l.Runs[len(l.Runs)-1]
		run.Text += string(p.runes[i])
		x += p.advance[i]
		if i < last {
			run.Width = x - run.X
			l.Width = x
		}
	}
	return l
}
