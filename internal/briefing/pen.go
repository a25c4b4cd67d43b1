package briefing

import (
	"bytes"
	"strconv"
)

// The names by which content selects the fonts.
const regularFont, boldFont = "F1", "F2"

// pen writes the operators of marks and texts (ISO 32000-1, 9 and 14.6). The drawing library would say font and colour
// anew with each text, and keep all of a font in memory.
type pen struct {
	*alphabets
	height float64 // of the page
	ops    []byte  // not handed over yet
	state  penState
}

// penState is how the next text would be set.
type penState struct {
	bold bool
	size float64 // 0: no font is selected
	ink  Color
	wet  bool // whether the colour is known
}

// turn begins a page.
func (p *pen) turn() { p.state = penState{} }

// dip says that the colour to fill with, which texts have too, has been set.
func (p *pen) dip(c Color) { p.state.ink, p.state.wet = c, true }

func (p *pen) artifact() { p.ops = append(p.ops, "/Artifact BMC\n"...) }

func (p *pen) mark(kind string, id int) {
	p.ops = append(append(p.ops, '/'), kind...)
	p.ops = append(p.ops, " <</MCID "...)
	p.ops = append(strconv.AppendInt(p.ops, int64(id), 10), ">> BDC\n"...)
}

func (p *pen) end() { p.ops = append(p.ops, "EMC\n"...) }

func (p *pen) text(it *Item) {
	b := p.ops
	if !p.state.wet || p.state.ink != it.Ink {
		b = appendInk(b, it.Ink)
		p.dip(it.Ink)
	}
	b = append(b, "BT\n"...)
	if p.state.size != it.Size || p.state.bold != it.Bold {
		b = p.appendFont(b, it)
		p.state.size, p.state.bold = it.Size, it.Bold
	}
	if it.Spacing != 0 {
		b = append(appendFixed(b, it.Spacing, 4), " Tc\n"...)
	}
	b = append(appendFixed(b, it.X, 2), ' ')
	b = append(appendFixed(b, p.height-it.Y, 2), " Td\n"...)
	b = append(p.of(it.Bold).appendCodes(b, it.Text), " Tj\n"...)
	if it.Spacing != 0 {
		b = append(b, "0 Tc\n"...)
	}
	p.ops = append(b, "ET\n"...)
}

func (p *pen) appendFont(b []byte, it *Item) []byte {
	name := regularFont
	if it.Bold {
		name = boldFont
	}
	b = append(append(append(b, '/'), name...), ' ')
	return append(appendFixed(b, it.Size, 2), " Tf\n"...)
}

// appendInk sets the colour to fill with.
func appendInk(b []byte, c Color) []byte {
	part := func(v uint8) { b = append(appendFixed(b, float64(v)/255, 3), ' ') }
	part(c.R)
	if c.R == c.G && c.G == c.B {
		return append(b, "g\n"...)
	}
	part(c.G)
	part(c.B)
	return append(b, "rg\n"...)
}

// appendFixed writes a number with so many decimals at most.
func appendFixed(b []byte, v float64, decimals int) []byte {
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', decimals, 64)
	if bytes.IndexByte(b[from:], '.') < 0 {
		return b
	}
	return bytes.TrimRight(bytes.TrimRight(b, "0"), ".")
}
