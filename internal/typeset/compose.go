package typeset

// Align is the alignment of a paragraph's right edge.
type Align int

// The alignments. The last line of a justified paragraph keeps its natural width.
const (
	Ragged Align = iota
	Justified
)

// Options control how a paragraph is composed. Words are never hyphenated.
type Options struct {
	Width    float64 // of the lines, in points
	Align    Align
	Indent   float64 // of the first line, in points; its runs start there
	Language Language
}

// filled reports whether every line of the paragraph but the last reaches the width.
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

// setting is the justification of the line from node i to node j; it is zero if the line is natural or cannot be
// filled.
func (b *breaker) setting(i, j int) setting {
	if b.sums == nil {
		return setting{}
	}
	short := b.short(i, j)
	if b.nodes[j].level == must && short >= 0 {
		return setting{}
	}
	return b.fit(i, j, short)
}

// fit is the setting of the line from node i to node j, which falls short of its width.
func (b *breaker) fit(i, j int, short float64) setting {
	if b.p.lang == Chinese && short > stretchMost*b.room(b.nodes[i].at) {
		return setting{missing: short}
	}
	white := between(b.sums, b.nodes[i].at, b.nodes[j].visible)
	return white.fit(short)
}

// appendLines places the lines found, and appends them and their runs.
func (b *breaker) appendLines(lines []Line, runs []Run) ([]Line, []Run) {
	l := placer{p: b.p, runs: runs}
	i := 0
	for _, j := range b.path() {
		a, z := &b.nodes[i], &b.nodes[j]
		l.set = b.setting(i, j)
		if l.set.missing > 0 {
			l.set = setting{}
		}
		l.start, l.visible, l.end = a.at, max(a.at, z.visible), z.at
		x := 0.0
		if a.at == 0 {
			x = b.indent
		}
		lines = append(lines, l.place(x))
		i = j
	}
	return lines, l.runs
}
