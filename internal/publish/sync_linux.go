package publish

import (
	"cmp"
	"errors"
	"os"
	"slices"
	"syscall"

	"golang.org/x/sys/unix"
)

// beginWriting has the disk begin to write what is in a file, and does not wait for it. Where it cannot, waiting does.
func beginWriting(f *os.File) {
	_ = unix.SyncFileRange(int(f.Fd()), 0, 0, unix.SYNC_FILE_RANGE_WRITE)
}

// syncDisks waits until the disks that folders are on have all that was written to them, with syncfs(2).
func syncDisks(folders []*os.File) error {
	var disks []uint64
	for _, f := range folders {
		info, err := f.Stat()
		if err != nil {
			return err
		}
		if of, ok := info.Sys().(*syscall.Stat_t); ok {
			if slices.Contains(disks, of.Dev) {
				continue
			}
			disks = append(disks, of.Dev)
		}
		if err := unix.Syncfs(int(f.Fd())); err != nil {
			return &os.PathError{Op: "syncfs", Path: f.Name(), Err: err}
		}
	}
	return nil
}

// written tells whether writing files that were waited for has failed: before Linux 5.8 syncfs(2) does not say so.
func written(files []*os.File) error {
	errs := make([]error, len(files))
	for i, f := range files {
		err := unix.SyncFileRange(int(f.Fd()), 0, 0, unix.SYNC_FILE_RANGE_WAIT_BEFORE)
		if err != nil && !errors.Is(err, errors.ErrUnsupported) {
			errs[i] = &os.PathError{Op: "sync", Path: f.Name(), Err: err}
		}
	}
	return cmp.Or(errs...)
}
