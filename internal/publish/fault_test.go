package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// scene is an output folder with, or without, a release and a person's files in it.
func scene(t *testing.T, published bool) (root, dir string) {
	t.Helper()
	root = t.TempDir()
	dir = filepath.Join(root, "example", "2024")
	if published {
		publish(t, dir, sample("one"))
		put(t, filepath.Join(dir, "notes.txt"), "mine")
		put(t, filepath.Join(dir, "letters", "draft.txt"), "mine too")
	}
	return root, dir
}

// TestEveryFailure makes each change to the disk fail in turn, of a release that waits alone and of one in rounds.
func TestEveryFailure(t *testing.T) {
	for _, on := range []disk{system{}, gathering{rounds: NewRounds(1)}} {
		for _, published := range []bool{false, true} {
			for _, plain := range []bool{false, true} {
				everyFailure(t, on, published, plain, 1)
			}
		}
		everyFailure(t, on, true, false, 2)
		everyFailure(t, on, true, true, 2)
	}
}

// everyFailure publishes as a number, over the first release if one is published.
func everyFailure(t *testing.T, on disk, published, plain bool, number int) {
	seen := map[string]bool{}
	for n := 1; ; n++ {
		root, dir := scene(t, published)
		before := tree(t, root)
		d := &faulty{disk: on, plain: plain, fail: func(i int, _ string) bool { return i == n }}
		_, err := publishOn(context.Background(), d, dir, numbered(number, "two"))
		if len(d.fired) == 0 {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		seen[d.fired[0]] = true
		name := fmt.Sprintf("on %T, published %v, plain %v, change %d (%s)", on, published, plain, n, d.fired[0])
		afterFailure(t, name, root, before, d.fired[0], err)
		publish(t, dir, numbered(number, "three"))
		if number > 1 {
			wholeHistory(t, dir, number)
		}
		if left := leftovers(t, dir); len(left) > 0 {
			t.Errorf("%s: the next run left %v", name, left)
		}
	}
	for _, op := range []string{"mkdirall", "workspace", "mkdir", "write", "sync", "remove"} {
		if !seen[op] {
			t.Errorf("published %v, plain %v: %s was never made to fail", published, plain, op)
		}
	}
	if published && (!seen["link"] || seen["exchange"] == plain || seen["rename"] != (plain || number > 1)) {
		t.Errorf("plain %v: failures tried are %v", plain, seen)
	}
}

// Before a release is exchanged the disk has its files, people's folders in it and the room for the one before; then the
// exchange; then that one in its room.
func TestOrderOfWaiting(t *testing.T) {
	root, dir := scene(t, true)
	put(t, filepath.Join(dir, "letters", "old", "first.txt"), "mine as well")
	var order []string
	d := &faulty{disk: system{}, after: func(op string) {
		if op == "sync" || op == "exchange" || op == "rename" {
			order = append(order, op)
		}
	}}
	if _, err := publishOn(context.Background(), d, dir, numbered(2, "two")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"sync", "exchange", "sync", "rename", "sync"}, order); diff != "" {
		t.Errorf("order: %s", diff)
	}
	var waits []string
	for _, s := range d.synced {
		for _, folder := range s.folders {
			rel, err := filepath.Rel(root, folder)
			if err != nil {
				t.Fatal(err)
			}
			if at := strings.Index(rel, ".staging-"); at >= 0 {
				rel = rel[:at] + rel[at+strings.Index(rel[at:], string(filepath.Separator)):]
			}
			waits = append(waits, filepath.ToSlash(rel))
		}
		waits = append(waits, fmt.Sprint(s.files))
	}
	want := []string{
		"example/releases", "example", "example/.2024/new/letters/old", "example/.2024/new/letters", ".", "example/.2024/new", "3",
		"example", "0",
		"example/releases/2024", "0",
	}
	if diff := cmp.Diff(want, waits); diff != "" {
		t.Errorf("folders, and how many files: %s", diff)
	}
}

// afterFailure checks that all is as before, and no trace is left; only what could not be removed is.
func afterFailure(t *testing.T, name, root string, before map[string]string, op string, err error) {
	t.Helper()
	if op == "remove" {
		if err != nil {
			t.Errorf("%s: %v, although the release is published", name, err)
		}
		return
	}
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(Hint(err), "free space") {
		t.Errorf("%s: error %v with hint %q", name, err, Hint(err))
	}
	if diff := cmp.Diff(before, tree(t, root)); diff != "" {
		t.Errorf("%s: something changed:\n%s", name, diff)
	}
}

func leftovers(t *testing.T, dir string) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(filepath.Dir(dir), ".*"))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// TestStranded makes the way back fail too; the next run puts the release back before it does anything.
func TestStranded(t *testing.T) {
	_, dir := scene(t, true)
	renamed := 0
	d := &faulty{disk: system{}, plain: true, fail: func(_ int, op string) bool {
		if op == "rename" {
			renamed++
		}
		return op == "rename" && renamed > 1
	}}
	_, err := publishOn(context.Background(), d, dir, sample("two"))
	if err == nil || !strings.Contains(err.Error(), "the earlier release back failed, it is in") || exists(dir) {
		t.Fatalf("error %v, folder there %v", err, exists(dir))
	}
	clash := sample("three")
	clash.files[0].Name = "notes.txt"
	if _, err := Publish(context.Background(), dir, clash.manifest, clash.files); !errors.Is(err, ErrForeign) {
		t.Errorf("error %v, want %v", err, ErrForeign)
	}
	got := tree(t, dir)
	if got["notes.txt"] != "mine" || got["letters/draft.txt"] != "mine too" || got["x-data.csv"] != "value\none\n" {
		t.Errorf("the release was not put back: %v", got)
	}
}

func TestCancelled(t *testing.T) {
	for _, published := range []bool{false, true} {
		for _, op := range []string{"", "workspace", "mkdir", "write", "link", "sync"} {
			if op == "link" && !published {
				continue
			}
			root, dir := scene(t, published)
			before := tree(t, root)
			ctx, cancel := context.WithCancel(context.Background())
			d := &faulty{disk: system{}, after: func(done string) {
				if done == op {
					cancel()
				}
			}}
			if op == "" {
				cancel()
			}
			if _, err := publishOn(ctx, d, dir, sample("two")); !errors.Is(err, context.Canceled) {
				t.Errorf("published %v, cancelled after %q: error %v", published, op, err)
			}
			if diff := cmp.Diff(before, tree(t, root)); diff != "" {
				t.Errorf("published %v, cancelled after %q: something changed:\n%s", published, op, diff)
			}
			cancel()
		}
	}
}

func TestHint(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{syscall.ENOSPC, "free space"},
		{syscall.EDQUOT, "free space"},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}, "writable"},
		{syscall.EROFS, "writable"},
		{syscall.ENOTDIR, "a file stands"},
		{ErrLocked, "wait"},
		{ErrForeign, "move that file away"},
		{ErrTaken, "two releases have one number"},
		{ErrNoManifest, "the folder of a release"},
		{ErrManifest, "move the folder away"},
	} {
		if got := Hint(fmt.Errorf("publish: %w", tt.err)); !strings.Contains(got, tt.want) {
			t.Errorf("hint of %v is %q, want %q in it", tt.err, got, tt.want)
		}
	}
	if got := Hint(context.Canceled); got != "" {
		t.Errorf("hint of an interrupt is %q, want none", got)
	}
}
