package briefing

import (
	"bytes"
	"fmt"
	"time"

	"nianbao/fonts"

	"github.com/go-pdf/fpdf"
)

// Meta is what the PDF file says about itself.
type Meta struct {
	Title, Author, Subject, Keywords string
	Lang                             string // BCP 47 tag of the main language
	Created                          time.Time
	Creator                          string // program and version
}

const family = "nianbao"

// draw puts pages on paper. The same pages, fonts and meta give the same bytes.
func draw(pages []Page, face fonts.Pair, m Meta) ([]byte, error) {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetCatalogSort(true)
	describe(pdf, m)
	pdf.AddUTF8FontFromBytes(family, "", face.Regular)
	pdf.AddUTF8FontFromBytes(family, "B", face.Bold)
	for _, p := range pages {
		pdf.AddPage()
		for _, it := range p.Items {
			drawItem(pdf, it)
		}
		if err := pdf.Error(); err != nil { // the library's errors are sticky: name the page while it is known
			return nil, fmt.Errorf("draw page %d: %w", p.Number, err)
		}
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write pdf: %w", err)
	}
	return out.Bytes(), nil
}

func describe(pdf *fpdf.Fpdf, m Meta) {
	pdf.SetTitle(m.Title, true)
	pdf.SetAuthor(m.Author, true)
	pdf.SetSubject(m.Subject, true)
	pdf.SetKeywords(m.Keywords, true)
	pdf.SetCreator(m.Creator, true)
	pdf.SetProducer(m.Creator, true)
	pdf.SetLang(m.Lang)
	pdf.SetCreationDate(m.Created)
	pdf.SetModificationDate(m.Created)
	pdf.SetDisplayMode("fullpage", "continuous")
}

func drawItem(pdf *fpdf.Fpdf, it Item) {
	r, g, b := int(it.Ink.R), int(it.Ink.G), int(it.Ink.B)
	switch it.Shape {
	case Rule:
		pdf.SetDrawColor(r, g, b)
		pdf.SetLineWidth(0.5)
		pdf.Line(it.X, it.Y, it.X+it.W, it.Y)
	case Fill:
		pdf.SetFillColor(r, g, b)
		pdf.Rect(it.X, it.Y, it.W, it.H, "F")
	case Text:
		style := ""
		if it.Bold {
			style = "B"
		}
		pdf.SetFont(family, style, it.Size)
		pdf.SetTextColor(r, g, b)
		pdf.Text(it.X, it.Y, it.Text)
	}
}
