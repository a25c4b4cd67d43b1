package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// plantedError is an error as people make it: a text of the county's files, exchanged for another one.
type plantedError struct{ name, file, text, wrong string }

func readPlanted(t *testing.T, name string) []plantedError {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/planted", name))
	if err != nil {
		t.Fatal(err)
	}
	var list []plantedError
	lines := strings.NewReplacer(`\n`, "\n")
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 4 {
			t.Fatalf("%s: %q has %d cells", name, line, len(cells))
		}
		list = append(list, plantedError{cells[0], cells[1], lines.Replace(cells[2]), lines.Replace(cells[3])})
	}
	return list
}

// plantable is a copy of the sample county, with two sentences and two projects of its own.
func plantable(t *testing.T) string {
	t.Helper()
	areas := t.TempDir()
	if err := os.CopyFS(areas, os.DirFS("../../config/areas")); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(areas, "tongjian")
	for part, name := range map[string]string{"sentences.yaml": "2022.text.yaml", "figures.yaml": "2022.yaml", "projects.yaml": "projects.yaml"} {
		text, err := os.ReadFile(filepath.Join("testdata/planted", part))
		if err != nil {
			t.Fatal(err)
		}
		before, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), append(before, text...), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return areas
}

// checked lists what the checks find in an area, notes and what its keepers accept apart.
func checked(t *testing.T, areas, area, period string) []tidy.Finding {
	t.Helper()
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_AREA="+area, "NIANBAO_PERIOD="+period)
	c, err := Check(t.Context(), j)
	if err != nil {
		t.Fatalf("%s %s: %v", area, period, err)
	}
	var list []tidy.Finding
	for _, f := range c.Findings {
		if f.Severity != stat.Note && f.Accepted == nil {
			list = append(list, f)
		}
	}
	return list
}

// saying is what tells a finding from others: its rule and words.
func saying(f tidy.Finding) string {
	return string(f.Severity) + " " + f.Rule + ": " + f.Message[stat.En]
}

// plant lists what is found of an error beyond what is found without it.
func (e plantedError) plant(t *testing.T, areas string, before map[string]bool) []string {
	t.Helper()
	path := filepath.Join(areas, "tongjian", e.file)
	right, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(right), e.text) != 1 {
		t.Fatalf("%s: %q stands %d times in %s", e.name, e.text, strings.Count(string(right), e.text), e.file)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(right), e.text, e.wrong, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range checked(t, areas, "tongjian", "2022") {
		if !before[saying(f)] {
			found = append(found, saying(f))
		}
	}
	if err := os.WriteFile(path, right, 0o666); err != nil {
		t.Fatal(err)
	}
	return found
}

// The checks find errors that were planted in the county, and say so of nothing else: -v prints what they find of each.
func TestPlantedErrors(t *testing.T) {
	areas := plantable(t)
	before := map[string]bool{}
	for _, f := range checked(t, areas, "tongjian", "2022") {
		before[saying(f)] = true
	}
	for _, list := range []struct {
		file  string
		least int
	}{{"errors.tsv", 40}, {"more.tsv", 28}} {
		found := 0
		all := readPlanted(t, list.file)
		for _, e := range all {
			says := e.plant(t, areas, before)
			if len(says) > 0 {
				found++
				t.Logf("found      %s\n    %s", e.name, strings.Join(says, "\n    "))
			} else {
				t.Logf("not found  %s", e.name)
			}
		}
		t.Logf("%s: planted %d, found %d", list.file, len(all), found)
		if found < list.least {
			t.Errorf("%s: %d of %d found, want %d", list.file, found, len(all), list.least)
		}
	}
}

// What is found in data as they are: nothing that blocks, and a warning in at most one of fifty figures.
func TestFalseAlarms(t *testing.T) {
	const areas = "../../config/areas"
	folders, err := os.ReadDir(areas)
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		figures, blocking, warnings := 0, 0, 0
		for _, period := range editionsOf(t, filepath.Join(areas, folder.Name())) {
			figures += countFigures(t, folder.Name(), period)
			for _, f := range checked(t, areas, folder.Name(), period) {
				t.Logf("%s %s: %s", folder.Name(), period, saying(f))
				if f.Severity == stat.Error {
					blocking++
				} else {
					warnings++
				}
			}
		}
		t.Logf("%-9s figures %4d, errors %d, warnings %d: %.1f in a thousand figures", folder.Name(), figures, blocking, warnings, 1000*float64(blocking+warnings)/float64(figures))
		if blocking > 0 || 50*warnings > figures {
			t.Errorf("%s: errors %d, warnings %d", folder.Name(), blocking, warnings)
		}
	}
}

// editionsOf lists the periods that an area has files of.
func editionsOf(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "20*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, path := range files {
		if name := strings.TrimSuffix(filepath.Base(path), ".yaml"); !strings.Contains(name, ".") {
			list = append(list, name)
		}
	}
	return list
}

// countFigures counts the facts of an edition.
func countFigures(t *testing.T, area, period string) int {
	t.Helper()
	r := &run{Job: job(t, "NIANBAO_AREA="+area, "NIANBAO_PERIOD="+period)}
	if err := r.load(t.Context()); err != nil {
		t.Fatal(err)
	}
	data, _ := r.data.Data(r.period)
	return len(data.Facts)
}
