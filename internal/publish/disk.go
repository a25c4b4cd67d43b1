package publish

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"nianbao/internal/file"
)

// The modes of what is written; the process's umask takes from them.
const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// disk is what publishing changes on a disk, so that tests can make each change fail.
type disk interface {
	MkdirAll(path string) error                       // makes a folder and those above it
	Workspace(parent, pattern string) (string, error) // makes a folder with a new name
	Mkdir(path string, mode fs.FileMode) error
	Write(path string, data []byte) (*os.File, error) // makes a file, and leaves it open
	Sync(folders []string, files []*os.File) error    // waits until the disk has folders' names and what is in files
	Link(from, to string) error                       // gives a file, link or device a second name; copies where it cannot
	Rename(from, to string) error
	Exchange(a, b string) error // swaps two folders in one step, or says errors.ErrUnsupported
	RemoveAll(path string) error
}

// system is the disk of the operating system.
type system struct{}

func (system) MkdirAll(path string) error { return os.MkdirAll(path, folderMode) }

func (system) Workspace(parent, pattern string) (string, error) {
	return os.MkdirTemp(parent, pattern)
}

func (system) Mkdir(path string, mode fs.FileMode) error { return os.Mkdir(path, mode) }

func (system) Rename(from, to string) error { return os.Rename(from, to) }

func (system) RemoveAll(path string) error { return os.RemoveAll(path) }

func (system) Exchange(a, b string) error { return exchange(a, b) }

// Write has the disk begin with the file at once: whoever waits for it then waits less.
func (system) Write(path string, data []byte) (*os.File, error) {
	f, err := create(path, data)
	if err == nil {
		beginWriting(f)
	}
	return f, err
}

// create makes a file.
func create(path string, data []byte) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return nil, err
	}
	if _, err := f.Write(data); err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// Sync waits for all files at once: a file system writes its journal once for as many as wait for it.
func (system) Sync(folders []string, files []*os.File) error {
	errs := make([]error, len(files))
	var waiting sync.WaitGroup
	for i, f := range files {
		waiting.Go(func() { errs[i] = f.Sync() })
	}
	waiting.Wait()
	if err := cmp.Or(errs...); err != nil {
		return err
	}
	for _, dir := range folders {
		if err := SyncDir(dir); err != nil {
			return err
		}
	}
	return nil
}

func (system) Link(from, to string) error {
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	err = os.Link(from, to)
	if err == nil || !info.Mode().IsRegular() {
		return err
	}
	return duplicate(from, to, info)
}

// duplicate copies a regular file with its mode and time, for file systems without hard links.
func duplicate(from, to string, info fs.FileInfo) error {
	in, err := file.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	if _, err = io.Copy(out, in); err == nil {
		err = out.Sync()
	}
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

// resolve follows a link that stands for the release's folder, so that the folder is replaced and not the link, and gives
// the folder its name, which "." and ".." have not.
func resolve(dir string) (string, error) {
	dir = filepath.Clean(dir)
	if base := filepath.Base(dir); base == "." || base == ".." {
		whole, err := filepath.Abs(dir)
		if err != nil {
			return "", err
		}
		if whole, err = filepath.EvalSymlinks(whole); err != nil {
			return "", err
		}
		return filepath.Join(dir, "..", filepath.Base(whole)), nil
	}
	info, err := os.Lstat(dir)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return filepath.EvalSymlinks(dir)
	}
	return dir, nil
}
