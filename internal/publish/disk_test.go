package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestDuplicate checks the copy that stands in for a hard link where a file system has none.
func TestDuplicate(t *testing.T) {
	root := t.TempDir()
	from, to := filepath.Join(root, "from"), filepath.Join(root, "to")
	put(t, from, "mine")
	day := time.Date(2024, 1, 20, 8, 0, 0, 0, time.UTC)
	if err := errors.Join(os.Chmod(from, 0o440), os.Chtimes(from, day, day)); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := duplicate(from, to, info); err != nil {
		t.Fatal(err)
	}
	got, err := os.Stat(to)
	if err != nil || got.Mode() != info.Mode() || !got.ModTime().Equal(day) || os.SameFile(got, info) {
		t.Errorf("copy is %v of %v, want %v of %v: %v", got.Mode(), got.ModTime(), info.Mode(), day, err)
	}
	if content := tree(t, root)["to"]; content != "mine" {
		t.Errorf("copy holds %q", content)
	}
	if err := duplicate(from, to, info); !errors.Is(err, fs.ErrExist) {
		t.Errorf("copying over a file: %v, want %v", err, fs.ErrExist)
	}
}

// TestWriteIsExclusive makes sure that a file in the workspace is written once.
func TestWriteIsExclusive(t *testing.T) {
	name := filepath.Join(t.TempDir(), "x")
	put(t, name, "mine")
	if _, err := (system{}).Write(name, []byte("ours")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("writing over a file: %v, want %v", err, fs.ErrExist)
	}
}
