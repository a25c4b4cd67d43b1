package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// beginWriting has the disk begin to write what is in a file, and does not wait for it. Where it cannot, waiting does.
func beginWriting(f *os.File) {
	_ = unix.SyncFileRange(int(f.Fd()), 0, 0, unix.SYNC_FILE_RANGE_WRITE)
}
