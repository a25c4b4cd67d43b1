package export

import (
	"archive/zip"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// vintage is what the package and a row of the data say of the release that they are of.
func vintage(t *testing.T, dir, fact string) map[string]string {
	t.Helper()
	var p struct{ Version, Created string }
	data, err := os.ReadFile(filepath.Join(dir, "example-2024-datapackage.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, "example-2024-data.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{"version": p.Version, "created": p.Created}
	for _, row := range rows {
		if row[0] == fact {
			for _, column := range []string{"edition", "release", "released", "revised"} {
				said[column] = row[slices.Index(rows[0], column)]
			}
		}
	}
	return said
}

// The files tell releases apart, builds of one release by the package alone, and have no date where none is known.
func TestVintage(t *testing.T) {
	areas := t.TempDir()
	if err := os.CopyFS(filepath.Join(areas, "example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_FORMATS=csv,xlsx")
	const fact = "broadband-households.level@2024"
	for _, step := range []struct {
		name, old, new string
		env            []string
		want           string
	}{
		{"the first", "", "", nil, "2024 1  false r1 "},
		{"another build", "", "", []string{"NIANBAO_LANGUAGES=en,zh-Hans"}, "2024 1  false r1.2 "},
		{"another figure", "18250", "18520", []string{"NIANBAO_LANGUAGES=en,zh-Hans", "NIANBAO_RELEASE_DATE=2025-03-01"}, "2024 2 2025-03-01 true r2 2025-03-01T00:00:00Z"},
		{"a draft", "", "", []string{"NIANBAO_STATUS=draft", "NIANBAO_RELEASE_DATE=2025-03-01"}, "2024  2025-03-01 false draft 2025-03-01T00:00:00Z"},
	} {
		path := filepath.Join(areas, "example", "2024.yaml")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(data), step.old, step.new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		again := with(t, j, append([]string{"NIANBAO_FORMATS=csv,xlsx"}, step.env...)...)
		dir := export(t, again).Release.Dir
		s := vintage(t, dir, fact)
		if got := strings.Join([]string{s["edition"], s["release"], s["released"], s["revised"], s["version"], s["created"]}, " "); got != step.want {
			t.Errorf("%s: %q, want %q", step.name, got, step.want)
		}
		core := string(unzipped(t, filepath.Join(dir, "example-2024-workbook.xlsx"), "docProps/core.xml"))
		if dated := strings.Contains(core, "dcterms:created"); dated != (s["created"] != "") {
			t.Errorf("%s: the workbook has a date: %v", step.name, dated)
		}
		if r := export(t, again); !r.Unchanged {
			t.Errorf("%s: the same again is not unchanged", step.name)
		}
	}
}

// unzipped is a file in an archive.
func unzipped(t *testing.T, archive, name string) []byte {
	t.Helper()
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	data, err := fs.ReadFile(z, name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
