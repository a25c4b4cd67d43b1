package workbook

import (
	"bytes"
	"fmt"
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

// For any input, reading ends with rows or an error.
func FuzzReadData(f *testing.F) {
	e, opt := build(f, small(), stat.En)
	f.Add(render(f, e, opt))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := readData(data)
		if err == nil && slices.ContainsFunc(rows, func(r []string) bool { return len(r) != len(wording.DataColumns()) }) {
			t.Errorf("rows of other lengths: %q", rows)
		}
	})
}
