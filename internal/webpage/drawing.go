package webpage

import (
	"html/template"
	"strconv"

	"nianbao/internal/chart"
)

// size is a width that charts are drawn for, in points of print, which the style sheet enlarges by about half. It shows the one
// that suits the screen.
type size struct {
	class        string
	width        float64
	small, micro float64 // of type
}

var sizes = []size{{"wide", 480, 10.3, 9}, {"slim", 232, 10.6, 9.3}}

// drawings are a chart in one language, in every size. They have no words for those who cannot see them: what holds them has.
func (m *maker) drawings(c chart.Chart, lang int) template.HTML {
	b := drawing{out: make([]byte, 0, 4096*len(sizes))}
	for _, s := range sizes {
		d := chart.New(c, chart.Look{Setter: m.setter, Width: s.width, Unit: 4, Foot: 4, Small: s.small, Micro: s.micro, Langs: []int{lang}}).Draw(0, 0, len(c.Rows))
		b.text(`<svg class="`, s.class, `" viewBox="0 0 `).number(s.width).text(" ").number(d.Bottom + 2).text(`" aria-hidden="true">`)
		for i := range d.Shapes {
			b.shape(&d.Shapes[i], s)
		}
		b.close().text("</svg>")
	}
	return template.HTML(b.out)
}

// drawing writes shapes as SVG. All of it is numbers and the names of classes, but for labels, which are escaped.
// Lines and discs of one look that follow each other are one path: a disc is a line without length, with round ends.
type drawing struct {
	out  []byte
	path stroke // the one under way
}

// stroke is the look of a line.
type stroke struct {
	ink          string
	weight, dash float64
	round        bool
}

func (b *drawing) text(parts ...string) *drawing {
	for _, p := range parts {
		b.out = append(b.out, p...)
	}
	return b
}

// number writes a length with one decimal.
func (b *drawing) number(f float64) *drawing {
	b.out = strconv.AppendFloat(b.out, f, 'f', 1, 64)
	if n := len(b.out); b.out[n-1] == '0' {
		b.out = b.out[:n-2]
	}
	return b
}

func (b *drawing) attribute(name string, f float64) *drawing {
	return b.text(" ", name, `="`).number(f).text(`"`)
}

// inks are the classes of inks.
var inks = [...]string{"k", "m", "a", "r", "p", "l", "t", "f", "g", "b"}

func (b *drawing) shape(s *chart.Shape, of size) {
	ink := inks[s.Ink]
	switch s.Form {
	case chart.Line:
		b.line(stroke{ink, s.Weight, s.Dash, false}, s.X, s.Y, s.W, s.H)
		return
	case chart.Dot:
		b.line(stroke{ink, s.W, 0, true}, s.X+float64(s.W/2), s.Y+float64(s.H/2), 0, 0)
		return
	}
	b.close()
	switch s.Form {
	case chart.Text:
		b.label(s, of)
	case chart.Fill:
		b.text(`<rect class="`, ink, `"`).attribute("x", s.X).attribute("y", s.Y).attribute("width", s.W).attribute("height", s.H).text("/>")
	default:
		b.polygon(s, ink)
	}
}

// line adds a line to the path under way, or begins another.
func (b *drawing) line(look stroke, x, y, width, height float64) {
	if b.path != look {
		b.close()
		b.path = look
		b.text(`<path class="s`, look.ink)
		if look.round {
			b.text(" o")
		}
		b.text(`"`).attribute("stroke-width", look.weight)
		if look.dash > 0 {
			b.attribute("stroke-dasharray", look.dash)
		}
		b.text(` d="`)
	}
	b.text("M").number(x).text(" ").number(y)
	switch {
	case height == 0:
		b.text("h").number(width)
	case width == 0:
		b.text("v").number(height)
	default:
		b.text("l").number(width).text(" ").number(height)
	}
}

// close ends the path under way.
func (b *drawing) close() *drawing {
	if b.path != (stroke{}) {
		b.text(`"/>`)
		b.path = stroke{}
	}
	return b
}

// corners are those of the shapes with corners, in halves of their boxes.
var corners = map[chart.Form][]float64{
	chart.Diamond: {1, 0, 2, 1, 1, 2, 0, 1},
	chart.Up:      {1, 0, 2, 2, 0, 2},
	chart.Down:    {0, 0, 2, 0, 1, 2},
	chart.Left:    {2, 0, 2, 2, 0, 1},
	chart.Right:   {0, 0, 2, 1, 0, 2},
}

func (b *drawing) polygon(s *chart.Shape, ink string) {
	b.text(`<path class="`, ink, `" d="`)
	at := corners[s.Form]
	for i := 0; i < len(at); i += 2 {
		b.text([]string{"M", "L"}[min(i, 1)]).number(s.X + float64(at[i]*s.W/2)).text(" ").number(s.Y + float64(at[i+1]*s.H/2))
	}
	b.text(`z"/>`)
}

// label writes a line of a label, each part in its style.
func (b *drawing) label(s *chart.Shape, of size) {
	l := s.Block.(*label)
	runs := l.lines[s.Line].Runs
	anchor := ""
	switch s.Anchor {
	case 0.5:
		anchor = " c"
	case 1:
		anchor = " e"
	}
	now := runs[0].Span
	b.text(`<text class="`, look(l.parts[now].Style, of), anchor, `"`).attribute("x", s.X).attribute("y", s.Y).text(">")
	end := ""
	for _, r := range runs {
		if r.Span != now {
			now = r.Span
			b.text(end, `<tspan class="`, look(l.parts[now].Style, of), `">`)
			end = "</tspan>"
		}
		b.text(template.HTMLEscapeString(r.Text))
	}
	b.text(end, "</text>")
}

// look is the classes of a style.
func look(st chart.Style, of size) string {
	class := inks[st.Ink]
	if st.Size < of.small {
		class += " u"
	}
	if st.Bold {
		class += " h"
	}
	return class
}
