package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"nianbao/internal/stat"
	"nianbao/internal/wording"
	"nianbao/internal/xlsx"
)

func TestReadData(t *testing.T) {
	for name, d := range map[string]*stat.Dataset{"small": small(), "saibei": area(t, "saibei"), "example": area(t, "example"), "tongjian": area(t, "tongjian")} {
		e, opt := build(t, d, stat.Hans, stat.En)
		var want [][]string
		for _, r := range opt.Data {
			want = append(want, r.Fields())
		}
		got, err := readData(render(t, e, opt))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Any decimal is read back digit by digit, including trailing zeros.
func TestNumbersAreExact(t *testing.T) {
	value := slices.Index(wording.DataColumns(), "obs_value")
	rapid.Check(t, func(r *rapid.T) {
		digits := rapid.StringMatching(`-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,12})?`).Draw(r, "digits")
		if digits == "-0" || strings.HasPrefix(digits, "-0.") && strings.Trim(digits, "-0.") == "" {
			r.Skip("a decimal has no negative zero")
		}
		f := dataTable([]wording.DataRow{{FactID: "x", Figure: stat.Figure{Quantity: stat.Qty(digits, 0, "CNY"), Status: stat.Normal}}}, nil)
		book := &xlsx.Book{Sheets: []xlsx.Sheet{{Name: "data", Plain: true, Tables: []xlsx.Table{f.written()}}}, Face: "Arial"}
		if err := book.Arrange(); err != nil {
			r.Fatal(err)
		}
		file, err := book.Write()
		if err != nil {
			r.Fatal(err)
		}
		rows, err := readData(file)
		if err != nil || rows[0][value] != digits {
			r.Fatalf("%s came back as %q, %v", digits, rows, err)
		}
	})
}

func TestReadDataFails(t *testing.T) {
	header := wording.DataColumns()
	swapped := slices.Clone(header)
	swapped[0], swapped[1] = swapped[1], swapped[0]
	for name, tt := range map[string]struct {
		file []byte
		want string
	}{
		"no workbook":    {[]byte("PK nothing"), "read workbook"},
		"no sheet":       {bookOf(t, "figures", header), "data"},
		"no header":      {bookOf(t, "data", nil), "empty"},
		"other header":   {bookOf(t, "data", swapped), "header"},
		"column missing": {bookOf(t, "data", header[:17]), "header"},
		"column more":    {bookOf(t, "data", append(slices.Clone(header), "more")), fmt.Sprintf("at most %d", len(header))},
	} {
		if rows, err := readData(tt.file); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, %v; want an error with %q", name, rows, err, tt.want)
		}
	}
	if rows, err := readData(bookOf(t, "data", header)); err != nil || len(rows) != 0 {
		t.Errorf("a header alone: %v, %v", rows, err)
	}
}

// readData reads the sheet "data" of a file.
func readData(file []byte) ([][]string, error) {
	r, err := Open(file)
	if err != nil {
		return nil, err
	}
	return r.Data()
}

func bookOf(t *testing.T, sheet string, header []string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	if header != nil {
		if err := f.SetSheetRow(sheet, "A1", &header); err != nil {
			t.Fatal(err)
		}
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// For any sheet, reading ends with rows or an error. The archive around it is small, and sound: bytes of a whole workbook that
// are changed at random are hardly ever more than a broken archive, and slow.
func FuzzReadData(f *testing.F) {
	table := dataTable([]wording.DataRow{{FactID: "x", Figure: stat.Figure{Quantity: stat.Qty("1.50", 0, "CNY"), Status: stat.Normal}}}, nil)
	book := &xlsx.Book{Sheets: []xlsx.Sheet{{Name: "data", Plain: true, Tables: []xlsx.Table{table.written()}}}, Face: "Arial"}
	if err := book.Arrange(); err != nil {
		f.Fatal(err)
	}
	file, err := book.Write()
	if err != nil {
		f.Fatal(err)
	}
	const sheetPart, textsPart = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	parts := partsOf(f, file)
	f.Add(parts[sheetPart], parts[textsPart])
	f.Fuzz(func(t *testing.T, sheet, texts []byte) {
		changed := maps.Clone(parts)
		changed[sheetPart], changed[textsPart] = sheet, texts
		rows, err := readData(archiveOf(t, changed))
		if err == nil && slices.ContainsFunc(rows, func(r []string) bool { return len(r) != len(wording.DataColumns()) }) {
			t.Errorf("rows of other lengths: %q", rows)
		}
	})
}

// partsOf unpacks a workbook, but for what a reader of cells leaves alone.
func partsOf(f *testing.F, file []byte) map[string][]byte {
	f.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		f.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, part := range z.File {
		in, err := part.Open()
		if err != nil {
			f.Fatal(err)
		}
		if parts[part.Name], err = io.ReadAll(in); err != nil {
			f.Fatal(err)
		}
	}
	for _, left := range []string{"xl/styles.xml", "xl/theme/theme1.xml"} {
		delete(parts, left)
	}
	return parts
}

func archiveOf(t *testing.T, parts map[string][]byte) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(parts[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
