package export

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nianbao/internal/locale"
	"nianbao/internal/tidy"
)

// rewrite changes a text in the parts of a workbook whose name begins so; it fails if none has the text.
func rewrite(t *testing.T, path, part, old, with string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	found := false
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, part) && bytes.Contains(data, []byte(old)) {
			found = true
			data = bytes.Replace(data, []byte(old), []byte(with), 1)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if !found {
		t.Fatalf("no part %s* has %q", part, old)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// verify finds a number that was changed on any sheet that people read, also one that a formula gives.
func TestVerifySheets(t *testing.T) {
	for name, tt := range map[string]struct{ part, old, with, want string }{
		"value":    {"xl/worksheets/sheet3.", "<v>1576.62</v>", "<v>1576.26</v>", "sheet of indicators"},
		"growth":   {"xl/worksheets/sheet3.", "<v>277.28</v>", "<v>272.78</v>", "growth 272.78 of trade is that of no fact"},
		"left out": {"xl/worksheets/sheet3.", "<v>277.28</v>", "", "growth 277.28 of trade is not shown"},
		"money":    {"xl/worksheets/sheet5.", "<v>668000000</v>", "<v>66800000</v>", "total-investment 66800000 of israel-project is that of no fact"},
		"implied":  {"xl/worksheets/sheet9.", "<v>2.472</v>", "<v>2.427</v>", "implied 2.427 of fixed-asset-investment is that of no fact"},
		"header":   {"xl/sharedStrings", "数值（见单位） Value (see unit)", "数值", "no column"},
	} {
		t.Run(name, func(t *testing.T) {
			result, err := Run(context.Background(), job(t, "NIANBAO_AREA=saibei", "NIANBAO_FORMATS=xlsx,csv,json"))
			if err != nil {
				t.Fatal(err)
			}
			rewrite(t, filepath.Join(result.Release.Dir, "saibei-2023-workbook.xlsx"), tt.part, tt.old, tt.with)
			v, err := Verify(result.Release.Dir)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(v.Disagrees, func(s string) bool {
				return strings.HasPrefix(s, "saibei-2023-workbook.xlsx: ") && strings.Contains(s, tt.want)
			}) {
				t.Errorf("disagreements %q, want one with %q", v.Disagrees, tt.want)
			}
		})
	}
}

// A briefing with another workbook inside than the one beside it is found out.
func TestVerifyAttachments(t *testing.T) {
	var dirs []string
	for _, profile := range []string{"working", "published"} {
		result, err := Run(context.Background(), job(t, "NIANBAO_WORKBOOK_PROFILE="+profile))
		if err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, result.Release.Dir)
	}
	const briefing = "example-2024-briefing.pdf"
	data, err := os.ReadFile(filepath.Join(dirs[0], briefing))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dirs[1], briefing), data, 0o644); err != nil {
		t.Fatal(err)
	}
	v, err := Verify(dirs[1])
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{briefing + ": the attached example-2024-workbook.xlsx is not the published one"}; !slices.Equal(v.Disagrees, want) {
		t.Errorf("disagreements %q, want %q", v.Disagrees, want)
	}
}

// The workbook explains every column of the CSV files, and every code that can stand in one.
func TestCodebookIsComplete(t *testing.T) {
	result, err := Run(context.Background(), job(t, "NIANBAO_FORMATS=xlsx,csv"))
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(filepath.Join(result.Release.Dir, "example-2024-workbook.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	r, err := z.Open("xl/sharedStrings.xml")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	explained := func(what string) {
		t.Helper()
		if !strings.Contains(string(texts), ">"+what+"</t>") {
			t.Errorf("%q is not in the codebook", what)
		}
	}
	files, err := filepath.Glob(filepath.Join(result.Release.Dir, "*.csv"))
	if err != nil || len(files) < 6 {
		t.Fatalf("tables %q, %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		table, err := tidy.ReadTable(strings.TrimSuffix(file[strings.LastIndex(file, "-")+1:], ".csv"), data)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range table.Columns {
			explained(c.Name)
			for _, code := range locale.CodeList(c.Codes) {
				explained(code)
			}
		}
	}
}
