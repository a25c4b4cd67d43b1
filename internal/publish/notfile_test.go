//go:build unix

package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What has the name of a manifest and is no file is told of as what it is, and neither opened nor replaced.
func TestManifestIsNoFile(t *testing.T) {
	for kind, put := range map[string]func(name string) error{
		"a named pipe": func(name string) error { return syscall.Mkfifo(name, 0o644) },
		"a folder":     func(name string) error { return os.Mkdir(name, 0o755) },
		"a symbolic link": func(name string) error {
			out := filepath.Join(filepath.Dir(filepath.Dir(name)), "out.json")
			return errors.Join(os.WriteFile(out, []byte("{}"), 0o644), os.Symlink(out, name))
		},
	} {
		t.Run(kind, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "2024")
			publish(t, dir, sample("one"))
			name := filepath.Join(dir, ManifestName)
			if err := errors.Join(os.Remove(name), put(name)); err != nil {
				t.Fatal(err)
			}
			_, _, verifyErr := Verify(dir)
			past, err := Releases(dir)
			if err != nil || len(past) != 1 {
				t.Fatalf("releases %+v, %v", past, err)
			}
			_, publishErr := Publish(t.Context(), dir, sample("two").manifest, sample("two").files)
			for _, err := range []error{verifyErr, past[0].Err, publishErr} {
				want := "manifest.json: not a manifest of this program: it is no file but " + kind
				if !errors.Is(err, ErrNotFile) || !strings.Contains(err.Error(), want) || !strings.Contains(Hint(err), "restore manifest.json") {
					t.Errorf("error %v, hint %q, want %s", err, Hint(err), want)
				}
			}
		})
	}
}

// Neither keeping what was seen nor looking at a release waits for a named pipe or writes through a link.
func TestSeenBesideWhatIsNoFile(t *testing.T) {
	root := t.TempDir()
	mine, fresh := filepath.Join(root, "mine"), filepath.Join(root, seenName+".new")
	put(t, mine, "mine")
	for what, plant := range map[string]func() error{
		"a link":       func() error { return os.Symlink(mine, fresh) },
		"a named pipe": func() error { return syscall.Mkfifo(fresh, 0o644) },
	} {
		if err := plant(); err != nil {
			t.Fatal(err)
		}
		s := OpenSeen(root, time.Now())
		s.add("x", what)
		s.Save()
		if _, err := os.Lstat(fresh); !errors.Is(err, os.ErrNotExist) || !OpenSeen(root, time.Now()).has("x", what) {
			t.Errorf("%s: what was seen is not kept: %v", what, err)
		}
	}
	if data, err := os.ReadFile(mine); err != nil || string(data) != "mine" {
		t.Errorf("a file that a link leads to has %q, %v", data, err)
	}
	pipe := filepath.Join(root, "2024")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, ok := OpenSeen(root, time.Now()).MadeFrom(t.Context(), pipe, nil); ok {
		t.Error("a named pipe is a release")
	}
}
