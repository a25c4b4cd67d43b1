package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func openFolder(t *testing.T, dir string, flag int) *os.File {
	t.Helper()
	f, err := os.OpenFile(dir, os.O_RDONLY|flag, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// The system is asked in earnest, of each disk: one opened by its path only can be looked at, and not be asked.
func TestSyncDisks(t *testing.T) {
	dir, other := t.TempDir(), "/proc"
	here := openFolder(t, dir, 0)
	if err := syncDisks([]*os.File{here, openFolder(t, dir, 0)}); err != nil {
		if !errors.Is(err, errors.ErrUnsupported) {
			t.Fatal(err)
		}
		t.Skip("the disk of the tests is none that is asked") // as in a container
	}
	if err := syncDisks([]*os.File{openFolder(t, dir, unix.O_PATH)}); !errors.Is(err, syscall.EBADF) {
		t.Errorf("error %v, want that syncfs was called in vain", err)
	}
	if err := syncDisks([]*os.File{here, openFolder(t, other, 0)}); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("error %v: a second disk, which cannot be asked, went unnoticed", err)
	}
}

func TestOnePerDisk(t *testing.T) {
	a, b, other := openFolder(t, t.TempDir(), 0), openFolder(t, t.TempDir(), 0), openFolder(t, "/proc", 0)
	got, err := onePerDisk([]*os.File{a, b, other, a})
	if err != nil || len(got) != 2 || got[0] != a || got[1] != other {
		t.Errorf("%v, %v; want the first folder and that of /proc", got, err)
	}
}

func TestTellsErrors(t *testing.T) {
	for release, want := range map[string]bool{
		"6.18.0-1-amd64": true, "5.17": true, "5.17.0-rc1": true, "10.2.1": true,
		"5.16.20": false, "5.8.0": false, "4.18.0-553.el8.x86_64": false, "": false, "next": false,
	} {
		if tellsErrors(release) != want {
			t.Errorf("Linux %q tells of errors: want %v", release, want)
		}
	}
}

// Only file systems that are known to mean it are asked; in layers and over networks each file is waited for.
func TestSyncsAll(t *testing.T) {
	for _, known := range []uint32{0xEF53, 0x58465342, 0x9123683E, 0x01021994} {
		if !syncsAll(known) {
			t.Errorf("%#x is not asked", known)
		}
	}
	for _, unknown := range []uint32{unix.OVERLAYFS_SUPER_MAGIC, unix.F2FS_SUPER_MAGIC, unix.FUSE_SUPER_MAGIC, unix.NFS_SUPER_MAGIC, unix.V9FS_MAGIC, unix.PROC_SUPER_MAGIC} {
		if syncsAll(unknown) {
			t.Errorf("%#x is asked", unknown)
		}
	}
}

// A file whose writing has failed is named, also when its disk says that all is well.
func TestWriteErrors(t *testing.T) {
	root := t.TempDir()
	f, err := create(filepath.Join(root, "x.csv"), []byte("1\n"))
	if err != nil {
		t.Fatal(err)
	}
	g := gathering{rounds: askedRounds(1).Rounds}
	if err := g.Sync([]string{root}, []*os.File{f}); err != nil {
		t.Error(err)
	}
	f.Close()
	if err := g.Sync([]string{root}, []*os.File{f}); err == nil || !strings.Contains(err.Error(), "x.csv") {
		t.Errorf("error %v does not name the file", err)
	}
}
