package briefing

import (
	"slices"

	"nianbao/internal/stat"
	"nianbao/internal/typeset"
)

// style is the look of a piece of text.
type style struct {
	size     float64
	leading  float64 // distance of baselines; 0 means the theme's for the size
	lang     stat.Lang
	rise     float64 // raises the baseline, for marks of notes
	link     string  // the anchor it links to
	address  string  // the address of the web that it is, and links to
	anchor   string  // the name under which links lead to it
	prints   string  // the ID of a sentence, or of the fact or variant whose figure it is part of
	bold     bool
	ink      Color
	tied     bool    // not separated from the piece before it
	indent   float64 // of a paragraph that begins with it: of all its lines
	running  bool    // running text: composed as a paragraph, not as a label or a cell
	sentence bool    // prints is the ID of a sentence, not of a figure
	node     *Node   // the element it belongs to; nil for none
}

// of returns the style for the figure of a fact or a variant.
func (s style) of(id string) style {
	s.prints = id
	return s
}

// piece is text in one style, part of a paragraph.
type piece struct {
	text string
	style
}

// lines is composed text. It becomes items when it is placed.
type lines struct {
	rows   []typeset.Line
	pieces []piece // to which the runs of the rows belong
	indent float64 // of every line
	lead   float64
	above  float64 // white above the first line
	foot   float64 // of the baseline above the end of its line
	faces  *Typeface
}

func (l *lines) height() float64 { return l.above + float64(float64(len(l.rows))*l.lead) }

// runs is the number of items that the lines become.
func (l *lines) runs() int {
	n := 0
	for i := range l.rows {
		n += len(l.rows[i].Runs)
	}
	return n
}

// widest is the width of the widest line, with its indent.
func (l *lines) widest() float64 {
	var w float64
	for i := range l.rows {
		w = max(w, l.rows[i].Width)
	}
	return w + l.indent
}

// compose breaks the pieces of a paragraph into lines no wider than width, and makes an element for them below the
// current one.
func (b *builder) compose(width float64, pieces ...piece) lines {
	return b.composeAs("P", width, pieces...)
}

// composeAs is compose with a given kind of element. A paragraph of one piece is one element; with several pieces, each
// has its own element below it. A figure of several pieces is one element, with those of its pieces below it.
func (b *builder) composeAs(kind string, width float64, pieces ...piece) lines {
	return b.own(kind, b.measure(width, pieces...))
}

// own makes an element of a given kind for lines, below the current one.
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

// print records in a node the ID of a piece, if it has one.
func (n *Node) print(p *piece) {
	if p.sentence {
		n.Sentence = p.prints
	} else {
		n.Fact = p.prints
	}
}

// figure is the number of leading pieces that form one figure; 1 if the first is not a figure.
func figure(pieces []piece) int {
	n := 1
	for pieces[0].prints != "" && n < len(pieces) && pieces[n].prints == pieces[0].prints {
		n++
	}
	return n
}

// element makes the element of a piece; a piece that is alone in its parent uses the parent. It is nil for a piece
// without text.
func (p *piece) element(around *Node, alone bool) *Node {
	var n *Node
	switch {
	case p.text == "":
		return nil
	case p.link != "":
		n = around.under("Reference").in("Link", p.lang)
		n.Alt = p.text
	case p.address != "":
		n = around.in("Link", p.lang)
		n.Alt = p.address
	case alone:
		n = around
	default:
		n = around.in("Span", p.lang)
	}
	n.says = p.text
	return n
}

// measure breaks pieces into lines without an element.
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
	l.indent = indentOf(pieces)
	l.rows = b.breakLines(width-l.indent, pieces)
	return l
}

// indentOf is the indent of the lines of a paragraph.
func indentOf(pieces []piece) float64 {
	if len(pieces) == 0 {
		return 0
	}
	return pieces[0].indent
}

// widths returns the width of pieces on one line, and of their widest unbreakable part, with their indent.
func (b *builder) widths(pieces []piece, narrow []float64) (line, word float64) {
	line, word = b.setter.Widths(b.spans(pieces), narrow)
	indent := indentOf(pieces)
	for i := range narrow {
		narrow[i] += indent
	}
	return line + indent, word + indent
}

// spans returns pieces as spans, valid until the next call.
func (b *builder) spans(pieces []piece) []typeset.Span {
	b.spanned = b.spanned[:0]
	for i := range pieces {
		p := &pieces[i]
		b.spanned = append(b.spanned, typeset.Span{Text: p.text, Face: b.faces.of(p.bold), Size: p.size, Tied: p.tied, Verbatim: p.address != ""})
	}
	return b.spanned
}

// breakLines breaks lines as the theme says: running Chinese is justified; English and everything else is ragged.
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
			Shape: Text, X: r.X + x, Y: y - l.rise(p, &beside), W: r.Width, Text: r.Text, Form: r.Form, Spacing: r.Spacing,
			Bold: p.bold, Size: p.size, Ink: p.ink, Lang: p.lang,
		}
		if p.node != nil {
			it.Node, it.Ref = p.node, l.ref(p, i, j)
		}
		items = append(items, it)
	}
	return items
}

// ref returns the reference of run j of line i, which belongs to piece p.
func (l *lines) ref(p *piece, i, j int) *Reference {
	anchored := p.anchor != "" && l.begins(i, j)
	switch {
	case anchored:
		return &Reference{Anchor: p.anchor, Link: p.link}
	case p.link != "":
		return &Reference{Link: p.link}
	case p.address != "":
		return &Reference{Address: p.address}
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

// raised is how far a mark is raised, in multiples of the adjacent text size.
const raised = 0.36

// rise is how far a run of a piece is raised, limited so that it stays on its line. beside is the size of the preceding
// text on the line; an unraised piece sets it.
func (l *lines) rise(p *piece, beside *float64) float64 {
	if p.rise == 0 {
		*beside = p.size
		return 0
	}
	return min(p.rise, raised**beside, max(0, l.ascent()-float64(emAbove*p.size)))
}

// appendBlock places all lines below y, with the first baseline one ascent down and their left ends at x.
func (l *lines) appendBlock(items []Item, x, y float64) []Item {
	items = slices.Grow(items, l.runs())
	for i := range l.rows {
		items = l.appendLine(items, i, x+l.indent, l.baseline(i, y))
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

// baseline is the baseline of line i if the lines begin at y.
func (l *lines) baseline(i int, y float64) float64 {
	return y + l.above + float64(float64(i)*l.lead) + l.ascent()
}

// ascent is the distance from the top of a line to its baseline.
func (l *lines) ascent() float64 { return l.lead - l.foot }
