package xlsxread

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

const (
	typed         = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	rootRelations = `<Relationships xmlns="` + relationSchema + `"><Relationship Id="a" Type="` + typed + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRelations = `<Relationships xmlns="` + relationSchema + `"><Relationship Id="rId1" Type="` + typed + `/worksheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="rId2" Type="` + typed + `/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="` + typed + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	bookPart = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="` + transitional + `" xmlns:r="` + typed + `"><sheets>` +
		`<sheet name="one" sheetId="1" r:id="rId1"/><sheet name="two &amp; more" sheetId="2" r:id="rId2"/></sheets></workbook>`
	textsPart = `<sst xmlns="` + transitional + `"><si><t>first</t></si><si><t xml:space="preserve"> second </t></si></sst>`
)

// sheetPart is a sheet with some rows.
func sheetPart(rows string) string {
	return `<worksheet xmlns="` + transitional + `"><dimension ref="A1"/><sheetData>` + rows + `</sheetData><pageMargins left="1"/></worksheet>`
}

// base are the parts of a workbook of two sheets, the first of which has some rows.
func base(rows string) map[string]string {
	return map[string]string{
		"_rels/.rels": rootRelations, "xl/workbook.xml": bookPart, "xl/_rels/workbook.xml.rels": bookRelations,
		"xl/sharedStrings.xml": textsPart, "xl/worksheets/sheet1.xml": sheetPart(rows), "xl/worksheets/sheet2.xml": sheetPart(""),
		// What the library wants beside them.
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`,
		"xl/styles.xml":       `<styleSheet xmlns="` + transitional + `"></styleSheet>`,
	}
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// firstRows reads the first sheet of a workbook.
func firstRows(t testing.TB, file []byte) [][]string {
	t.Helper()
	book, err := Read(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	return book.Sheets[0].Rows
}

// cellCases are rows of a sheet, and what they are read as.
func cellCases() map[string]struct {
	rows string
	want [][]string
} {
	type cells = struct {
		rows string
		want [][]string
	}
	return map[string]cells{
		"nothing":        {``, nil},
		"number":         {`<row r="1"><c r="A1"><v>-0.10</v></c><c r="B1" t="n"><v>12345678901234567890.5</v></c></row>`, [][]string{{"-0.10", "12345678901234567890.5"}}},
		"shared":         {`<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="3" t="s"><v>0</v></c></row>`, [][]string{{" second ", "first"}}},
		"inline":         {`<row r="1"><c r="A1" t="inlineStr"><is><t>a&lt;b&#10;c</t></is></c></row>`, [][]string{{"a<b\nc"}}},
		"inline, runs":   {`<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r><r><t>c</t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/></is></c></row>`, [][]string{{"abc"}}},
		"formula":        {`<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>3.50</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>`, [][]string{{"3.50", "ab"}}},
		"truth":          {`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>`, [][]string{{"1", "0"}}},
		"error":          {`<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>`, [][]string{{"#DIV/0!"}}},
		"day":            {`<row r="1"><c r="A1" t="d"><v>2023-02-04</v></c></row>`, [][]string{{"2023-02-04"}}},
		"gaps":           {`<row r="2"><c r="C2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>`, [][]string{nil, {"", "", "1"}, nil, nil, {"2"}}},
		"no numbers":     {`<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>`, [][]string{{"1", "", "2", "3"}, {"4"}}},
		"blanks":         {`<row r="1" ht="15"><c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1" t="s"><v></v></c></row><row r="2"><c r="A2" s="1"/></row><row r="3"/>`, [][]string{{"1"}}},
		"far":            {`<row r="1"><c r="Z1"><v>1</v></c><c r="AA1"><v>2</v></c><c r="XFD1" s="1"/></row>`, [][]string{append(make([]string, 25), "1", "2")}},
		"escapes":        {`<row r="1"><c r="A1" t="inlineStr"><is><t>_x0041__x005F_x0042_ _x005f__x000D_ _x00e9_x_x41_ _xZZZZ_ _x</t></is></c></row>`, [][]string{{"A_x0042_ _\r éx_x41_ _xZZZZ_ _x"}}},
		"escape in runs": {`<row r="1"><c r="A1" t="inlineStr"><is><r><t>_x00</t></r><r><t>41_</t></r></is></c></row>`, [][]string{{"A"}}},
		"references":     {`<row r="1"><c r="A1" t="str"><v>&amp;&lt;&gt;&quot;&apos;&#x4e2D;&#20013;&#x1F600;&#13;</v></c></row>`, [][]string{{"&<>\"'中中😀\r"}}},
		"ends of lines":  {"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a\r\nb\rc\n</v></c></row>", [][]string{{"a\nb\nc\n"}}},
		"sections":       {`<row r="1"><c r="A1" t="str"><v>a<![CDATA[<b>&amp;]]>c<!-- no --><?no?>d</v></c></row>`, [][]string{{"a<b>&amp;cd"}}},
		"spacious":       {"\n<row\tr = '1' >\n <c r='A1' t=\"str\" > <v >x</v ></c >\n</row>\n<!-- a - b -->", [][]string{{"x"}}},
		"extensions":     {`<row r="1"><c r="A1"><v>1</v><extLst><ext><x:w xmlns:x="x">9</x:w></ext></extLst></c><extLst/></row>`, [][]string{{"1"}}},
	}
}

func TestRead(t *testing.T) {
	for name, tt := range cellCases() {
		if diff := cmp.Diff(tt.want, firstRows(t, zipped(t, base(tt.rows)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// The library reads the same texts from the same files.
func TestReadAsTheLibraryDoes(t *testing.T) {
	for name, tt := range cellCases() {
		file := zipped(t, base(tt.rows))
		f, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rows, err := f.GetRows("one", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := firstRows(t, file)
		if diff := cmp.Diff(slices.Concat(rows), got); diff != "" {
			t.Errorf("%s (-library +got):\n%s", name, diff)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestReadWanted(t *testing.T) {
	parts := base(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	parts["xl/worksheets/sheet2.xml"] = "no sheet"
	book, err := Read(zipped(t, parts), func(sheet string) bool { return sheet == "one" })
	if err != nil || len(book.Sheets) != 1 {
		t.Fatalf("%v, %v", book, err)
	}
	if s, ok := book.Sheet("one"); !ok || s.Rows[0][0] != "1" {
		t.Errorf("sheet %v, %t", s, ok)
	}
	if s, ok := book.Sheet("two & more"); ok {
		t.Errorf("a sheet that was not wanted: %v", s)
	}
	_, err = Read(zipped(t, parts), nil)
	if err == nil || !strings.Contains(err.Error(), `sheet "two & more": part "xl/worksheets/sheet2.xml"`) {
		t.Errorf("error %v, want one that names sheet and part", err)
	}
}

// A workbook without texts needs no part for them.
func TestReadWithoutTexts(t *testing.T) {
	parts := base(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	delete(parts, "xl/sharedStrings.xml")
	parts["xl/_rels/workbook.xml.rels"] = strings.Replace(bookRelations, "/sharedStrings", "/styles", 1)
	if rows := firstRows(t, zipped(t, parts)); rows[0][0] != "1" {
		t.Errorf("rows %q", rows)
	}
}

// The strict form of the standard has another schema.
func TestReadStrict(t *testing.T) {
	parts := base(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)
	for name, text := range parts {
		parts[name] = strings.Replace(text, transitional, strict, 1)
	}
	if rows := firstRows(t, zipped(t, parts)); rows[0][0] != "first" {
		t.Errorf("rows %q", rows)
	}
}

// A mark of the byte order may stand before a part.
func TestReadByteOrderMark(t *testing.T) {
	parts := base(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	parts["xl/worksheets/sheet1.xml"] = "\uFEFF<?xml version=\"1.0\"?>\n" + parts["xl/worksheets/sheet1.xml"]
	if rows := firstRows(t, zipped(t, parts)); rows[0][0] != "1" {
		t.Errorf("rows %q", rows)
	}
}
