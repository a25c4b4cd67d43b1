package typeset

import "strings"

// Span is text in one style.
type Span struct {
	Text string
	Face *Face
	Size float64 // in points
	Tied bool    // not separated from the span before it, such as a note mark

	Verbatim bool // without gaps inside, such as an address
}

// Run is a piece of one span, drawn at X points from the start of its line. Runs are ordered from left to right. A
// squeezed opening mark starts half an em left of its ink, so that the blank half of its box overlaps the run before it
// or lies outside the line.
type Run struct {
	Span  int // index of the span
	X     float64
	Width float64 // in points, without white space at the line's end; at most up to the next run
	Text  string  // part of the span's text
	Form  Form    // of its last character; see [Form.Inside] for the others
	// Spacing is added after each character, in points. It is nonzero only in justified lines, and only for characters
	// that are clusters of their own. Width includes it between the characters, not after the last.
	Spacing float64
}

// Line is a line of text. Width excludes white space at its end, and the blank half of punctuation there; it includes a
// first line's indent. Stretch is the width that justification added, or removed if negative: Width-Stretch is the
// natural width.
type Line struct {
	Runs    []Run
	Width   float64
	Stretch float64
}

// String is the text of the line.
func (l Line) String() string {
	if len(l.Runs) == 1 {
		return l.Runs[0].Text
	}
	var s strings.Builder
	for _, r := range l.Runs {
		s.WriteString(r.Text)
	}
	return s.String()
}

// placer places the glyphs of one line, joining glyphs into a run if no space between them is adjusted.
type placer struct {
	p       *paragraph
	set     setting
	start   int // the line's first glyph
	visible int // end of its visible part
	end     int

	runs    []Run   // of all lines so far
	first   int     // index of the line's first run
	width   float64 // of the line so far
	stretch float64
}

// place places the line with its left edge at x.
func (l *placer) place(x float64) Line {
	l.first, l.width, l.stretch = len(l.runs), 0, 0
	x -= l.p.g[l.start].lead
	first := l.start // of the run
	for i := l.start; i < l.end; i++ {
		g := &l.p.g[i]
		if i > l.start {
			extra := l.extra(i)
			x += g.gap + extra
			l.stretch += extra
		}
		if i == l.start || l.splits(first, i) {
			l.close(first, i)
			l.clip(x)
			if i > l.start && i < l.visible {
				l.runs[len(l.runs)-1].Form |= l.p.gapInLetter(i)
			}
			l.runs = append(l.runs, Run{Span: int(g.span), X: x, Form: g.form})
			first = i
		}
		x += g.advance
		if i < l.visible {
			l.widen(i, x)
		}
	}
	l.close(first, l.end)
	n := len(l.runs)
	return Line{Runs: l.runs[l.first:n:n], Width: l.width, Stretch: l.stretch}
}

// clip ends the last run where the next one starts, if that one is squeezed against it.
func (l *placer) clip(x float64) {
	for i := len(l.runs) - 1; i >= l.first; i-- {
		run := &l.runs[i]
		if run.X+run.Width <= x {
			return
		}
		run.Width = max(0, x-run.X)
	}
}

// widen extends the last run and the line to x, the right edge of glyph i.
func (l *placer) widen(i int, x float64) {
	if i == l.visible-1 {
		x -= l.p.g[i].trail
	}
	run := &l.runs[len(l.runs)-1]
	run.Width = x - run.X
	l.width = x
}

// extra is the space justification adds before glyph i.
func (l *placer) extra(i int) float64 {
	if l.p.white == nil || i >= l.visible {
		return 0
	}
	return l.set.extra(&l.p.white[i], l.p.size(i))
}

// splits reports whether a new run starts with glyph i. The extra space within a run is uniform.
func (l *placer) splits(first, i int) bool {
	g := &l.p.g[i]
	switch {
	case g.span != l.p.g[first].span || g.form != l.p.g[first].form:
		return true
	case i >= l.visible:
		return false
	case g.gap != 0:
		return true
	case l.p.white == nil:
		return false
	}
	extra := l.extra(i)
	if i == first+1 {
		return extra != 0 && (!l.p.white[i].joins || l.p.g[i+1].before == never)
	}
	return extra != l.extra(first+1) || extra != 0 && l.p.g[i+1].before == never
}

// close sets the text and spacing of the last run, which has the glyphs from first up to end.
func (l *placer) close(first, end int) {
	if end == l.start {
		return
	}
	run := &l.runs[len(l.runs)-1]
	text := l.p.spans[run.Span].Text
	to := len(text)
	if int(l.p.g[end].span) == run.Span {
		to = int(l.p.g[end].offset)
	}
	run.Text = text[l.p.g[first].offset:to]
	if first+1 < min(end, l.visible) {
		run.Spacing = l.extra(first + 1)
	}
}
