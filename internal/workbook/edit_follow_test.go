package workbook

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestEditsAreFollowed holds that everything in a working workbook follows from the values on the sheet "data": a figure
// that is changed there changes whatever depends on it, to what an edition made from the changed figure has.
func TestEditsAreFollowed(t *testing.T) {
	books := map[of]*excelize.File{}
	for _, c := range edits(t) {
		if books[c.of] == nil {
			books[c.of] = openBook(t, workbookOf(t, c.of, nil))
		}
		f := books[c.of]
		setValue(t, f, c.id, c.next.InexactFloat64())
		got, want := bookValues(t, f, true), bookValues(t, openBook(t, workbookOf(t, c.of, &c)), false)
		for key, values := range want {
			if !sameValues(values, got[key]) {
				t.Errorf("%s: %s = %s: %s: got %q, want %q", c.of, c.id, c.next, key, got[key], values)
			}
		}
		for key := range got {
			if want[key] == nil {
				t.Errorf("%s: %s = %s: %s: got %q, want nothing", c.of, c.id, c.next, key, got[key])
			}
		}
		setValue(t, f, c.id, c.old.Value.InexactFloat64())
	}
}

func openBook(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// setValue changes the value of a fact on the sheet "data".
func setValue(t testing.TB, f *excelize.File, id string, value float64) {
	t.Helper()
	rows, err := f.GetRows("data")
	if err != nil {
		t.Fatal(err)
	}
	row := slices.IndexFunc(rows, func(row []string) bool { return row[0] == id })
	if row < 0 {
		t.Fatalf("the sheet data has no %s", id)
	}
	if err := f.SetCellValue("data", cellName(slices.Index(rows[0], "obs_value"), row+1), value); err != nil {
		t.Fatal(err)
	}
}

// bookValues reads the numbers and formulas of all tables by table, constant texts of the row, and column. Several cells
// can have one key. Formulas are worked out, or else read as they were written.
func bookValues(t testing.TB, f *excelize.File, work bool) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, sheet := range f.GetSheetList() {
		all, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range all {
			addTable(t, f, sheet, table, work, found)
		}
	}
	return found
}

// bookCell is a cell of a table.
type bookCell struct {
	header, text    string
	number, formula bool
}

func addTable(t testing.TB, f *excelize.File, sheet string, table excelize.Table, work bool, found map[string][]string) {
	t.Helper()
	first, last, _ := strings.Cut(table.Range, ":")
	left, top, errFirst := excelize.CellNameToCoordinates(first)
	right, bottom, errLast := excelize.CellNameToCoordinates(last)
	if errFirst != nil || errLast != nil {
		t.Fatal(errFirst, errLast)
	}
	for row := top + 1; row <= bottom; row++ {
		var cells []bookCell
		about := table.Name
		for column := left; column <= right; column++ {
			c := readCell(t, f, sheet, cellName(column-1, row), work)
			header, err := f.GetCellValue(sheet, cellName(column-1, top))
			if err != nil {
				t.Fatal(err)
			}
			c.header = header
			if !c.number && !c.formula && !isSentence(header) {
				about += " | " + c.text
			}
			cells = append(cells, c)
		}
		for _, c := range cells {
			if c.formula || c.number {
				key := fmt.Sprintf("%s / %s", about, c.header)
				found[key] = append(found[key], c.text)
			}
		}
	}
}

// isSentence tells the columns whose texts can contain figures.
func isSentence(header string) bool {
	return strings.Contains(header, "Content (") || strings.Contains(header, "Remarks")
}

func readCell(t testing.TB, f *excelize.File, sheet, at string, work bool) bookCell {
	t.Helper()
	formula, errFormula := f.GetCellFormula(sheet, at)
	kind, errKind := f.GetCellType(sheet, at)
	text, errText := f.GetCellValue(sheet, at)
	if errFormula != nil || errKind != nil || errText != nil {
		t.Fatal(errFormula, errKind, errText)
	}
	c := bookCell{text: text, formula: formula != ""}
	c.number = text != "" && kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString
	if c.formula && work {
		worked, err := f.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
		if err != nil {
			worked = err.Error()
		}
		c.text = asPrograms(formula, text, worked)
	}
	return c
}

// sameValues compares numbers to 12 digits, since programs differ in the last ones, and does not mind the order.
func sameValues(a, b []string) bool {
	short := func(values []string) []string {
		var list []string
		for _, v := range values {
			if n, err := strconv.ParseFloat(v, 64); err == nil && !math.IsInf(n, 0) {
				v = strconv.FormatFloat(n, 'g', 12, 64)
			}
			list = append(list, v)
		}
		slices.Sort(list)
		return list
	}
	return slices.Equal(short(a), short(b))
}
