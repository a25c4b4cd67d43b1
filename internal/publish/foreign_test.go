package publish

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestForeignFilesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "2024")
	publish(t, dir, sample("one"))
	put(t, filepath.Join(dir, "notes.txt"), "mine")
	put(t, filepath.Join(dir, "letters", "2024", "draft.txt"), "mine too")
	if err := os.Symlink("notes.txt", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(filepath.Join(dir, "notes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	done := publish(t, dir, sample("two"))
	if diff := cmp.Diff([]string{"letters", "link", "notes.txt"}, done.Kept); diff != "" {
		t.Errorf("kept files differ (-want +got):\n%s", diff)
	}
	got := tree(t, dir)
	for name, want := range map[string]string{
		"notes.txt": "mine", "letters/2024/draft.txt": "mine too", "link": "notes.txt", "x-data.csv": "value\ntwo\n",
	} {
		if got[name] != want {
			t.Errorf("%s holds %q, want %q", name, got[name], want)
		}
	}
	if after, err := os.Stat(filepath.Join(dir, "notes.txt")); err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the time of a kept file changed: %v", err)
	}
	_, problems, err := Verify(dir)
	if err != nil || len(problems) != 3 || slices.ContainsFunc(problems, Problem.Fault) {
		t.Errorf("verify: %v, %v; want three notes", problems, err)
	}
}

// TestFolderForOutput makes sure that a person's folder is not taken for the output whose name it has.
func TestFolderForOutput(t *testing.T) {
	root, dir := scene(t, true)
	if err := os.Remove(filepath.Join(dir, "x-data.csv")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "x-data.csv", "sheet-1.csv"), "mine")
	before := tree(t, root)
	next := sample("two")
	if _, err := Publish(context.Background(), dir, next.manifest, next.files); !errors.Is(err, ErrForeign) {
		t.Errorf("error %v, want %v", err, ErrForeign)
	}
	if diff := cmp.Diff(before, tree(t, root)); diff != "" {
		t.Errorf("something changed:\n%s", diff)
	}
	next.files = next.files[1:]
	publish(t, dir, next)
	if got := tree(t, dir)["x-data.csv/sheet-1.csv"]; got != "mine" {
		t.Errorf("the file in the folder holds %q", got)
	}
}

// TestAnyHistory publishes random sets over random files of people's own; nothing of theirs may be lost.
func TestAnyHistory(t *testing.T) {
	names := []string{"a", "b", "c", "d"}
	base, run := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		run++
		dir := filepath.Join(base, strings.Repeat("x", run%50+1)+"-"+rapid.StringMatching(`[a-z]{8}`).Draw(r, "dir"))
		mine, ours := map[string]string{}, map[string]string{}
		for range rapid.IntRange(1, 6).Draw(r, "steps") {
			name := rapid.SampledFrom(names).Draw(r, "own file")
			if _, published := ours[name]; !published && len(ours) > 0 {
				mine[name] = rapid.StringN(0, 4, -1).Draw(r, "content")
				put(t, filepath.Join(dir, name), mine[name])
			}
			next := rapid.MapOfN(rapid.SampledFrom(names), rapid.StringN(0, 4, -1), 0, 3).Draw(r, "outputs")
			var files []File
			clash := false
			for _, n := range slices.Sorted(maps.Keys(next)) {
				files = append(files, File{Name: n, Data: []byte(next[n])})
				_, own := mine[n]
				clash = clash || own
			}
			_, err := Publish(context.Background(), dir, Manifest{}, files)
			if clash != errors.Is(err, ErrForeign) || !clash && err != nil {
				r.Fatalf("clash %v, error %v", clash, err)
			}
			if !clash {
				ours = next
			}
			if err != nil && len(ours) == 0 && len(mine) == 0 {
				continue
			}
			want := maps.Clone(mine)
			maps.Copy(want, ours)
			got := tree(r, dir)
			delete(got, ManifestName)
			if diff := cmp.Diff(want, got); diff != "" {
				r.Fatalf("the folder differs (-want +got):\n%s", diff)
			}
		}
	})
}

// TestWrittenMeanwhile lets a person save files between the survey and the exchange.
func TestWrittenMeanwhile(t *testing.T) {
	for _, plain := range []bool{false, true} {
		_, dir := scene(t, true)
		saved, swapped := "mine", false
		d := &faulty{disk: system{}, plain: plain, after: func(op string) {
			swapped = swapped || op == "exchange" || op == "rename"
			if op != "link" || swapped {
				return
			}
			saved += ", again"
			put(t, filepath.Join(dir, "late.txt"), "late")
			put(t, filepath.Join(dir, "letters", "late.txt"), "late too")
			// Editors write a new file and give it the old name.
			put(t, filepath.Join(dir, "tmp"), saved)
			if err := os.Rename(filepath.Join(dir, "tmp"), filepath.Join(dir, "notes.txt")); err != nil {
				t.Error(err)
			}
		}}
		done, err := publishOn(context.Background(), d, dir, sample("two"))
		if err != nil {
			t.Fatal(err)
		}
		got := tree(t, dir)
		for name, want := range map[string]string{
			"late.txt": "late", "letters/late.txt": "late too", "notes.txt": saved, "letters/draft.txt": "mine too",
			"x-data.csv": "value\ntwo\n",
		} {
			if got[name] != want {
				t.Errorf("plain %v: %s holds %q, want %q", plain, name, got[name], want)
			}
		}
		if len(done.Kept) != 3 {
			t.Errorf("kept %v", done.Kept)
		}
	}
}

// TestClashMeanwhile lets a person save a file with the name of a new output, after the survey.
func TestClashMeanwhile(t *testing.T) {
	root, dir := scene(t, true)
	next := sample("two")
	next.files[0].Name = "new.csv"
	d := &faulty{disk: system{}, after: func(op string) {
		if op == "workspace" {
			put(t, filepath.Join(dir, "new.csv"), "mine")
		}
	}}
	before := tree(t, root)
	before["example/2024/new.csv"] = "mine"
	if _, err := publishOn(context.Background(), d, dir, next); !errors.Is(err, ErrForeign) {
		t.Errorf("error %v, want %v", err, ErrForeign)
	}
	if diff := cmp.Diff(before, tree(t, root)); diff != "" {
		t.Errorf("something changed:\n%s", diff)
	}
}
