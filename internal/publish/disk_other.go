//go:build !unix

package publish

// SyncDir does nothing: only Unix lets a folder be synchronised.
func SyncDir(string) error { return nil }
