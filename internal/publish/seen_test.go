package publish

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// What was published of the same inputs is known again; nothing that has been touched since is.
func TestMadeFrom(t *testing.T) {
	inputs := []Digest{DigestOf(File{Name: "a/area.yaml", Data: []byte("code: a")})}
	later := time.Now().Add(time.Hour)
	for name, c := range map[string]struct {
		change func(t *testing.T, dir string)
		want   bool
	}{
		"nothing":      {func(*testing.T, string) {}, true},
		"a note":       {func(t *testing.T, dir string) { put(t, filepath.Join(dir, "note.txt"), "mine") }, true},
		"a file gone":  {func(t *testing.T, dir string) { remove(t, filepath.Join(dir, "x-data.csv")) }, false},
		"a longer one": {func(t *testing.T, dir string) { put(t, filepath.Join(dir, "x-data.csv"), "longer than it was") }, false},
		"another file, of the size and the time of the old one": {func(t *testing.T, dir string) { alike(t, filepath.Join(dir, "x-data.csv")) }, false},
		"the manifest":     {func(t *testing.T, dir string) { alike(t, filepath.Join(dir, ManifestName)) }, false},
		"what a run left":  {func(t *testing.T, dir string) { put(t, filepath.Join(dir, "..", ".2024.staging-1", "x"), "x") }, false},
		"the folder, gone": {func(t *testing.T, dir string) { remove(t, dir) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			dir := filepath.Join(root, "a", "2024")
			r := sample("one")
			r.manifest.Inputs = inputs
			publish(t, dir, r)
			s := OpenSeen(root, later)
			m, ok := s.MadeFrom(t.Context(), dir, inputs)
			if !ok || m.Number != 1 || len(m.Outputs) == 0 || m.Content != nil {
				t.Fatalf("the release, r%d of %d files, is not known: %v", m.Number, len(m.Outputs), ok)
			}
			if _, ok := s.MadeFrom(t.Context(), dir, []Digest{DigestOf(File{Name: "a/area.yaml", Data: []byte("code: b")})}); ok {
				t.Error("known by other inputs")
			}
			s.Save()
			c.change(t, dir)
			if _, ok := OpenSeen(root, later.Add(time.Hour)).MadeFrom(t.Context(), dir, inputs); ok != c.want {
				t.Errorf("known: %v, want %v", ok, c.want)
			}
		})
	}
}

// Files in the state in which they were read are not read again, until a day is over.
func TestSeenForADay(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("files are read each time")
	}
	root := t.TempDir()
	dir := filepath.Join(root, "a", "2024")
	publish(t, dir, sample("one"))
	alike(t, filepath.Join(dir, "x-data.csv"))
	m, err := readManifest(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	read := time.Now().Add(time.Hour)
	s := OpenSeen(root, read)
	s.add(dir, s.state(os.DirFS(dir), m)) // as though it had been sound
	s.Save()
	for after, want := range map[time.Duration]bool{0: true, seenFor - 1: true, seenFor: false, -1: false} {
		if _, ok := OpenSeen(root, read.Add(after)).MadeFrom(t.Context(), dir, m.Inputs); ok != want {
			t.Errorf("after %s: taken for whole: %v, want %v", after, ok, want)
		}
	}
	if s.now = time.Now(); s.state(os.DirFS(dir), m) != "" {
		t.Error("files that have just been written are in a state that later ones can have too")
	}
	for _, damaged := range []string{"", "null", "{", `{"a/2024": 1}`} {
		put(t, filepath.Join(root, seenName), damaged)
		s := OpenSeen(root, read)
		if s.add("x", "y"); len(s.all) != 1 {
			t.Errorf("%q: %d entries", damaged, len(s.all))
		}
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

// alike changes a byte of a file, whose size and time stay.
func alike(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
}

// TestTidiesLocks holds that the lock that a killed run has left goes, and one that is held stays.
func TestTidiesLocks(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "a", "2024")
	publish(t, dir, sample("one"))
	m, err := readManifest(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(root, "a", lockName)
	look := func() {
		t.Helper()
		if _, ok := OpenSeen(root, time.Now()).MadeFrom(t.Context(), dir, m.Inputs); !ok {
			t.Error("the release is not known")
		}
	}
	put(t, name, "somebody")
	if look(); exists(name) {
		t.Error("the lock of a killed run is left")
	}
	unlock, err := Lock(filepath.Dir(name), "somebody")
	if err != nil {
		t.Fatal(err)
	}
	if look(); !exists(name) {
		t.Error("a lock that is held was removed")
	}
	if err := unlock(); err != nil {
		t.Error(err)
	}
}
