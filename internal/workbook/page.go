package workbook

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	paperA4    = 9
	sideMargin = 0.3 // inches
	headMargin = 0.7
	edgeMargin = 0.35

	// Characters of the texts at head and foot of a page. All of a page's head or foot may have 255, and what
	// stands on the left must not reach what stands in the middle.
	maxMark = 120
	maxSide = 40

	digitPoints = 6.75 // width of a digit of the standard font
	// paperWidth is how many digits stand side by side between the margins of A4 landscape (297 mm).
	paperWidth = (297/25.4 - 2*sideMargin) * 72 / digitPoints
	leastSize  = 7.0 // points that text in a sheet is printed in at least
)

// widest is how many digits wide a sheet can be on one page that is still legible.
const widest = paperWidth * fontSize / leastSize

// view leaves the cursor in A1, and freezes the header in sight in a workbook to work with. In a published one it does
// not: who reads at a high zoom would see little else.
func (b *book) view(s sheet, l layout) {
	grid := s.plain
	b.do(b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &grid}))
	if b.profile == Published {
		b.do(b.file.SetPanes(s.name, &excelize.Panes{Selection: []excelize.Selection{{SQRef: "A1", ActiveCell: "A1"}}}))
		return
	}
	b.do(b.file.SetPanes(s.name, &excelize.Panes{
		Freeze: true, YSplit: l.header, TopLeftCell: cellName(0, l.header+1), ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A1", ActiveCell: "A1", Pane: "bottomLeft"}},
	}))
}

// page prepares the sheet for paper: A4 across, one page wide, as many pages high as it takes, the header on each. The
// sheet for machines has more columns than a page can show: it is as many pages wide as that takes, and each of them
// has the first column.
func (b *book) page(s sheet, l layout) {
	size, orientation, wide, high, fit := paperA4, "landscape", 1, 0, true
	repeated := fmt.Sprintf("'%s'!$%d:$%d", s.name, l.header, l.header)
	if s.plain {
		total := 0.0
		for _, w := range l.widths[1:] {
			total += w
		}
		wide = max(1, int(math.Ceil(total/(widest-l.widths[0]))))
		repeated = fmt.Sprintf("'%s'!$A:$A,", s.name) + repeated
	}
	b.do(b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	}))
	b.do(b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	side, head, edge := sideMargin, headMargin, edgeMargin
	b.do(b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &head, Bottom: &head, Header: &edge, Footer: &edge,
	}))
	scale := false // so that page numbers stay legible where a wide table is made small
	options := &excelize.HeaderFooterOptions{ScaleWithDoc: &scale, OddFooter: "&L" + running(s.footer, maxSide) + "&C&P / &N&R" + running(s.name, maxSide)}
	if s.mark != "" {
		options.OddHeader = "&C" + running(s.mark, maxMark)
	}
	b.do(b.file.SetHeaderFooter(s.name, options))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: repeated, Scope: s.name,
	}))
}

// running is a text for the head or foot of a page, where an ampersand is a command.
func running(s string, most int) string {
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
}
