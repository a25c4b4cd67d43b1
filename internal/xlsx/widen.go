package xlsx

// If a column is narrow for its texts, rows get high, and few of them fit on a screen.
const (
	easeMost = 100.0 // maximum width after widening, in digits
	easeStep = 2.0   // digits of a step; greater ones are tried too
)

// ease widens the columns whose texts make rows high, one step at a time, until a screen shows enough rows wherever it
// begins, or nothing helps. Each step is the one that saves most lines for its width.
func ease(t Table, widths []float64) {
	e := widening{Table: t, widths: widths}
	for i := range t.Columns {
		e.lines = append(e.lines, e.linesAt(i, widths[i]))
		e.whole = append(e.whole, e.wholeWidth(i))
	}
	for e.rise(); e.crowded(); e.rise() {
		i, by := e.best()
		if by == 0 {
			return
		}
		e.widths[i] += by
		e.lines[i] = e.linesAt(i, e.widths[i])
	}
}

type widening struct {
	Table
	widths []float64
	lines  [][]int   // lines of each column
	rows   []int     // lines of each row
	whole  []float64 // widths at which no text of a column wraps
}

// wholeWidth is the width at which no text of a column wraps.
func (e *widening) wholeWidth(i int) float64 {
	wide := 0.0
	for _, row := range e.Rows {
		if c := row[i]; c.Kind == Text {
			wide = max(wide, float64(measure(c.Text).line)/digit+c.indent())
		}
	}
	return wide + margin + 0.1
}

// rise computes the number of lines of each row.
func (e *widening) rise() {
	e.rows = e.rows[:0]
	for r := range e.Rows {
		n := 1
		for i := range e.lines {
			n = max(n, e.lines[i][r])
		}
		e.rows = append(e.rows, n)
	}
}

// crowded reports whether somewhere in the table a screen shows too few rows.
func (e *widening) crowded() bool {
	if len(e.Columns) == 0 {
		return false
	}
	sum, shown := 0.0, min(screenRows, len(e.Rows))
	for r := range e.Rows {
		sum += rowHeight(e.rows[r])
		if r >= shown {
			sum -= rowHeight(e.rows[r-shown])
		}
		if r+1 >= shown && sum > screenRow*float64(shown) {
			return true
		}
	}
	return false
}

// best is the step that saves most lines for its width; wider is 0 if none saves any.
func (e *widening) best() (column int, wider float64) {
	most := 0.0
	for i := range e.Columns {
		if !e.tops(i) {
			continue
		}
		for _, d := range []float64{easeStep, 2 * easeStep, 4 * easeStep, 8 * easeStep, e.whole[i] - e.widths[i]} {
			if d <= 0 || e.widths[i]+d > easeMost {
				continue
			}
			if saved := float64(e.saved(i, d)) / d; saved > most {
				column, wider, most = i, d, saved
			}
		}
	}
	return column, wider
}

// tops reports whether a column makes a row high, alone or with others.
func (e *widening) tops(i int) bool {
	for r, n := range e.lines[i] {
		if n > 1 && n == e.rows[r] {
			return true
		}
	}
	return false
}

// saved is the number of lines that a wider column saves in the rows of which it is the highest cell, or one of them.
func (e *widening) saved(i int, by float64) int {
	sum := 0
	for r, n := range e.linesAt(i, e.widths[i]+by) {
		if before := e.lines[i][r]; before == e.rows[r] {
			sum += before - n
		}
	}
	return sum
}

// linesAt is the number of lines of a column's texts at a width; 0 for cells without text.
func (e *widening) linesAt(i int, wide float64) []int {
	lines := make([]int, 0, len(e.Rows))
	last, n := Cell{}, 0
	for _, row := range e.Rows {
		c := row[i]
		if c.Kind != Text {
			lines = append(lines, 0)
			continue
		}
		if c.Text != last.Text || c.Indent != last.Indent {
			last, n = c, countLines(c.Text, wide-margin-c.indent())
		}
		lines = append(lines, n)
	}
	return lines
}

// squeeze narrows the widest columns of texts until the sheet is legible on one page, if it can be.
func squeeze(s Sheet, widths []float64) {
	const step, least = 2.0, 24.0 // digits
	total := 0.0
	for _, w := range widths {
		total += w
	}
	for total > widest {
		column := -1
		for i, c := range s.Tables[0].Columns {
			if c.Kind == Text && widths[i] > least+step && (column < 0 || widths[i] > widths[column]) {
				column = i
			}
		}
		if column < 0 {
			return
		}
		widths[column] -= step
		total -= step
	}
}
