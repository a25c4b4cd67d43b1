package export

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"nianbao/internal/xlsxread"
)

// nextSaid is the day of the next edition, as the workbook's cover and the manifest have it.
func nextSaid(t *testing.T, r *Result) (cover, manifest string) {
	t.Helper()
	for _, s := range r.Release.Manifest.Configuration {
		if s.Key == "next_edition" {
			manifest = s.Value
		}
	}
	books, err := filepath.Glob(filepath.Join(r.Release.Dir, "*-workbook.xlsx"))
	if err != nil || len(books) == 0 {
		return "", manifest
	}
	file, err := os.ReadFile(books[0])
	if err != nil {
		t.Fatal(err)
	}
	book, err := xlsxread.Read(file, func(name string) bool { return name == "Cover" })
	if err != nil || len(book.Sheets) != 1 {
		t.Fatalf("%d covers, %v", len(book.Sheets), err)
	}
	for _, row := range book.Sheets[0].Rows {
		if row[0] == "Next edition due" {
			cover = row[1]
		}
	}
	return cover, manifest
}

// scheduled gives a copy of the areas in which the example says this of its schedule, or nothing.
func scheduled(t *testing.T, own string) string {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "example", "area.yaml")
	if err := os.CopyFS(dir, os.DirFS("../../config/areas")); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data = regexp.MustCompile(`(?m)^schedule: .*\n`).ReplaceAll(data, []byte(own))
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return "NIANBAO_AREAS_DIR=" + dir
}

// The workbook says when the next edition is due if a schedule is set and has one.
func TestNextEdition(t *testing.T) {
	none, years, last := scheduled(t, ""), scheduled(t, "schedule: {periods: years}\n"), scheduled(t, "schedule: {last: 2024}\n")
	for _, tt := range []struct {
		env             []string
		cover, manifest string
	}{
		{nil, "", ""},
		{[]string{years}, "", ""},
		{[]string{years, "NIANBAO_SCHEDULE_DUE=15"}, "15 January 2026", "2026-01-15"},
		{[]string{last, "NIANBAO_SCHEDULE_DUE=15"}, "", ""},
		{[]string{last, "NIANBAO_SCHEDULE_DUE=15", "NIANBAO_PERIOD=2024-Q3"}, "15 January 2025", "2025-01-15"},
		{[]string{"NIANBAO_SCHEDULE_DUE=15"}, "15 April 2025", "2025-04-15"},
		{[]string{"NIANBAO_SCHEDULE_DUE=15", "NIANBAO_PERIOD=2024-Q1"}, "15 July 2024", "2024-07-15"},
		{[]string{"NIANBAO_SCHEDULE_PERIODS=years"}, "1 January 2026", "2026-01-01"},
		{[]string{"NIANBAO_SCHEDULE_PERIODS=years", "NIANBAO_PERIOD=2024-Q1"}, "", ""},
		{[]string{"NIANBAO_SCHEDULE_FIRST=2026-Q1"}, "", ""},
		{[]string{"NIANBAO_SCHEDULE_DUE=15", "NIANBAO_STATUS=draft"}, "15 April 2025", "2025-04-15"},
		{[]string{"NIANBAO_SCHEDULE_DUE=15", "NIANBAO_FORMATS=csv"}, "", "2025-04-15"},
		{[]string{"NIANBAO_SCHEDULE_DUE=15", "NIANBAO_FORMATS=sdmx-csv"}, "", ""},
	} {
		env := append([]string{none, "NIANBAO_FORMATS=xlsx", "NIANBAO_LANGUAGES=en"}, tt.env...)
		if cover, manifest := nextSaid(t, export(t, job(t, env...))); cover != tt.cover || manifest != tt.manifest {
			t.Errorf("%s: the cover has %q and the manifest %q, want %q and %q", tt.env, cover, manifest, tt.cover, tt.manifest)
		}
	}
}

// Another day of the next edition makes another build of the release; what does not move it makes none.
func TestNextEditionInBuilds(t *testing.T) {
	none := scheduled(t, "")
	first := job(t, none, "NIANBAO_FORMATS=xlsx")
	var names []string
	for _, env := range []string{"NIANBAO_SCHEDULE_DUE=1", "NIANBAO_SCHEDULE_DUE=15", "NIANBAO_SCHEDULE_DEADLINE=30", "NIANBAO_SCHEDULE_HOLIDAYS=2025-04-01"} {
		names = append(names, export(t, with(t, first, "NIANBAO_FORMATS=xlsx", env)).Release.Manifest.Name())
	}
	if want := []string{"r1", "r1.2", "r1.3", "r1.4"}; !slices.Equal(names, want) {
		t.Errorf("builds %q, want %q", names, want)
	}
	set := with(t, first, "NIANBAO_FORMATS=xlsx", "NIANBAO_SCHEDULE_HOLIDAYS=2025-04-01", "NIANBAO_SCHEDULE_DEADLINE=40")
	if again := export(t, set); !again.Unchanged {
		t.Error("another deadline makes another build")
	}
	days := map[string]bool{}
	for _, epoch := range []int64{1_700_000_000, 1_800_000_000} {
		j := with(t, first, "NIANBAO_FORMATS=xlsx", "NIANBAO_SCHEDULE_DUE=15", "NIANBAO_RELEASE_DATE=2025-02-03")
		j.Epoch = time.Unix(epoch, 0)
		for _, s := range export(t, j).Release.Manifest.Configuration {
			if s.Key == "next_edition" {
				days[s.Value] = true
			}
		}
	}
	if !maps.Equal(days, map[string]bool{"2025-04-15": true}) {
		t.Errorf("the next edition is due on %v, want the same day at any time", days)
	}
}
