package workbook

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/xlsx"
)

func opened(t *testing.T, file []byte) *Reader {
	t.Helper()
	r, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var machineForms = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// A machine name is one column's of its sheet, in every edition.
func TestMachineNames(t *testing.T) {
	for name, d := range map[string]*stat.Dataset{"full": full(), "saibei": area(t, "saibei"), "example": area(t, "example")} {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant}, {stat.En}} {
			p, _ := planOf(t, d, langs...)
			for _, s := range p.sheets {
				seen := map[string]bool{}
				for _, c := range s.table.columns {
					one := c.machineName()
					if seen[one] || !machineForms.MatchString(one) {
						t.Errorf("%s, sheet %s: column %q is named %q, twice or in another form", name, s.table.name, c.header, one)
					}
					seen[one] = true
				}
			}
		}
	}
}

// The names of the columns that hold figures are those that figures are read by, and the tidy table has its own.
func TestMachineNamesOfFigures(t *testing.T) {
	p, _ := planOf(t, area(t, "saibei"), stat.Hans, stat.En)
	for _, f := range figureColumns() {
		table := p.find(f.table).sheet.table
		name := func(key string) string {
			i := table.index(key)
			if i < 0 {
				return ""
			}
			return table.columns[i].machineName()
		}
		if got, want := name(f.key), strings.ReplaceAll(f.name, "-", "_"); got != want && got != "" {
			t.Errorf("%s: %s is named %q, want %q", f.table, f.key, got, want)
		}
		for key, want := range map[string]string{
			"column.code": "code", "column.period": "period", "column.due": "due", "column.unit": "unit",
			"column.level.unit": "level_unit", scopeColumn: "scope", currencyColumn: "currency",
		} {
			if got := name(key); got != want && (key == f.of || key == f.period || key == "column.code") {
				t.Errorf("%s: %s is named %q, want %q", f.table, key, got, want)
			}
		}
	}
	for i, c := range p.find("data").sheet.table.columns {
		if got, want := c.machineName(), edition.DataColumns()[i]; got != want {
			t.Errorf("data: column %d is named %q, want %q", i, got, want)
		}
	}
}

// Every column of every sheet with a table that the codebook lists is found, in any language, by the words of the file.
func TestColumns(t *testing.T) {
	for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.Hant, stat.En}, {stat.Hans}, {stat.En}} {
		d := full()
		e, opt := build(t, d, langs...)
		columns, err := opened(t, render(t, e, opt)).Columns()
		if err != nil {
			t.Fatal(err)
		}
		p, _ := planOf(t, d, langs...)
		for _, s := range p.sheets {
			if s.table.name == "cover" || s.table.name == "contents" {
				if columns[s.name] != nil {
					t.Errorf("%v: sheet %q is listed", langs, s.name)
				}
				continue
			}
			if len(columns[s.name]) != len(s.table.columns) {
				t.Errorf("%v: sheet %q: %d columns, want %d", langs, s.name, len(columns[s.name]), len(s.table.columns))
			}
			for _, c := range s.table.columns {
				if got, want := columns[s.name][c.header], (Column{s.table.name, c.machineName()}); got != want {
					t.Errorf("%v: sheet %q, column %q: %v, want %v", langs, s.name, c.header, got, want)
				}
			}
		}
	}
}

// codebookWith changes a cell of the codebook of a workbook, found by its text.
func codebookWith(t *testing.T, file []byte, old, with string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cells, err := f.SearchSheet("Codebook", old)
	if err != nil || len(cells) == 0 {
		t.Fatalf("%q is not in the codebook: %v", old, err)
	}
	if err := f.SetCellStr("Codebook", cells[0], with); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestColumnsOfOtherCodebooks(t *testing.T) {
	e, opt := build(t, small(), stat.En)
	file := render(t, e, opt)
	old := codebookWith(t, file, "codebook.machine_name", "")
	if columns, err := opened(t, old).Columns(); len(columns) != 0 || err != nil {
		t.Errorf("a codebook without names: %v, %v", columns, err)
	}
	moved := codebookWith(t, file, "Machine name", "Name in programs")
	moved = codebookWith(t, moved, "Machine name", "Name in programs") // its own row
	if columns, err := opened(t, moved).Columns(); err != nil || columns["Indicators"]["Value (see unit)"] != (Column{"indicators", "value"}) {
		t.Errorf("a codebook with another header: %v, %v", columns["Indicators"], err)
	}
	for was, with := range map[string]string{"indicators.value": "indicators.growth", "Value (see unit)": "Growth (%)", "targets.target": "targets"} {
		if columns, err := opened(t, codebookWith(t, file, was, with)).Columns(); err == nil || !strings.Contains(err.Error(), "listed twice, or has no name") {
			t.Errorf("%s as %s: %v, %v", was, with, columns["Indicators"], err)
		}
	}
}

func TestTwoCodebooks(t *testing.T) {
	e, opt := build(t, small(), stat.En)
	r := opened(t, render(t, e, opt))
	i := slices.IndexFunc(r.book.Sheets, func(s xlsx.Sheet) bool { return s.Name == "Codebook" })
	other := xlsx.Sheet{Name: "Other"}
	for _, row := range r.book.Sheets[i].Rows {
		row = slices.Clone(row)
		for j := range row {
			if row[j] == "Codebook" {
				row[j] = "Other"
			}
		}
		other.Rows = append(other.Rows, row)
	}
	r.book.Sheets = append(r.book.Sheets, other)
	if columns, err := r.Columns(); err == nil || !strings.Contains(err.Error(), `"Codebook" and "Other"`) {
		t.Errorf("%v, %v", columns, err)
	}
}
