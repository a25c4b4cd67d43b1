package workbook

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/xlsx"
)

// A series is one sheet with one table, whose numbers are numbers and whose other cells are texts as they are.
func TestSeriesBook(t *testing.T) {
	s := Series{Program: "test", Number: func(column string) bool { return column == "2024" }}
	for _, row := range [][]string{{"indicator", "2024"}, {"=1+1", "18.10"}, {"x", ""}} {
		if err := s.Add(row); err != nil {
			t.Fatal(err)
		}
	}
	data, err := s.Write()
	if err != nil {
		t.Fatal(err)
	}
	f := openBook(t, data)
	rows, err := f.GetRows("data")
	if err != nil || len(rows) != 3 || rows[1][0] != "=1+1" || rows[1][1] != "18.10" && rows[1][1] != "18.1" {
		t.Errorf("rows %q, %v", rows, err)
	}
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeSharedString, "B2": excelize.CellTypeUnset} {
		if kind, err := f.GetCellType("data", cell); err != nil || kind != want {
			t.Errorf("%s has type %v, %v", cell, kind, err)
		}
	}
	if tables, err := f.GetTables("data"); err != nil || len(tables) != 1 || tables[0].Name != "data" {
		t.Errorf("tables %+v, %v", tables, err)
	}
	full := Series{Number: s.Number}
	full.table = s.table
	full.table.Rows = make([][]xlsx.Cell, mostRows)
	if err := full.Add([]string{"x", "1"}); err == nil || !strings.Contains(err.Error(), "write a CSV file") {
		t.Errorf("one row too many: %v", err)
	}
}
