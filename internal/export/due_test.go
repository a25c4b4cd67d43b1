package export

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// due does all that is due, and gives what became of it: "2024-Q1 published, 2024-H1 published".
func due(ctx context.Context, j Job, now time.Time) (*DueResult, string, error) {
	var all []string
	result, err := Due(ctx, DueJob{Job: j, Now: now, Tell: func(o Owed) { all = append(all, fmt.Sprintf("%s %s", o.Period, o.Outcome)) }})
	return result, strings.Join(all, ", "), err
}

// An interrupted run keeps what it has published, lets go of the lock, and the next one goes on from there.
func TestDueInterrupted(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv")
	now := time.Date(2025, 1, 3, 0, 0, 0, 0, time.UTC)
	for _, at := range []string{"load", "render"} {
		ctx, cancel := context.WithCancel(context.Background())
		loads := 0
		one := j
		one.Progress = func(step string) {
			if step == "load" {
				loads++
			}
			if step == at && loads == 2 {
				cancel()
			}
		}
		result, got, err := due(ctx, one, now)
		cancel()
		if !errors.Is(err, context.Canceled) || result == nil {
			t.Fatalf("%s: result %v, error %v; want those of an interrupted run", at, result, err)
		}
		if !strings.HasPrefix(got, "2024-Q1 ") || strings.Contains(got, "2024-Q3") || strings.Contains(got, "failed") {
			t.Errorf("%s: %s; want the first edition without the third", at, got)
		}
	}
	_, got, err := due(context.Background(), j, now)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got, "2024-Q1 unchanged, 2024-H1 ") || !strings.HasSuffix(got, "2024-Q3 published, 2024 published") {
		t.Errorf("the run after it: %s", got)
	}
}

// With nothing to do a run does not come past looking back at any edition.
func TestDueIsCheap(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv")
	now := time.Date(2025, 1, 3, 0, 0, 0, 0, time.UTC)
	if _, _, err := due(context.Background(), j, now); err != nil {
		t.Fatal(err)
	}
	before := tree(t, j.Config.Output.Dir)
	j.Progress = func(step string) {
		if step != "load" && step != "look back" {
			t.Errorf("step %q", step)
		}
	}
	_, got, err := due(context.Background(), j, now.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if got != "2024-Q1 unchanged, 2024-H1 unchanged, 2024-Q3 unchanged, 2024 unchanged" {
		t.Error(got)
	}
	if after := tree(t, j.Config.Output.Dir); !slices.Equal(after, before) {
		t.Errorf("the output has changed: %q, want %q", after, before)
	}
}

// Damage is seen in files that an earlier run has read, also where sizes and times of contents are as they were.
func TestDueSeesDamage(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv")
	now := time.Now().Add(time.Hour)
	file := filepath.Join(j.Config.Output.Dir, "example", "2024-Q1", "example-2024-Q1-data.csv")
	for i, want := range []string{"published", "unchanged", "unchanged", "repaired", "unchanged"} {
		if want == "repaired" {
			info, err := os.Stat(file)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			data[len(data)/2] ^= 1
			if err := errors.Join(os.WriteFile(file, data, 0o644), os.Chtimes(file, info.ModTime(), info.ModTime())); err != nil {
				t.Fatal(err)
			}
		}
		if _, got, err := due(context.Background(), j, now); err != nil || !strings.HasPrefix(got, "2024-Q1 "+want) {
			t.Errorf("run %d: %s, %v; want %s", i, got, err, want)
		}
	}
}

// Editions whose area has got later files since they were made are looked at in full once, and are then known to say the same.
func TestDueKnowsWhatLaterFilesLeave(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv")
	from, areas := filepath.Join(j.Config.AreasDir, "example"), t.TempDir()
	to := filepath.Join(areas, "example")
	copyFile := func(name string) {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(from, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(to, name), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(to, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"area.yaml", "indicators.yaml", "projects.yaml"} {
		copyFile(name)
	}
	j.Config.AreasDir = areas
	now := time.Date(2025, 1, 3, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"2024-Q1.yaml", "2024-H1.yaml", "2024-Q3.yaml"} {
		copyFile(name)
		if _, _, err := due(context.Background(), j, now); err != nil {
			t.Fatal(err)
		}
	}
	loads := 0
	j.Progress = func(step string) {
		if step == "load" {
			loads++
		}
	}
	for run, want := range []int{2, 0, 0} { // the third quarter was made from all files
		loads = 0
		_, got, err := due(context.Background(), j, now.Add(time.Duration(run+1)*time.Hour))
		if err != nil || !strings.HasPrefix(got, "2024-Q1 unchanged, 2024-H1 unchanged, 2024-Q3 unchanged") {
			t.Fatalf("run %d: %s, %v", run, got, err)
		}
		if loads > want {
			t.Errorf("run %d: %d editions are loaded, want %d", run, loads, want)
		}
	}
	// A change in a file is seen, and what comes of it.
	data, err := os.ReadFile(filepath.Join(to, "2024-Q3.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(to, "2024-Q3.yaml"), append(data, "# a remark\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := due(context.Background(), j, now.Add(5*time.Hour)); err != nil || loads == 0 {
		t.Errorf("a changed file is not looked at: %d loads, %v", loads, err)
	}
}
