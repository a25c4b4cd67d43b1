package xlsx

import (
	"math"
	"slices"
	"strings"
)

// Sizes of a sheet. Widths are in digits of the standard font, heights in points. Programs do not fit rows or columns
// of a generated file, so sizes are computed here, large enough for every program.
const (
	margin       = 2.4   // of a column, besides its content: its edges and its indent
	slack        = 0.6   // extra width for a number, which turns to ### if it does not fit
	boldFactor   = 1.08  // width of bold, relative to regular
	wordFactor   = 1.3   // how much a column may exceed its limit for an unbreakable word
	lineHeight   = 17.5  // of 12 pt with Chinese characters
	rowPadding   = 7.0   // of a row, above and below its text in total
	buttonHeight = 13.0  // of the filter button in a header, below its text
	lineGap      = 6.0   // between the guidance and the table
	titleHeight  = 27.0  // of the first title, 16 pt
	secondHeight = 23.0  // of the title in another language, 14 pt
	maxHeight    = 409.0 // limit of a row
	maxWidth     = 200.0 // limit that we set for a text column
	unbroken     = 9.3   // largest width of a header part kept on one line
	maxHeader    = 7     // preferred maximum of lines in a header
)

// Layout holds the positions and sizes of a sheet.
type Layout struct {
	Lines   []string  // guidance, one per row
	Header  int       // row of the table's header, from 1
	Widths  []float64 // of the columns
	Heights []float64 // of the header and the rows below it
}

// arrange computes the layout of a sheet.
func arrange(s Sheet) Layout {
	widths, lines := fit(s.Table)
	l := Layout{Widths: widths}
	if !s.Plain && slices.ContainsFunc(lines, func(n int) bool { return n >= high }) && ease(s.Table, widths) {
		lines = rowLines(s.Table, widths)
	}
	total := 0.0
	for _, w := range l.Widths {
		total += w
	}
	for _, said := range s.Lines {
		if line := strings.Join(said, " "); textWidth(line) <= total {
			l.Lines = append(l.Lines, line)
		} else {
			l.Lines = append(l.Lines, said...)
		}
	}
	l.Header = len(s.Titles) + len(l.Lines) + 1
	header := 1
	for i, c := range s.Table.Columns {
		header = max(header, countLines(c.Header, (l.Widths[i]-margin)/boldFactor))
	}
	l.Heights = append(make([]float64, 0, 1+len(lines)), min(maxHeight, rowHeight(header)+buttonHeight))
	for _, n := range lines {
		l.Heights = append(l.Heights, rowHeight(n))
	}
	l.stretch(s.Charts)
	return l
}

// fit computes the width of each column and the number of lines of each row.
func fit(t Table) (widths []float64, lines []int) {
	lines, measured := slices.Repeat([]int{1}, len(t.Rows)), make([]extent, len(t.Rows))
	widths = make([]float64, len(t.Columns))
	for i := range t.Columns {
		measureColumn(t, i, measured)
		widths[i] = columnWidth(t, i, measured)
		raise(lines, t, i, func(r int, s string) int { return measured[r].linesOf(s, widths[i]-margin) })
	}
	return widths, lines
}

// rowLines is the number of lines of each row for given column widths.
func rowLines(t Table, widths []float64) []int {
	lines := slices.Repeat([]int{1}, len(t.Rows))
	for i, wide := range widths {
		raise(lines, t, i, func(_ int, s string) int { return countLines(s, wide-margin) })
	}
	return lines
}

// raise raises the line count of each row to that of its text in a column. Many columns repeat the same text row after
// row.
func raise(lines []int, t Table, i int, take func(row int, s string) int) {
	last, n := "", 1
	for r, row := range t.Rows {
		if row[i].Kind != Text {
			continue
		}
		if s := row[i].Text; s != last {
			last, n = s, take(r, s)
		}
		lines[r] = max(lines[r], n)
	}
}

func rowHeight(lines int) float64 { return min(maxHeight, float64(lines)*lineHeight+rowPadding) }

// measureColumn measures each text in a column. Many columns repeat the same text row after row.
func measureColumn(t Table, i int, measured []extent) {
	last, e := "", extent{}
	for r, row := range t.Rows {
		if row[i].Kind != Text {
			continue
		}
		if s := row[i].Text; s != last {
			last, e = s, measure(s)
		}
		measured[r] = e
	}
}

// columnWidth is the width of the content, up to the column's limit. It is larger if a number, a date or a word would
// not fit, or if a text would make its row too high.
func columnWidth(t Table, i int, measured []extent) float64 {
	c := t.Columns[i]
	least := headerWidth(c.Header)
	natural, unbreakable := 0.0, 0.0
	if len(t.Rows) == 0 {
		natural = c.Limit * 3 / 4 // about the final width
	}
	for r, row := range t.Rows {
		switch cell := row[i]; cell.Kind {
		case Number, Date, Truth:
			least = max(least, shownWidth(cell)+slack)
		case Text:
			natural, unbreakable = max(natural, float64(measured[r].line)/digit), max(unbreakable, float64(measured[r].piece)/digit)
		}
	}
	wide := max(least, min(natural, c.Limit), min(unbreakable, c.Limit*wordFactor))
	for limit := wide + unbroken; wide < limit && strandsBracket(c.Header, wide/boldFactor); {
		wide += han / 4.0 / digit
	}
	for r, row := range t.Rows {
		for row[i].Kind == Text && wide < maxWidth && tooHigh(row[i].Text, measured[r], wide) {
			wide += max(1, c.Limit/4)
		}
	}
	return min(math.Ceil((wide+margin)*10)/10, maxColumn)
}

// tooHigh reports whether a text makes its row higher than a row can be.
func tooHigh(s string, e extent, wide float64) bool {
	return rowHeight(e.most(wide)) >= maxHeight && rowHeight(e.linesOf(s, wide)) >= maxHeight
}

// headerWidth is the smallest width that breaks no word of a header, nor its Chinese wording if that is short, and that
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

// strandsBracket reports whether a program that breaks between any two Chinese characters would separate a bracket from
// its text.
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

// shownWidth is an upper bound for the displayed width of a number, date or truth value.
func shownWidth(c Cell) float64 {
	switch c.Kind {
	case Date:
		return textWidth(c.Text)
	case Truth:
		return textWidth(strings.ToUpper(c.Text))
	}
	whole := strings.IndexByte(c.Text, '.')
	if whole < 0 {
		whole = len(c.Text)
	}
	commas := max(0, whole-1) / 3
	return textWidth(c.Text) + float64(commas*glyphOf(',').width())/digit
}
