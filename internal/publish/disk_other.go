//go:build !unix

package publish

// syncDir does nothing: only Unix lets a folder be synchronised.
func syncDir(string) error { return nil }
