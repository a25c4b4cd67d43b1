package briefing

import (
	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

// Page is the content of one page: a list of items in reading order, origin at the top left, in points.
type Page struct {
	Number int
	Items  []Item
	Fresh  bool // starts something that always starts a page
}

// Shape is what an item draws.
type Shape uint8

// The shapes.
const (
	Text    Shape = iota + 1 // Text with its baseline at Y, starting at X
	Rule                     // a hairline from X, Y over W
	Fill                     // a filled rectangle X, Y, W, H
	Line                     // a line from X, Y to X+W, Y+H
	Dot                      // a disc in the box X, Y, W, H
	Ring                     // a circle in the box X, Y, W, H
	Diamond                  // a square on its corner in the box X, Y, W, H
	Up                       // a triangle in the box X, Y, W, H that points up; the others likewise
	Down
	Left
	Right
)

func (s Shape) String() string {
	return [...]string{"nothing", "text", "rule", "fill", "line", "dot", "ring", "diamond"}[s]
}

// Item is one mark on a page. There are thousands of them, and they are copied, so rare fields are in [Reference].
type Item struct {
	Shape    Shape
	Bold     bool
	Artifact bool // not part of the document: running heads, page numbers, decoration
	Ink      Color
	X, Y     float64
	W, H     float64
	Text     string
	Size     float64
	Spacing  float64 // after each character of a text
	Form     typeset.Form
	Angle    float64 // of a text, counter-clockwise, in degrees
	Dash     float64 // of a line: length of its dashes and gaps; 0 for a solid line
	Lang     stat.Lang

	Node *Node      // the element it belongs to; nil for an artifact
	Ref  *Reference // nil if it is neither a link nor an anchor
}

// Reference holds an item's relations to other places of the document.
type Reference struct {
	Anchor  string // the name under which links lead to it
	Link    string // the anchor it leads to
	Address string // the address of the web it leads to
	Counter string // the anchor whose page number is its text
	Within  *Node  // the Link that the item shares with others; nil if its own element is the Link
}

// ref is the item's reference, empty for most items.
func (it *Item) ref() Reference {
	if it.Ref == nil {
		return Reference{}
	}
	return *it.Ref
}

// A text's line is its em box: 0.86 em above its baseline, as in [lines.ascent], and the rest below.
const emAbove = 0.86

func (it *Item) top() float64 {
	if it.Shape == Text {
		return it.Y - float64(emAbove*it.Size)
	}
	return it.Y
}

func (it *Item) bottom() float64 {
	if it.Shape == Text {
		return it.Y + float64((1-emAbove)*it.Size)
	}
	return it.Y + it.H
}

// Color is an RGB colour.
type Color struct{ R, G, B uint8 }

// tint mixes a colour with another: 0 gives the first, 1 the other.
func (c Color) tint(part float64, with Color) Color {
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + float64((float64(b)-float64(a))*part) + 0.5) }
	return Color{mix(c.R, with.R), mix(c.G, with.G), mix(c.B, with.B)}
}

// Palette is the colours of a briefing.
type Palette struct {
	Accent Color // titles, bars, marks of notes
	Ink    Color // running text
	Muted  Color // labels, second languages, page numbers
	Rule   Color // hairlines
	Paper  Color // the background
}
