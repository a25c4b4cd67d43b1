package workbook

import (
	"math"
	"slices"
	"strings"
)

// Sizes of a sheet. Widths are in digits of the standard font, heights in points. No program fits rows or
// columns to a file that a library wrote, so they are computed here, on the safe side of every program.
const (
	margin       = 2.4   // of a column, beside its text: its edges, and the indent of a text
	indent       = 0.6   // more between a number and the column after it
	boldFactor   = 1.08  // how much wider bold is
	wordFactor   = 1.3   // how much wider than wanted a column may be for a word that does not break
	lineHeight   = 17.5  // of 12 pt with Chinese characters
	rowPadding   = 7.0   // of a row, above and below its text together
	buttonHeight = 13.0  // of the filter button in a header, which stands below its text
	lineGap      = 6.0   // between the guidance and the table
	titleHeight  = 27.0  // of the first title, 16 pt
	secondHeight = 23.0  // of the title in another language, 14 pt
	maxHeight    = 409.0 // a row cannot be higher
	maxWidth     = 200.0 // a column of text is not made wider, although it could
	unbroken     = 9.3   // width of a part of a header that is kept on one line
	maxHeader    = 7     // lines a header should take at most
)

// layout is where everything of a sheet stands and how much room it has.
type layout struct {
	lines   []string  // guidance, a row each
	header  int       // row of the table's header, from 1
	widths  []float64 // of the columns
	heights []float64 // of the header and the rows below it
}

// arrange computes the layout of a sheet.
func arrange(s sheet) layout {
	widths, lines := fit(s.table)
	l := layout{widths: widths}
	if !s.plain && slices.ContainsFunc(lines, func(n int) bool { return n >= high }) && ease(s.table, widths) {
		lines = rowLines(s.table, widths)
	}
	total := 0.0
	for _, w := range l.widths {
		total += w
	}
	for _, said := range s.lines {
		if line := strings.Join(said, " "); textWidth(line) <= total {
			l.lines = append(l.lines, line)
		} else {
			l.lines = append(l.lines, said...)
		}
	}
	l.header = len(s.titles) + len(l.lines) + 1
	header := 1
	for i, c := range s.table.columns {
		header = max(header, countLines(c.header, (l.widths[i]-margin)/boldFactor))
	}
	l.heights = append(make([]float64, 0, 1+len(lines)), min(maxHeight, rowHeight(header)+buttonHeight))
	for _, n := range lines {
		l.heights = append(l.heights, rowHeight(n))
	}
	l.stretch(s.charts)
	return l
}

// fit is how wide each column is made, and how many lines each row takes then.
func fit(t table) (widths []float64, lines []int) {
	lines, measured := slices.Repeat([]int{1}, len(t.rows)), make([]extent, len(t.rows))
	widths = make([]float64, len(t.columns))
	for i := range t.columns {
		measureColumn(t, i, measured)
		widths[i] = columnWidth(t, i, measured)
		raise(lines, t, i, func(r int, s string) int { return measured[r].linesOf(s, widths[i]-margin) })
	}
	return widths, lines
}

// rowLines is how many lines each row takes in columns of some widths.
func rowLines(t table, widths []float64) []int {
	lines := slices.Repeat([]int{1}, len(t.rows))
	for i, wide := range widths {
		raise(lines, t, i, func(_ int, s string) int { return countLines(s, wide-margin) })
	}
	return lines
}

// raise makes rows as many lines high as the texts of a column take, which many columns have the same row after row.
func raise(lines []int, t table, i int, take func(row int, s string) int) {
	last, n := "", 1
	for r, row := range t.rows {
		if row[i].kind != text {
			continue
		}
		if s := row[i].text; s != last {
			last, n = s, take(r, s)
		}
		lines[r] = max(lines[r], n)
	}
}

func rowHeight(lines int) float64 { return min(maxHeight, float64(lines)*lineHeight+rowPadding) }

// measureColumn finds the extent of each text in a column. Many columns say the same row after row.
func measureColumn(t table, i int, measured []extent) {
	last, e := "", extent{}
	for r, row := range t.rows {
		if row[i].kind != text {
			continue
		}
		if s := row[i].text; s != last {
			last, e = s, measure(s)
		}
		measured[r] = e
	}
}

// columnWidth is as wide as the content, up to the column's limit; wider where a number, a date or a word would not
// fit, or where a text would make its row higher than a row can be.
func columnWidth(t table, i int, measured []extent) float64 {
	c := t.columns[i]
	least := headerWidth(c.header)
	natural, unbreakable := 0.0, 0.0
	if len(t.rows) == 0 {
		natural = c.limit * 3 / 4 // about what the column will be
	}
	for r, row := range t.rows {
		switch cell := row[i]; cell.kind {
		case number, date, truth:
			least = max(least, shownWidth(cell)+indent)
		case text:
			natural, unbreakable = max(natural, float64(measured[r].line)/digit), max(unbreakable, float64(measured[r].piece)/digit)
		}
	}
	wide := max(least, min(natural, c.limit), min(unbreakable, c.limit*wordFactor))
	for limit := wide + unbroken; wide < limit && strandsBracket(c.header, wide/boldFactor); {
		wide += han / 4.0 / digit
	}
	for r, row := range t.rows {
		for row[i].kind == text && wide < maxWidth && tooHigh(row[i].text, measured[r], wide) {
			wide += max(1, c.limit/4)
		}
	}
	return min(math.Ceil((wide+margin)*10)/10, maxColumn)
}

// tooHigh reports whether a text makes its row higher than a row can be.
func tooHigh(s string, e extent, wide float64) bool {
	return rowHeight(e.most(wide)) >= maxHeight && rowHeight(e.linesOf(s, wide)) >= maxHeight
}

// headerWidth is the least width that breaks no word of a header, nor its wording in Chinese if that is short, and
// keeps it to a few lines.
func headerWidth(header string) float64 {
	wide := float64(measure(header).piece) / digit
	for _, part := range strings.Fields(header) {
		if w := textWidth(part); w <= unbroken {
			wide = max(wide, w)
		}
	}
	for countLines(header, wide) > maxHeader {
		wide++
	}
	return wide * boldFactor
}

// strandsBracket reports whether a program that breaks between any two Chinese characters would leave a bracket on the
// wrong side of a break.
func strandsBracket(header string, wide float64) bool {
	for _, part := range strings.Fields(header) {
		used, last := 0, ' '
		for _, r := range part {
			w := glyphOf(r).width()
			if used+w > room(wide) {
				if r == '）' || last == '（' {
					return true
				}
				used = 0
			}
			used, last = used+w, r
		}
	}
	return false
}

// shownWidth is how wide a number, date or truth value is as its format shows it, or wider.
func shownWidth(c cell) float64 {
	switch c.kind {
	case date:
		return textWidth(c.text)
	case truth:
		return textWidth(strings.ToUpper(c.text))
	}
	whole := strings.IndexByte(c.text, '.')
	if whole < 0 {
		whole = len(c.text)
	}
	commas := max(0, whole-1) / 3
	return textWidth(c.text) + float64(commas*glyphOf(',').width())/digit
}
