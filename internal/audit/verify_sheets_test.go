package audit

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
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
		"value":    {"xl/worksheets/sheet4.", "<v>1576.62</v>", "<v>1576.26</v>", "sheet of indicators"},
		"key":      {"xl/worksheets/sheet3.", "<v>277.28</v>", "<v>272.78</v>", "sheet of key: growth 272.78 of trade is that of no fact"},
		"growth":   {"xl/worksheets/sheet4.", "<v>277.28</v>", "<v>272.78</v>", "growth 272.78 of trade is that of no fact"},
		"left out": {"xl/worksheets/sheet4.", "<v>277.28</v>", "", "growth 277.28 of trade is not shown"},
		"money":    {"xl/worksheets/sheet6.", "<v>668000000</v>", "<v>66800000</v>", "total_investment 66800000 of israel-project is that of no fact"},
		"implied":  {"xl/worksheets/sheet11.", "<v>2.47</v>", "<v>2.74</v>", "implied 2.74 of fixed-asset-investment is that of no fact"},
		"codebook": {"xl/sharedStrings", "indicators.value", "indicators.growth", "it is listed twice, or has no name"},
	} {
		t.Run(name, func(t *testing.T) {
			result := released(t, job(t, "NIANBAO_AREA=saibei", "NIANBAO_FORMATS=xlsx,csv,json"))
			rewrite(t, filepath.Join(result.Release.Dir, "saibei-2023-workbook.xlsx"), tt.part, tt.old, tt.with)
			reseal(t, result.Release.Dir)
			finds(t, verified(t, result.Release.Dir), "saibei-2023-workbook.xlsx", tt.want)
		})
	}
}

// A briefing with another workbook inside than the one beside it is found out.
func TestVerifyAttachments(t *testing.T) {
	var dirs []string
	for _, profile := range []string{"working", "published"} {
		dirs = append(dirs, released(t, job(t, "NIANBAO_WORKBOOK_PROFILE="+profile)).Release.Dir)
	}
	const briefing = "example-2024-briefing.pdf"
	data, err := os.ReadFile(filepath.Join(dirs[0], briefing))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dirs[1], briefing), data, 0o644); err != nil {
		t.Fatal(err)
	}
	reseal(t, dirs[1])
	v := verified(t, dirs[1])
	want := []string{
		briefing + ": the attached example-2024-workbook.xlsx is not the published one",
		"example-2024-dataset.jsonld: the listed " + briefing + " is not the published one",
	}
	if !slices.Equal(inEnglish(v.Disagrees), want) {
		t.Errorf("disagreements %q, want %q", v.Disagrees, want)
	}
}

// zipPart is the part of a workbook whose name begins so.
func zipPart(t *testing.T, path, part string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, part) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	t.Fatalf("no part %s*", part)
	return ""
}
