package tagpdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"nianbao/internal/deflate"
)

// identityMap maps some codes to the characters of the same number.
var identityMap = func() string {
	s := "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar "
	for _, r := range " (ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789中年" {
		s += fmt.Sprintf("<%04X> <%04X> ", r, r)
	}
	return s + "endbfchar"
}()

// onePage writes a file of one page with a font /F1.
func onePage(content, cmap string) []byte {
	o := newOutput(0)
	root := o.reserve()
	font := dict{"Type": name("Font"), "Subtype": name("Type0"), "Encoding": name("Identity-H"), "ToUnicode": o.add(flate(dict{}, []byte(cmap)))}
	page := dict{"Type": name("Page"), "Contents": o.add(flate(dict{}, []byte(content)))}
	pages := o.add(dict{
		"Type": name("Pages"), "Count": integer(1), "Kids": array{o.add(page)},
		"Resources": dict{"Font": dict{"F1": o.add(font), "F2": o.add(dict{"Subtype": name("Type1")})}},
	})
	o.set(root, dict{"Type": name("Catalog"), "Pages": pages})
	return o.bytes(dict{"Root": root})
}

func TestText(t *testing.T) {
	for name, c := range map[string]struct{ content, cmap, want string }{
		"one string":       {"BT /F1 9 Tf 1 2 Td (\x4E\x2D) Tj ET", identityMap, "中\f"},
		"hexadecimal":      {"BT /F1 9 Tf <4E2D0041> Tj ET", identityMap, "中A\f"},
		"array":            {"BT /F1 9 Tf [(\x00A) -20.5 (\x00B)] TJ ET", identityMap, "AB\f"},
		"escapes":          {`BT /F1 9 Tf (` + "\x00" + `\()Tj<0041>Tj ET`, identityMap, "(A\f"},
		"one baseline":     {"/F1 9 Tf BT 1 5 Td (\x00A) Tj ET BT 9 5 Td (\x00B) Tj ET", identityMap, "AB\f"},
		"two baselines":    {"/F1 9 Tf BT 1 5 Td (\x00A) Tj ET BT 9 4 Td (\x00B) Tj ET", identityMap, "A\nB\f"},
		"next line":        {"BT /F1 9 Tf (\x00A) Tj T* (\x00B) Tj (\x00C) ' ET", identityMap, "A\nB\nC\f"},
		"matrix":           {"BT /F1 9 Tf 1 0 0 1 5 5 Tm (\x00A) Tj 1 0 0 1 9 5 Tm (\x00B) Tj ET", identityMap, "AB\f"},
		"font restored":    {"/F1 9 Tf q /F2 9 Tf Q BT (\x00A) Tj ET", identityMap, "A\f"},
		"no text":          {"0 0 m 1 1 l S", identityMap, "\f"},
		"single codes":     {"BT /F1 9 Tf <00010002> Tj ET", "2 beginbfchar <0001> <4E2D> <0002> <D842DFB7> endbfchar", "中𠮷\f"},
		"code of two":      {"BT /F1 9 Tf <00110010> Tj ET", "2 beginbfchar <0010> <0041> <0011> <00660069> endbfchar", "fiA\f"},
		"unknown operator": {"1 2 3 zz BT /F1 9 Tf <0041> Tj ET", identityMap, "A\f"},
	} {
		got, err := textOf(onePage(c.content, c.cmap))
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}

func TestTextRefused(t *testing.T) {
	for name, c := range map[string]struct{ content, cmap, want string }{
		"no font":          {"BT (\x00A) Tj ET", identityMap, "no font is selected"},
		"unknown font":     {"BT /F9 9 Tf (\x00A) Tj ET", identityMap, "font /F9: it is nothing"},
		"one-byte font":    {"BT /F2 9 Tf (A) Tj ET", identityMap, "not of two bytes"},
		"odd string":       {"BT /F1 9 Tf (A) Tj ET", identityMap, "two-byte codes"},
		"unmapped code":    {"BT /F1 9 Tf (\x00A) Tj ET", "", "code 0041 stands for no character"},
		"shows a number":   {"BT /F1 9 Tf 5 Tj ET", identityMap, "it shows the number 5"},
		"nothing to show":  {"BT /F1 9 Tf Tj ET", identityMap, "0 operands"},
		"unknown element":  {"BT /F1 9 Tf [/A] TJ ET", identityMap, "it shows the name /A"},
		"height no number": {"BT 1 /A Td ET", identityMap, "a height is the name /A"},
		"nothing saved":    {"Q", identityMap, "nothing was saved"},
		"endless saving":   {strings.Repeat("q ", maxNested+1), identityMap, "too deep"},
		"inline image":     {"BI", identityMap, "images in the content"},
		"string cut short": {"BT (abc", identityMap, "page 1: byte 7: it is cut short"},
		"left operands":    {"1 2", identityMap, "without an operator"},
		"overlapping map":  {"BT /F1 9 Tf (\x00A) Tj ET", "2 beginbfchar <0041> <0041> <0041> <0042> endbfchar", "mapped twice"},
		"half a pair":      {"BT /F1 9 Tf (\x00A) Tj ET", "1 beginbfchar <0041> endbfchar", "1 operands"},
		"range":            {"BT /F1 9 Tf (\x00A) Tj ET", "1 beginbfrange <0041> <0042> <0042> endbfrange", "ranges of codes are not understood"},
		"long target":      {"BT /F1 9 Tf (\x00A) Tj ET", "1 beginbfchar <0041> <" + strings.Repeat("0041", 17) + "> endbfchar", "in place of characters"},
	} {
		_, err := textOf(onePage(c.content, c.cmap))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// plainFile writes the given objects, numbered from 1, with a cross-reference table.
func plainFile(trailer string, objects ...string) []byte {
	b := []byte("%PDF-1.4\n")
	rows := "0000000000 65535 f \n"
	for i, o := range objects {
		rows += fmt.Sprintf("%010d 00000 n \n", len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return fmt.Appendf(b, "xref\n0 %d\n%strailer\n<</Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, rows, trailer, len(b))
}

func TestFileRefused(t *testing.T) {
	const catalog, pages = "<</Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>"
	good := plainFile("", catalog, pages, "<</Type/Page>>")
	if text, err := textOf(good); err != nil || text != "\f" {
		t.Fatalf("the base is not read: %q, %v", text, err)
	}
	for name, c := range map[string]struct {
		pdf  []byte
		want string
	}{
		"empty":             {nil, "not a PDF"},
		"another file":      {[]byte("PK\x03\x04"), "not a PDF"},
		"cut short":         {good[:len(good)-20], "cut short"},
		"no startxref":      {[]byte("%PDF-1.4\n%%EOF"), "no startxref"},
		"lost startxref":    {[]byte("%PDF-1.4\nstartxref\n9999\n%%EOF"), "leads nowhere"},
		"wrong startxref":   {bytes.Replace(good, []byte("startxref\n"), []byte("startxref\n1"), 1), "leads nowhere"},
		"encrypted":         {plainFile("/Encrypt 3 0 R", catalog, pages, "<</Type/Page>>"), "/Encrypt"},
		"appended to":       {plainFile("/Prev 0", catalog, pages, "<</Type/Page>>"), "/Prev"},
		"shifted":           {bytes.Replace(good, []byte("%PDF-1.4\n"), []byte("%PDF-1.4\n%%%%\n"), 1), "cross-reference table"},
		"wrong number":      {bytes.Replace(good, []byte("3 0 obj"), []byte("4 0 obj"), 1), "object 3: object 4 stands in its place"},
		"missing object":    {plainFile("", catalog, pages), "object 3: the file has no such object"},
		"no catalog":        {plainFile("", "[]"), "catalog: object 1 is an array where a dictionary should be"},
		"page tree a loop":  {plainFile("", catalog, "<</Type/Pages/Kids[2 0 R]>>"), "object 2 is no page"},
		"page twice":        {plainFile("", catalog, "<</Type/Pages/Kids[3 0 R 3 0 R]>>", "<</Type/Page>>"), "object 3 stands in it twice"},
		"page of no type":   {plainFile("", catalog, pages, "<<>>"), "object 3 is no page"},
		"no pages":          {plainFile("", catalog, "<</Type/Pages/Kids[]>>"), "no pages"},
		"content no stream": {plainFile("", catalog, pages, "<</Type/Page/Contents 4 0 R>>", "(x)"), "object 4 is a string where a stream should be"},
		"unknown filter":    {plainFile("", catalog, pages, "<</Type/Page/Contents 4 0 R>>", "<</Length 1/Filter/LZWDecode>>stream\nx\nendstream"), "/LZWDecode, which is not understood"},
		"broken stream":     {plainFile("", catalog, pages, "<</Type/Page/Contents 4 0 R>>", "<</Length 1/Filter/FlateDecode>>stream\nx\nendstream"), "inflate"},
		"wrong length":      {plainFile("", catalog, pages, "<</Type/Page/Contents 4 0 R>>", "<</Length 4>>stream\nx\nendstream"), "object 4:"},
		"length of itself":  {plainFile("", catalog, pages, "<</Type/Page/Contents 4 0 R>>", "<</Length 4 0 R>>stream\nx\nendstream"), "needs itself"},
		"overlong stream":   {plainFile("", catalog, pages, "<</Type/Page/Contents 4 0 R>>", "<</Length 99999>>stream\nx\nendstream"), "cut short"},
		"TIFF predictor":    {predicted("<</Predictor 2/Columns 3>>", "q Q"), "predictor that is not understood"},
		"colours predicted": {predicted("<</Predictor 12/Columns 3/Colors 3>>", "\x00q Q"), "predictor that is not understood"},
		"no parameters":     {predicted("[]", "q Q"), "an array where a dictionary should be"},
		"columns missing":   {predicted("<</Predictor 12/Columns 0>>", "\x00q Q"), "columns of a stream"},
		"half a row":        {predicted("<</Predictor 12/Columns 3>>", "\x00q Q\x02"), "columns of a stream"},
		"row by Paeth":      {predicted("<</Predictor 12/Columns 3>>", "\x00q Q\x04\x00\x00\x00"), "the predictor 4, which is not understood"},
	} {
		_, err := textOf(c.pdf)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// predicted is a file with one page whose content uses a predictor with the given parameters.
func predicted(parms, content string) []byte {
	data := deflate.Zlib([]byte(content))
	return plainFile("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]>>", "<</Type/Page/Contents 4 0 R>>",
		fmt.Sprintf("<</Length %d/Filter/FlateDecode/DecodeParms%s>>stream\n%s\nendstream", len(data), parms, data))
}

// TestPredicted reads plain rows, and rows stored as differences from the one above.
func TestPredicted(t *testing.T) {
	f, err := open(predicted("<</Predictor 12/Columns 3>>", "\x02abc\x00def\x02\x01\xff\x00\x02\x00\x01\x00"))
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := f.pages()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(pages[0].content), "abcdefedfeef"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestOwnPages tags more than what is read of a file of others.
func TestOwnPages(t *testing.T) {
	p := newPen(t)
	root := el("Document", firstPage(p), secondPage(p), thirdPage(p))
	p.pdf.RawWriteStr(strings.Repeat(" ", maxRead+1))
	pdf := p.bytes(t)
	if f, err := open(pdf); err != nil {
		t.Fatal(err)
	} else if _, _, err := f.pages(); err == nil {
		t.Fatal("the page is within the budget")
	}
	if _, err := Tag(pdf, Document{Root: root, Lang: "en", Title: "t", Created: created, Fonts: p.fonts(t)}); err != nil {
		t.Error(err)
	}
}

// TestBomb inflates more than the read budget.
func TestBomb(t *testing.T) {
	_, err := textOf(onePage(strings.Repeat(" ", maxRead+1), identityMap))
	if err == nil || !strings.Contains(err.Error(), "holds more than") {
		t.Errorf("error %v", err)
	}
}
