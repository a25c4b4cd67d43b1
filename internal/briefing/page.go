package briefing

import "nianbao/internal/stat"

// Page is what stands on one page: a tree of marks in reading order, origin at the top left, in points.
type Page struct {
	Number int
	Items  []Item
}

// Shape is what an item draws.
type Shape string

// The shapes.
const (
	Text Shape = "text" // Text with its baseline at Y, starting at X
	Rule Shape = "rule" // a hairline from X, Y over W
	Fill Shape = "fill" // a filled rectangle X, Y, W, H
)

// Item is one mark on a page.
type Item struct {
	Shape    Shape
	X, Y     float64
	W, H     float64
	Text     string
	Bold     bool
	Size     float64
	Ink      Color
	Lang     stat.Lang
	Artifact bool // not part of the document: running heads, page numbers, decoration
}

// The line of a text is its em box: 0.86 em above its baseline, as [lines.ascent] has it, and the rest below.

func (it Item) top() float64 {
	if it.Shape == Text {
		return it.Y - emAbove*it.Size
	}
	return it.Y
}

func (it Item) bottom() float64 {
	if it.Shape == Text {
		return it.Y + (1-emAbove)*it.Size
	}
	return it.Y + it.H
}

// Color is an RGB colour.
type Color struct{ R, G, B uint8 }

// Palette is the colours of a briefing.
type Palette struct {
	Accent Color // titles, bars, marks of notes
	Ink    Color // running text
	Muted  Color // what explains: labels, second languages, page numbers
	Rule   Color // hairlines
	Paper  Color // the ground
}

// The sizes of type, in points: the traditional Chinese sizes 一号, 小三, 五号, 小五 and 六号.
const (
	sizeDisplay = 26
	sizeTitle   = 15
	sizeBody    = 10.5
	sizeSmall   = 9
	sizeMicro   = 7.5

	sizeMark = 6 // raised marks of notes

	emAbove = 0.86 // part of an em that stands above the baseline
)

// The geometry of an A4 page, in points. Every baseline in running text stands on a grid of grid points.
const (
	pageWidth    = 595.28
	pageHeight   = 841.89
	marginLeft   = 62
	marginRight  = 62
	marginTop    = 74
	marginBottom = 68
	grid         = 15

	bodyWidth  = pageWidth - marginLeft - marginRight
	bodyHeight = pageHeight - marginTop - marginBottom
	gutter     = 22 // between parallel columns
)
