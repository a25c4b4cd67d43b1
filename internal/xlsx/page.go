package xlsx

import (
	"fmt"
	"math"
	"strings"
)

const (
	paperA4    = 9
	sideMargin = 0.3 // inches
	headMargin = 0.7
	edgeMargin = 0.35

	// Characters of the texts at head and foot of a page. A whole head or foot may have 255, and the left text
	// must not reach the middle one.
	maxMark = 120
	maxSide = 40

	digitPoints = 6.75 // width of a digit of the standard font
	// paperWidth is the number of digits between the margins of A4 landscape (297 mm).
	paperWidth = (297/25.4 - 2*sideMargin) * 72 / digitPoints
	leastSize  = 7.0 // smallest printed text size, in points
)

// widest is the largest sheet width, in digits, that is legible on one page.
const widest = paperWidth * fontSize / leastSize

// view puts the cursor in A1. It freezes a header in row 1, in a live book only: a header below other rows would take
// too much of the screen.
func (w *sheetWriter) view() {
	w.put(`<sheetViews><sheetView`)
	if !w.sheet.Plain {
		w.put(` showGridLines="0"`)
	}
	if w.first {
		w.put(` tabSelected="1"`)
	}
	w.put(` workbookViewId="0">`)
	pane := ""
	if w.book.Live && len(w.sheet.Tables) == 1 && w.layout.Tables[0].Header == 1 {
		pane = ` pane="bottomLeft"`
		w.put(`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`)
	}
	w.put(`<selection`, pane, ` activeCell="A1" sqref="A1"/></sheetView></sheetViews>`)
}

// page prepares the sheet for printing: A4 landscape, one page wide if its text stays legible, as many pages high as
// needed. Only a live book has page numbers: the guidance wants nothing at head and foot of a published sheet.
func (w *sheetWriter) page() {
	w.put(fmt.Sprintf(`<pageMargins left="%v" right="%v" top="%v" bottom="%v" header="%v" footer="%v"/>`,
		sideMargin, sideMargin, headMargin, headMargin, edgeMargin, edgeMargin))
	w.put(fmt.Sprintf(`<pageSetup paperSize="%d" fitToWidth="%d" fitToHeight="0" orientation="landscape"/>`, paperA4, w.sheet.pagesWide()))
	if !w.book.Live {
		return
	}
	// Not scaled, so that page numbers stay legible when a wide table is shrunk.
	w.put(`<headerFooter scaleWithDoc="0">`)
	if w.sheet.Mark != "" {
		w.put(`<oddHeader>`)
		w.putText("&C" + running(w.sheet.Mark, maxMark))
		w.put(`</oddHeader>`)
	}
	w.put(`<oddFooter>`)
	w.putText("&L" + running(w.sheet.Footer, maxSide) + "&C&P / &N&R" + running(w.sheet.Name, maxSide))
	w.put(`</oddFooter></headerFooter>`)
}

// pagesWide is the number of pages side by side on which the text of the sheet is legible.
func (s Sheet) pagesWide() int {
	first := s.Layout.Widths[0]
	rest := s.width() - first
	if s.Aside || first+rest <= widest {
		return 1
	}
	return int(math.Ceil(rest / (widest - first))) // each page has the first column
}

// breaks begin a new page before some charts.
func (w *sheetWriter) breaks() {
	rows := w.sheet.breaks()
	if len(rows) == 0 {
		return
	}
	w.put(fmt.Sprintf(`<rowBreaks count="%d" manualBreakCount="%d">`, len(rows), len(rows)))
	for _, row := range rows {
		w.put(fmt.Sprintf(`<brk id="%d" max="16383" man="1"/>`, row-1)) // the break is below the row
	}
	w.put(`</rowBreaks>`)
}

// repeated returns the rows and columns repeated on each page: the header of the only table, and the first column if
// pages are side by side.
func (s Sheet) repeated() string {
	if len(s.Tables) > 1 {
		return ""
	}
	header := s.Layout.Tables[0].Header
	rows := fmt.Sprintf("'%s'!$%d:$%d", s.Name, header, header)
	if s.pagesWide() > 1 {
		return fmt.Sprintf("'%s'!$A:$A,", s.Name) + rows
	}
	return rows
}

// printed is the print area, or "" if the whole sheet is printed. The area of a sheet that nobody reads on paper is a cell
// beside its table, without content: programs print no empty page.
func (s Sheet) printed() string {
	if s.Aside {
		cell := "$" + columnName(len(s.Layout.Widths)+1) + "$1"
		return fmt.Sprintf("'%s'!%s:%s", s.Name, cell, cell)
	}
	return ""
}

// running escapes a text for the head or foot of a page, where an ampersand is a command.
func running(s string, most int) string {
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
}
