package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

func TestRenderIsRepeatable(t *testing.T) {
	e, opt := build(t, full(), stat.Hans, stat.En)
	first := render(t, e, opt)
	for i := range 24 {
		if !bytes.Equal(render(t, e, opt), first) {
			t.Fatalf("render %d differs from the first", i+2)
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if f.Modified.Year() != 1980 {
			t.Errorf("%s: time %v", f.Name, f.Modified)
		}
	}
	if names[0] != "[Content_Types].xml" || names[1] != "_rels/.rels" || !slices.IsSorted(names[2:]) {
		t.Errorf("entries in the order %q", names)
	}
}

// The addresses of sources and of the licence are links that keep every character.
func TestAddressesAreLinks(t *testing.T) {
	d := small()
	d.Area.Sources[0].URL = "https://example.org/公报/2024年.pdf?a=1&b=2"
	d.Area.Licence = stat.Licence{Name: both("许可", "Licence"), URL: "https://example.org/licence"}
	e, opt := build(t, d, stat.Hans, stat.En)
	f, err := excelize.OpenReader(bytes.NewReader(render(t, e, opt)))
	if err != nil {
		t.Fatal(err)
	}
	links := map[string]int{}
	for _, name := range f.GetSheetList() {
		cells, err := f.GetHyperLinkCells(name, "External")
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range cells {
			_, to, err := f.GetCellHyperLink(name, cell)
			if err != nil {
				t.Fatal(err)
			}
			links[to]++
		}
	}
	want := map[string]int{"https://example.org/%E5%85%AC%E6%8A%A5/2024%E5%B9%B4.pdf?a=1&b=2": 2, "https://example.org/licence": 2}
	if diff := cmp.Diff(want, links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

// rawCell is a cell as stored in the file.
type rawCell struct {
	Ref     string  `xml:"r,attr"`
	Type    string  `xml:"t,attr"`
	Value   string  `xml:"v"`
	Formula *string `xml:"f"`
}

// rawCells reads the cells of a sheet, counted from 1, without the library.
func rawCells(t *testing.T, file []byte, sheet int) map[string]rawCell {
	t.Helper()
	var doc struct {
		Cells []rawCell `xml:"sheetData>row>c"`
	}
	if err := xml.Unmarshal(partOf(t, file, fmt.Sprintf("xl/worksheets/sheet%d.xml", sheet)), &doc); err != nil {
		t.Fatal(err)
	}
	cells := map[string]rawCell{}
	for _, c := range doc.Cells {
		cells[c.Ref] = c
	}
	return cells
}

// dataSheet is the number of the sheet "data", the last.
const dataSheet = 15

func partOf(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Every cell of the file has the type and, for a number, the exact digits of the plan. Only the plan's formulas are
// formulas.
func TestCellsOfTheFile(t *testing.T) {
	for name, d := range map[string]*stat.Dataset{"full": full(), "saibei": area(t, "saibei"), "example": area(t, "example"), "tongjian": area(t, "tongjian")} {
		e, opt := build(t, d, stat.Hans, stat.En)
		opt.Profile = Working
		p, err := makePlan(e, opt)
		if err != nil {
			t.Fatal(err)
		}
		file := render(t, e, opt)
		for i, s := range p.Sheets {
			cells := rawCells(t, file, i+1)
			formulas := 0
			for n, table := range s.Tables {
				for r, row := range table.Rows {
					for k, c := range row {
						got := cells[cellName(k, s.Layout.Tables[n].Header+1+r)]
						sameCell(t, s.Name, c, got)
						if c.Formula == "" {
							continue
						}
						formulas++
						if got.Formula == nil || *got.Formula != c.Formula {
							t.Errorf("%s, sheet %q: formula %q became %+v", name, s.Name, c.Formula, got)
						}
					}
				}
			}
			for _, c := range cells {
				if c.Formula != nil {
					formulas--
				}
			}
			if formulas != 0 {
				t.Errorf("%s, sheet %q: %d formulas of the plan are not in the file, or so many more are", name, s.Name, formulas)
			}
		}
	}
}

func sameCell(t *testing.T, sheet string, want xlsx.Cell, got rawCell) {
	t.Helper()
	switch {
	case want.Kind == xlsx.Number && (got.Type != "" || got.Value != want.Text):
		t.Errorf("sheet %q: number %s became %+v", sheet, want.Text, got)
	case want.Kind == xlsx.Date && (got.Type != "" || !strings.HasPrefix(got.Value, "4")):
		t.Errorf("sheet %q: date %s became %+v", sheet, want.Text, got)
	case want.Kind == xlsx.Text && want.Formula != "" && (got.Type != "str" || got.Value != want.Text):
		t.Errorf("sheet %q: text %q of a formula became %+v", sheet, want.Text, got)
	case want.Kind == xlsx.Text && want.Formula == "" && got.Type != "s":
		t.Errorf("sheet %q: text %q became %+v", sheet, want.Text, got)
	case want.Kind == xlsx.Blank && got.Value != "":
		t.Errorf("sheet %q: a blank became %+v", sheet, got)
	}
}

// Text is read back unchanged, whatever it looks like.
func TestTextSurvives(t *testing.T) {
	for _, name := range []string{
		"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\")", "'=1", "0012", "1e5", "TRUE", " led by a space",
		"two\nlines", "_x0041_", "_x005F_x0041_", "<b>&amp;</b>", "𠮷野家", "a\tb", "#N/A",
	} {
		d := small()
		d.Indicators[0].Name = both(name, name)
		e, opt := build(t, d, stat.Hans, stat.En)
		file := render(t, e, opt)
		rows, err := readData(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := rows[0][3]; got != name {
			t.Errorf("%q came back as %q", name, got)
		}
		for ref, c := range rawCells(t, file, dataSheet) {
			if c.Formula != nil || c.Type == "str" {
				t.Errorf("%q made %s a formula", name, ref)
			}
		}
	}
}

func TestProperties(t *testing.T) {
	e, opt := build(t, small(), stat.Hans, stat.En)
	e.Draft = true
	f, err := excelize.OpenReader(bytes.NewReader(render(t, e, opt)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	props, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if props.Creator != "试验区 Test District" || props.Language != "zh-Hans" || props.Title == "" || props.Keywords == "" ||
		props.Created != "2024-01-20T08:00:00Z" || props.Modified != props.Created || props.Description != "nianbao 1.0" {
		t.Errorf("properties %+v", props)
	}
	opt.Created = time.Time{}
	undated, err := excelize.OpenReader(bytes.NewReader(render(t, e, opt)))
	if err != nil {
		t.Fatal(err)
	}
	defer undated.Close()
	if props, err := undated.GetDocProps(); err != nil || props.Created != "" || props.Modified != "" {
		t.Errorf("a workbook without a date was made %q, changed %q, %v", props.Created, props.Modified, err)
	}
	want := []string{
		"封面 Cover", "目录 Contents", "主要指标 Key figures", "指标 Indicators", "位次 Rankings", "项目 Projects", "项目详情 Project details", "大事记 Milestones",
		"荣誉 Awards and listings", "行动与战略 Initiatives", "目标 Targets", "图表 Charts", "说明 Notes", "数据核查 Data checks", "编码 Codebook", "data",
	}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	for _, sheet := range want {
		sheetIsFit(t, f, sheet)
	}
}

// sheetIsFit checks every sheet: one named table with unique headers, no merged cells, a header that is repeated in print
// and frozen if it is in row 1, A4 landscape, and a mark for sample data and drafts.
func sheetIsFit(t *testing.T, f *excelize.File, sheet string) {
	t.Helper()
	tables, err := f.GetTables(sheet)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%s: tables %v, %v", sheet, tables, err)
	}
	from, _, _ := strings.Cut(tables[0].Range, ":")
	_, header, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		t.Fatal(err)
	}
	if merged, err := f.GetMergeCells(sheet); err != nil || len(merged) > 0 {
		t.Errorf("%s: merged %v, %v", sheet, merged, err)
	}
	panes, err := f.GetPanes(sheet)
	if err != nil || panes.Freeze != (header == 1) || panes.Freeze && panes.YSplit != 1 || panes.Selection[0].ActiveCell != "A1" {
		t.Errorf("%s: panes %+v, %v", sheet, panes, err)
	}
	titles := slices.IndexFunc(f.GetDefinedName(), func(d excelize.DefinedName) bool {
		return d.Scope == sheet && d.Name == "_xlnm.Print_Titles" && strings.HasSuffix(d.RefersTo, "!$"+strconv.Itoa(header)+":$"+strconv.Itoa(header))
	})
	if titles < 0 {
		t.Errorf("%s: the header is not repeated", sheet)
	}
	layout, err := f.GetPageLayout(sheet)
	if err != nil || *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToHeight != 0 {
		t.Errorf("%s: page %+v, %v", sheet, layout, err)
	}
	head, err := f.GetHeaderFooter(sheet)
	if err != nil || !strings.Contains(head.OddHeader, "Sample data") || !strings.Contains(head.OddHeader, "草稿") ||
		!strings.Contains(head.OddFooter, "&P") {
		t.Errorf("%s: head and foot %+v, %v", sheet, head, err)
	}
	if title, err := f.GetCellValue(sheet, "A1"); err != nil || header > 1 && !strings.Contains(title, "示例数据") {
		t.Errorf("%s: title %q, %v", sheet, title, err)
	}
}

func TestRenderNeedsWords(t *testing.T) {
	e, opt := build(t, small(), stat.En)
	for name, spoil := range map[string]func(*Options){
		"no words": func(o *Options) { o.Words = nil },
		"no data":  func(o *Options) { o.Data = nil },
		"profile":  func(o *Options) { o.Profile = "printed" },
	} {
		bad := opt
		spoil(&bad)
		if _, err := Render(e, bad); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
