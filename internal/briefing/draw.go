package briefing

import (
	"bytes"

	"nianbao/internal/message"
	"nianbao/internal/tagpdf"

	"github.com/go-pdf/fpdf"
)

// draw draws pages, and adds the marked-content sequences to their elements. Fonts are added when the file is finished.
// The same document gives the same bytes.
func draw(d *Composition, t Theme, a *alphabets) ([]byte, error) {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: t.Width, Ht: t.Height}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCompression(false) // finishing reads every stream and then compresses it
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	c := canvas{pdf: pdf, pen: pen{alphabets: a, height: t.Height}}
	if err := c.pages(d.Pages); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	const perPage = 500 // about what the library writes besides the content
	out.Grow(c.written + perPage*(1+len(d.Pages)))
	if err := pdf.Output(&out); err != nil {
		return nil, message.Errorf("write pdf: %w", err)
	}
	return out.Bytes(), nil
}

// canvas draws pages with a pen, and passes them to the library, which makes the file.
type canvas struct {
	pdf     *fpdf.Fpdf
	pen     pen
	written int // bytes of all pages so far
}

func (c *canvas) pages(pages []Page) error {
	for _, p := range pages {
		c.pdf.AddPage()
		c.pen.startPage()
		if err := c.page(p); err != nil {
			return err
		}
		c.pdf.RawWriteStr(string(c.pen.ops)) // a buffer would be read in pieces, growing for each
		c.written += len(c.pen.ops)
		if err := c.pdf.Error(); err != nil { // the library's errors are sticky: name the page while it is known
			return message.Errorf("draw page %d: %w", p.Number, err)
		}
	}
	return nil
}

// page draws the items in order. Neighbours of one element share a marked-content sequence (ISO 32000-1, 14.6); items
// of no element are artifacts.
func (c *canvas) page(p Page) error {
	sequences := 0
	for items := p.Items; len(items) > 0; {
		first := &items[0]
		if first.Node == nil && !first.Artifact {
			return message.Errorf("draw page %d: %s %q belongs to no element", p.Number, first.Shape, first.Text)
		}
		n, plain := sequence(items)
		if first.Artifact {
			c.pen.artifact(plain)
		} else {
			c.pen.mark(first.Node.Kind, sequences, plain)
			first.Node.marks = append(first.Node.marks, tagpdf.Mark{Page: p.Number, MCID: sequences})
			sequences++
		}
		for i := range items[:n] {
			c.pen.item(&items[i])
		}
		c.pen.end(plain)
		items = items[n:]
	}
	c.pen.endText()
	return nil
}

// sequence returns how many items share a sequence with the first, and whether all of them are level texts.
func sequence(items []Item) (n int, plain bool) {
	plain = true
	for ; n < len(items) && items[n].Node == items[0].Node && items[n].Artifact == items[0].Artifact; n++ {
		plain = plain && items[n].Shape == Text && items[n].Angle == 0
	}
	return n, plain
}

func (p *pen) item(it *Item) {
	switch {
	case it.Shape != Text:
		p.shape(it)
	case it.Angle == 0:
		p.text(it)
	default:
		p.turned(it)
	}
}
