package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Whatever fails while releases are removed, those that are listed follow on each other and on what was removed, the
// published one is among them, and the next run removes the rest.
func TestPruneFaults(t *testing.T) {
	for n := 1; ; n++ {
		dir := filepath.Join(t.TempDir(), "example", "2024")
		supersedes := ""
		for i, word := range []string{"one", "two", "three", "four"} {
			r := numbered(i+1, word)
			r.manifest.Supersedes = supersedes
			supersedes = publish(t, dir, r).Manifest.BuildDigest
		}
		d := &faulty{disk: system{}, fail: func(i int, _ string) bool { return i == n }}
		p := &publication{disk: d, dir: dir}
		old, wrong, err := p.beyond(t.Context(), 2)
		if len(old) != 2 || wrong != nil || err != nil {
			t.Fatal(old, wrong, err)
		}
		gone, err := p.prune(t.Context(), old)
		for i, one := range old {
			if _, statErr := os.Stat(one.Dir); i < gone && statErr == nil {
				t.Errorf("change %d, %q: %s counts as gone", n, d.fired, one.Dir)
			}
		}
		before := Pruned(dir)
		for _, p := range releases(t, dir) {
			if p.Number != before.Number+1 || p.Err != nil || p.Manifest.Supersedes != before.Manifest.BuildDigest {
				t.Errorf("change %d, %q: r%d of %q comes after r%d of %q, %v", n, d.fired, p.Number, p.Manifest.Supersedes, before.Number, before.Manifest.BuildDigest, p.Err)
			}
			before = p
		}
		if !before.Current || before.Number != 4 {
			t.Errorf("change %d, %q: r%d is the last", n, d.fired, before.Number)
		}
		if old, wrong, err := Old(t.Context(), dir, 2); wrong != nil || err != nil {
			t.Error(wrong, err)
		} else if _, err := Prune(t.Context(), dir, old, true); err != nil {
			t.Error(err)
		}
		if _, err := Clear(dir, true); err != nil {
			t.Error(err)
		}
		if left, err := os.ReadDir(filepath.Dir(dir)); err != nil || len(left) != 2 {
			t.Errorf("change %d, %q: left are %v, %v; want the edition and earlier releases", n, d.fired, left, err)
		}
		if left, err := os.ReadDir(filepath.Join(dir, "..", "releases", "2024")); err != nil || len(left) != 2 {
			t.Errorf("change %d, %q: left are %v, %v; want pruned.json and r3", n, d.fired, left, err)
		}
		if len(d.fired) == 0 {
			if err != nil || n < 5 {
				t.Errorf("%d changes, %v", n, err)
			}
			return
		}
	}
}

// Nothing that says less than it should makes releases count as removed.
func TestPrunedIsRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "example", "2024")
	publish(t, dir, sample("one"))
	for _, text := range []string{"", "{", "null", `{"number": 0, "build": 1}`, `{"number": -1, "build": 1}`, strings.Repeat(" ", 2000) + `{"number": 3, "build": 1}`} {
		put(t, filepath.Join(dir, "..", "releases", "2024", prunedName), text)
		if p := Pruned(dir); p.Number != 0 {
			t.Errorf("%q: r%d", text, p.Number)
		}
	}
}

func releases(t *testing.T, dir string) []Past {
	t.Helper()
	list, err := Releases(dir)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// An interrupt ends it between two releases, and what was removed by then is known.
func TestPruneInterrupted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "example", "2024")
	supersedes := ""
	for i, word := range []string{"one", "two", "three"} {
		r := numbered(i+1, word)
		r.manifest.Supersedes = supersedes
		supersedes = publish(t, dir, r).Manifest.BuildDigest
	}
	ctx, interrupt := context.WithCancel(t.Context())
	d := &faulty{disk: system{}, after: func(op string) {
		if op == "remove" {
			interrupt()
		}
	}}
	p := &publication{disk: d, dir: dir}
	old, _, err := p.beyond(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := p.prune(ctx, old); n != 1 || len(old) != 2 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d of %d are gone, %v", n, len(old), err)
	}
	if p.archive(1, 1) != old[0].Dir || exists(old[0].Dir) || !exists(old[1].Dir) {
		t.Errorf("%s is not the only one that is gone", old[0].Dir)
	}
}

// What is told to be gone is: a workspace with a later version's release stays, and one that is rescued does not count.
func TestClear(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "example", "2024")
	publish(t, dir, numbered(1, "one"))
	later := filepath.Join(dir, "..", ".2024.staging-1")
	put(t, filepath.Join(later, "new", ManifestName), `{"format": 99}`)
	died := filepath.Join(dir, "..", ".2024.staging-2")
	put(t, filepath.Join(died, "new", "half.csv"), "12345")
	r := numbered(2, "two")
	r.manifest.Supersedes = releases(t, dir)[0].Manifest.BuildDigest
	if err := os.Rename(dir, filepath.Join(died, "old")); err != nil {
		t.Fatal(err)
	}
	publish(t, filepath.Join(dir, "..", "..", "elsewhere", "2024"), r)
	if err := os.Rename(filepath.Join(dir, "..", "..", "elsewhere", "2024"), dir); err != nil {
		t.Fatal(err)
	}
	list, err := Clear(dir, false)
	if err != nil || len(list) != 2 {
		t.Errorf("listed: %v, %v", list, err)
	}
	list, err = Clear(dir, true)
	if want := []Waste{{Path: filepath.Clean(died), Bytes: 5}}; err != nil || !slices.Equal(list, want) {
		t.Errorf("gone: %v, %v; want %v", list, err, want)
	}
	if !exists(later) || exists(died) || len(releases(t, dir)) != 2 {
		t.Error("not what is told is gone")
	}
}
