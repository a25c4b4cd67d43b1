package briefing

import (
	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

// style is how a piece of text looks.
type style struct {
	size    float64
	leading float64 // distance of baselines; 0 means what the theme has for the size
	bold    bool
	ink     Color
	lang    stat.Lang
	rise    float64 // raises the baseline, for marks of notes
	link    string  // the anchor it leads to
	anchor  string  // the place links lead to by this name
	tied    bool    // not parted from the piece before it
	running bool    // running text: composed as a paragraph, not as a label or a cell
}

// piece is text in one style, part of a paragraph.
type piece struct {
	text string
	style
}

// lines is composed text: each line's items stand relative to the line's left end and baseline.
type lines struct {
	rows   [][]Item
	pieces [][]int // of each item, the index of its piece
	width  []float64
	lead   float64
	foot   float64 // of the baseline above the end of its line
	face   func(bold bool) *typeset.Face
}

func (l lines) height() float64 { return float64(len(l.rows)) * l.lead }

// widest is the width of the widest line.
func (l lines) widest() float64 {
	var w float64
	for _, width := range l.width {
		w = max(w, width)
	}
	return w
}

// compose sets a paragraph: it breaks the pieces into lines no wider than width and makes an element for them
// below the current one.
func (b *builder) compose(width float64, pieces ...piece) lines {
	return b.composeAs("P", width, pieces...)
}

// composeAs is compose with an element of some kind. A paragraph of one piece is one element; of several, each
// has one of its own below it.
func (b *builder) composeAs(kind string, width float64, pieces ...piece) lines {
	return b.own(kind, b.measure(width, pieces...), pieces)
}

// own makes an element of some kind for lines, below the current one.
func (b *builder) own(kind string, l lines, pieces []piece) lines {
	if b.node == nil || len(l.rows) == 0 {
		return l
	}
	nodes := b.elements(kind, pieces)
	anchored := make([]bool, len(pieces))
	for i := range l.rows {
		for j := range l.rows[i] {
			it := &l.rows[i][j]
			p := l.pieces[i][j]
			it.Node = nodes[p]
			it.Link = pieces[p].link
			if !anchored[p] {
				it.Anchor, anchored[p] = pieces[p].anchor, true
			}
		}
	}
	return l
}

// elements makes the elements of a paragraph's pieces.
func (b *builder) elements(kind string, pieces []piece) []*Node {
	nodes := make([]*Node, len(pieces))
	whole := b.node.in(kind, pieces[0].lang)
	for i, p := range pieces {
		switch {
		case p.text == "":
		case p.link != "":
			nodes[i] = whole.under("Reference").in("Link", p.lang)
			nodes[i].Alt = p.text
		case len(pieces) == 1:
			nodes[i] = whole
		default:
			nodes[i] = whole.in("Span", p.lang)
		}
		if nodes[i] != nil {
			nodes[i].says = p.text
		}
	}
	return nodes
}

// measure breaks pieces into lines that belong to no element.
func (b *builder) measure(width float64, pieces ...piece) lines {
	var spans []typeset.Span
	var used []int
	lead := 0.0
	for i, p := range pieces {
		if p.text == "" {
			continue
		}
		spans = append(spans, typeset.Span{Text: p.text, Face: b.face(p.bold), Size: p.size, Tied: p.tied})
		used = append(used, i)
		if p.leading == 0 {
			p.leading = b.t.lead(p.size)
		}
		lead = max(lead, p.leading)
	}
	out := lines{lead: lead, foot: b.t.foot(), face: b.face}
	for _, l := range b.breakLines(spans, width, pieces) {
		var row []Item
		var from []int
		base := 0.0 // size of what a mark is raised beside
		for _, r := range l.Runs {
			p := pieces[used[r.Span]]
			if p.rise == 0 {
				base = p.size
			}
			p.rise = min(p.rise, raised*base, max(0, out.ascent()-emAbove*p.size)) // it stays on its line
			row = append(row, Item{Shape: Text, X: r.X, Y: -p.rise, W: r.Width, Text: r.Text, Spacing: r.Spacing, Bold: p.bold, Size: p.size, Ink: p.ink, Lang: p.lang})
			from = append(from, used[r.Span])
		}
		out.rows = append(out.rows, row)
		out.pieces = append(out.pieces, from)
		out.width = append(out.width, l.Width)
	}
	return out
}

// widths are the widths of pieces on a line and of the widest part of them that is not broken.
func (b *builder) widths(pieces []piece, narrow []float64) (line, word float64) {
	var spans []typeset.Span
	for _, p := range pieces {
		if p.text != "" {
			spans = append(spans, typeset.Span{Text: p.text, Face: b.face(p.bold), Size: p.size, Tied: p.tied})
		}
	}
	return typeset.Widths(spans, narrow)
}

// raised is how far a mark is raised, in sizes of the text beside it.
const raised = 0.24

// breakLines breaks running text as the theme has it: Chinese set to the full width, English ragged. Anything
// else is ragged.
func (b *builder) breakLines(spans []typeset.Span, width float64, pieces []piece) []typeset.Line {
	if len(pieces) == 0 || !pieces[0].running {
		return typeset.Break(spans, width)
	}
	opt := typeset.Options{Width: width, Indent: b.t.Indent * pieces[0].size, Language: typeset.English}
	if pieces[0].lang.Chinese() {
		opt.Language = typeset.Chinese
		if b.t.Justify {
			opt.Align = typeset.Justified
		}
	}
	return typeset.Compose(spans, opt)
}

func (b *builder) face(bold bool) *typeset.Face {
	if bold {
		return b.bold
	}
	return b.regular
}

// at places line i with its left end at x and its baseline at y, or with its right end at x if right.
func (l lines) at(i int, x, y float64, right bool) []Item {
	if right {
		x -= l.width[i]
	}
	items := make([]Item, len(l.rows[i]))
	for j, it := range l.rows[i] {
		it.X += x
		it.Y += y
		items[j] = it
	}
	return items
}

// block places all lines below y, the first baseline one ascent down.
func (l lines) block(x, y float64, right bool) []Item {
	var items []Item
	for i := range l.rows {
		items = append(items, l.at(i, x, y+float64(i)*l.lead+l.ascent(), right)...)
	}
	return items
}

// ascent is the distance from the top of a line to its baseline.
func (l lines) ascent() float64 { return l.lead - l.foot }
