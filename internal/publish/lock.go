package publish

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// lockName is the file that is locked. It stays when the lock is released: to remove it would let two runs
// hold locks on different files of that name.
const lockName = ".nianbao.lock"

// Lock keeps other runs out of an output folder, which it makes if it is missing. It does not wait: the error is
// [ErrLocked] if another run holds the lock. The operating system releases the lock of a run that died.
func Lock(root string) (unlock func() error, err error) {
	if err := os.MkdirAll(root, folderMode); err != nil {
		return nil, fmt.Errorf("lock output folder: %w", err)
	}
	lock := flock.New(filepath.Join(root, lockName), flock.SetPermissions(fileMode))
	held, err := lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock output folder: %w", err)
	}
	if !held {
		return nil, fmt.Errorf("lock output folder %q: %w", root, ErrLocked)
	}
	return lock.Unlock, nil
}
