package typeset

import "math"

// widths are the widths of [Setter.Widths].
func (p *paragraph) widths(narrow []float64) (line, word float64) {
	clear(narrow)
	if p.len() == 0 {
		return 0, 0
	}
	start := 0
	for i := 1; i <= p.len(); i++ {
		if p.g[i].before >= soft {
			word = max(word, p.wide(start, i))
			start = i
		}
	}
	line = max(0, p.wide(0, p.len()))
	enough := line
	for n := range narrow {
		enough = p.narrowest(n+2, word, enough)
		narrow[n] = enough
	}
	return line, word
}

// wide is the width of a line from glyph start up to end.
func (p *paragraph) wide(start, end int) float64 {
	return p.endPen(p.visible(start, end)) - p.startPen(start)
}

// narrowest is the least width from which on so many lines are enough, between one that is for a word and one that is
// enough.
func (p *paragraph) narrowest(lines int, word, enough float64) float64 {
	const close = 0.25
	for least := word - close; enough-least > close; {
		middle := (least + enough) / 2
		if n, widest := p.greedy(middle); n <= lines {
			enough = widest
		} else {
			least = middle
		}
	}
	return enough
}

// greedy is the number of lines that are filled one after the other, and the width of the widest; none if a word is wider.
func (p *paragraph) greedy(width float64) (lines int, widest float64) {
	start, end, w := 0, 0, 0.0
	for i := 1; i <= p.len(); i++ {
		if p.g[i].before < soft {
			continue
		}
		next := p.wide(start, i)
		if next > width && end > start || p.g[end].before == must && end > start {
			lines, widest = lines+1, max(widest, w)
			start = end
			next = p.wide(start, i)
		}
		if next > width {
			return math.MaxInt, next
		}
		end, w = i, next
	}
	return lines + 1, max(widest, w)
}
