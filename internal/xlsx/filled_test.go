package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// accounting is the format of the button of accounting, in Chinese Excel.
const accounting = `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `

func shown(decimals, least int) Value { return Value{Decimals: decimals, Least: least} }

var odd = Value{Decimals: -1, Odd: true}

// shownNumbers are numbers with the formats that they are written with, and what the cells are read as.
var shownNumbers = []struct {
	number  float64
	pattern string // or builtIn
	builtIn int
	want    Value
}{
	{12.5, "", 0, shown(-1, 0)},
	{12.5, "", 2, shown(2, 2)},
	{12.546, "", 11, odd},
	{0.3333, "", 12, odd},
	{0.3333, "", 13, odd},
	{12.546, "", 48, odd},
	{-12.5, "", 40, shown(2, 2)},
	{0, "", 43, shown(2, 2)},
	{45000, "", 14, Value{Kind: Date, Text: "2023-03-15"}},
	{45000.5, "yyyy/m/d h:mm", 0, Value{Kind: Date, Text: "2023-03-15 12:00"}},
	{45000, `[$-804]yyyy"年"m"月"d"日";@`, 0, Value{Kind: Date, Text: "2023-03-15"}},
	{12.5, "0.00E+00", 0, odd},
	{12.5, "# ?/?", 0, odd},
	{12.5, "0.0", 0, shown(1, 1)},
	{-12.5, "0.0", 0, shown(1, 1)},
	{-12.5, "0.0;0.0", 0, odd},
	{12.5, "0.0;0.0", 0, shown(1, 1)},
	{-12.5, "0.00;[Red]0.00", 0, odd},
	{-12.5, "0.0;-0.00", 0, shown(2, 2)},
	{-12.5, `0.00_);[Red]\(0.00\)`, 0, shown(2, 2)},
	{-12.5, "0.00_ ;[红色]-0.00 ", 0, shown(2, 2)},
	{-3.5, `0.0;"增长"0.0`, 0, odd},
	{3.5, `"增长"0.0;"下降"0.0`, 0, odd},
	{0, `0.0;-0.0;"—"`, 0, odd},
	{3.5, `+0.0;-0.0;0.0`, 0, shown(1, 1)},
	{-3.5, `+0.0;-0.0;0.0`, 0, shown(1, 1)},
	{-3.5, `+0.0`, 0, odd},
	{12.5, "-0.0", 0, odd},
	{12.5, ";;;", 0, odd},
	{-12.5, "0.0;;", 0, odd},
	{0, "0.0;;", 0, odd},
	{12.5, "0.0;;", 0, shown(1, 1)},
	{0, "#", 0, odd},
	{0, "#.##", 0, odd},
	{0, "#.0", 0, shown(1, 1)},
	{12.5, "[>=100]0.0;0.00", 0, odd},
	{12.5, "0.0;[<-5]-0.0", 0, odd},
	{12.5, "[DBNum1]General", 0, odd},
	{12.5, accounting, 0, shown(2, 2)},
	{-12.5, accounting, 0, shown(2, 2)},
	{0, accounting, 0, shown(2, 2)},
	{-12.5, `_-[$¥-804]* #,##0.0_-;-[$¥-804]* #,##0.0_-;_-[$¥-804]* "-"?_-;_-@_-`, 0, shown(1, 1)},
	{-0.051, "0.0%", 0, Value{Percent: true, Decimals: 1, Least: 1}},
	{0.051, "0.0%%", 0, odd},
	{12345, "#,##0,", 0, odd},
	{12345, `0.0,"万"`, 0, odd},
	{12.5, `0.0"万"`, 0, odd},
	{12.5, `0!.0`, 0, odd},
	{12.5, "G/通用格式", 0, shown(-1, 0)},
	{12.5, `General"亿"`, 0, odd},
	{12.5, "*00.0", 0, odd},
	{12.5, "000-0000", 0, odd},
	{12.5, "@", 0, shown(-1, 0)},
	{12.5, "0.0##########", 0, shown(-1, 1)},
}

// TestNumberFormats writes numbers with formats by the library and reads back what they show.
func TestNumberFormats(t *testing.T) {
	f := excelize.NewFile()
	for i, c := range shownNumbers {
		style := &excelize.Style{NumFmt: c.builtIn}
		if c.pattern != "" {
			style.CustomNumFmt = &c.pattern
		}
		id, err := f.NewStyle(style)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellValue("Sheet1", cellName(0, i+1), c.number); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cellName(0, i+1), cellName(0, i+1), id); err != nil {
			t.Fatal(err)
		}
	}
	for i, row := range readBack(t, f).Sheets[0].Rows {
		got, c := row[0], shownNumbers[i]
		if c.want.Kind == Date {
			if got.Kind != Date || got.Text != c.want.Text {
				t.Errorf("%v as %q (%d): %+v, want the date %s", c.number, c.pattern, c.builtIn, got, c.want.Text)
			}
			continue
		}
		if c.want.Kind, c.want.Text = Number, got.Text; got != c.want {
			t.Errorf("%v as %q (%d): %+v, want %+v", c.number, c.pattern, c.builtIn, got, c.want)
		}
	}
}

func readBack(t *testing.T, f *excelize.File) *Filled {
	t.Helper()
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, err := ReadFilled(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// withPart is a workbook with one part replaced.
func withPart(t *testing.T, name, text string) []byte {
	t.Helper()
	file, err := excelize.NewFile().WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	in, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		if f.Name != name {
			if err := z.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// cheaply fails if a call takes long or much memory.
func cheaply(t *testing.T, most time.Duration, mebibytes uint64, call func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begin := time.Now()
	call()
	took := time.Since(begin)
	runtime.ReadMemStats(&after)
	if took > most || after.TotalAlloc-before.TotalAlloc > mebibytes<<20 {
		t.Errorf("took %v and %d MiB", took, (after.TotalAlloc-before.TotalAlloc)>>20)
	}
}

const (
	firstSheet  = "xl/worksheets/sheet1.xml"
	spreadsheet = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
)

func sheetXML(rows string) string {
	return `<worksheet ` + spreadsheet + `><sheetData>` + rows + `</sheetData></worksheet>`
}

// TestBombs holds that small files that the library would make large are refused, or read at little cost.
func TestBombs(t *testing.T) {
	var far, shared strings.Builder
	for i := 1; i <= 20000; i++ {
		fmt.Fprintf(&far, `<row r="%d"><c r="IV%d"><v>1</v></c></row>`, i, i)
	}
	for i := 1; i <= 2000; i++ {
		fmt.Fprintf(&shared, `<row r="%d">`, i)
		for j := range 100 {
			fmt.Fprintf(&shared, `<c r="%s"><f t="shared" si="0"/><v>1</v></c>`, cellName(j, i))
		}
		shared.WriteString("</row>")
	}
	for name, c := range map[string]struct {
		part, text, want string
	}{
		"a cell at the end of each row": {firstSheet, sheetXML(far.String()), "more than 1048576 cells"},
		"shared formulas":               {firstSheet, sheetXML(shared.String()), ""},
		"shared texts":                  {"xl/sharedStrings.xml", `<sst ` + spreadsheet + `>` + strings.Repeat("<si/>", 2<<20) + `</sst>`, "texts, styles"},
		"styles":                        {"xl/styles.xml", `<styleSheet ` + spreadsheet + `><cellXfs>` + strings.Repeat("<xf/>", 2<<20) + `</cellXfs></styleSheet>`, "texts, styles"},
		"rows not in order":             {firstSheet, sheetXML(`<row r="2"/><row r="1"/>`), "no place"},
		"cells not in order":            {firstSheet, sheetXML(`<row r="1"><c r="B1"/><c r="A1"/></row>`), "no place"},
		"a cell of another row":         {firstSheet, sheetXML(`<row r="1"><c r="B2"/></row>`), "no place"},
		"a part that ends early":        {firstSheet, `<worksheet><sheetData><row r="1"><c`, "damaged"},
		"another encoding":              {firstSheet, `<?xml version="1.0" encoding="gbk"?>` + sheetXML(""), "damaged"},
	} {
		file := withPart(t, c.part, c.text)
		cheaply(t, 15*time.Second, 600, func() {
			_, err := ReadFilled(file)
			if err == nil && c.want != "" || err != nil && (c.want == "" || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// TestCellsOfPrograms reads what programs write beside numbers: formulas without an own text, merged cells, hidden rows, cells
// and rows without a place of their own, texts in the sheet.
func TestCellsOfPrograms(t *testing.T) {
	book, err := ReadFilled(withPart(t, firstSheet, `<worksheet `+spreadsheet+`><sheetData>`+
		`<row r="1"><c r="A1"><f t="shared" ref="A1:C1" si="0">1+1</f><v>2</v></c><c><f t="shared" si="0"/><v>3</v></c><c r="C1"><f>1/0</f></c></row>`+
		`<row hidden="1"><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="inlineStr"><is><t>a</t></is></c><c t="d"><v>2024-05-01</v></c></row>`+
		`<row r="4"><c r="C4" t="str"><f>"x"</f><v>x</v></c></row>`+
		`</sheetData><mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells></worksheet>`))
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets[0]
	want := [][]Value{
		{{Kind: Number, Text: "2", Formula: true, Decimals: -1}, {Kind: Number, Text: "3", Formula: true, Decimals: -1}, {Formula: true, Decimals: -1}},
		{{Kind: Truth, Text: "1", Decimals: -1}, {Kind: Text, Text: "#N/A", Fault: true, Decimals: -1}, {Kind: Text, Text: "a", Decimals: -1}, {Kind: Date, Text: "2024-05-01", Decimals: -1}},
		nil,
		{{Decimals: -1}, {Decimals: -1}, {Kind: Text, Text: "x", Formula: true, Decimals: -1}},
	}
	if !slices.EqualFunc(s.Rows, want, slices.Equal) || !slices.Equal(s.Hidden, []int{1}) || !slices.Equal(s.Merged, []string{"A5:B6"}) {
		t.Errorf("%+v", s)
	}
}

// TestManyRemarks holds that a copy with thousands of remarks costs little, the second time too, and has the first ones.
func TestManyRemarks(t *testing.T) {
	f := excelize.NewFile()
	var remarks []Comment
	for i := range 4000 {
		if err := f.SetCellInt("Sheet1", cellName(1, i+1), int64(i)); err != nil {
			t.Fatal(err)
		}
		remarks = append(remarks, Comment{"Sheet1", cellName(1, i+1), "look at this"})
	}
	book := readBack(t, f)
	cheaply(t, 15*time.Second, 3000, func() {
		for range 2 {
			data, err := book.Annotated(remarks)
			if err != nil {
				t.Fatal(err)
			}
			if book, err = ReadFilled(data); err != nil {
				t.Fatal(err)
			}
		}
	})
	list, err := book.file.GetComments("Sheet1")
	if err != nil || len(list) != maxComments {
		t.Errorf("%d comments, %v", len(list), err)
	}
	id, err := book.file.GetCellStyle("Sheet1", "B4000")
	style, err2 := book.file.GetStyle(id)
	if err != nil || err2 != nil || !slices.Equal(style.Fill.Color, []string{alarmFill}) {
		t.Errorf("the last cell is not red: %+v, %v, %v", style, err, err2)
	}
}
