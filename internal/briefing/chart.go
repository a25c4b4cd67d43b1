package briefing

import (
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chart"
	"nianbao/internal/color"
	"nianbao/internal/document"
)

// maxChart is the largest share of a page that a chart fills. A chart that does not fit on the rest of a page lets the
// following blocks go first, so that it leaves no gap.
const maxChart = 0.6

// chart draws a chart, as several figures under one title if needed.
func (b *builder) chart(ch *document.Chart) {
	plan := chart.New(ch.Data, b.look())
	cuts := plan.Split(float64(maxChart*b.t.height()) - b.t.units(12)) // the lines of title and notes
	for i, last := range cuts[1:] {
		b.chartRows(ch, plan, cuts[i], last)
	}
}

// look is how charts look.
func (b *builder) look() chart.Look {
	return chart.Look{
		Setter: labels{b}, Width: b.t.width(), Unit: b.t.unit(), Foot: b.t.foot(), Small: b.t.Small, Micro: b.t.Micro, Langs: b.view,
	}
}

// chartRows draws rows first to last-1 of a chart: the title, the shapes, and the notes below them. They form one
// Figure behind its caption, whose description is in every shown language.
func (b *builder) chartRows(ch *document.Chart, plan *chart.Plan, first, last int) {
	b.spaceBefore()
	f := figureUnderWay{b: b, items: b.drawn[:0]}
	title := ch.Title
	if first > 0 {
		title = ch.Continued
	}
	caption := b.caption(title, ch.Plain)
	f.node = b.within("Figure", func() {})
	for i := range caption.rows {
		f.items = caption.appendLine(f.items, i, 0, caption.baseline(i, 0))
	}
	y := caption.height()
	small := style{size: b.t.Micro, ink: b.colors.Muted}
	y = f.add(ch.Subtitle, small, y)
	drawing := plan.Draw(y+b.t.units(2), first, last)
	f.shapes(drawing.Shapes)
	y = drawing.Bottom
	for _, n := range []document.Text{ch.Note, ch.Source} {
		y = f.add(n, small, y)
	}
	var alts []string
	for i, w := range b.words {
		alts = append(alts, ch.Alt(w, b.view[i], first, last))
	}
	f.node.Lang, f.node.says = b.words[0].Lang(), f.labels.String()
	f.node.Alt = strings.Join(alts, " ")
	b.drawn = f.items
	b.add(block{height: y, items: slices.Clone(f.items), float: true})
	b.gap(4)
}

// caption sets the title of a figure or a table, with its figures, in every language. It is listed behind the contents
// by its plain title, once if a figure has several parts.
func (b *builder) caption(t, plain document.Text) lines {
	var pieces []piece
	e := entry{part: b.prefix, anchor: b.prefix + "t" + strconv.Itoa(len(b.captions))}
	for i, w := range b.words {
		e.title, e.langs = append(e.title, b.says(plain, i)), append(e.langs, w.Lang())
	}
	if n := len(b.captions); n == 0 || !slices.Equal(b.captions[n-1].title, e.title) {
		b.captions = append(b.captions, e)
	}
	for i, w := range b.words {
		st := style{size: b.t.Small, bold: true, ink: b.colors.Ink, lang: w.Lang(), anchor: e.anchor}
		if i > 0 {
			st = b.micro(i)
			pieces = append(pieces, piece{"  ", st})
		}
		for _, s := range b.at(t, i) {
			if s.Words != "" {
				pieces = append(pieces, piece{s.Words, st.of(s.Fact)})
			}
		}
	}
	return b.composeAs("Caption", b.t.width(), pieces...)
}

// figureUnderWay is a figure being drawn.
type figureUnderWay struct {
	b      *builder
	node   *Node
	items  []Item
	labels strings.Builder // all of its text, in drawing order
}

// add adds a text below y, if it is not empty, and returns its end.
func (f *figureUnderWay) add(t document.Text, first style, y float64) float64 {
	if len(t) == 0 || f.b.says(t, 0) == "" {
		return y
	}
	l := f.line(t, first)
	for i := range l.rows {
		f.text(&l, i, 0, l.baseline(i, y))
	}
	return y + l.height()
}

// line sets a text in one style, with further languages small beside the first.
func (f *figureUnderWay) line(t document.Text, first style) lines {
	b := f.b
	pieces := make([]piece, len(b.words))
	for i, w := range b.words {
		st, said := first, b.says(t, i)
		if i > 0 {
			st, said = b.micro(i), "  "+said
		}
		st.lang = w.Lang()
		pieces[i] = piece{said, st}
	}
	return b.measure(b.t.width(), pieces...)
}

// text adds line i of a label, with its left end at x and its baseline at y.
func (f *figureUnderWay) text(l *lines, i int, x, y float64) {
	from := len(f.items)
	f.items = l.appendLine(f.items, i, x, y)
	for i := range f.items[from:] {
		f.items[from+i].Node = f.node
	}
	if i == 0 {
		for i := range l.pieces {
			f.labels.WriteString(l.pieces[i].text)
		}
	}
}

// shapes adds the shapes of a chart.
func (f *figureUnderWay) shapes(shapes []chart.Shape) {
	for i := range shapes {
		s := &shapes[i]
		if s.Form == chart.Text {
			l := &s.Block.(*label).lines
			f.text(l, s.Line, s.X-float64(s.Anchor*l.rows[s.Line].Width), s.Y)
			continue
		}
		f.items = append(f.items, Item{
			Shape: shapeOf[s.Form], X: s.X, Y: s.Y, W: s.W, H: s.H, Ink: f.b.ink(s.Ink), Size: s.Weight, Dash: s.Dash, Node: f.node,
		})
	}
}

var shapeOf = [...]Shape{
	chart.Line: Line, chart.Fill: Fill, chart.Dot: Dot, chart.Diamond: Diamond, chart.Up: Up, chart.Down: Down, chart.Left: Left, chart.Right: Right,
}

// ink returns the colour of a chart's ink.
func (b *builder) ink(i chart.Ink) Color {
	switch i {
	case chart.Muted:
		return b.colors.Muted
	case chart.Accent:
		return b.colors.Accent
	case chart.Rule:
		return b.colors.Rule
	case chart.Paper:
		return b.colors.Paper
	case chart.Light:
		return b.colors.Accent.tint(0.25, b.colors.Paper)
	case chart.Pale:
		return b.colors.Accent.tint(0.75, b.colors.Paper)
	case chart.Faint:
		return b.colors.Accent.tint(0.9, b.colors.Paper)
	case chart.Good:
		return b.status(color.Good)
	case chart.Bad:
		return b.status(color.Bad)
	default:
		return b.colors.Ink
	}
}

// labels sets the labels of charts.
type labels struct{ *builder }

// label is a chart label broken into lines.
type label struct{ lines }

// Set breaks a label into lines no wider than width.
func (b labels) Set(width float64, parts ...chart.Part) chart.Block {
	pieces := make([]piece, len(parts))
	for i, p := range parts {
		lang := b.doc.Langs[p.Lang]
		pieces[i] = piece{curledWords(p.Words, lang), style{size: p.Size, bold: p.Bold, ink: b.ink(p.Ink), lang: lang}}
	}
	return &label{b.measure(width, pieces...)}
}

func (l *label) Lines() int             { return len(l.rows) }
func (l *label) Width(line int) float64 { return l.rows[line].Width }
func (l *label) Lead() float64          { return l.lead }
func (l *label) Ascent() float64        { return l.ascent() }
