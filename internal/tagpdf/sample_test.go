package tagpdf

import (
	"bytes"
	"fmt"
	"sync"
	"testing"
	"time"

	"nianbao/fonts"
	"nianbao/internal/typeset"

	"github.com/go-pdf/fpdf"
)

// standIn is drawn for 𬬻 (U+2CB3B).
const standIn = 0xE000

var created = time.Date(2024, 1, 20, 9, 30, 0, 0, time.FixedZone("CST", 8*3600))

// embedded are the shipped fonts with the stand-in, made once.
var embedded = sync.OnceValues(func() (fonts.Pair, error) {
	var p fonts.Pair
	var err error
	if p.Regular, err = withStandIn(fonts.Embedded().Regular); err != nil {
		return p, err
	}
	p.Bold, err = withStandIn(fonts.Embedded().Bold)
	return p, err
})

func withStandIn(ttf []byte) ([]byte, error) {
	face, err := typeset.NewFace(ttf)
	if err != nil {
		return nil, err
	}
	codes := map[uint16]rune{standIn: '𬬻'}
	for r := rune(' '); r < 0xFFFE; r++ {
		if face.Has(r) && !privateUse(r) {
			codes[uint16(r)] = r
		}
	}
	return face.Cut(codes)
}

// pen draws marked content and keeps count of the marks.
type pen struct {
	pdf  *fpdf.Fpdf
	next []int // by page
}

func newPen(t testing.TB) *pen {
	t.Helper()
	face, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(created)
	pdf.SetModificationDate(created)
	pdf.SetTitle("not the title", true)
	pdf.SetDisplayMode("fullpage", "continuous")
	pdf.AddUTF8FontFromBytes("noto", "", face.Regular)
	pdf.AddUTF8FontFromBytes("noto", "B", face.Bold)
	return &pen{pdf: pdf}
}

func (p *pen) page() {
	p.pdf.AddPage()
	p.pdf.SetFont("noto", "", 11)
	p.next = append(p.next, 0)
	p.artifact(func() { p.pdf.Text(60, 40, "页眉 running head") })
}

func (p *pen) artifact(draw func()) {
	p.pdf.RawWriteStr("/Artifact BMC")
	draw()
	p.pdf.RawWriteStr("EMC")
}

func (p *pen) mark(draw func()) Mark {
	n := len(p.next)
	m := Mark{Page: n, MCID: p.next[n-1]}
	p.next[n-1]++
	p.pdf.RawWriteStr(fmt.Sprintf("/P <</MCID %d>> BDC", m.MCID))
	draw()
	p.pdf.RawWriteStr("EMC")
	return m
}

func (p *pen) text(x, y float64, s string) Mark {
	return p.mark(func() { p.pdf.Text(x, y, s) })
}

func (p *pen) bytes(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.pdf.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func el(kind string, kids ...Kid) *Element { return &Element{Type: kind, Kids: kids} }

func (e *Element) in(lang string) *Element { e.Lang = lang; return e }

// sample draws three pages with everything a briefing has.
func sample(t testing.TB) ([]byte, Document) {
	p := newPen(t)
	root := el("Document", firstPage(p), secondPage(p), thirdPage(p))
	return p.bytes(t), Document{
		Root: root, Lang: "zh-Hans", Title: "示例区 2023 年统计简报 & Briefing", Author: "统计局 Statistics Office",
		Subject: "Figures of <2023>", Keywords: "年报, briefing", Creator: "nianbao test", Created: created,
		Bookmarks: []Bookmark{
			{Title: "概览 At a glance", Page: 1, Y: 800, Kids: []Bookmark{{Title: "经济 Economy", Page: 2, Y: 780}}},
			{Title: "Notes", Page: 3, Y: 800},
		},
		Attachments: []Attachment{
			{Name: "data.csv", Media: "text/csv", Description: "all figures", Relationship: "Data", Data: []byte("a,b\n1,2\n"), Modified: created},
			{Name: "工作簿.xlsx", Media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				Relationship: "Alternative", Data: bytes.Repeat([]byte("x"), 5000), Modified: created},
		},
		StandIns: map[uint16]rune{standIn: '𬬻'},
	}
}

func firstPage(p *pen) *Element {
	p.page()
	p.pdf.SetFont("noto", "B", 20)
	h := el("H1", el("Span", p.text(60, 90, "塞北（示例）")), el("Span", p.text(60, 120, "Sample district")).in("en"))
	p.pdf.SetFont("noto", "", 11)
	toc := &Element{Type: "TOC"}
	for i, title := range []string{"经济 Economy", "说明 Notes"} {
		y := 160 + 20*float64(i)
		link := el("Link", p.text(60, y, title), &Link{Page: 1, Rect: [4]float64{60, 841.89 - y - 3, 300, 841.89 - y + 10},
			ToPage: i + 2, ToY: 800, Contents: "到 " + title})
		toc.Kids = append(toc.Kids, el("TOCI", el("Reference", link, p.text(310, y, fmt.Sprint(i+2)))))
	}
	para := el("P", p.text(60, 230, "董事长"+string(rune(standIn))+"川，投资2.31亿元，增长6.5%。"))
	site := &Link{Page: 1, Rect: [4]float64{60, 580, 200, 595}, URI: "https://example.org/a?b=1", Contents: "Web page of the office"}
	return el("Sect", h, toc, para, el("P", el("Link", p.text(60, 260, "example.org"), site).in("en")))
}

func secondPage(p *pen) *Element {
	p.page()
	h := el("H2", p.text(60, 90, "经济"), p.text(120, 90, "Economy"))
	head := el("TR")
	body := el("TBody")
	for i, s := range []string{"指标 Indicator", "数值 Value", "增长 Growth"} {
		th := el("TH", p.text(60+150*float64(i), 130, s))
		th.Scope = "Column"
		head.Kids = append(head.Kids, th)
	}
	for r := range 3 {
		y := 150 + 20*float64(r)
		p.artifact(func() { p.pdf.Line(60, y+5, 500, y+5) })
		name := el("TH", p.text(60, y, fmt.Sprintf("指标%d", r)))
		name.Scope = "Row"
		body.Kids = append(body.Kids, el("TR", name, el("TD", p.text(210, y, "12.5")), el("TD")))
	}
	caption := el("Caption", p.text(60, 110, "表1 Table 1"))
	fig := el("Figure", p.mark(func() {
		p.pdf.SetFillColor(31, 92, 122)
		p.pdf.Rect(60, 300, 200, 80, "F")
		p.pdf.Text(70, 400, "6.5%")
	}))
	fig.Alt, fig.BBox, fig.Lang = "Bar chart: growth 6.5%", [4]float64{60, 430, 260, 545}, "en"
	return el("Sect", h, el("Table", caption, el("THead", head), body), fig)
}

func thirdPage(p *pen) *Element {
	p.page()
	h := el("H2", p.text(60, 90, "说明 Notes"))
	list := el("L")
	list.Numbering = "Decimal"
	for i := range 3 {
		y := 120 + 20*float64(i)
		list.Kids = append(list.Kids, el("LI", el("Lbl", p.text(60, y, fmt.Sprint(i+1, "."))), el("LBody", el("P", p.text(80, y, "一项 item")))))
	}
	note := el("Note", el("Lbl", p.text(60, 220, "①")), el("P", p.text(80, 220, "来源 source")))
	note.ID = "note-1"
	return el("Sect", h, list, note)
}
