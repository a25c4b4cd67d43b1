package workbook

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nianbao/internal/config"
	"nianbao/internal/stat"
)

// Every rule of docs/workbook.md holds in both profiles, for every area and choice of languages.
func TestGuidance(t *testing.T) {
	for name, edition := range editions(t) {
		for _, langs := range [][]stat.Lang{{stat.Hans, stat.En}, {stat.En}, {stat.Hant, stat.En}} {
			for _, profile := range []Profile{Working, Published} {
				e, opt := edition(langs...)
				opt.Profile = profile
				w := readWritten(t, render(t, e, opt))
				for _, rule := range guidanceRules() {
					if rule.only != "" && rule.only != profile {
						continue
					}
					for _, fault := range rule.faults(w) {
						t.Errorf("%s in %v, %s: rule %d, %s: %s", name, langs, profile, rule.number, rule.says, fault)
					}
				}
			}
		}
	}
}

// Rule 21 is about the file name, which the configuration determines.
func TestGuidanceFileName(t *testing.T) {
	c, err := config.Load(nil, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if name := c.Output.FileName("saibei", "2023", config.Book); !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.xlsx$`).MatchString(name) {
		t.Errorf("rule 21: %s", name)
	}
}

// The document and the tests have the same rules.
func TestGuidanceIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../docs/workbook.md")
	if err != nil {
		t.Fatal(err)
	}
	rules := guidanceRules()
	for _, rule := range rules {
		if !strings.Contains(string(text), fmt.Sprintf("\n%d. ", rule.number)) {
			t.Errorf("rule %d, %s, is not in docs/workbook.md", rule.number, rule.says)
		}
	}
	if listed := len(regexp.MustCompile(`(?m)^[0-9]+\. `).FindAllString(string(text), -1)); listed != len(rules)+1 {
		t.Errorf("docs/workbook.md has %d rules, the tests %d and one for the file's name", listed, len(rules))
	}
}

// spoilers break one rule each, by number, in a published workbook.
func spoilers() map[int]func(*excelize.File) error {
	const first, second = "封面 Cover", "目录 Contents"
	const sheet = "指标 Indicators"
	return map[int]func(*excelize.File) error{
		1: func(f *excelize.File) error { return f.SetSheetName("说明 Notes", "Remarks") },
		2: func(f *excelize.File) error { return f.SetCellHyperLink(second, "A7", "", "None") },
		3: func(f *excelize.File) error { return f.DeleteTable("indicators") },
		4: func(f *excelize.File) error { return f.SetCellStr(sheet, "B5", "代码 Code") },
		5: func(f *excelize.File) error {
			if err := f.SetSheetRow(first, "F30", &[]string{"x", "y"}); err != nil {
				return err
			}
			return f.AddTable(first, &excelize.Table{Range: "F30:G31", Name: "aside"})
		},
		6:  func(f *excelize.File) error { return f.MergeCell(sheet, "A3", "B3") },
		7:  func(f *excelize.File) error { return wipe(f, sheet, "B") },
		8:  func(f *excelize.File) error { return f.SetColVisible(sheet, "C", false) },
		9:  func(f *excelize.File) error { return f.SetCellStyle(sheet, "A1", "A1", 0) },
		10: func(f *excelize.File) error { return f.SetCellStr(sheet, "B4", "aside") },
		11: func(f *excelize.File) error { return f.SetCellStr(sheet, "A10", "gdp [note 99]") },
		12: func(f *excelize.File) error { return f.SetCellStr(sheet, "A10", "gdp [q]") },
		13: func(f *excelize.File) error { return f.SetCellStr(sheet, "F5", "Measure") },
		14: func(f *excelize.File) error {
			return restyle(f, sheet, &excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 9}})
		},
		15: func(f *excelize.File) error {
			return restyle(f, sheet, &excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 12}, Alignment: &excelize.Alignment{Horizontal: "right", WrapText: true}})
		},
		16: func(f *excelize.File) error {
			return restyle(f, sheet, &excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 12, Color: "CCCCCC"}, Alignment: &excelize.Alignment{WrapText: true}})
		},
		17: func(f *excelize.File) error {
			return f.AddChart(sheet, "Z9", &excelize.Chart{Type: excelize.Bar, Series: []excelize.ChartSeries{{Values: "'data'!$A$1"}}})
		},
		18: func(f *excelize.File) error { return f.SetDocProps(&excelize.DocProperties{Title: "x"}) },
		19: func(f *excelize.File) error { f.SetActiveSheet(3); return nil },
		20: func(f *excelize.File) error { return f.SetSheetName(sheet, "指标表 Figures") },
		22: func(f *excelize.File) error { return f.SetCellStr(sheet, "E6", "15.30") },
		23: func(f *excelize.File) error { return f.SetCellStr("data", "A900", "below") },
		24: func(f *excelize.File) error {
			portrait := "portrait"
			return f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &portrait})
		},
		25: func(f *excelize.File) error { return f.SetColWidth(sheet, "E", "E", 2) },
		35: func(f *excelize.File) error {
			return restyle(f, sheet, &excelize.Style{Font: &excelize.Font{Family: "Arial", Size: 12}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDDDDD"}}})
		},
		26: func(f *excelize.File) error { return f.SetCellFormula(sheet, "G9", "1+1") },
		29: func(f *excelize.File) error { return f.SetColWidth(sheet, "B", "D", 200) },
		30: func(f *excelize.File) error { return f.SetRowHeight(sheet, 10, 300) },
		31: func(f *excelize.File) error { return f.SetCellValue(sheet, "D10", nil) },
		32: func(f *excelize.File) error {
			return f.DeleteDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: "data"})
		},
		33: func(*excelize.File) error { return nil }, // a published workbook has no page numbers
		34: func(f *excelize.File) error {
			return f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&P"})
		},
		27: func(f *excelize.File) error { return f.AutoFilter(sheet, "A5:C6", nil) },
		28: func(f *excelize.File) error {
			return f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 5, TopLeftCell: "A6", ActivePane: "bottomLeft"})
		},
	}
}

// wipe empties a column below the header.
func wipe(f *excelize.File, sheet, column string) error {
	for r := 6; r < 40; r++ {
		if err := f.SetCellValue(sheet, fmt.Sprint(column, r), nil); err != nil {
			return err
		}
	}
	return nil
}

func restyle(f *excelize.File, sheet string, s *excelize.Style) error {
	id, err := f.NewStyle(s)
	if err != nil {
		return err
	}
	return f.SetCellStyle(sheet, "A9", "A9", id)
}

// Each rule can fail: the test detects a workbook that breaks it.
func TestGuidanceFindsFaults(t *testing.T) {
	e, opt := build(t, full(), stat.Hans, stat.En)
	opt.Profile = Published
	file := render(t, e, opt)
	spoil := spoilers()
	for _, rule := range guidanceRules() {
		f, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if spoil[rule.number] == nil {
			t.Errorf("rule %d: nothing breaks it", rule.number)
			continue
		}
		if err := spoil[rule.number](f); err != nil {
			t.Fatalf("rule %d: %v", rule.number, err)
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		if len(rule.faults(readWritten(t, out.Bytes()))) == 0 {
			t.Errorf("rule %d, %s: a workbook that breaks it passes", rule.number, rule.says)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A number format with a filler is a fault, wherever the filler stands in it.
func TestGuidanceFindsFillers(t *testing.T) {
	e, opt := build(t, full(), stat.Hans, stat.En)
	file := render(t, e, opt)
	if faults := fillers(readWritten(t, file)); len(faults) > 0 {
		t.Error(faults)
	}
	for _, code := range []string{"#,##0.00_0", "_-0", "* 0", "yyyy-mm-dd_)"} {
		f, err := excelize.OpenReader(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if err := restyle(f, "指标 Indicators", &excelize.Style{CustomNumFmt: &code}); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		if len(fillers(readWritten(t, out.Bytes()))) != 1 {
			t.Errorf("a workbook with the number format %q passes", code)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
