package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"nianbao/internal/file"
	"nianbao/internal/message"
)

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// survey looks at what is published now, and finds the files that are not the program's.
func (p *publication) survey() error {
	info, err := os.Stat(p.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return &fs.PathError{Op: "open", Path: p.dir, Err: syscall.ENOTDIR}
	}
	p.exists = true
	root, err := file.OpenRoot(p.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	p.old, err = readManifest(file.In(context.Background(), root))
	switch {
	case errors.Is(err, ErrDamaged):
		// What has the name of a file to be published was the damaged release's.
		for _, f := range p.files {
			p.old.Outputs = append(p.old.Outputs, DigestOf(f))
		}
	case err != nil && !errors.Is(err, ErrNoManifest):
		return err
	}
	if p.foreign, err = p.listForeign(p.dir); err != nil {
		return err
	}
	switch {
	case p.old.BuildDigest == "" || p.old.Draft():
		return nil
	case p.number == 0:
		return message.Errorf("a draft: %s is published there", p.old.Name())
	case before(p.number, p.build, p.old.Number, p.old.Build):
		return message.Errorf("%s: %s is published already", Name(p.number, p.build), p.old.Name())
	}
	return nil
}

// listForeign names the files and folders of a release's folder that are people's own. One that has the name of
// a file to be published is an error.
func (p *publication) listForeign(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var foreign []string
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() && (name == ManifestName || p.old.lists(name)) {
			continue
		}
		taken := name == ManifestName || slices.ContainsFunc(p.files, func(f File) bool { return f.Name == name })
		if taken {
			return nil, message.Errorf("%s: %w", filepath.Join(p.dir, name), ErrForeign)
		}
		foreign = append(foreign, name)
	}
	return foreign, nil
}

// open makes the workspace. A failing run beside this one may remove the empty folder above in between.
func (p *publication) open() (err error) {
	for range 2 {
		if err = p.disk.MkdirAll(p.parent()); err != nil {
			return err
		}
		p.work, err = p.disk.Workspace(p.parent(), p.prefix()+p.mark+"-*")
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return err
}

// stage builds the whole folder in the workspace, the manifest last, and waits until the disk has all of it.
func (p *publication) stage(ctx context.Context) error {
	if err := p.disk.Mkdir(p.staged(), folderMode); err != nil {
		return err
	}
	written := make([]*os.File, 0, len(p.files)+1)
	defer func() {
		for _, f := range written {
			_ = f.Close() // what is in it was waited for, or is of no use
		}
	}()
	write := func(name string, data []byte) error {
		f, err := p.disk.Write(filepath.Join(p.staged(), name), data)
		if err == nil {
			written = append(written, f)
		}
		return err
	}
	for _, f := range p.files {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := write(f.Name, f.Data); err != nil {
			return err
		}
	}
	for _, name := range p.foreign {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.carry(filepath.Join(p.dir, name), filepath.Join(p.staged(), name)); err != nil {
			return message.Errorf("keep %q: %w", name, err)
		}
	}
	if err := write(ManifestName, p.encoded); err != nil {
		return err
	}
	// The folder above may be new as well, and so the name it has in that above it.
	if err := p.sync(written, filepath.Dir(p.parent()), p.staged()); err != nil {
		return err
	}
	return ctx.Err()
}

// sync waits until the disk has the names in the folders that have changed, further ones among them, and what is in
// files.
func (p *publication) sync(files []*os.File, further ...string) error {
	folders := append(p.changed, further...)
	p.changed = nil
	return p.disk.Sync(folders, files)
}

// carry makes a file or folder appear in a second place; the first one is left alone.
func (p *publication) carry(from, to string) error {
	info, err := os.Lstat(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return p.disk.Link(from, to)
	}
	if err := p.disk.Mkdir(to, info.Mode().Perm()|0o700); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := p.carry(filepath.Join(from, e.Name()), filepath.Join(to, e.Name())); err != nil {
			return err
		}
	}
	p.changed = append(p.changed, to)
	return nil
}
