package briefing

import (
	"bytes"
	"fmt"

	"github.com/go-pdf/fpdf"
)

// draw puts pages on paper, and adds to each element the marks of what belongs to it. Fonts come in when the file is
// finished. The same document gives the same bytes.
func draw(d *Document, t Theme, a *alphabets) ([]byte, error) {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: t.Width, Ht: t.Height}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCompression(false) // finishing reads every stream, and compresses it then
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	c := canvas{pdf: pdf, pen: pen{alphabets: a, height: t.Height}}
	if err := c.pages(d.Pages); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return out.Bytes(), nil
}

// canvas draws shapes by the library and writes texts and marks itself, into the same content.
type canvas struct {
	pdf  *fpdf.Fpdf
	pen  pen
	from bytes.Reader
}

func (c *canvas) pages(pages []Page) error {
	for _, p := range pages {
		c.pdf.AddPage()
		c.pen.turn()
		if err := c.page(p); err != nil {
			return err
		}
		if err := c.pdf.Error(); err != nil { // the library's errors are sticky: name the page while it is known
			return fmt.Errorf("draw page %d: %w", p.Number, err)
		}
	}
	return nil
}

// flush hands over what the pen wrote, before the library writes something itself.
func (c *canvas) flush() {
	if len(c.pen.ops) == 0 {
		return
	}
	c.from.Reset(c.pen.ops)
	c.pdf.RawWriteBuf(&c.from)
	c.pen.ops = c.pen.ops[:0]
}

// page draws the items in order. Neighbours of one element share a marked-content sequence (ISO 32000-1, 14.6); what
// belongs to none is an artifact.
func (c *canvas) page(p Page) error {
	sequences := 0
	for i := 0; i < len(p.Items); {
		first := &p.Items[i]
		if first.Node == nil && !first.Artifact {
			return fmt.Errorf("draw page %d: %s %q belongs to no element", p.Number, first.Shape, first.Text)
		}
		if first.Artifact {
			c.pen.artifact()
		} else {
			c.pen.mark(first.Node.Kind, sequences)
			first.Node.marks = append(first.Node.marks, mark{p.Number, sequences})
			sequences++
		}
		for ; i < len(p.Items) && p.Items[i].Node == first.Node && p.Items[i].Artifact == first.Artifact; i++ {
			c.item(&p.Items[i])
		}
		c.pen.end()
	}
	c.flush()
	return nil
}

func (c *canvas) item(it *Item) {
	switch {
	case it.Shape != Text:
		c.flush()
		c.shape(it)
	case it.Angle == 0:
		c.pen.text(it)
	default:
		c.flush()
		state := c.pen.state
		c.pdf.TransformBegin()
		c.pdf.TransformRotate(it.Angle, it.X, it.Y)
		c.pen.text(it)
		c.flush()
		c.pdf.TransformEnd()
		c.pen.state = state
	}
}

// hairline is the width of a rule, in points.
const hairline = 0.5

func (c *canvas) shape(it *Item) {
	pdf := c.pdf
	r, g, b := int(it.Ink.R), int(it.Ink.G), int(it.Ink.B)
	switch it.Shape {
	case Rule, Line, Ring:
		pdf.SetDrawColor(r, g, b)
		pdf.SetLineWidth(max(it.Size, hairline))
	default:
		pdf.SetFillColor(r, g, b)
		c.pen.dip(it.Ink)
	}
	switch it.Shape {
	case Rule:
		pdf.Line(it.X, it.Y, it.X+it.W, it.Y)
	case Line:
		if it.Dash > 0 {
			pdf.SetDashPattern([]float64{it.Dash, it.Dash}, 0)
			defer pdf.SetDashPattern(nil, 0)
		}
		pdf.Line(it.X, it.Y, it.X+it.W, it.Y+it.H)
	case Fill:
		pdf.Rect(it.X, it.Y, it.W, it.H, "F")
	case Dot:
		pdf.Ellipse(it.X+it.W/2, it.Y+it.H/2, it.W/2, it.H/2, 0, "F")
	case Ring:
		pdf.Ellipse(it.X+it.W/2, it.Y+it.H/2, it.W/2, it.H/2, 0, "D")
	case Diamond:
		x, y := it.X+it.W/2, it.Y+it.H/2
		pdf.Polygon([]fpdf.PointType{{X: x, Y: it.Y}, {X: it.X + it.W, Y: y}, {X: x, Y: it.Y + it.H}, {X: it.X, Y: y}}, "F")
	}
}
