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

// syncDisks waits until the disks that folders are on have all that was written to them, with syncfs(2). An error is
// of any of their files, or says that a disk is not known to do it.
func syncDisks(folders []*os.File) error {
	disks, err := onePerDisk(folders)
	if err != nil {
		return err
	}
	for _, f := range disks {
		fd := int(f.Fd())
		var is unix.Statfs_t
		if err := unix.Fstatfs(fd, &is); err != nil {
			return err
		}
		if !syncsAll(uint32(is.Type)) {
			return errors.ErrUnsupported
		}
		if err := unix.Syncfs(fd); err != nil {
			return err
		}
	}
	return nil
}

// onePerDisk gives one of the folders on each disk.
func onePerDisk(folders []*os.File) ([]*os.File, error) {
	var first []*os.File
	var disks []any // device numbers, whose type differs between architectures
	for _, f := range folders {
		info, err := f.Stat()
		if err != nil {
			return nil, err
		}
		if disk := any(info.Sys().(*syscall.Stat_t).Dev); !slices.Contains(disks, disk) {
			first, disks = append(first, f), append(disks, disk)
		}
	}
	return first, nil
}

// syncsAll reports whether syncfs(2) on a file system of a type does what fsync(2) does for every file, and tells of
// errors. In layers and over networks it says that all is well and does less: those of overlayfs see no errors of the
// layer below, and those in user space and over SMB are not told at all.
func syncsAll(fileSystem uint32) bool {
	switch fileSystem {
	case unix.EXT4_SUPER_MAGIC, unix.XFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC, unix.F2FS_SUPER_MAGIC, unix.TMPFS_MAGIC:
		return true
	}
	return false
}

// writeErrors tells whether writing files that were waited for has failed. Before Linux 5.8 syncfs(2) does not say so,
// after it says so to one caller only.
func writeErrors(files []*os.File) error {
	errs := make([]error, len(files))
	for i, f := range files {
		if err := unix.SyncFileRange(int(f.Fd()), 0, 0, unix.SYNC_FILE_RANGE_WAIT_BEFORE); err != nil {
			errs[i] = &os.PathError{Op: "sync", Path: f.Name(), Err: err}
		}
	}
	return cmp.Or(errs...)
}
