//go:build unix

package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
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
