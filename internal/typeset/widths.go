package typeset

import "math"

// fold is a place where a line may break in a paragraph whose figures and words stay whole.
type fold struct {
	at, visible int     // first glyph of the next line, and end of the visible part of this one
	start, end  float64 // natural left edge of the next line, and right edge of this one
	must        bool
}

// appendFolds lists the folds, including the start and the end of the text.
func (p *paragraph) appendFolds(folds []fold) []fold {
	for i := range p.g {
		if i > 0 && p.g[i].before < soft {
			continue
		}
		visible := p.visible(0, i)
		folds = append(folds, fold{i, visible, p.startPen(i), p.endPen(visible), i > 0 && p.g[i].before == must})
	}
	return folds
}

// folded is a paragraph as a list of folds.
type folded struct {
	p     *paragraph
	folds []fold
}

// wide is the width of a line from one fold to another.
func (f folded) wide(from, to int) float64 {
	a, z := &f.folds[from], &f.folds[to]
	if z.visible < a.at { // nothing but white space
		return f.p.endPen(a.at) - a.start
	}
	return z.end - a.start
}

// widths implements [Setter.Widths].
func (f folded) widths(narrow []float64) (line, word float64) {
	last := len(f.folds) - 1
	for i := range last {
		word = max(word, f.wide(i, i+1))
	}
	line = max(0, f.wide(0, last))
	enough := line
	for n := range narrow {
		enough = f.narrowest(n+2, word, enough)
		narrow[n] = enough
	}
	return line, word
}

// narrowest is the smallest width for which the given number of lines is enough. It is between word, which fits the
// widest word, and enough, which is known to suffice.
func (f folded) narrowest(lines int, word, enough float64) float64 {
	const close = 0.25
	for least := word - close; enough-least > close; {
		middle := (least + enough) / 2
		if widest, ok := f.greedy(middle, lines); ok {
			enough = widest
		} else {
			least = middle
		}
	}
	return enough
}

// greedy is the width of the widest line if lines are filled greedily; false if there are more than most lines, or if a
// word is wider than width.
func (f folded) greedy(width float64, most int) (widest float64, ok bool) {
	start, end, w := 0, 0, 0.0
	lines := 1
	for i := 1; i < len(f.folds); i++ {
		next := f.wide(start, i)
		if end > start && (next > width || f.folds[end].must) {
			if lines++; lines > most {
				return math.Inf(1), false
			}
			widest = max(widest, w)
			start = end
			next = f.wide(start, i)
		}
		if next > width {
			return next, false
		}
		end, w = i, next
	}
	return max(widest, w), true
}
