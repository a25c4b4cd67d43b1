//go:build unix

package publish

import (
	"errors"
	"os"
	"syscall"
)

// SyncDir waits until a folder's names are on the disk. Some network file systems do not know how; what they
// promise then is theirs.
func SyncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
