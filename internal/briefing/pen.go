package briefing

import (
	"math"
	"strconv"
)

// The names of the fonts in content streams.
const regularFont, boldFont = "F1", "F2"

// pen writes the content stream of a page (ISO 32000-1, 7.8.2 and annex A): marks, texts and shapes, without redundant
// operators. The drawing library would repeat font, colour and position for each of them, and keep all of a font in
// memory.
type pen struct {
	*alphabets
	height float64 // of the page
	ops    []byte  // the page so far
	state  penState
}

// penState is the graphics state in which the next text or shape would be drawn.
type penState struct {
	texting bool // a text object is open
	x, y    int  // where its last line began, in hundredths of a point

	size        float64 // 0: no font is selected
	bold        bool
	spacing     int // in ten-thousandths
	fill, lines Color
	width       int // of lines, in hundredths
}

// startPage starts a page in the library's initial state: black, no font selected.
func (p *pen) startPage() {
	p.ops = p.ops[:0]
	p.state = penState{width: -1}
}

// artifact begins content that belongs to no element. plain means level texts only.
func (p *pen) artifact(plain bool) {
	p.begin(plain)
	p.ops = append(p.ops, "/Artifact BMC\n"...)
}

// mark begins a marked-content sequence.
func (p *pen) mark(kind string, id int, plain bool) {
	p.begin(plain)
	p.ops = append(append(p.ops, '/'), kind...)
	p.ops = strconv.AppendInt(append(p.ops, "<</MCID "...), int64(id), 10)
	p.ops = append(p.ops, ">>BDC\n"...)
}

// begin keeps a text object open around plain sequences, which nest in it (ISO 32000-1, 14.6.1).
func (p *pen) begin(plain bool) {
	if plain {
		p.beginText()
	} else {
		p.endText()
	}
}

// end ends the sequence begun by artifact or mark.
func (p *pen) end(plain bool) {
	if !plain {
		p.endText()
	}
	p.ops = append(p.ops, "EMC\n"...)
}

func (p *pen) beginText() {
	if !p.state.texting {
		p.ops = append(p.ops, "BT\n"...)
		p.state.texting, p.state.x, p.state.y = true, 0, 0
	}
}

func (p *pen) endText() {
	if p.state.texting {
		p.ops = append(p.ops, "ET\n"...)
		p.state.texting = false
	}
}

func (p *pen) text(it *Item) {
	p.setFill(it.Ink)
	p.beginText()
	p.font(it)
	x, y := hundredths(it.X), hundredths(p.height-it.Y)
	b := appendDecimal(p.ops, x-p.state.x, 2)
	b = appendDecimal(append(b, ' '), y-p.state.y, 2)
	p.state.x, p.state.y = x, y
	p.ops = append(p.of(it.Bold).appendCodes(append(b, " Td"...), it), "Tj\n"...)
}

// turned writes a rotated text, in its own text object.
func (p *pen) turned(it *Item) {
	p.setFill(it.Ink)
	p.endText()
	p.beginText()
	p.font(it)
	sin, cos := math.Sincos(it.Angle * math.Pi / 180)
	for _, v := range [...]float64{cos, sin, -sin, cos} {
		p.ops = append(appendDecimal(p.ops, int(math.Round(v*1e5)), 5), ' ')
	}
	p.at(it.X, it.Y)
	p.ops = append(p.of(it.Bold).appendCodes(append(p.ops, "Tm"...), it), "Tj\n"...)
	p.endText()
}

// font selects the font and character spacing of a text.
func (p *pen) font(it *Item) {
	if p.state.size != it.Size || p.state.bold != it.Bold {
		name := regularFont
		if it.Bold {
			name = boldFont
		}
		b := append(append(append(p.ops, '/'), name...), ' ')
		p.ops = append(appendDecimal(b, hundredths(it.Size), 2), " Tf\n"...)
		p.state.size, p.state.bold = it.Size, it.Bold
	}
	if spacing := int(math.Round(it.Spacing * 1e4)); p.state.spacing != spacing {
		p.ops = append(appendDecimal(p.ops, spacing, 4), " Tc\n"...)
		p.state.spacing = spacing
	}
}

// setFill sets the fill colour, which also applies to text.
func (p *pen) setFill(c Color) {
	if p.state.fill != c {
		p.ops = appendInk(p.ops, c, "g\n", "rg\n")
		p.state.fill = c
	}
}

// setStroke sets the colour and width of lines.
func (p *pen) setStroke(c Color, width float64) {
	if p.state.lines != c {
		p.ops = appendInk(p.ops, c, "G\n", "RG\n")
		p.state.lines = c
	}
	if w := hundredths(width); p.state.width != w {
		p.ops = append(appendDecimal(p.ops, w, 2), " w\n"...)
		p.state.width = w
	}
}

// appendInk writes a colour with the operator for grey or the one for RGB.
func appendInk(b []byte, c Color, grey, parts string) []byte {
	part := func(v uint8) { b = append(appendDecimal(b, (int(v)*1000+127)/255, 3), ' ') }
	part(c.R)
	if c.R == c.G && c.G == c.B {
		return append(b, grey...)
	}
	part(c.G)
	part(c.B)
	return append(b, parts...)
}

func hundredths(v float64) int { return int(math.Round(v * 100)) }

// appendDecimal writes v × 10^-places in PDF syntax without needless digits (ISO 32000-1, 7.3.3).
func appendDecimal(b []byte, v, places int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	unit := 1
	for range places {
		unit *= 10
	}
	whole, rest := v/unit, v%unit
	if whole > 0 || rest == 0 {
		b = strconv.AppendInt(b, int64(whole), 10)
	}
	if rest == 0 {
		return b
	}
	for b = append(b, '.'); rest > 0; rest = rest * 10 % unit {
		b = append(b, byte('0'+rest*10/unit))
	}
	return b
}
