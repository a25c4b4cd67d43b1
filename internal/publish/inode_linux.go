package publish

import (
	"fmt"
	"io/fs"
	"syscall"
	"time"
)

// inode tells a file from all others on its machine, and when it was last changed: programs can set the time of its
// contents, but not this one.
func inode(info fs.FileInfo) (mark string, changed time.Time) {
	is, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return "", time.Time{}
	}
	return fmt.Sprint(is.Dev, is.Ino), time.Unix(is.Ctim.Unix())
}
