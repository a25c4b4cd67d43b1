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
	button       = 2.2   // of the filter button, which covers the end of a header's last line
	boldFactor   = 1.08  // width of bold, relative to regular
	wordFactor   = 1.3   // how much a column may exceed its limit for an unbreakable word
	lineHeight   = 17.5  // of 12 pt with Chinese characters
	rowPadding   = 2.5   // of a row, above and below its text in total
	lineGap      = 6.0   // between the guidance and the table
	titleHeight  = 27.0  // of the first title, 16 pt
	secondHeight = 23.0  // of the title in another language, 14 pt
	emptyHeight  = 15.0  // of a row without cells
	maxHeight    = 409.0 // limit of a row
	maxWidth     = 200.0 // limit that we set for a text column
	strand       = 9.3   // how much a column may be widened to keep a bracket with its text
	maxHeader    = 2     // preferred maximum of lines in a header
	screenRows   = 12    // rows of figures that a laptop shows at once
	screenRow    = 25.5  // greatest height of such a row, on average: 34 pixels
)

// Layout holds the positions and sizes of a sheet.
type Layout struct {
	Lines  []string  // guidance, one per row
	Widths []float64 // of the columns
	Tables []Place
	Charts []int // rows at whose top the charts begin, from 1
}

// Place is the position of a table, and the heights of its rows.
type Place struct {
	Header  int       // row of the header, from 1
	Heights []float64 // of the header and the rows below it
}

// arrange computes the layout of a sheet.
func arrange(s Sheet) Layout {
	var l Layout
	var lines [][]int
	l.Widths, lines = fit(s)
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
	l.stack(s, lines)
	return l
}

// stack places the tables one below the other, and each chart beside its table or below all of them. A table begins
// below the chart of the one above it; a chart whose table is on another sheet begins below the chart before it.
func (l *Layout) stack(s Sheet, lines [][]int) {
	l.Charts = make([]int, len(s.Charts))
	header := len(s.Titles) + len(l.Lines) + 1
	free := header // the first row without charts
	for i, t := range s.Tables {
		p := Place{header, []float64{rowHeight(headerLines(t, l.Widths))}}
		for _, n := range lines[i] {
			p.Heights = append(p.Heights, rowHeight(n))
		}
		l.Tables = append(l.Tables, p)
		for j, c := range s.Charts {
			if c.Table == t.Name && !s.Below {
				l.Charts[j], free = p.Header, l.below(p.Header, s.chartHeight(j))
			}
		}
		header = p.last() + 2 // after an empty row
		if !s.Below {
			header = max(header, free)
		}
	}
	if s.Below {
		for j := range s.Charts {
			l.Charts[j] = header
		}
	}
	for j := range s.Charts {
		if l.Charts[j] == 0 {
			l.Charts[j], free = free, l.below(free, s.chartHeight(j))
		}
	}
}

// below returns the first row below something that begins at a row and has a height.
func (l *Layout) below(row int, height float64) int {
	for height > -chartEdge {
		height -= l.height(row)
		row++
	}
	return row
}

// height is the height of a row, from 1.
func (l *Layout) height(row int) float64 {
	for _, p := range l.Tables {
		if i := row - p.Header; 0 <= i && i < len(p.Heights) {
			return p.Heights[i]
		}
	}
	return emptyHeight
}

// last is the last row of a table.
func (p Place) last() int { return p.Header + len(p.Heights) - 1 }

// headerLines is the number of lines of a table's header.
func headerLines(t Table, widths []float64) int {
	n := 1
	for i, c := range t.Columns {
		n = max(n, countLines(c.Header, (widths[i]-margin)/boldFactor))
	}
	return n
}

// fit computes the width of each column and the number of lines of each row of each table.
func fit(s Sheet) (widths []float64, lines [][]int) {
	for _, t := range s.Tables {
		measured := make([]extent, len(t.Rows))
		for i := range t.Columns {
			measureColumn(t, i, measured)
			wide := columnWidth(t, i, measured)
			if i == len(widths) {
				widths = append(widths, wide)
			}
			widths[i] = max(widths[i], wide)
		}
	}
	switch {
	case s.Prose:
		squeeze(s, widths)
	case !s.Plain:
		for _, t := range s.Tables {
			ease(t, widths)
		}
		if s.Below { // so that charts stand on the page of their table
			squeeze(s, widths)
		}
	}
	for _, t := range s.Tables {
		lines = append(lines, rowLines(t, widths))
	}
	return widths, lines
}

// rowLines is the number of lines of each row for given column widths.
func rowLines(t Table, widths []float64) []int {
	lines := slices.Repeat([]int{1}, len(t.Rows))
	for i := range t.Columns {
		raise(lines, t, i, func(r int, s string) int { return countLines(s, widths[i]-margin-t.Rows[r][i].indent()) })
	}
	return lines
}

// raise raises the line count of each row to that of its text in a column. Many columns repeat the same text row after
// row.
func raise(lines []int, t Table, i int, take func(row int, s string) int) {
	last, n := Cell{}, 1
	for r, row := range t.Rows {
		if row[i].Kind != Text {
			continue
		}
		if s := row[i].Text; s != last.Text || row[i].Indent != last.Indent {
			last, n = row[i], take(r, s)
		}
		lines[r] = max(lines[r], n)
	}
}

// indentWidth is the width of a step of indenting, in characters: programs take that of three spaces, or a little more.
const indentWidth = 2

// indent is the width by which a text is indented.
func (c Cell) indent() float64 { return indentWidth * float64(c.Indent) }

func rowHeight(lines int) float64 {
	return min(maxHeight, float64(float64(lines)*lineHeight)+rowPadding)
}

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
			in := cell.indent()
			natural, unbreakable = max(natural, in+float64(measured[r].line)/digit), max(unbreakable, in+float64(measured[r].piece)/digit)
		}
	}
	wide := max(least, min(natural, c.Limit), min(unbreakable, c.Limit*wordFactor))
	for limit := wide + strand; wide < limit && strandsBracket(c.Header, wide/boldFactor); {
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

// headerWidth is the smallest width that breaks no word of a header and keeps it to a few lines, with room for a
// button at the end of the last.
func headerWidth(header string) float64 {
	wide := float64(measure(header).piece)/digit + button
	for countLines(header+buttonRoom, wide) > maxHeader {
		wide++
	}
	return wide * boldFactor
}

// buttonRoom is as wide as a button, and does not break.
const buttonRoom = "\u00a0\u00a0"

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
