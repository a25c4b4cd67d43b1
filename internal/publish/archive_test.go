package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReleases(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "example", "2024")
	if past, err := Releases(dir); err != nil || len(past) != 0 {
		t.Errorf("before the first release: %v, %v", past, err)
	}
	publish(t, dir, numbered(1, "one"))
	put(t, filepath.Join(dir, "notes.txt"), "mine")
	put(t, filepath.Join(dir, "letters", "draft.txt"), "mine too")
	first := tree(t, dir)
	reader, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	publish(t, dir, numbered(2, "two"))
	publish(t, dir, numbered(2, "two, mended"))
	publish(t, dir, numbered(3, "three"))
	wholeHistory(t, dir, 3)

	// A reader of the first release still has it.
	data, err := reader.ReadFile("x-data.csv")
	if err != nil || string(data) != "value\none\n" {
		t.Errorf("the first release through the old handle: %q, %v", data, err)
	}
	// It is kept as it was, and people's own files go with the published one.
	for _, own := range []string{"notes.txt", "letters", "letters/draft.txt"} {
		if tree(t, dir)[own] != first[own] {
			t.Errorf("%s is not with the published release", own)
		}
		delete(first, own)
	}
	kept := filepath.Join(root, "example", "releases", "2024")
	if diff := cmp.Diff(first, tree(t, filepath.Join(kept, "r1"))); diff != "" {
		t.Errorf("the first release changed (-was +is):\n%s", diff)
	}
	if got := tree(t, filepath.Join(kept, "r2"))["x-data.csv"]; got != "value\ntwo, mended\n" {
		t.Errorf("the second release has %q", got)
	}
	r := numbered(2, "late")
	if _, err := Publish(context.Background(), dir, r.manifest, r.files); err == nil {
		t.Error("release 2 was published over release 3")
	}
}

// What is in the place of a kept release is not replaced, unless it is that release.
func TestTakenPlace(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "2024")
	publish(t, dir, numbered(1, "one"))
	place := filepath.Join(root, "releases", "2024", "r1")
	if err := os.CopyFS(place, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	publish(t, dir, numbered(2, "two"))
	wholeHistory(t, dir, 2)

	put(t, filepath.Join(root, "releases", "2024", "r2", "file"), "mine")
	before := tree(t, root)
	r := numbered(3, "three")
	if _, err := Publish(context.Background(), dir, r.manifest, r.files); !errors.Is(err, ErrTaken) {
		t.Errorf("error %v, want %v", err, ErrTaken)
	}
	if diff := cmp.Diff(before, tree(t, root)); diff != "" {
		t.Errorf("something changed:\n%s", diff)
	}
}

// died is what a run panics with that ends at once, as one that is killed.
type died struct{}

// TestDiesAnywhere ends a run right after each change to the disk; what is left is mended, and nothing is lost.
func TestDiesAnywhere(t *testing.T) {
	for _, plain := range []bool{false, true} {
		for n := 1; ; n++ {
			root := t.TempDir()
			dir := filepath.Join(root, "2024")
			publish(t, dir, numbered(1, "one"))
			publish(t, dir, numbered(2, "two"))
			put(t, filepath.Join(dir, "notes.txt"), "mine")
			name := fmt.Sprintf("plain %v, change %d", plain, n)
			finished := dieAfter(t, dir, plain, n)
			if err := Mend(dir); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			wholeHistory(t, dir, 2)
			if got := tree(t, dir)["notes.txt"]; got != "mine" {
				t.Errorf("%s: notes.txt holds %q", name, got)
			}
			if left := leftovers(t, dir); len(left) > 0 {
				t.Errorf("%s: left behind: %v", name, left)
			}
			publish(t, dir, numbered(3, "three"))
			wholeHistory(t, dir, 3)
			if t.Failed() || finished {
				break
			}
		}
	}
}

// dieAfter publishes a third release and dies after a number of changes, or finishes before.
func dieAfter(t *testing.T, dir string, plain bool, changes int) (finished bool) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil && r != (died{}) {
			panic(r)
		}
	}()
	d := &faulty{disk: system{}, plain: plain}
	d.after = func(string) {
		if d.done == changes {
			panic(died{})
		}
	}
	r := numbered(3, "three")
	if _, err := publishOn(context.Background(), d, dir, r); err != nil {
		t.Fatal(err)
	}
	return true
}
