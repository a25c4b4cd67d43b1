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

// view puts the cursor in A1, and freezes the header in a live book only: at a high zoom a frozen header would fill the
// screen.
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
	if w.book.live {
		pane = ` pane="bottomLeft"`
		w.put(fmt.Sprintf(`<pane ySplit="%d" topLeftCell="%s" activePane="bottomLeft" state="frozen"/>`, w.layout.Header, cellName(0, w.layout.Header+1)))
	}
	w.put(`<selection`, pane, ` activeCell="A1" sqref="A1"/></sheetView></sheetViews>`)
}

// page prepares the sheet for printing: A4 landscape, one page wide, as many pages high as needed. The sheet for
// machines has more columns than fit, so it is as many pages wide as needed.
func (w *sheetWriter) page() {
	wide := 1
	if w.sheet.Plain {
		total := 0.0
		for _, one := range w.layout.Widths[1:] {
			total += one
		}
		wide = max(1, int(math.Ceil(total/(widest-w.layout.Widths[0]))))
	}
	w.put(fmt.Sprintf(`<pageMargins left="%v" right="%v" top="%v" bottom="%v" header="%v" footer="%v"/>`,
		sideMargin, sideMargin, headMargin, headMargin, edgeMargin, edgeMargin))
	w.put(fmt.Sprintf(`<pageSetup paperSize="%d" fitToWidth="%d" fitToHeight="0" orientation="landscape"/>`, paperA4, wide))
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

// breaks begin a new page before some charts.
func (w *sheetWriter) breaks() {
	rows := w.layout.breaks(w.sheet.Charts)
	if len(rows) == 0 {
		return
	}
	w.put(fmt.Sprintf(`<rowBreaks count="%d" manualBreakCount="%d">`, len(rows), len(rows)))
	for _, row := range rows {
		w.put(fmt.Sprintf(`<brk id="%d" max="16383" man="1"/>`, row-1)) // the break is below the row
	}
	w.put(`</rowBreaks>`)
}

// repeated returns the rows and columns repeated on each page: the header, and the first column if pages are side by
// side.
func repeated(s Sheet, l Layout) string {
	rows := fmt.Sprintf("'%s'!$%d:$%d", s.Name, l.Header, l.Header)
	if s.Plain {
		return fmt.Sprintf("'%s'!$A:$A,", s.Name) + rows
	}
	return rows
}

// running escapes a text for the head or foot of a page, where an ampersand is a command.
func running(s string, most int) string {
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
}
