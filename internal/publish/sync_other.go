//go:build !linux

package publish

import (
	"errors"
	"os"
)

// beginWriting does nothing: only Linux lets a disk begin without waiting for it.
func beginWriting(*os.File) {}

// syncDisks does nothing: only Linux lets one wait for a whole disk.
func syncDisks([]*os.File) error { return errors.ErrUnsupported }

// writeErrors is not asked where [syncDisks] does nothing.
func writeErrors([]*os.File) error { return nil }
