package briefing

import (
	"slices"

	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

// style is how a piece of text looks.
type style struct {
	size     float64
	leading  float64 // distance of baselines; 0 means what the theme has for the size
	lang     stat.Lang
	rise     float64 // raises the baseline, for marks of notes
	link     string  // the anchor it leads to
	anchor   string  // the place links lead to by this name
	prints   string  // the ID of the fact or variant whose figure it is, with its neighbours of that ID, or of a sentence
	bold     bool
	ink      Color
	tied     bool  // not parted from the piece before it
	running  bool  // running text: composed as a paragraph, not as a label or a cell
	sentence bool  // what it prints is a sentence, not a figure
	node     *Node // the element it belongs to; nil for none
}

// of is the style for the figure of a fact or a variant.
func (s style) of(id string) style {
	s.prints = id
	return s
}

// piece is text in one style, part of a paragraph.
type piece struct {
	text string
	style
}

// lines is composed text. It becomes items where it is placed.
type lines struct {
	rows   []typeset.Line
	pieces []piece // which the runs of the rows are of
	lead   float64
	foot   float64 // of the baseline above the end of its line
	faces  *Typeface
}

func (l *lines) height() float64 { return float64(len(l.rows)) * l.lead }

// runs is how many items the lines become.
func (l *lines) runs() int {
	n := 0
	for i := range l.rows {
		n += len(l.rows[i].Runs)
	}
	return n
}

// widest is the width of the widest line.
func (l *lines) widest() float64 {
	var w float64
	for i := range l.rows {
		w = max(w, l.rows[i].Width)
	}
	return w
}

// compose sets a paragraph: it breaks the pieces into lines no wider than width and makes an element for them
// below the current one.
func (b *builder) compose(width float64, pieces ...piece) lines {
	return b.composeAs("P", width, pieces...)
}

// composeAs is compose with an element of some kind. A paragraph of one piece is one element; of several, each
// has one of its own below it. A figure in several pieces is one element, with those of the pieces below it.
func (b *builder) composeAs(kind string, width float64, pieces ...piece) lines {
	return b.own(kind, b.measure(width, pieces...))
}

// own makes an element of some kind for lines, below the current one.
func (b *builder) own(kind string, l lines) lines {
	if b.node != nil && len(l.rows) > 0 {
		b.elements(kind, l.pieces)
	}
	return l
}

// elements makes the elements of a paragraph's pieces.
func (b *builder) elements(kind string, pieces []piece) {
	whole := b.node.in(kind, pieces[0].lang)
	for i := 0; i < len(pieces); {
		n := figure(pieces[i:])
		around := whole
		if n > 1 && n < len(pieces) {
			around = whole.in("Span", pieces[i].lang)
		}
		if n > 1 {
			around.Fact = pieces[i].prints
		}
		for end := i + n; i < end; i++ {
			p := &pieces[i]
			p.node = p.element(around, len(pieces) == 1)
			if n == 1 && p.node != nil {
				p.node.print(p)
			}
		}
	}
}

// print says of a node what a piece is, if that has an ID.
func (n *Node) print(p *piece) {
	if p.sentence {
		n.Sentence = p.prints
	} else {
		n.Fact = p.prints
	}
}

// figure is how many pieces at the start are one figure; 1 if the first is none.
func figure(pieces []piece) int {
	n := 1
	for pieces[0].prints != "" && n < len(pieces) && pieces[n].prints == pieces[0].prints {
		n++
	}
	return n
}

// element makes the element of a piece, or gives the one around it to a piece that is alone in it. It is nil for a piece
// without text.
func (p *piece) element(around *Node, alone bool) *Node {
	var n *Node
	switch {
	case p.text == "":
		return nil
	case p.link != "":
		n = around.under("Reference").in("Link", p.lang)
		n.Alt = p.text
	case alone:
		n = around
	default:
		n = around.in("Span", p.lang)
	}
	n.says = p.text
	return n
}

// measure breaks pieces into lines that belong to no element.
func (b *builder) measure(width float64, pieces ...piece) lines {
	l := lines{pieces: pieces, foot: b.t.foot(), faces: &b.faces}
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.text == "":
		case p.leading == 0:
			l.lead = max(l.lead, b.t.lead(p.size))
		default:
			l.lead = max(l.lead, p.leading)
		}
	}
	l.rows = b.breakLines(width, pieces)
	return l
}

// widths are the widths of pieces on a line and of the widest part of them that is not broken.
func (b *builder) widths(pieces []piece, narrow []float64) (line, word float64) {
	return b.setter.Widths(b.spans(pieces), narrow)
}

// spans are pieces as they are measured, until the next are.
func (b *builder) spans(pieces []piece) []typeset.Span {
	b.spanned = b.spanned[:0]
	for i := range pieces {
		p := &pieces[i]
		b.spanned = append(b.spanned, typeset.Span{Text: p.text, Face: b.faces.of(p.bold), Size: p.size, Tied: p.tied})
	}
	return b.spanned
}

// breakLines breaks running text as the theme has it: Chinese set to the full width, English ragged. Anything
// else is ragged.
func (b *builder) breakLines(width float64, pieces []piece) []typeset.Line {
	if len(pieces) == 0 || !pieces[0].running {
		return b.setter.Break(b.spans(pieces), width)
	}
	opt := typeset.Options{Width: width, Indent: b.t.Indent * pieces[0].size, Language: typeset.English}
	if pieces[0].lang.Chinese() {
		opt.Language = typeset.Chinese
		if b.t.Justify {
			opt.Align = typeset.Justified
		}
	}
	return b.setter.Compose(b.spans(pieces), opt)
}

// appendLine places line i with its left end at x and its baseline at y.
func (l *lines) appendLine(items []Item, i int, x, y float64) []Item {
	beside := 0.0
	for j := range l.rows[i].Runs {
		r := &l.rows[i].Runs[j]
		p := &l.pieces[r.Span]
		it := Item{
			Shape: Text, X: r.X + x, Y: y - l.rise(p, &beside), W: r.Width, Text: r.Text, Spacing: r.Spacing,
			Bold: p.bold, Size: p.size, Ink: p.ink, Lang: p.lang,
		}
		if p.node != nil {
			it.Node, it.Ref = p.node, l.ref(p, i, j)
		}
		items = append(items, it)
	}
	return items
}

// ref is what run j of line i, which is of a piece, has to do with other places.
func (l *lines) ref(p *piece, i, j int) *Reference {
	anchored := p.anchor != "" && l.begins(i, j)
	switch {
	case anchored:
		return &Reference{Anchor: p.anchor, Link: p.link}
	case p.link != "":
		return &Reference{Link: p.link}
	}
	return nil
}

// begins reports whether a run is the first of its piece.
func (l *lines) begins(i, j int) bool {
	span := l.rows[i].Runs[j].Span
	switch {
	case j > 0:
		return l.rows[i].Runs[j-1].Span != span
	case i > 0:
		above := l.rows[i-1].Runs
		return above[len(above)-1].Span != span
	}
	return true
}

// raised is how far a mark is raised, in sizes of the text beside it.
const raised = 0.24

// rise is how far a run of a piece is raised: so that it stays on its line. Beside is the size of the text before it on
// the line, and becomes that of the piece if it is not raised.
func (l *lines) rise(p *piece, beside *float64) float64 {
	if p.rise == 0 {
		*beside = p.size
		return 0
	}
	return min(p.rise, raised**beside, max(0, l.ascent()-emAbove*p.size))
}

// appendBlock places all lines below y, the first baseline one ascent down, with their left ends at x.
func (l *lines) appendBlock(items []Item, x, y float64) []Item {
	items = slices.Grow(items, l.runs())
	for i := range l.rows {
		items = l.appendLine(items, i, x, l.baseline(i, y))
	}
	return items
}

// appendFlush is appendBlock with the right ends of the lines at x.
func (l *lines) appendFlush(items []Item, x, y float64) []Item {
	items = slices.Grow(items, l.runs())
	for i := range l.rows {
		items = l.appendLine(items, i, x-l.rows[i].Width, l.baseline(i, y))
	}
	return items
}

// baseline is where line i stands if the lines begin at y.
func (l *lines) baseline(i int, y float64) float64 { return y + float64(i)*l.lead + l.ascent() }

// ascent is the distance from the top of a line to its baseline.
func (l *lines) ascent() float64 { return l.lead - l.foot }
