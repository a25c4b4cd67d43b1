package export

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/tidy"
	"nianbao/internal/xlsxread"
)

// The workbook explains every column of the CSV files, and every code that can stand in one.
func TestCodebookIsComplete(t *testing.T) {
	dir := export(t, job(t, "NIANBAO_FORMATS=xlsx,csv")).Release.Dir
	file, err := os.ReadFile(filepath.Join(dir, "example-2024-workbook.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	book, err := xlsxread.Read(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	var explained []string
	for _, sheet := range book.Sheets {
		if !strings.Contains(sheet.Name, "Codebook") {
			continue
		}
		for _, row := range sheet.Rows {
			explained = append(explained, row...)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "example-2024-datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	var p tidy.Package
	if err := json.Unmarshal(data, &p); err != nil || len(p.Resources) < 6 {
		t.Fatalf("%d tables, %v", len(p.Resources), err)
	}
	for _, r := range p.Resources {
		for _, c := range r.Schema.Fields {
			names := []string{c.Name}
			if c.Constraints != nil {
				names = append(names, c.Constraints.Enum...)
			}
			for _, name := range names {
				if !slices.Contains(explained, name) {
					t.Errorf("%s, %s: %q is not in the codebook", r.Name, c.Name, name)
				}
			}
		}
	}
}
