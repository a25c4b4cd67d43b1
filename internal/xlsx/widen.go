package xlsx

// If a column is narrow for its texts, rows get high, and few of them fit on a page or a screen.
const (
	high      = 4    // lines of a row from which its columns are examined
	easeMost  = 64.0 // maximum width after widening, in digits
	easeStep  = 3.0  // digits of a step; steps of twice and four times as much are tried too
	easeRows  = 120  // rows examined, spread over the table
	easeSheet = widest * 0.95
)

// ease widens the columns whose texts make rows high, one step at a time, as long as the table gets smaller: the height
// saved must outweigh the extra width once the table is wider than a page. The table stays legible on one page. ease
// reports whether it widened any column.
func ease(t Table, widths []float64) (eased bool) {
	e := widening{Table: t, widths: widths, each: 1 + len(t.Rows)/easeRows}
	for i := range t.Columns {
		e.total += widths[i]
		e.lines = append(e.lines, e.linesAt(i, widths[i]))
	}
	for i, by := e.best(); by > 0; i, by = e.best() {
		eased = true
		e.widths[i] += by
		e.total += by
		e.lines[i] = e.linesAt(i, e.widths[i])
	}
	return eased
}

type widening struct {
	Table
	widths []float64
	total  float64
	each   int     // every each-th row is examined
	lines  [][]int // lines of each column in the examined rows
}

// best is the step that makes the table smallest; wider is 0 if none makes it smaller.
func (e *widening) best() (column int, wider float64) {
	least := e.area(0, e.lines)
	for i := range e.Columns {
		if !e.tallest(i) {
			continue
		}
		for _, d := range []float64{easeStep, 2 * easeStep, 4 * easeStep} {
			if e.widths[i]+d > easeMost || e.total+d > easeSheet {
				continue
			}
			if a := e.with(i, d); a < least {
				column, wider, least = i, d, a
			}
		}
	}
	return column, wider
}

// linesAt is the number of lines of a column's texts at a width; 0 for cells without text.
func (e *widening) linesAt(i int, wide float64) []int {
	lines := make([]int, 0, 1+len(e.Rows)/e.each)
	last, n := "", 0
	for r := 0; r < len(e.Rows); r += e.each {
		c := e.Rows[r][i]
		if c.Kind != Text {
			lines = append(lines, 0)
			continue
		}
		if c.Text != last {
			last, n = c.Text, countLines(c.Text, wide-margin)
		}
		lines = append(lines, n)
	}
	return lines
}

// tallest reports whether a column alone makes a row high.
func (e *widening) tallest(i int) bool {
	for r, n := range e.lines[i] {
		if n < high {
			continue
		}
		alone := true
		for j := range e.lines {
			alone = alone && (j == i || e.lines[j][r] < n)
		}
		if alone {
			return true
		}
	}
	return false
}

// with is the area of the table with one column wider.
func (e *widening) with(i int, by float64) float64 {
	lines := append([][]int(nil), e.lines...)
	lines[i] = e.linesAt(i, e.widths[i]+by)
	return e.area(by, lines)
}

// area is the printed area of the rows, in digits times points; the width counts as at least a page.
func (e *widening) area(wider float64, lines [][]int) float64 {
	sum := 0.0
	for r := range lines[0] {
		n := 1
		for i := range lines {
			n = max(n, lines[i][r])
		}
		sum += rowHeight(n)
	}
	return sum * max(paperWidth, e.total+wider)
}
