//go:build unix

package file

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// strange makes what is no regular file.
var strange = map[string]func(name string) error{
	"a named pipe": func(name string) error { return syscall.Mkfifo(name, 0o644) },
	"a folder":     func(name string) error { return os.Mkdir(name, 0o755) },
	"a device":     func(name string) error { return os.Symlink("/dev/zero", name) },
	"a socket": func(name string) error {
		l, err := net.Listen("unix", name)
		if err == nil {
			l.(*net.UnixListener).SetUnlinkOnClose(false)
			err = l.Close()
		}
		return err
	},
}

// readers are the ways to read a file of a folder.
func readers(t *testing.T, ctx context.Context, dir string) map[string]func(name string, most int64) ([]byte, error) {
	t.Helper()
	root, err := OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = root.Close() })
	return map[string]func(string, int64) ([]byte, error){
		"by name":        func(name string, most int64) ([]byte, error) { return Read(ctx, filepath.Join(dir, name), most) },
		"in a folder":    func(name string, most int64) ([]byte, error) { return ReadIn(Dir(ctx, dir), name, most) },
		"in a root":      func(name string, most int64) ([]byte, error) { return ReadIn(In(ctx, root), name, most) },
		"of the library": func(name string, most int64) ([]byte, error) { return ReadIn(os.DirFS(dir), name, most) },
	}
}

func TestWhatIsNoFile(t *testing.T) {
	dir, err := os.MkdirTemp("", "") // a socket's name is short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	for kind, put := range strange {
		if err := put(filepath.Join(dir, kind)); err != nil {
			t.Fatal(err)
		}
		for way, read := range readers(t, t.Context(), dir) {
			if way == "of the library" && kind != "a folder" || way == "in a root" && kind == "a device" {
				continue // would wait; leads outside
			}
			start := time.Now()
			_, err := read(kind, Data)
			var none *NotFileError
			if !errors.As(err, &none) || !strings.Contains(err.Error(), kind+": it is "+kind+", and no file") {
				t.Errorf("%s, read %s: %v", kind, way, err)
			}
			if took := time.Since(start); took > time.Second {
				t.Errorf("%s, read %s: took %s", kind, way, took)
			}
		}
	}
	if _, err := OpenRoot(filepath.Join(dir, "a named pipe")); !errors.Is(err, syscall.ENOTDIR) {
		t.Errorf("a pipe for a folder: %v", err)
	}
	if _, err := ReadIn(Dir(t.Context(), dir), "../x", Data); !errors.Is(err, fs.ErrInvalid) {
		t.Errorf("a path out of the folder: %v", err)
	}
}

// What becomes a pipe between the look at it and the opening does not make opening wait.
func TestOpeningDoesNotWait(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(name, 0o644); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() {
		f, err := open(name, func(string) (fs.FileInfo, error) { return os.Stat("file.go") }, os.OpenFile)
		if err == nil {
			err = regular(f, name)
		}
		done <- err
	}()
	select {
	case err := <-done:
		if !errors.As(err, new(*NotFileError)) {
			t.Errorf("error %v", err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("opening waits for a writer")
	}
}

func TestLimit(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "f")
	if err := errors.Join(os.WriteFile(name, []byte("12345"), 0o644), os.Symlink("f", filepath.Join(dir, "link"))); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "large"), nil, 0o644), os.Truncate(filepath.Join(dir, "large"), 1<<40)); err != nil {
		t.Fatal(err)
	}
	for way, read := range readers(t, t.Context(), dir) {
		for _, f := range []string{"f", "link"} {
			if data, err := read(f, 5); err != nil || string(data) != "12345" {
				t.Errorf("%s %s: %q, %v", f, way, data, err)
			}
		}
		for f, most := range map[string]int64{"f": 4, "large": Release} { // which is without blocks on the disk
			if _, err := read(f, most); !errors.As(err, new(*SizeError)) {
				t.Errorf("%s %s: %v", f, way, err)
			}
		}
		if _, err := read("none", 5); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("no file, %s: %v", way, err)
		}
	}
}

func TestContext(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "f"), make([]byte, 3*atOnce), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for way, read := range readers(t, ctx, dir) {
		if _, err := read("f", Data); way != "of the library" && !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v, want that the context has ended", way, err)
		}
	}
	ctx, cancel = context.WithCancel(t.Context())
	f, err := Dir(ctx, dir).Open("f")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := f.Read(make([]byte, 2*atOnce)); n > atOnce || err != nil {
		t.Errorf("%d bytes at once, %v", n, err)
	}
	cancel()
	if n, err := f.Read(make([]byte, 1)); n != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%d bytes, %v", n, err)
	}
}
