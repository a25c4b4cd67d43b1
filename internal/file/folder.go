package file

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Dir gives the files below a folder, as [os.DirFS] does. They can be read as long as the context lasts.
func Dir(ctx context.Context, dir string) fs.FS {
	return folder{os.DirFS(dir), ctx, func(name string, flag int, perm fs.FileMode) (*os.File, error) {
		local, err := filepath.Localize(name)
		if err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
		}
		return os.OpenFile(filepath.Join(dir, local), flag, perm)
	}}
}

// In gives the files below an open folder, and none outside. They can be read as long as the context lasts.
func In(ctx context.Context, root *os.Root) fs.FS { return folder{root.FS(), ctx, root.OpenFile} }

// OpenRoot is [os.OpenRoot], which waits where a named pipe has the name of the folder.
func OpenRoot(dir string) (*os.Root, error) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: dir, Err: syscall.ENOTDIR}
	}
	if err != nil {
		return nil, err
	}
	return os.OpenRoot(dir)
}

// folder is a file system in which opening never waits.
type folder struct {
	files fs.FS
	ctx   context.Context
	open  opener
}

// Open implements [fs.FS], for files and folders alone.
func (f folder) Open(name string) (fs.File, error) {
	opened, err := open(name, f.Stat, f.open)
	if err != nil {
		return nil, err
	}
	return interruptible{f.ctx, opened}, nil
}

// Stat implements [fs.StatFS].
func (f folder) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.files, name) }

// Lstat implements [fs.ReadLinkFS].
func (f folder) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.files, name) }

// ReadLink implements [fs.ReadLinkFS].
func (f folder) ReadLink(name string) (string, error) { return fs.ReadLink(f.files, name) }

// ReadDir implements [fs.ReadDirFS].
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.files, name) }
