package briefing

import (
	"math"
	"slices"
)

// fit composes the rows of a table, its header first, in columns as wide as make the table lowest. They start from the
// shares of the width they were given and keep them where nothing is won. No column gets narrower than its longest
// word, nor loses the axis of its numbers.
func (b *builder) fit(cols []column, rows [][]cell) []setRow {
	set := make([]setRow, len(rows))
	for r := range rows {
		set[r] = make(setRow, len(cols))
		for i := range cols {
			set[r][i] = make([]lines, len(rows[r][i]))
			for j, p := range rows[r][i] {
				set[r][i][j] = b.measure(b.inner(cols, i), p...)
			}
		}
	}
	if !slices.ContainsFunc(set, setRow.broken) {
		return set // it cannot be lower
	}
	before := slices.Clone(cols)
	b.balance(cols, rows, set)
	for i := range cols {
		if cols[i].part == before[i].part {
			continue
		}
		for r := range rows {
			for j, p := range rows[r][i] {
				if l := set[r][i][j]; len(l.rows) > 1 || l.widest() > b.inner(cols, i) {
					set[r][i][j] = b.measure(b.inner(cols, i), p...)
				}
			}
		}
	}
	return set
}

// broken reports whether a paragraph of the row takes more than a line.
func (row setRow) broken() bool {
	return slices.ContainsFunc(row, func(cell []lines) bool {
		return slices.ContainsFunc(cell, func(l lines) bool { return len(l.rows) > 1 })
	})
}

// balance moves width between columns, a step at a time, as long as that makes the table lower: each time the step that
// wins most for its size.
func (b *builder) balance(cols []column, rows [][]cell, set []setRow) {
	f := b.fitting(cols, rows, set)
	for lowest := f.height(); ; lowest = f.height() {
		var best step
		won := 0.0
		for from := range cols {
			for to := range cols {
				for part := 0.01; part < 0.5; part *= 2 {
					s := step{from, to, part}
					if from == to || !f.spares(from, part) {
						continue
					}
					if gain := (lowest - f.after(s)) / part; gain > won {
						best, won = s, gain
					}
				}
			}
		}
		if won == 0 {
			return
		}
		f.take(best)
	}
}

// step is a part of the width that goes from one column to another.
type step struct {
	from, to int
	part     float64
}

// measured is a paragraph as fitting sees it: how wide it is on one line, from which widths on it takes two, three and
// four, and how high a line is.
type measured struct {
	width  float64
	narrow [3]float64
	lead   float64
}

// lines is how many the paragraph takes. Text of many lines loses a little at the end of each.
func (m *measured) lines(width float64) float64 {
	const loss = 1.06
	if m.width <= width {
		return 1
	}
	for i, w := range m.narrow {
		if w <= width {
			return float64(i + 2)
		}
	}
	return max(float64(len(m.narrow)+2), math.Ceil(loss*m.width/width))
}

// fitting estimates how high a table is in columns of some widths.
type fitting struct {
	b     *builder
	cols  []column
	least []float64      // width of each column, that it must not fall below
	cells [][][]measured // of each column, of each row: its paragraphs
	high  [][]float64    // of each column, the height of the text in each row
	extra []float64      // of each column, the height of the lines that its text is broken over beyond the first
}

// sampled is the number of rows from which on not all are looked at.
const sampled = 150

func (b *builder) fitting(cols []column, rows [][]cell, set []setRow) *fitting {
	f := &fitting{b: b, cols: cols, least: make([]float64, len(cols)), extra: make([]float64, len(cols))}
	each := 1 + len(rows)/sampled
	var all []measured // of all cells, in one piece of memory
	for i, c := range cols {
		cells := make([][]measured, 0, len(rows)/each+1)
		var numbers, words reach
		for r := range rows {
			first := len(all)
			for j, p := range rows[r][i] {
				l := set[r][i][j]
				m := measured{width: l.widest(), lead: l.lead}
				if len(l.rows) > 1 || m.width > f.least[i] {
					var word float64
					m.width, word = b.widths(p, m.narrow[:])
					f.least[i] = max(f.least[i], word)
				}
				all = append(all, m)
				if at, to, ok := l.point(markHang(cols, i)); c.right && ok && r > 0 {
					if at.number {
						numbers = numbers.over(to)
					} else {
						words = words.over(to)
					}
				}
			}
			if r%each == 0 {
				cells = append(cells, all[first:])
			}
		}
		if axis := max(numbers.before+numbers.after, words.before+words.after); axis <= b.inner(cols, i) {
			f.least[i] = max(f.least[i], axis)
		}
		f.cells = append(f.cells, cells)
		f.high = append(f.high, make([]float64, len(cells)))
		f.set(i)
	}
	return f
}

// set estimates the heights of a column's cells.
func (f *fitting) set(i int) {
	width := f.b.inner(f.cols, i)
	f.extra[i] = 0
	for r, stack := range f.cells[i] {
		h := 0.0
		for j := range stack {
			e := &stack[j]
			n := e.lines(width)
			h += n * e.lead
			f.extra[i] += (n - 1) * e.lead
		}
		f.high[i][r] = h
	}
}

// height is that of all rows looked at. A line broken where the row is as high anyway counts for a third, so that dates
// stay whole where little is won, and a broken word as much as anything.
func (f *fitting) height() float64 {
	const little, never = 0.35, 1e6
	sum := 0.0
	for r := range f.high[0] {
		high := 0.0
		for i := range f.high {
			high = max(high, f.high[i][r])
		}
		sum += high
	}
	for i := range f.cols {
		sum += little*f.extra[i] + never*max(0, f.least[i]-f.b.inner(f.cols, i))
	}
	return sum
}

func (f *fitting) spares(i int, part float64) bool {
	return f.b.inner(f.cols, i)-part*f.b.t.width() >= f.least[i]
}

func (f *fitting) take(s step) {
	f.cols[s.from].part -= s.part
	f.cols[s.to].part += s.part
	f.set(s.from)
	f.set(s.to)
}

// after is the height that a step would lead to.
func (f *fitting) after(s step) float64 {
	from, to := f.cols[s.from].part, f.cols[s.to].part
	f.take(s)
	high := f.height()
	f.cols[s.from].part, f.cols[s.to].part = from, to // to the bit as they were
	f.set(s.from)
	f.set(s.to)
	return high
}
