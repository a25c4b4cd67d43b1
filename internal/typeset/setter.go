package typeset

import (
	"slices"
	"sync"
)

// Setter sets the texts of one document. Break and Widths measure repeated text in the same style once. A Setter is not
// safe for concurrent use. Its results must not be changed, nor used after Release.
type Setter struct {
	texts []text         // the first has no spans
	known map[spoken]int // the text in the style met last
	breaker

	// Memory. Slices returned from these lists are not overwritten before Release.
	spans  []Span
	glyphs []glyph // of texts that have been broken
	lines  []Line
	runs   []Run
	fresh  paragraph // the one last measured
	white  []white   // of one paragraph
	sum    []budget
	folds  []fold
}

// text is a sequence of spans with its measurements.
type text struct {
	last Span
	same int // an earlier text with the same words in another style; 0 if there is none

	spans  []Span
	p      paragraph // with its breaks found; without glyphs if it has never been broken
	line   []Line    // all of it on one line, once needed
	enough float64   // the smallest width for which it fits on one line
}

// spoken is the key of a text: the index of the text without its last span, and the words of that span.
type spoken struct {
	after int
	last  string
}

// setters pools released setters, whose memory is reused.
var setters = sync.Pool{New: func() any { return &Setter{known: map[spoken]int{}} }}

// The largest numbers of glyphs, texts and runs of a document whose memory is kept.
const (
	mostGlyphs = 1 << 17
	mostTexts  = 1 << 15
	mostRuns   = 1 << 17
)

// NewSetter returns an empty Setter.
func NewSetter() *Setter { return setters.Get().(*Setter) }

// Release returns the memory to the pool, including that of all lines.
func (s *Setter) Release() {
	if s.huge() {
		return
	}
	s.forget()
	setters.Put(s)
}

// huge reports whether too much memory would be kept for smaller documents. Texts bound the cache, runs the lines.
func (s *Setter) huge() bool {
	return cap(s.glyphs) > mostGlyphs || cap(s.texts) > mostTexts || cap(s.runs) > mostRuns
}

// forget drops all references to the document but keeps the memory.
func (s *Setter) forget() {
	clear(s.known)
	s.texts, s.spans, s.lines, s.runs = emptied(s.texts), emptied(s.spans), emptied(s.lines), emptied(s.runs)
	s.glyphs = s.glyphs[:0]
	s.fresh, s.p = paragraph{}, nil
}

// emptied clears a list but keeps its memory.
func emptied[T any](list []T) []T {
	clear(list)
	return list[:0]
}

// Break composes spans into ragged lines no wider than width, in points, for the cells of tables. It uses as few lines
// as possible, as even as possible. It breaks where UAX #14 and clreq allow, and never inside a figure (a number with
// its sign and unit). An unbreakable piece is broken only if it is wider than a whole line: a figure at a space inside
// it, anything else between two characters. The white space of punctuation at a line's start or end is outside the
// line's width, so a run's X can be as low as minus half an em. The texts of the lines, joined, are the text of the
// spans.
func (s *Setter) Break(spans []Span, width float64) []Line {
	t := s.text(spans)
	switch {
	case room(spans) == 1:
		return nil
	case t.line != nil && t.enough <= width:
		return t.line
	}
	if run, ok := simple(t.spans); ok && run.Width <= width {
		s.runs = append(s.runs, run)
		s.lines = append(s.lines, Line{Runs: slices.Clip(s.runs[len(s.runs)-1:]), Width: run.Width})
		t.line, t.enough = slices.Clip(s.lines[len(s.lines)-1:]), run.Width
		return t.line
	}
	p := s.measured(t)
	if t.enough = p.enough(); t.enough <= width {
		t.line = s.oneLine(p, 0)
		return t.line
	}
	s.begin(s.broken(t, p), width, 0)
	s.best()
	return s.place()
}

// Widths returns the width, in points, of spans on a single line, and of their widest part that Break does not break on
// a line wide enough for it. It sets each narrow[n] to the smallest width for which n+2 lines are enough, without
// breaking any of these parts.
func (s *Setter) Widths(spans []Span, narrow []float64) (line, word float64) {
	t := s.text(spans)
	if room(spans) == 1 {
		clear(narrow)
		return 0, 0
	}
	p := s.broken(t, s.measured(t))
	s.folds = p.appendFolds(s.folds[:0])
	return folded{p, s.folds}.widths(narrow)
}

// slimLine is the width of a line, in em, below which dates are broken as other text is.
const slimLine = 25

// Compose breaks spans into the lines of a paragraph, optimizing over all of it (total fit). It breaks where UAX #14
// and clreq allow and, like Break, never inside a figure that fits a line, but after the year and the month of a date in a
// narrow column.
//
// Justified Chinese is squeezed and spaced out in the order of clreq 3.5.3 and 3.5.4; a line that would need more than
// 0.08 em between all characters stays short. Justified English changes only word spaces, to half an em at most;
// if that does not fill every line, the whole paragraph is ragged. The last line is natural, or squeezed if that saves
// a line. A last line of a single character is avoided (clreq 3.4.4). A line separator ends a line.
//
// The texts of the lines, joined, are the text of the spans.
func (s *Setter) Compose(spans []Span, opt Options) []Line {
	p := s.spread(spans, opt.Language)
	switch {
	case p.len() == 0:
		return nil
	case p.enough() <= opt.Width-opt.Indent:
		return s.oneLine(p, opt.Indent)
	}
	p.slim = opt.Width < slimLine*spans[0].Size
	p.findBreaks()
	s.begin(p, opt.Width, opt.Indent)
	if opt.Align == Justified {
		s.white = p.findWhite(s.white[:0])
		s.sum = p.appendBudgets(s.sum[:0])
		s.sums = s.sum
	}
	s.best()
	if s.sums != nil && opt.Language == English && !s.filled() {
		s.sums, p.white = nil, nil
		s.best()
	}
	return s.place()
}

// text returns the cached text of spans, adding it if necessary.
func (s *Setter) text(spans []Span) *text {
	if len(s.texts) == 0 {
		s.texts = append(s.texts, text{})
	}
	at := 0
	for i := range spans {
		at = s.next(at, &spans[i])
	}
	t := &s.texts[at]
	if t.spans == nil {
		n := len(s.spans)
		s.spans = append(s.spans, spans...)
		t.spans = slices.Clip(s.spans[n:])
	}
	return t
}

// next is the index of the text that extends another by one span.
func (s *Setter) next(after int, span *Span) int {
	said := spoken{after, span.Text}
	same := s.known[said]
	for i := same; i != 0; i = s.texts[i].same {
		if s.texts[i].last == *span {
			return i
		}
	}
	n := len(s.texts)
	s.texts = append(s.texts, text{last: *span, same: same})
	s.known[said] = n
	return n
}

// measured returns the paragraph of a text, valid until the next call; broken keeps it.
func (s *Setter) measured(t *text) *paragraph {
	if t.p.g != nil {
		return &t.p
	}
	return s.spread(t.spans, ofText)
}

// broken returns the paragraph of a text, just measured, with its breaks found.
func (s *Setter) broken(t *text, p *paragraph) *paragraph {
	if t.p.g == nil {
		p.findBreaks()
		t.p = *p
		s.glyphs = s.glyphs[:len(s.glyphs)+len(p.g)]
	}
	return &t.p
}

// spread measures spans, after the glyphs that are kept.
func (s *Setter) spread(spans []Span, lang Language) *paragraph {
	if need := room(spans); cap(s.glyphs)-len(s.glyphs) < need {
		s.glyphs = make([]glyph, 0, max(2*cap(s.glyphs), need))
	}
	s.fresh = spread(s.glyphs[len(s.glyphs):], spans, lang)
	return &s.fresh
}

// oneLine places the whole text on one line.
func (s *Setter) oneLine(p *paragraph, indent float64) []Line {
	l := placer{p: p, visible: p.visible(0, p.len()), end: p.len(), runs: s.runs}
	s.lines = append(s.lines, l.place(indent))
	s.runs = l.runs
	return slices.Clip(s.lines[len(s.lines)-1:])
}

// place places the lines found.
func (s *Setter) place() []Line {
	n := len(s.lines)
	s.lines, s.runs = s.appendLines(s.lines, s.runs)
	return slices.Clip(s.lines[n:])
}
