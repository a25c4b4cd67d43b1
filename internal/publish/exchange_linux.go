package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"

	"nianbao/internal/message"
)

// exchange swaps two folders in one step with renameat2(2) and RENAME_EXCHANGE.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, unix.EINVAL), errors.Is(err, unix.ENOSYS), errors.Is(err, unix.ENOTSUP):
		return message.Errorf("exchange folders: %w", errors.ErrUnsupported)
	default:
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
}
