package publish

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// faulty is the system's disk, of which chosen changes fail.
type faulty struct {
	disk
	plain  bool                        // has no exchange in one step
	fail   func(n int, op string) bool // n counts the changes from 1
	done   int
	fired  []string
	after  func(op string) // called after a change that succeeded
	synced []synced        // each time that the disk was waited for
}

// synced is what was waited for at once.
type synced struct {
	folders []string
	files   int
}

func (d *faulty) step(op string, change func() error) error {
	d.done++
	if d.fail != nil && d.fail(d.done, op) {
		d.fired = append(d.fired, op)
		return &fs.PathError{Op: op, Path: "disk", Err: syscall.ENOSPC}
	}
	err := change()
	if err == nil && d.after != nil {
		d.after(op)
	}
	return err
}

func (d *faulty) MkdirAll(path string) error {
	return d.step("mkdirall", func() error { return d.disk.MkdirAll(path) })
}

func (d *faulty) Workspace(parent, pattern string) (name string, err error) {
	err = d.step("workspace", func() (err error) {
		name, err = d.disk.Workspace(parent, pattern)
		return err
	})
	return name, err
}

func (d *faulty) Mkdir(path string, mode fs.FileMode) error {
	return d.step("mkdir", func() error { return d.disk.Mkdir(path, mode) })
}

// Write leaves half of the file behind when it fails, as a full disk does.
func (d *faulty) Write(path string, data []byte) (f *os.File, err error) {
	err = d.step("write", func() (err error) {
		f, err = d.disk.Write(path, data)
		return err
	})
	if errors.Is(err, syscall.ENOSPC) {
		half, halfErr := d.disk.Write(path, data[:len(data)/2])
		return nil, errors.Join(err, halfErr, half.Close())
	}
	return f, err
}

func (d *faulty) Sync(folders []string, files []*os.File) error {
	d.synced = append(d.synced, synced{folders, len(files)})
	return d.step("sync", func() error { return d.disk.Sync(folders, files) })
}

func (d *faulty) Link(from, to string) error {
	return d.step("link", func() error { return d.disk.Link(from, to) })
}

func (d *faulty) Rename(from, to string) error {
	return d.step("rename", func() error { return d.disk.Rename(from, to) })
}

func (d *faulty) Exchange(a, b string) error {
	if d.plain {
		return errors.ErrUnsupported
	}
	return d.step("exchange", func() error { return d.disk.Exchange(a, b) })
}

func (d *faulty) RemoveAll(path string) error {
	return d.step("remove", func() error { return d.disk.RemoveAll(path) })
}
