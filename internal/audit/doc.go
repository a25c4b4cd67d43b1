// Package audit verifies, compares and lists finished releases. It relies only on what a release says about itself:
// checksums are in the manifest, columns in the data package, words and figures in edition.json.
//
// In: folders of releases, or their files in a store. Out: faults of a release, and differences between releases. It
// must not know the words, columns or formats of the running program: a release of an earlier program is as sound as on
// its first day. The file first.go holds what releases of output version 1 do not say about themselves.
package audit
