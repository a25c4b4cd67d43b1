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

// appendLines places the lines that were found behind others, and their runs behind theirs.
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
