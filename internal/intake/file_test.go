package intake

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"nianbao/internal/form"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

// rewrite changes the parts of a ZIP file; a part that becomes empty is left out.
func rewrite(t testing.TB, file []byte, change func(name, text string) (string, string)) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name, text := change(f.Name, string(data))
		if text == "" {
			continue
		}
		w, err := z.Create(name)
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

// mainSheet is the part with the form's figures.
const mainSheet = "xl/worksheets/sheet1.xml"

// asWPS writes a form in the habits of WPS Office: prefixes and attributes of its own, absolute paths of parts, numbers in full
// binary precision, texts beside numbers in the sheet, phonetic runs, cells without content.
func asWPS(t testing.TB, file []byte) []byte {
	return rewrite(t, file, func(name, text string) (string, string) {
		switch {
		case name == "xl/_rels/workbook.xml.rels":
			text = strings.ReplaceAll(text, `Target="worksheets/`, `Target="/xl/worksheets/`)
		case name == "xl/workbook.xml":
			text = strings.Replace(text, "<workbook ", `<workbook xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" mc:Ignorable="x15" `, 1)
			text = strings.Replace(text, "<sheets>", `<mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\Users\张三\Desktop\"/></mc:Choice></mc:AlternateContent><sheets>`, 1)
		case name == "xl/sharedStrings.xml":
			text = strings.Replace(text, "</t></si>", `</t><phoneticPr fontId="1" type="noConversion"/></si>`, 1)
		case name == mainSheet:
			text = strings.ReplaceAll(text, "<v>6.5</v>", "<v>6.4999999999999999</v>")
			text = strings.ReplaceAll(text, "<v>8.9</v>", "<v>8.9000000000000004</v>")
			text = strings.Replace(text, "<sheetData>", `<sheetFormatPr defaultColWidth="8.88888888888889" defaultRowHeight="14.4"/><sheetData>`, 1)
			text = strings.Replace(text, "</worksheet>", `<headerFooter/></worksheet>`, 1)
		}
		return name, text
	})
}

func TestFormSavedByWPS(t *testing.T) {
	s := newSubject(t, "saibei", "2023")
	r, err := Read(File{Name: "form.xlsx", Data: asWPS(t, s.bytes)}, s.load)
	if err != nil || len(r.Problems)+len(r.Proposals) > 0 {
		t.Errorf("%v, %+v, %+v", err, r.Problems, r.Proposals)
	}
}

// compound is the beginning of a compound file (.xls, or a locked .xlsx) with a stream of a name.
func compound(stream string) []byte {
	file := append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 1000)...)
	for _, u := range utf16.Encode([]rune(stream)) {
		file = binary.LittleEndian.AppendUint16(file, u)
	}
	return append(file, make([]byte, 100)...)
}

// TestFilesThatAreRefused holds that what is no form is refused with what to do, and takes little time and memory.
func TestFilesThatAreRefused(t *testing.T) {
	s := newSubject(t, "saibei", "2023")
	sheet := func(change func(text string) string) []byte {
		return rewrite(t, s.bytes, func(name, text string) (string, string) {
			if name == mainSheet {
				text = change(text)
			}
			return name, text
		})
	}
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, _ := z.Create("xl/media/bomb.bin")
	for range 80 {
		_, _ = w.Write(make([]byte, 1<<20))
	}
	_ = z.Close()
	for name, c := range map[string]struct {
		file File
		want string
	}{
		"an old workbook": {File{Name: "a.xls", Data: compound("Workbook")}, "save it as .xlsx"},
		"a password":      {File{Name: "a.xlsx", Data: compound("EncryptedPackage")}, "remove the password"},
		"no workbook":     {File{Name: "a.xlsx", Data: []byte("hello")}, "no workbook"},
		"an empty file":   {File{Name: "a.xlsx"}, "no workbook"},
		"cut short":       {File{Name: "a.xlsx", Data: s.bytes[:len(s.bytes)/2]}, "cut short"},
		"a bomb":          {File{Name: "a.xlsx", Data: bomb.Bytes()}, "unzips to more than"},
		"a far row": {File{Name: "a.xlsx", Data: sheet(func(text string) string {
			return strings.Replace(text, "</sheetData>", `<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>`, 1)
		})}, "beyond row"},
		"a far column": {File{Name: "a.xlsx", Data: sheet(func(text string) string {
			return strings.Replace(text, "</sheetData>", `<row r="2000"><c r="XFD2000"><v>1</v></c></row></sheetData>`, 1)
		})}, "beyond column"},
		"many merged cells": {File{Name: "a.xlsx", Data: sheet(func(text string) string {
			return strings.Replace(text, "</sheetData>", "</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:B2"/>`, 2000)+"</mergeCells>", 1)
		})}, "merged ranges"},
		"no XML":       {File{Name: "a.xlsx", Data: sheet(func(string) string { return "<worksheet><sheetData><row><c" })}, ""},
		"old encoding": {File{Name: "data.csv", Data: []byte("fact_id,\xb5\xd8\n")}, "UTF-8"},
		"no table":     {File{Name: "data.csv", Data: []byte("a;b\n1;2\n")}, "fact_id"},
	} {
		r, err := Read(c.file, s.load)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, %+v", name, err, r)
		}
	}
}

// TestOldForms holds that figures that the data got after a form was made are not lost to it.
func TestOldForms(t *testing.T) {
	s := newSubject(t, "saibei", "2023")
	book := s.copy()
	edited, untouched := "", ""
	held := book.Sheet(form.HeldSheet)
	for i := range held.Rows {
		switch held.Rows[i][0].Text {
		case "gdp": // 15.31 now
			held.Rows[i][1].Text = "15.2"
			edited = "gdp"
		case "retail-sales": // 0.7 now; the form has what it had
			held.Rows[i][1].Text = "0.6"
			untouched = "retail-sales"
		}
	}
	for i, row := range book.Sheets[0].Rows {
		for j, v := range row {
			if row[0].Text == edited && v.Text == "15.31" {
				book.Sheets[0].Rows[i][j].Text = "15.4"
			}
			if row[0].Text == untouched && v.Text == "0.7" {
				book.Sheets[0].Rows[i][j].Text = "0.6"
			}
		}
	}
	r, err := readBook(File{Name: "form.xlsx"}, book, s.load)
	if err != nil || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Msg.Error(), "have changed since") || len(r.Proposals) != 0 {
		t.Errorf("%v, %+v, %+v", err, r.Problems, r.Proposals)
	}
}

// TestMarked writes the remarks into a copy, whose figures are those of the form.
func TestMarked(t *testing.T) {
	s := newSubject(t, "saibei", "2023")
	r, err := Read(File{Name: "form.xlsx", Data: s.bytes}, s.load)
	if err != nil {
		t.Fatal(err)
	}
	r.problem(s.origin(t, "gdp"), "look at %s", "this")
	data, ok, err := r.Marked(r.Problems, "en")
	if err != nil || !ok {
		t.Fatal(err)
	}
	commented := false
	rewrite(t, data, func(name, text string) (string, string) {
		commented = commented || strings.Contains(name, "comments") && strings.Contains(text, "look at this")
		return name, text
	})
	again, err := Read(File{Name: "form.xlsx", Data: data}, s.load)
	if err != nil || !commented || len(again.Problems)+len(again.Proposals) > 0 {
		t.Errorf("%v, commented: %t, %+v", err, commented, again)
	}
}

// FuzzReadForm reads damaged forms: an error or problems, and never a panic.
func FuzzReadForm(f *testing.F) {
	s := newSubject(f, "example", "2024-Q3")
	f.Add(s.bytes)
	f.Add(asWPS(f, s.bytes))
	f.Add(compound("EncryptedPackage"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<17 {
			return
		}
		r, err := Read(File{Name: "form.xlsx", Data: data}, s.load)
		if err == nil && r == nil {
			t.Error("neither a reading nor an error")
		}
	})
}

// FuzzCellNumber reads texts as numbers: what is read is read again from its digits.
func FuzzCellNumber(f *testing.F) {
	for _, text := range []string{"12.5", "１２．５亿元", "1,234.5", "下降2%", "-3", "1250万", "三百"} {
		f.Add(text)
	}
	s := newSubject(f, "example", "2024-Q3")
	both, err := bothWords(s.data)
	if err != nil {
		f.Fatal(err)
	}
	unit := wanted{s.form.Rows[0].Figure.Unit, stat.Level}
	f.Fuzz(func(t *testing.T, text string) {
		d, problem := textNumber(text, unit, both...)
		if problem != nil || len(text) > 100 {
			return
		}
		again, problem := cellNumber(xlsx.Value{Kind: xlsx.Text, Text: d.String(), Decimals: -1}, unit)
		if problem != nil || !again.Equal(d) {
			t.Errorf("%q is %s, and that is %s (%v)", text, d, again, problem)
		}
	})
}
