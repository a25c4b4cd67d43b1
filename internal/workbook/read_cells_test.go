package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/stat"
	"nianbao/internal/xlsxread"
)

// Every cell of every sheet is read as the library reads it.
func TestReadAgreesWithTheLibrary(t *testing.T) {
	for name, d := range map[string]*stat.Dataset{"full": full(), "saibei": area(t, "saibei"), "example": area(t, "example"), "tongjian": area(t, "tongjian")} {
		for _, profile := range []Profile{Working, Published} {
			e, opt := build(t, d, stat.Hans, stat.En)
			opt.Profile = profile
			file := render(t, e, opt)
			book, err := xlsxread.Read(file, nil)
			if err != nil {
				t.Fatalf("%s, %s: %v", name, profile, err)
			}
			if diff := cmp.Diff(libraryRead(t, file), trimmed(book)); diff != "" {
				t.Errorf("%s, %s (-library +read):\n%s", name, profile, diff)
			}
		}
	}
}

// libraryRead reads all sheets with the library.
func libraryRead(t testing.TB, file []byte) []xlsxread.Sheet {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	book := &xlsxread.Book{}
	for _, name := range f.GetSheetList() {
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		book.Sheets = append(book.Sheets, xlsxread.Sheet{Name: name, Rows: rows})
	}
	return trimmed(book)
}

// trimmed omits the library's blanks at the end of a row, such as a formula without a value.
func trimmed(b *xlsxread.Book) []xlsxread.Sheet {
	for _, s := range b.Sheets {
		for i, row := range s.Rows {
			for len(row) > 0 && row[len(row)-1] == "" {
				row = row[:len(row)-1]
			}
			s.Rows[i] = slices.Clip(row)
			if len(row) == 0 {
				s.Rows[i] = nil
			}
		}
	}
	return b.Sheets
}

// BenchmarkReadCells reads all cells of the county's workbook with our scanner, with the library, and as XML tokens alone.
func BenchmarkReadCells(b *testing.B) {
	e, opt := build(b, area(b, "tongjian"), stat.Hans, stat.En)
	file := render(b, e, opt)
	b.Run("xlsxread", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := xlsxread.Read(file, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("excelize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			libraryRead(b, file)
		}
	})
	w := readWritten(b, file)
	parts := [][]byte{w.parts["xl/sharedStrings.xml"]}
	for i := range w.sheets {
		parts = append(parts, w.parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)])
	}
	b.Run("tokens", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, part := range parts {
				tokens(b, part)
			}
		}
	})
}

func tokens(b *testing.B, part []byte) {
	for d := xml.NewDecoder(bytes.NewReader(part)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			b.Fatal(err)
		}
	}
}
