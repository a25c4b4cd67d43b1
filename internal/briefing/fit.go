package briefing

import "slices"

// fit composes the rows of a table, header first, in the column widths that make the table lowest. It starts from the
// given shares of the width and keeps them if nothing is gained. No column becomes narrower than its longest word, nor
// too narrow for the axis of its numbers.
func (b *builder) fit(cols []column, rows [][]cell) []setRow {
	set := unset(cols, rows)
	for r := range rows {
		for i := range cols {
			for j, p := range rows[r][i] {
				set[r][i][j] = b.measure(b.inner(cols, i), p...)
			}
		}
	}
	if !slices.ContainsFunc(set, setRow.broken) {
		return set // it cannot get lower
	}
	before := slices.Clone(cols)
	b.balance(cols, rows, set)
	for i := range cols {
		if cols[i].part == before[i].part {
			continue
		}
		for r := range rows {
			for j, p := range rows[r][i] {
				if l := &set[r][i][j]; len(l.rows) > 1 || l.widest() > b.inner(cols, i) {
					set[r][i][j] = b.measure(b.inner(cols, i), p...)
				}
			}
		}
	}
	return set
}

// unset makes rows without composed paragraphs.
func unset(cols []column, rows [][]cell) []setRow {
	n := 0
	for r := range rows {
		for i := range cols {
			n += len(rows[r][i])
		}
	}
	all := make([]lines, n)
	cells := make([][]lines, len(rows)*len(cols))
	set := make([]setRow, len(rows))
	for r := range rows {
		set[r], cells = cells[:len(cols)], cells[len(cols):]
		for i := range cols {
			n := len(rows[r][i])
			set[r][i], all = all[:n], all[n:]
		}
	}
	return set
}

// broken reports whether a paragraph of the row takes more than one line.
func (row setRow) broken() bool {
	for _, cell := range row {
		for i := range cell {
			if len(cell[i].rows) > 1 {
				return true
			}
		}
	}
	return false
}

// stepParts are the shares of the width that a step can move.
var stepParts = [...]float64{0.01, 0.02, 0.04, 0.08, 0.16, 0.32}

// step moves one of stepParts from one column to another.
type step struct{ from, to, size int }

// balance moves width between columns, one step at a time, as long as the table gets lower. It always takes the step
// with the largest gain for its size.
func (b *builder) balance(cols []column, rows [][]cell, set []setRow) {
	f := b.fitting(cols, rows, set)
	steps := stepsOf(len(cols))
	for lowest := f.height(); ; lowest = f.height() {
		var best step
		won := 0.0
		for _, s := range steps {
			if !f.spares(s) {
				continue
			}
			if gain := (lowest - f.after(s)) / stepParts[s.size]; gain > won {
				best, won = s, gain
			}
		}
		if won == 0 {
			return
		}
		f.take(best)
	}
}

// stepsOf returns all steps between n columns.
func stepsOf(n int) []step {
	var steps []step
	for from := range n {
		for to := range n {
			for size := range stepParts {
				if from != to {
					steps = append(steps, step{from, to, size})
				}
			}
		}
	}
	return steps
}
