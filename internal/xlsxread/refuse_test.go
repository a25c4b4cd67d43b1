package xlsxread

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

const one = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`

// Each case changes one thing of a workbook that is read.
func TestReadRefuses(t *testing.T) {
	const sheet, texts, book, related = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
	if rows := firstRows(t, zipped(t, base(one))); rows[0][0] != "first" {
		t.Fatalf("the base is read as %q", rows)
	}
	for name, tt := range map[string]struct{ part, old, with, want string }{
		"no relations":                     {"_rels/.rels", "", "", "the file has none"},
		"no workbook":                      {book, "", "", "the file has none"},
		"relation to none":                 {"_rels/.rels", "/officeDocument", "/other", "leads to no workbook"},
		"no sheets":                        {book, "sheets>", "views>", "it lists no sheets"},
		"two of a name":                    {book, "two &amp; more", "one", `two sheets have the name "one"`},
		"sheet without part":               {book, `"rId1"`, `"rId9"`, `sheet "one": the workbook has no part with its cells`},
		"chart sheet":                      {related, "/worksheet", "/chartsheet", `sheet "one": the workbook has no part with its cells`},
		"sheet elsewhere":                  {related, `Target="w`, `TargetMode="External" Target="w`, "no part with its cells"},
		"two relations":                    {related, `"rId2"`, `"rId1"`, `two relations have the identifier "rId1"`},
		"texts twice":                      {related, `</Relationships>`, `<Relationship Id="z" Type="x/sharedStrings" Target="a.xml"/></Relationships>`, `two parts of the kind "sharedStrings"`},
		"workbook twice":                   {"_rels/.rels", `</Relationships>`, `<Relationship Id="z" Type="x/officeDocument" Target="a.xml"/></Relationships>`, `two parts of the kind "officeDocument"`},
		"part missing":                     {sheet, "", "", "the file has none"},
		"texts missing":                    {texts, "", "", "the file has none"},
		"no text":                          {texts, "<si><t>first</t></si><si><t xml:space=\"preserve\"> second </t></si>", "", `there is no shared text "0"`},
		"text out of range":                {sheet, "<v>0</v>", "<v>2</v>", `there is no shared text "2"`},
		"text of a huge number":            {sheet, "<v>0</v>", "<v>99999999999999999999</v>", "there is no shared text"},
		"text of no number":                {sheet, "<v>0</v>", "<v>-1</v>", `there is no shared text "-1"`},
		"half a character":                 {texts, "first", "_xD83D_", "_xD83D_ stands for no character"},
		"foreign in texts":                 {texts, "<si><t>first</t></si>", "<si><u>first</u></si>", "<u>, want <t>"},
		"other root":                       {sheet, "worksheet", "chartsheet", "<chartsheet>, want <worksheet>"},
		"other schema":                     {sheet, "spreadsheetml", "wordprocessingml", "of the schema"},
		"schema inside":                    {sheet, `<row r="1"`, `<row xmlns="x" r="1"`, "<row> changes the schema"},
		"no cells":                         {sheet, "sheetData>", "sheetDate>", "no <sheetData>"},
		"prefix":                           {sheet, "sheetData>", "x:sheetData>", "no <sheetData>"},
		"cells twice":                      {sheet, "</sheetData>", "</sheetData><sheetData/>", "a second <sheetData>"},
		"no row":                           {sheet, `<row r="1">`, `<line r="1">`, "<line>, want <row>"},
		"row 0":                            {sheet, `<row r="1"`, `<row r="0"`, `row "0"`},
		"row in other digits":              {sheet, `<row r="1"`, `<row r="01"`, `row "01"`},
		"row too far":                      {sheet, `<row r="1"`, `<row r="1048577"`, `row "1048577"`},
		"row again":                        {sheet, `</row>`, `</row><row r="1"/>`, `row "1" after row 1`},
		"row behind":                       {sheet, `<row r="1">`, `<row r="3"/><row r="2">`, `row "2" after row 3`},
		"cell again":                       {sheet, `</c>`, `</c><c r="A1"/>`, `cell "A1" after column 1`},
		"cell behind":                      {sheet, `</c>`, `</c><c r="C1"/><c r="B1"/>`, `cell "B1" after column 3`},
		"cell too far":                     {sheet, `"A1"`, `"XFE1"`, `cell "XFE1"`},
		"cell very far":                    {sheet, `"A1"`, `"AAAAAAAAAAAAAAAAAAAA1"`, `out of order, or no cell`},
		"cell of another row":              {sheet, `"A1"`, `"A2"`, `cell "A2"`},
		"cell of small letters":            {sheet, `"A1"`, `"a1"`, `cell "a1"`},
		"cell of no column":                {sheet, `"A1"`, `"1"`, `cell "1"`},
		"unknown type":                     {sheet, `t="s"`, `t="z"`, `type "z"`},
		"no truth":                         {sheet, `t="s"><v>0`, `t="b"><v>2`, `"2" is neither true nor false`},
		"inline of a number":               {sheet, `t="s"><v>0</v>`, `><is><t>a</t></is>`, "with another's content"},
		"value of an inline":               {sheet, `t="s"`, `t="inlineStr"`, "with another's content"},
		"two values":                       {sheet, `<v>0</v>`, `<v>0</v><v>1</v>`, "a second <v>"},
		"two formulas":                     {sheet, `<v>0</v>`, `<f>1</f><f>1</f>`, "a second <f>"},
		"foreign in a cell":                {sheet, `<v>0</v>`, `<w>0</w>`, "element <w> in a cell"},
		"foreign in a row":                 {sheet, `</c>`, `</c><d/>`, "<d>, want <c>"},
		"element in a value":               {sheet, `<v>0</v>`, `<v>0<b/></v>`, "element <b> in a text"},
		"text beside cells":                {sheet, `</c>`, `</c>x`, "text in <row>"},
		"section beside cells":             {sheet, `</c>`, `</c><![CDATA[ ]]>`, "text in <row>"},
		"document type":                    {sheet, `<worksheet`, `<!DOCTYPE w [<!ENTITY a "b">]><worksheet`, "a declaration"},
		"entity":                           {sheet, `<v>0</v>`, `<v>&a;</v>`, `"&a;" is no reference`},
		"entity of capitals":               {sheet, `<v>0</v>`, `<v>&AMP;</v>`, `"&AMP;" is no reference`},
		"open reference":                   {sheet, `<v>0</v>`, `<v>&amp</v>`, "is no reference"},
		"reference to a zero":              {sheet, `<v>0</v>`, `<v>&#0;</v>`, "is no reference"},
		"reference to half":                {sheet, `<v>0</v>`, `<v>&#xD800;</v>`, "is no reference"},
		"reference too high":               {sheet, `<v>0</v>`, `<v>&#x110000;</v>`, "is no reference"},
		"reference of letters":             {sheet, `<v>0</v>`, `<v>&#1f;</v>`, "is no reference"},
		"reference in an unread attribute": {sheet, `left="1"`, `left="&b;"`, "is no reference"},
		"control character":                {sheet, `<v>0</v>`, "<v>\x01</v>", "U+0001"},
		"control in a comment":             {sheet, `<v>0</v>`, "<!--\x01--><v>0</v>", "U+0001"},
		"no UTF-8":                         {sheet, `<v>0</v>`, "<v>\xff</v>", "not in UTF-8"},
		"noncharacter":                     {sheet, `<v>0</v>`, "<v>\uFFFF</v>", "not in UTF-8"},
		"other encoding":                   {sheet, `<worksheet`, `<?xml version="1.0" encoding="GBK"?><worksheet`, `encoding "GBK"`},
		"other version":                    {sheet, `<worksheet`, `<?xml version="1.1"?><worksheet`, `version "1.1"`},
		"late declaration":                 {sheet, `<dimension`, `<?xml version="1.0"?><dimension`, "does not stand first"},
		"broken declaration":               {sheet, `<worksheet`, `<?xml version=1.0?><worksheet`, "an attribute without quotes"},
		"bracket in an attribute":          {sheet, `r="A1"`, `r="A<1"`, "an angle bracket in an attribute"},
		"attribute twice":                  {sheet, `t="s"`, `t="s" t="n"`, "attribute t stands twice"},
		"attributes without space":         {sheet, `r="A1" t`, `r="A1"t`, "the tag <c> is malformed"},
		"attribute without value":          {sheet, `t="s"`, `t`, "an attribute without a value"},
		"attribute without end":            {sheet, `left="1"`, `left="1`, "without its closing quote"},
		"attributes without end":           {sheet, `left="1"`, strings.Repeat(" a", 3), "an attribute without a value"},
		"wrong end":                        {sheet, `</c>`, `</d>`, "want </c>"},
		"longer end":                       {sheet, `</c>`, `</cc>`, "want </c>"},
		"no end":                           {sheet, `</sheetData>`, ``, "<pageMargins>, want <row>"},
		"cut off":                          {sheet, `</worksheet>`, ``, "it ends too early"},
		"cut in a tag":                     {sheet, `</worksheet>`, `<`, "it ends too early"},
		"two roots":                        {sheet, `</worksheet>`, `</worksheet><worksheet/>`, "something follows"},
		"text after":                       {sheet, `</worksheet>`, `</worksheet>x`, "text outside of elements"},
		"end too many":                     {sheet, `</worksheet>`, `</worksheet></worksheet>`, "a closing tag"},
		"open comment":                     {sheet, `</c>`, `</c><!-- `, "<!-- without -->"},
		"dashes in a comment":              {sheet, `</c>`, `</c><!-- -- -->`, "two dashes"},
		"end of a section":                 {sheet, `<v>0</v>`, `<v>0]]></v>`, "]]> in a text"},
		"depth":                            {sheet, `<pageMargins left="1"/>`, strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200), "more than 128 elements"},
		"many attributes":                  {sheet, `left="1"`, manyAttributes(), "more than 64 attributes"},
		"name of an element":               {sheet, `<c r="A1"`, `<é r="A1"`, "an element without a name"},
	} {
		parts := base(one)
		if tt.old == "" {
			delete(parts, tt.part)
		} else {
			if !strings.Contains(parts[tt.part], tt.old) {
				t.Fatalf("%s: the base has no %q", name, tt.old)
			}
			parts[tt.part] = strings.ReplaceAll(parts[tt.part], tt.old, tt.with)
		}
		book, err := Read(zipped(t, parts), nil)
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), tt.part) && !strings.Contains(err.Error(), `sheet "one"`) {
			t.Errorf("%s: %v, %v; want an error with %q and the part", name, book, err, tt.want)
		}
	}
}

func manyAttributes() string {
	var b strings.Builder
	for i := range 100 {
		b.WriteString(" a" + strings.Repeat("b", i) + `=""`)
	}
	return b.String()
}

func TestReadRefusesOtherFiles(t *testing.T) {
	whole := zipped(t, base(one))
	for name, file := range map[string][]byte{"nothing": nil, "a text": []byte("PK nothing"), "half": whole[:len(whole)/2], "an empty archive": zipped(t, nil)} {
		if book, err := Read(file, nil); err == nil {
			t.Errorf("%s: %v, want an error", name, book)
		}
	}
	// A byte of a part is another: the archive's sums find it.
	damaged := bytes.Clone(whole)
	var twice bytes.Buffer
	z := zip.NewWriter(&twice)
	for range 2 {
		if _, err := z.Create("xl/workbook.xml"); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(twice.Bytes(), nil); err == nil || !strings.Contains(err.Error(), "two of them") {
		t.Errorf("a part twice: %v", err)
	}
	i := bytes.Index(damaged, []byte("xl/worksheets/sheet1.xml")) + 60
	damaged[i] ^= 0xFF
	if _, err := Read(damaged, nil); err == nil || !strings.Contains(err.Error(), "sheet1.xml") {
		t.Errorf("a damaged part: %v", err)
	}
}

// hostile are files of a few hundred kilobytes at most that ask for much more memory.
func hostile(t *testing.T) map[string]struct {
	file []byte
	want string // in the error; "" if it is read
} {
	far := base(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)
	var corners strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&corners, `<row><c r="XFD%d"><v>1</v></c></row>`, i+1)
	}
	blanks := base(strings.Repeat(" ", 1<<20))
	index := base(one)
	index["xl/workbook.xml"] = bookPart + strings.Repeat(" ", maxIndex)
	return map[string]struct {
		file []byte
		want string
	}{
		"a far cell":           {zipped(t, far), ""},
		"many far cells":       {zipped(t, base(corners.String())), "more than 16777216 rows, cells and texts"},
		"many far sheets":      {zipped(t, manySheets(far)), "more than 16777216 rows, cells and texts"},
		"blanks":               {zipped(t, blanks), ""},
		"a huge list":          {zipped(t, index), "it unzips to more than 16777216 bytes"},
		"a wrong size":         {wrongSize(t, 1<<32-2, 0), "sheet1.xml"},
		"a wrong size of both": {wrongSize(t, 1<<32-2, 1<<32-2), "sheet1.xml"},
	}
}

// manySheets lists one part as that of many sheets.
func manySheets(parts map[string]string) map[string]string {
	var sheets strings.Builder
	for i := range 1000 {
		sheets.WriteString(`<sheet name="` + strings.Repeat("x", i+1) + `" r:id="rId1"/>`)
	}
	parts["xl/workbook.xml"] = `<workbook xmlns="` + transitional + `"><sheets>` + sheets.String() + `</sheets></workbook>`
	return parts
}

// wrongSize is a workbook with a sheet of other sizes than it says.
func wrongSize(t *testing.T, unzipped, more uint64) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range base(one) {
		header := &zip.FileHeader{Name: name, UncompressedSize64: uint64(len(text)), CompressedSize64: uint64(len(text))}
		if strings.HasSuffix(name, "sheet1.xml") {
			header.Method, header.UncompressedSize64, header.CompressedSize64 = zip.Deflate, unzipped, max(header.CompressedSize64, more)
		}
		w, err := z.CreateRaw(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Each shared text takes a place.
func TestTextsAreCounted(t *testing.T) {
	r, err := newReader(zipped(t, base(one)))
	if err != nil {
		t.Fatal(err)
	}
	r.places = 1
	err = r.readTexts(relations{byID: map[string]relation{"a": {kind: "sharedStrings", part: "xl/sharedStrings.xml"}}})
	if err == nil || !strings.Contains(err.Error(), "rows, cells and texts") {
		t.Errorf("error %v", err)
	}
}

// No file takes more than some hundred megabytes.
func TestReadTakesBoundedMemory(t *testing.T) {
	const most = 500 << 20
	for name, tt := range hostile(t) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read(tt.file, nil)
		runtime.ReadMemStats(&after)
		took := after.TotalAlloc - before.TotalAlloc
		t.Logf("%s: %d kB of file, %d MB", name, len(tt.file)>>10, took>>20)
		if took > most || strings.HasPrefix(name, "a wrong") && took > 32<<20 {
			t.Errorf("%s: it took %d bytes", name, took)
		}
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: error %v, want %q", name, err, tt.want)
		}
	}
}
