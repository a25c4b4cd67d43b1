package publish

import (
	"os"
	"path/filepath"
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
		err := (&publication{disk: d, dir: dir}).prune(2)
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
		if err := Prune(dir, 2); err != nil {
			t.Error(err)
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
