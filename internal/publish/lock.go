package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"

	"nianbao/internal/file"
	"nianbao/internal/message"
)

// lockName is the file that is locked. It holds a line about who holds the lock, and goes with the lock.
const lockName = ".nianbao.lock"

// LockedError says that another run works in an output folder. It is an [ErrLocked].
type LockedError struct {
	Root   string
	Holder string // what the other run says of itself; "" if it has not said so yet
}

// Error gives the message in English.
func (e *LockedError) Error() string { return e.Message().Error() }

// Message names the folder and who holds it.
func (e *LockedError) Message() *message.Text {
	if e.Holder == "" {
		return message.Of("output folder %q: %v", e.Root, ErrLocked)
	}
	return message.Of("output folder %q: %v: %s", e.Root, ErrLocked, message.Plain(e.Holder))
}

// Unwrap gives ErrLocked.
func (e *LockedError) Unwrap() error { return ErrLocked }

// Lock keeps other runs out of an output folder, which it makes if it is missing; unlocking removes a folder that was
// made for nothing. It does not wait: the error is a [*LockedError] if another run holds the lock, and tells what that
// one has given as its holder, one line. The operating system releases the lock of a run that died.
func Lock(root, holder string) (unlock func() error, err error) {
	made := missing(root)
	name := filepath.Join(root, lockName)
	// A run that ends removes the file, perhaps between our opening and locking it: then it is no lock.
	for range 100 {
		if err := os.MkdirAll(root, folderMode); err != nil {
			return nil, message.Errorf("lock output folder: %w", err)
		}
		held, lock, err := tryLock(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, message.Errorf("lock output folder: %w", err)
		case !held:
			text, _ := file.Read(context.Background(), name, file.Note) // says more, and decides nothing
			return nil, &LockedError{root, strings.TrimSpace(string(text))}
		case !current(lock, name):
			_ = lock.Unlock() // of a file that no one can see
			continue
		}
		_ = os.WriteFile(name, []byte(holder+"\n"), fileMode) // the lock holds on a full disk too
		return func() error { return unlockAndTidy(lock, name, made) }, nil
	}
	return nil, &LockedError{Root: root}
}

// tryLock locks a file, which it makes if it is missing. What is no regular file, or a link, is not touched.
func tryLock(name string) (held bool, lock *flock.Flock, err error) {
	info, err := os.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		return false, nil, &file.NotFileError{Name: name, Mode: info.Mode()}
	}
	lock = flock.New(name, flock.SetPermissions(fileMode))
	held, err = lock.TryLock()
	return held, lock, err
}

// current reports whether the locked file is the one that others see.
func current(lock *flock.Flock, name string) bool {
	mine, err := lock.Stat()
	if err != nil {
		return false
	}
	seen, err := os.Stat(name)
	return err == nil && os.SameFile(mine, seen)
}

// unlockAndTidy removes the file while the lock is still held, then folders that were made for it and are empty.
func unlockAndTidy(lock *flock.Flock, name string, made []string) error {
	_ = os.Remove(name) // where an open file cannot be removed, it stays
	err := lock.Unlock()
	if err != nil {
		err = message.Errorf("unlock %q: %w", name, err)
	}
	for _, dir := range made {
		_ = os.Remove(dir) // succeeds only if it is empty
	}
	return err
}

// tidyLock removes the file of a lock that nobody holds any more, as a run leaves it that is killed before it removes it.
func tidyLock(root string) {
	if !exists(filepath.Join(root, lockName)) {
		return
	}
	if unlock, err := Lock(root, ""); err == nil {
		_ = unlock() // what cannot be removed is in nobody's way
	}
}

// missing lists the folders that are to be made for a path, the innermost first.
func missing(dir string) []string {
	var list []string
	for dir = filepath.Clean(dir); !exists(dir); dir = filepath.Dir(dir) {
		list = append(list, dir)
	}
	return list
}
