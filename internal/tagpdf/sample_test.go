package tagpdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"nianbao/fonts"
	"nianbao/internal/typeset"

	"github.com/go-pdf/fpdf"
)

var created = time.Date(2024, 1, 20, 9, 30, 0, 0, time.FixedZone("CST", 8*3600))

const pageHeight = 841.89

// faces holds the shipped fonts by their names in content, read once.
var faces = sync.OnceValues(func() (map[string]*typeset.Face, error) {
	pair := fonts.Embedded()
	regular, err := typeset.NewFace(pair.Regular)
	if err != nil {
		return nil, err
	}
	bold, err := typeset.NewFace(pair.Bold)
	return map[string]*typeset.Face{"F1": regular, "F2": bold}, err
})

// pen draws marked content, counts the marks, and collects the characters of each font.
type pen struct {
	pdf    *fpdf.Fpdf
	next   []int // by page
	font   string
	size   float64
	spells map[string][]rune // by font
	said   strings.Builder   // as Text gives it
	y      float64           // of the last text drawn; 0 if none on the page
}

func newPen(t testing.TB) *pen {
	t.Helper()
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: pageHeight}})
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(created)
	pdf.SetModificationDate(created)
	pdf.SetTitle("not the title", true)
	return &pen{pdf: pdf, font: "F1", size: 11, spells: map[string][]rune{}}
}

func (p *pen) page() {
	p.turn()
	p.next = append(p.next, 0)
	p.artifact(func() { p.say(60, 40, "页眉 running head") })
}

// turn begins a page without a running head.
func (p *pen) turn() {
	if p.pdf.PageNo() > 0 {
		p.said.WriteByte('\f')
	}
	p.y = 0
	p.pdf.AddPage()
}

func (p *pen) artifact(draw func()) {
	p.pdf.RawWriteStr("/Artifact BMC")
	draw()
	p.pdf.RawWriteStr("EMC")
}

func (p *pen) mark(draw func()) *Mark {
	n := len(p.next)
	m := &Mark{Page: n, MCID: p.next[n-1]}
	p.next[n-1]++
	p.pdf.RawWriteStr(fmt.Sprintf("/P <</MCID %d>> BDC", m.MCID))
	draw()
	p.pdf.RawWriteStr("EMC")
	return m
}

func (p *pen) text(x, y float64, s string) *Mark {
	return p.mark(func() { p.say(x, y, s) })
}

// say draws a text by its glyph numbers.
func (p *pen) say(x, y float64, s string) {
	var codes []byte
	for _, r := range s {
		i := slices.Index(p.spells[p.font], r)
		if i < 0 {
			i = len(p.spells[p.font])
			p.spells[p.font] = append(p.spells[p.font], r)
		}
		codes = append(codes, byte((i+1)>>8), byte(i+1))
	}
	op := fmt.Appendf(nil, "BT /%s %g Tf %.2f %.2f Td ", p.font, p.size, x, pageHeight-y)
	p.pdf.RawWriteStr(string(append(appendString(op, str(codes)), " Tj ET"...)))
	if p.y != 0 && p.y != y {
		p.said.WriteByte('\n')
	}
	p.said.WriteString(s)
	p.y = y
}

// fonts returns the fonts used, subset to what was drawn.
func (p *pen) fonts(t testing.TB) map[string]Font {
	t.Helper()
	whole, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]Font{}
	for n, characters := range p.spells {
		s, err := whole[n].Cut(characters)
		if err != nil {
			t.Fatal(err)
		}
		f := Font{Name: s.Name, File: s.File, Characters: characters, Ascent: 900, Descent: -200, CapHeight: 700, Stem: 80, Box: [4]int{-100, -200, 1000, 900}}
		for _, r := range characters {
			f.Widths = append(f.Widths, int(math.Round(1000*whole[n].Advance(r))))
		}
		given[n] = f
	}
	return given
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
func sample(t testing.TB) ([]byte, Document) { return sampleOf(t, newPen(t)) }

func sampleOf(t testing.TB, p *pen) ([]byte, Document) {
	root := el("Document", firstPage(p), secondPage(p), thirdPage(p))
	return p.bytes(t), Document{
		Root: root, Lang: "zh-Hans", Title: "示例区 2023 年统计简报 & Briefing", Author: "统计局 Statistics Office",
		Subject: "Figures of <2023>", Keywords: "年报, briefing", Creator: "nianbao test", Created: created,
		Bookmarks: []Bookmark{
			{Title: "概览 At a glance", Page: 1, Y: 800, Kids: []Bookmark{{Title: "经济 Economy", Page: 2, Y: 780}}},
			{Title: "Notes", Page: 3, Y: 800},
		},
		Fonts: p.fonts(t),
	}
}

func sampleFiles() []Attachment {
	return []Attachment{
		{Name: "data.csv", Media: "text/csv", Description: "all figures", Relationship: "Data", Data: []byte("a,b\n1,2\n"), Modified: created},
		{Name: "工作簿.xlsx", Media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			Relationship: "Alternative", Data: bytes.Repeat([]byte("x"), 5000), Modified: created},
	}
}

func firstPage(p *pen) *Element {
	p.page()
	p.font, p.size = "F2", 20
	h := el("H1", el("Span", p.text(60, 90, "塞北（示例）")), el("Span", p.text(60, 120, "Sample district")).in("en"))
	p.font, p.size = "F1", 11
	toc := &Element{Type: "TOC"}
	for i, title := range []string{"经济 Economy", "说明 Notes"} {
		y := 160 + 20*float64(i)
		link := el("Link", p.text(60, y, title), &Link{Page: 1, Rect: [4]float64{60, 841.89 - y - 3, 300, 841.89 - y + 10},
			ToPage: i + 2, ToY: 800, Contents: "到 " + title})
		toc.Kids = append(toc.Kids, el("TOCI", el("Reference", link, p.text(310, y, fmt.Sprint(i+2)))))
	}
	para := el("P", p.text(60, 230, "董事长𬬻川，投资2.31亿元，增长6.5%。"))
	notes := &Link{Page: 1, Rect: [4]float64{60, 580, 200, 595}, ToPage: 3, ToY: 700, Contents: "To the first note"}
	web := &Link{Page: 1, Rect: [4]float64{60, 550, 200, 565}, URI: "https://example.org/%E5%B9%B4(1)?a=1&b=2", Contents: "https://example.org/年(1)?a=1&b=2"}
	return el("Sect", h, toc, para, el("P", el("Link", p.text(60, 260, "note 1"), notes).in("en")),
		el("P", el("Link", p.text(60, 290, "https://example.org/年(1)?a=1&b=2"), web)))
}

func secondPage(p *pen) *Element {
	p.page()
	h := el("H2", p.text(60, 90, "经济"), p.text(120, 90, "Economy"))
	head := el("TR")
	table := el("Table", head)
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
		table.Kids = append(table.Kids, el("TR", name, el("TD", p.text(210, y, "12.5")), el("TD")))
	}
	title := el("P", p.text(60, 110, "表1 Table 1"))
	fig := el("Figure", p.mark(func() {
		p.pdf.SetFillColor(31, 92, 122)
		p.pdf.Rect(60, 300, 200, 80, "F")
		p.say(70, 400, "6.5%")
	}))
	fig.Alt, fig.BBox, fig.Lang = "Bar chart: growth 6.5%", [4]float64{60, 430, 260, 545}, "en"
	return el("Sect", h, title, table, fig)
}

func thirdPage(p *pen) *Element {
	p.page()
	h := el("H2", p.text(60, 90, "说明 Notes"))
	list := el("Sect")
	for i := range 3 {
		y := 120 + 20*float64(i)
		list.Kids = append(list.Kids, el("P", el("Lbl", p.text(60, y, fmt.Sprint(i+1, "."))), el("Span", p.text(80, y, "一项 item"))))
	}
	note := el("Note", el("Lbl", p.text(60, 220, "①")), el("P", p.text(80, 220, "来源 source")))
	note.ID = "note-1"
	return el("Sect", h, list, note)
}

// textOf reads the text of a file.
func textOf(pdf []byte) (string, error) {
	r, err := Open(pdf)
	if err != nil {
		return "", err
	}
	return r.text()
}

// text is the text of the pages, even in a file without elements.
func (r *Reader) text() (string, error) {
	pages, _, err := r.f.pages()
	if err != nil {
		return "", err
	}
	t := &textReader{f: r.f, maps: map[int]codeTexts{}}
	for i, p := range pages {
		if err := t.page(p); err != nil {
			return "", fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return string(t.out), nil
}

// attachedOf reads the embedded files of a file.
func attachedOf(pdf []byte) (map[string][]byte, error) {
	r, err := Open(pdf)
	if err != nil {
		return nil, err
	}
	return r.Attached()
}

// structureOf reads the structure tree of a file.
func structureOf(pdf []byte) (*Part, error) {
	r, err := Open(pdf)
	if err != nil {
		return nil, err
	}
	return r.Structure()
}
