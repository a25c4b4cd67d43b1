package briefing

import (
	"bytes"
	"fmt"

	"nianbao/fonts"

	"github.com/go-pdf/fpdf"
)

const family = "nianbao"

// draw puts pages on paper, and adds to each element the marks of what belongs to it. The same document and
// fonts give the same bytes.
func draw(d *Document, t Theme, face fonts.Pair) ([]byte, error) {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: t.Width, Ht: t.Height}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetCompression(false) // finishing reads every stream, and compresses it then
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(epoch)
	pdf.SetModificationDate(epoch)
	pdf.AddUTF8FontFromBytes(family, "", face.Regular)
	pdf.AddUTF8FontFromBytes(family, "B", face.Bold)
	for _, p := range d.Pages {
		pdf.AddPage()
		if err := drawPage(pdf, p); err != nil {
			return nil, err
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

// drawPage draws the items in order. Neighbours of one element share a marked-content sequence (ISO 32000-1,
// 14.6); what belongs to none is an artifact.
func drawPage(pdf *fpdf.Fpdf, p Page) error {
	sequences := 0
	for i := 0; i < len(p.Items); {
		first := p.Items[i]
		if first.Node == nil && !first.Artifact {
			return fmt.Errorf("draw page %d: %s %q belongs to no element", p.Number, first.Shape, first.Text)
		}
		if first.Artifact {
			pdf.RawWriteStr("/Artifact BMC")
		} else {
			pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", first.Node.Kind, sequences))
			first.Node.marks = append(first.Node.marks, mark{p.Number, sequences})
			sequences++
		}
		for ; i < len(p.Items) && p.Items[i].Node == first.Node && p.Items[i].Artifact == first.Artifact; i++ {
			drawItem(pdf, p.Items[i])
		}
		pdf.RawWriteStr("EMC")
	}
	return nil
}

func drawItem(pdf *fpdf.Fpdf, it Item) {
	r, g, b := int(it.Ink.R), int(it.Ink.G), int(it.Ink.B)
	switch it.Shape {
	case Rule, Line, Ring:
		pdf.SetDrawColor(r, g, b)
		pdf.SetLineWidth(max(it.Size, hairline))
	case Text:
		pdf.SetTextColor(r, g, b)
	default:
		pdf.SetFillColor(r, g, b)
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
	case Dot, Ring:
		how := "F"
		if it.Shape == Ring {
			how = "D"
		}
		pdf.Ellipse(it.X+it.W/2, it.Y+it.H/2, it.W/2, it.H/2, 0, how)
	case Diamond:
		x, y := it.X+it.W/2, it.Y+it.H/2
		pdf.Polygon([]fpdf.PointType{{X: x, Y: it.Y}, {X: it.X + it.W, Y: y}, {X: x, Y: it.Y + it.H}, {X: it.X, Y: y}}, "F")
	case Text:
		style := ""
		if it.Bold {
			style = "B"
		}
		pdf.SetFont(family, style, it.Size)
		if it.Angle != 0 {
			pdf.TransformBegin()
			pdf.TransformRotate(it.Angle, it.X, it.Y)
			defer pdf.TransformEnd()
		}
		if it.Spacing == 0 {
			pdf.Text(it.X, it.Y, it.Text)
			return
		}
		pdf.RawWriteStr(fmt.Sprintf("%.4f Tc", it.Spacing)) // ISO 32000-1, 9.3.2
		pdf.Text(it.X, it.Y, it.Text)
		pdf.RawWriteStr("0 Tc")
	}
}

// hairline is the width of a rule, in points.
const hairline = 0.5
