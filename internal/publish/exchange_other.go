//go:build !linux

package publish

import "errors"

// exchange is not had here; two renamings do its work.
func exchange(string, string) error { return errors.ErrUnsupported }
