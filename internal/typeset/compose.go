package typeset

// Align says what happens to the right edge of a paragraph.
type Align int

// The alignments. A justified paragraph's last line keeps its natural width.
const (
	Ragged Align = iota
	Justified
)

// Options say how a paragraph is composed. Words are never hyphenated.
type Options struct {
	Width    float64 // of the lines, in points
	Align    Align
	Indent   float64 // of the first line, in points; its runs start there
	Language Language
}

// Compose breaks spans into the lines of a paragraph, looking at all of it before it decides (total fit). It breaks
// where UAX #14 and clreq allow and, as Break does, never inside a figure that fits a line. The white of a mark at
// a line's start or end is outside the line's width, so that a run's X can be half an em less than 0.
//
// Justified Chinese is squeezed and spaced out in the order of clreq 3.5.3 and 3.5.4; a line that would have to be
// spaced out by more than a quarter em between all characters stays short. Of justified English the word spaces
// alone change, to half an em at most: if that does not fill every line, the whole paragraph is ragged. The last
// line is natural, or squeezed if that saves a line. A last line of a single character is avoided (clreq 3.4.4).
// A line separator ends a line.
//
// Joined, the lines' text is the spans' text.
func Compose(spans []Span, opt Options) []Line {
	p := spread(spans, opt.Language, true)
	defer p.release()
	switch {
	case p.len() == 0:
		return nil
	case p.fits(opt.Width - opt.Indent):
		return p.line(opt.Indent)
	}
	p.findBreaks()
	b := newBreaker(p, opt.Width, opt.Indent)
	if opt.Align == Justified {
		b.sums = p.budgets()
	}
	b.best()
	if b.sums != nil && opt.Language == English && !b.filled() {
		b.sums = nil
		b.best()
	}
	return b.place()
}

// Break composes spans into ragged lines no wider than width, in points, for the cells of tables. There are as few
// lines as can be, and they are as even as can be. It breaks where UAX #14 and clreq allow, and never inside a
// figure (a number with its sign and unit). Only where a single unbreakable piece is wider than a whole line is it
// broken: a figure at a space inside it, anything else between two characters. No run's X is less than 0. Joined, the lines' text is the spans' text.
func Break(spans []Span, width float64) []Line {
	p := spread(spans, languageOf(spans), false)
	defer p.release()
	switch {
	case p.len() == 0:
		return nil
	case p.fits(width):
		return p.line(0)
	}
	p.findBreaks()
	b := newBreaker(p, width, 0)
	b.best()
	return b.place()
}

// line places the whole text on one line.
func (p *paragraph) line(indent float64) []Line {
	l := placer{p: p, visible: p.visible(0, p.len()), end: p.len()}
	return []Line{l.place(indent)}
}

// filled reports whether every line but the last of its paragraph reaches the width.
func (b *breaker) filled() bool {
	i := 0
	for _, j := range b.path() {
		if b.nodes[j].level != must && b.setting(i, j).missing != 0 {
			return false
		}
		i = j
	}
	return true
}

// setting is how the line from node i up to node j is justified: not at all if it is natural or cannot be filled.
func (b *breaker) setting(i, j int) setting {
	if b.sums == nil {
		return setting{}
	}
	short := b.short(i, j)
	if b.nodes[j].level == must && short >= 0 {
		return setting{}
	}
	white := between(b.sums, b.nodes[i].at, b.nodes[j].visible)
	return white.fit(short)
}

func (b *breaker) place() []Line {
	path := b.path()
	lines := make([]Line, 0, len(path))
	i := 0
	for _, j := range path {
		a, z := &b.nodes[i], &b.nodes[j]
		set := b.setting(i, j)
		if set.missing > 0 {
			set = setting{}
		}
		l := placer{p: b.p, set: set, start: a.at, visible: max(a.at, z.visible), end: z.at}
		x := 0.0
		if a.at == 0 {
			x = b.indent
		}
		lines = append(lines, l.place(x))
		i = j
	}
	return lines
}
