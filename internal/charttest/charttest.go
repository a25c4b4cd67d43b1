// Package charttest draws charts without fonts, for tests: as text, as faults, and as SVG to look at.
//
// In: a drawing. Out: its description, the faults of its labels, or a picture. It must not be imported by anything but
// tests.
package charttest

import (
	"fmt"
	"html"
	"strings"
	"unicode"

	"nianbao/internal/chart"
)

// Setter sets text in a face whose Han characters are as wide as high, and whose other characters are half as wide.
type Setter struct{}

// Block is a label in lines.
type Block struct {
	Parts []chart.Part
	Texts []string // one per line
	size  float64  // of the largest part
}

// part sizes: the foot of a line, and the unit of heights.
const foot, unit = 3, 2

// Set breaks a label at blanks, between Han characters and, if there is no other way, anywhere.
func (Setter) Set(width float64, parts ...chart.Part) chart.Block {
	b := &Block{Parts: parts}
	text := ""
	for _, p := range parts {
		text += p.Words
		b.size = max(b.size, p.Size)
	}
	line, at, brk := "", 0.0, -1
	for _, r := range text {
		w := b.wide(r)
		if at+w > width+0.01 && line != "" {
			rest := ""
			if brk > 0 && r != ' ' {
				line, rest = line[:brk], line[brk:]
			}
			b.Texts = append(b.Texts, line)
			line, at, brk = rest, b.span(rest), -1
		}
		line, at = line+string(r), at+w
		if r == ' ' || unicode.Is(unicode.Han, r) {
			brk = len(line)
		}
	}
	if line != "" {
		b.Texts = append(b.Texts, line)
	}
	return b
}

func (b *Block) wide(r rune) float64 {
	if r >= 0x2E80 {
		return b.size
	}
	return b.size / 2
}

func (b *Block) span(s string) (w float64) {
	for _, r := range s {
		w += b.wide(r)
	}
	return w
}

// Lines is the number of lines.
func (b *Block) Lines() int { return len(b.Texts) }

// Width is the width of a line without blanks at its end.
func (b *Block) Width(i int) float64 { return b.span(strings.TrimRight(b.Texts[i], " ")) }

// Lead is the height of a line.
func (b *Block) Lead() float64 { return b.size + foot + 1 }

// Ascent is the distance from the top of a line to its baseline.
func (b *Block) Ascent() float64 { return b.Lead() - foot }

// Look is a look of the given width, in two languages.
func Look(width float64) chart.Look {
	return chart.Look{Setter: Setter{}, Width: width, Unit: unit, Foot: foot, Small: 10, Micro: 8, Langs: []int{0, 1}}
}

// Draw draws all of a chart as one figure.
func Draw(c chart.Chart, look chart.Look) chart.Drawing {
	return chart.New(c, look).Draw(0, 0, len(c.Rows))
}

// Box is the area of a shape.
func Box(s chart.Shape) (left, top, right, bottom float64) {
	if s.Form != chart.Text {
		return min(s.X, s.X+s.W), min(s.Y, s.Y+s.H), max(s.X, s.X+s.W), max(s.Y, s.Y+s.H)
	}
	b := s.Block.(*Block)
	left = s.X - float64(s.Anchor*b.Width(s.Line))
	return left, s.Y - float64(b.size*0.8), left + b.Width(s.Line), s.Y + float64(b.size*0.2)
}

// TextOf is the text of a shape.
func TextOf(s chart.Shape) string { return s.Block.(*Block).Texts[s.Line] }

// Said is the text of a drawing without blanks, in order.
func Said(d chart.Drawing) string {
	var said strings.Builder
	for _, s := range d.Shapes {
		if s.Form == chart.Text {
			said.WriteString(strings.Join(strings.Fields(TextOf(s)), ""))
		}
	}
	return said.String()
}

// Faults lists the labels of a drawing that are partly lost, leave it, touch another or have a mark across them.
func Faults(d chart.Drawing, width float64) (faults []string) {
	lines := map[*Block]int{}
	for i, s := range d.Shapes {
		if outside(s, width, d.Bottom) {
			faults = append(faults, fmt.Sprintf("%s stands outside %.1f by %.1f", name(s), width, d.Bottom))
		}
		if s.Form != chart.Text {
			continue
		}
		lines[s.Block.(*Block)]++
		for j, other := range d.Shapes {
			if (other.Form == chart.Text && j < i || solid(other)) && touch(s, other) {
				faults = append(faults, fmt.Sprintf("%s and %s touch", name(s), name(other)))
			}
		}
	}
	for b, n := range lines {
		if n != len(b.Texts) {
			faults = append(faults, fmt.Sprintf("%d of the lines of %q are drawn", n, b.Texts))
		}
	}
	return faults
}

// outside reports whether a shape leaves the drawing; marks may reach into the white around it.
func outside(s chart.Shape, width, bottom float64) bool {
	over := 0.01
	if s.Form != chart.Text {
		over = 4
	}
	l, t, r, b := Box(s)
	return l < -over || r > width+over || t < -over || b > bottom+over
}

// touch reports whether two shapes cover a place both.
func touch(one, other chart.Shape) bool {
	l, t, r, b := Box(one)
	left, top, right, bottom := Box(other)
	return l < right-0.01 && left < r-0.01 && t < bottom-0.01 && top < b-0.01
}

// solid reports whether a shape is a mark that no label may cover. Discs have their numbers on them, and tracks are pale.
func solid(s chart.Shape) bool {
	switch s.Form {
	case chart.Fill:
		disc := s.W == s.H && s.W > 10
		return !disc && (s.Ink == chart.Accent || s.Ink == chart.Light || s.Ink == chart.Ordinary)
	case chart.Up, chart.Down, chart.Left, chart.Right:
		return true
	}
	return false
}

var (
	forms = [...]string{chart.Text: "text", chart.Line: "line", chart.Fill: "fill", chart.Dot: "dot", chart.Diamond: "diamond",
		chart.Up: "up", chart.Down: "down", chart.Left: "left", chart.Right: "right"}
	inks = [...]string{"ordinary", "muted", "accent", "rule", "paper", "light", "pale", "faint", "good", "bad"}
)

func name(s chart.Shape) string {
	if s.Form == chart.Text {
		return fmt.Sprintf("%q", TextOf(s))
	}
	return fmt.Sprintf("a %s of row %d", forms[s.Form], s.Row)
}

// Describe writes a drawing as text, one line per shape.
func Describe(d chart.Drawing) string {
	var b strings.Builder
	for _, s := range d.Shapes {
		fmt.Fprintf(&b, "%2d %-7s %6.1f %6.1f", s.Row, forms[s.Form], s.X, s.Y)
		if s.Form == chart.Text {
			p := s.Block.(*Block).Parts[0]
			fmt.Fprintf(&b, "  %g %s %d %q", p.Size, inks[p.Ink], p.Lang, TextOf(s))
			if s.Anchor > 0 {
				fmt.Fprintf(&b, " at %g", s.Anchor)
			}
		} else {
			fmt.Fprintf(&b, " %6.1f %6.1f %s", s.W, s.H, inks[s.Ink])
			if s.Weight > 0 {
				fmt.Fprintf(&b, " weight %g dash %g", s.Weight, s.Dash)
			}
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "to %.1f\n", d.Bottom)
	return b.String()
}

// colours are those of the default theme.
var colours = [...]string{"#1a1a1a", "#595959", "#1f4e79", "#c8c8c8", "#ffffff", "#577a9b", "#c7d3de", "#e9edf2", "#1b7a43", "#b3261e"}

// SVG draws a drawing as a picture.
func SVG(d chart.Drawing, width float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="-6 -6 %.1f %.1f" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif">`+"\n",
		width+12, d.Bottom+12, width+12, d.Bottom+12)
	b.WriteString(`<rect x="-6" y="-6" width="100%" height="100%" fill="#fff"/>` + "\n")
	for _, s := range d.Shapes {
		b.WriteString(element(s) + "\n")
	}
	return b.String() + "</svg>\n"
}

// element draws a shape.
func element(s chart.Shape) string {
	ink := colours[s.Ink]
	x, y := s.X+s.W, s.Y+s.H
	polygon := func(points ...float64) string {
		return fmt.Sprintf(`<polygon fill="%s" points="%s"/>`, ink, strings.Trim(fmt.Sprint(points), "[]"))
	}
	switch s.Form {
	case chart.Text:
		return label(s)
	case chart.Line:
		return fmt.Sprintf(`<line x1="%.2f" y1="%.2f" x2="%.2f" y2="%.2f" stroke="%s" stroke-width="%.2f" stroke-dasharray="%s"/>`, s.X, s.Y, x, y, ink, s.Weight, dash(s.Dash))
	case chart.Fill:
		return fmt.Sprintf(`<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="%s"/>`, s.X, s.Y, s.W, s.H, ink)
	case chart.Dot:
		return fmt.Sprintf(`<circle cx="%.2f" cy="%.2f" r="%.2f" fill="%s"/>`, s.X+s.W/2, s.Y+s.H/2, s.W/2, ink)
	case chart.Up:
		return polygon(s.X+s.W/2, s.Y, x, y, s.X, y)
	case chart.Down:
		return polygon(s.X, s.Y, x, s.Y, s.X+s.W/2, y)
	case chart.Right:
		return polygon(s.X, s.Y, x, s.Y+s.H/2, s.X, y)
	case chart.Left:
		return polygon(x, s.Y, s.X, s.Y+s.H/2, x, y)
	default:
		return polygon(s.X+s.W/2, s.Y, x, s.Y+s.H/2, s.X+s.W/2, y, s.X, s.Y+s.H/2)
	}
}

func dash(length float64) string {
	if length == 0 {
		return "none"
	}
	return fmt.Sprint(length)
}

// label draws a line of a label, each part in its style.
func label(s chart.Shape) string {
	b := s.Block.(*Block)
	anchor := map[float64]string{0: "start", 0.5: "middle", 1: "end"}[s.Anchor]
	from := 0
	for _, t := range b.Texts[:s.Line] {
		from += len(t)
	}
	text := fmt.Sprintf(`<text x="%.2f" y="%.2f" text-anchor="%s" xml:space="preserve">`, s.X, s.Y, anchor)
	rest := strings.TrimRight(b.Texts[s.Line], " ")
	for _, p := range b.Parts {
		skip := min(from, len(p.Words))
		from -= skip
		words := p.Words[skip:]
		words = words[:min(len(words), len(rest))]
		rest = rest[len(words):]
		weight := "normal"
		if p.Bold {
			weight = "bold"
		}
		text += fmt.Sprintf(`<tspan font-size="%g" font-weight="%s" fill="%s">%s</tspan>`, p.Size, weight, colours[p.Ink], html.EscapeString(words))
	}
	return text + "</text>"
}
