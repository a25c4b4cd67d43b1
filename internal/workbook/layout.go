package workbook

import (
	"math"
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
	var l layout
	total := 0.0
	for i := range s.table.columns {
		w := columnWidth(s, i)
		l.widths = append(l.widths, w)
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
	l.heights = append(l.heights, min(maxHeight, rowHeight(header)+buttonHeight))
	for _, row := range s.table.rows {
		lines := 1
		for i, c := range row {
			if c.kind == text {
				lines = max(lines, countLines(c.text, l.widths[i]-margin))
			}
		}
		l.heights = append(l.heights, rowHeight(lines))
	}
	l.stretch(s.charts)
	return l
}

func rowHeight(lines int) float64 { return min(maxHeight, float64(lines)*lineHeight+rowPadding) }

// columnWidth is as wide as the content, up to the column's limit; wider where a number, a date or a word would not
// fit, or where a text would make its row higher than a row can be.
func columnWidth(s sheet, i int) float64 {
	c := s.table.columns[i]
	least := headerWidth(c.header)
	natural, unbreakable := 0.0, 0.0
	if len(s.table.rows) == 0 {
		natural = c.limit * 3 / 4 // about what the column will be
	}
	for _, row := range s.table.rows {
		switch cell := row[i]; cell.kind {
		case number, date, truth:
			least = max(least, textWidth(shown(cell))+indent)
		case text:
			natural, unbreakable = max(natural, longestLine(cell.text)), max(unbreakable, longestPiece(cell.text))
		}
	}
	wide := max(least, min(natural, c.limit), min(unbreakable, c.limit*wordFactor))
	for limit := wide + unbroken; wide < limit && strandsBracket(c.header, wide/boldFactor); {
		wide += han / 4
	}
	for _, row := range s.table.rows {
		for wide < maxWidth && row[i].kind == text && rowHeight(countLines(row[i].text, wide)) >= maxHeight {
			wide += max(1, c.limit/4)
		}
	}
	return min(math.Ceil((wide+margin)*10)/10, maxColumn)
}

// headerWidth is the least width that breaks no word of a header, nor its wording in Chinese if that is short, and
// keeps it to a few lines.
func headerWidth(header string) float64 {
	wide := longestPiece(header)
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
		used, last := 0.0, ' '
		for _, r := range part {
			w := runeWidth(r)
			if used+w > wide {
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

// shown is a number, date or truth value as its format shows it, or wider.
func shown(c cell) string {
	switch c.kind {
	case date:
		return c.text
	case truth:
		return strings.ToUpper(c.text)
	}
	whole, _, _ := strings.Cut(c.text, ".")
	return c.text + strings.Repeat(",", max(0, len(whole)-1)/3)
}
