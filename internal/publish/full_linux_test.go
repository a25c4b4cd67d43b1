package publish

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// TestDiskFull fills a small disk for real, where the tests may mount one.
func TestDiskFull(t *testing.T) {
	root := t.TempDir()
	if err := unix.Mount("tmpfs", root, "tmpfs", 0, "size=256k"); err != nil {
		t.Skipf("no disk to fill: %v", err)
	}
	defer func() {
		if err := unix.Unmount(root, 0); err != nil {
			t.Error(err)
		}
	}()
	dir := filepath.Join(root, "2024")
	publish(t, dir, sample("one"))
	put(t, filepath.Join(dir, "notes.txt"), "mine")
	before := tree(t, root)
	large := sample("two")
	large.files[1].Data = bytes.Repeat([]byte("x"), 1<<20)
	_, err := Publish(context.Background(), dir, large.manifest, large.files)
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(Hint(err), "free space") {
		t.Errorf("error %v with hint %q", err, Hint(err))
	}
	if diff := cmp.Diff(before, tree(t, root)); diff != "" {
		t.Errorf("something changed:\n%s", diff)
	}
	publish(t, dir, sample("two"))
}
