package export

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nianbao/internal/config"
	"nianbao/internal/publish"
)

// job exports a shipped area into a folder of the test's own.
func job(t *testing.T, env ...string) Job {
	t.Helper()
	env = append([]string{"NIANBAO_AREAS_DIR=../../config/areas", "NIANBAO_AREA=example", "NIANBAO_OUTPUT_DIR=" + t.TempDir()}, env...)
	c, err := config.Load(nil, env, "")
	if err != nil {
		t.Fatal(err)
	}
	return Job{Config: c}
}

func TestRunSteps(t *testing.T) {
	j := job(t)
	var steps []string
	j.Progress = func(step string) { steps = append(steps, step) }
	result, err := Run(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"load", "look back", "words", "fonts", "check", "hold errors", "build", "follow", "revise", "render", "hold files", "publish"}
	if !slices.Equal(steps, want) {
		t.Errorf("steps %q, want %q", steps, want)
	}
	if result.Period.String() != "2024" || len(result.Release.Manifest.Outputs) != 17 {
		t.Errorf("period %s with %d files, want 2024 with 17", result.Period, len(result.Release.Manifest.Outputs))
	}
}

// An interrupt at any step leaves nothing behind, and an edition published before as it was.
func TestInterrupt(t *testing.T) {
	j := job(t)
	if _, err := Run(context.Background(), j); err != nil {
		t.Fatal(err)
	}
	before := tree(t, j.Config.Output.Dir)
	for _, at := range []string{"load", "look back", "words", "fonts", "check", "hold errors", "build", "follow", "revise", "render", "hold files", "publish"} {
		ctx, cancel := context.WithCancel(context.Background())
		j.Epoch = time.Unix(1_800_000_000, 0) // other bytes than before
		j.Progress = func(step string) {
			if step == at {
				cancel()
			}
		}
		_, err := Run(ctx, j)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("interrupted at %q: error %v, want that of the context", at, err)
		}
		if after := tree(t, j.Config.Output.Dir); !slices.Equal(after, before) {
			t.Errorf("interrupted at %q: %q, want %q", at, after, before)
		}
		cancel()
	}
}

// tree lists files with their contents.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files = append(files, path+"="+publish.DigestOf(publish.File{Data: data}).SHA256)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// The manifest of one edition is the same wherever it is made: no path of the machine is in it.
func TestManifestIsPortable(t *testing.T) {
	var manifests [2]string
	for i := range manifests {
		result, err := Run(context.Background(), job(t))
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(result.Release.Dir, publish.ManifestName))
		if err != nil {
			t.Fatal(err)
		}
		manifests[i] = string(data)
	}
	if manifests[0] != manifests[1] {
		t.Error("two manifests of one edition differ")
	}
	if strings.Contains(manifests[0], os.TempDir()) {
		t.Error("the manifest holds a path of this machine")
	}
}

// changedAreas copies the example area and changes one figure.
func changedAreas(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "example"), os.DirFS("../../config/areas/example")); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "example", "2024.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), "level: 18250", "level: 18520", 1)
	if text == string(data) {
		t.Fatal("the example area no longer has the figure this test changes")
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// A fault of the program in one area lets go of the area's lock: who does many areas goes on.
func TestPanicUnlocks(t *testing.T) {
	j := job(t)
	j.Progress = func(step string) {
		if step == "build" {
			panic("no such figure")
		}
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic is lost")
			}
		}()
		_, _ = Edition(context.Background(), j)
	}()
	if left := tree(t, j.Config.Output.Dir); len(left) > 0 {
		t.Errorf("%q are left", left)
	}
}

// Editions of a batch wait for each other in its rounds, also for those that are still being made; what has nothing to
// publish is not waited for.
func TestEditionsWaitTogether(t *testing.T) {
	rounds := publish.NewRounds(3)
	coming := rounds.Begin()
	results := make(chan error, 2)
	jobs := []Job{job(t, "NIANBAO_FORMATS=csv"), job(t, "NIANBAO_FORMATS=csv")}
	for _, j := range jobs {
		j.Rounds = rounds
		go func() {
			_, err := Edition(context.Background(), j)
			results <- err
		}()
	}
	select {
	case <-results:
		t.Fatal("an edition is done, although one that has begun could still come")
	case <-time.After(200 * time.Millisecond):
	}
	coming()
	for range jobs {
		select {
		case err := <-results:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(20 * time.Second):
			t.Fatal("an edition waits for nobody")
		}
	}
	again := jobs[0]
	again.Rounds = publish.NewRounds(2)
	if result, err := Edition(context.Background(), again); err != nil || !result.Unchanged {
		t.Fatalf("%+v, %v; want an edition that has not changed", result, err)
	}
	other := job(t, "NIANBAO_FORMATS=csv")
	other.Rounds = again.Rounds
	if _, err := Edition(context.Background(), other); err != nil {
		t.Error(err)
	}
}
