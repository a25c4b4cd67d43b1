package publish

import (
	"cmp"
	"errors"
	"fmt"
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
	var system unix.Utsname
	if err := unix.Uname(&system); err != nil || !tellsErrors(unix.ByteSliceToString(system.Release[:])) {
		return errors.ErrUnsupported
	}
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

// tellsErrors reports whether syncfs(2) gives all errors in a release of Linux, which it does from 5.17 on: before that
// it dropped those of the file system itself, and before 5.8 those of files.
func tellsErrors(release string) bool {
	var major, minor int
	if _, err := fmt.Sscanf(release, "%d.%d", &major, &minor); err != nil {
		return false
	}
	return major > 5 || major == 5 && minor >= 17
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
// errors. In layers and over networks it says that all is well and does less: that of overlayfs sees no errors of the
// layer below, and those in user space and over SMB are not told at all. That of F2FS hides some errors.
func syncsAll(fileSystem uint32) bool {
	switch fileSystem {
	case unix.EXT4_SUPER_MAGIC, unix.XFS_SUPER_MAGIC, unix.BTRFS_SUPER_MAGIC, unix.TMPFS_MAGIC:
		return true
	}
	return false
}

// writeErrors tells whether writing files that were waited for has failed: syncfs(2) may have told another program so
// before. The error is [errors.ErrUnsupported] if the system refuses to tell.
func writeErrors(files []*os.File) error {
	errs := make([]error, len(files))
	for i, f := range files {
		switch err := unix.SyncFileRange(int(f.Fd()), 0, 0, unix.SYNC_FILE_RANGE_WAIT_BEFORE); err {
		case nil:
		case unix.ENOSYS, unix.EOPNOTSUPP, unix.EPERM, unix.EINVAL:
			return errors.ErrUnsupported
		default:
			errs[i] = &os.PathError{Op: "sync", Path: f.Name(), Err: err}
		}
	}
	return cmp.Or(errs...)
}
