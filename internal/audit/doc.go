// Package audit judges finished releases by what they say of themselves: checksums by the manifest, columns by the data
// package, words and figures by edition.json; and compares and lists them.
//
// In: folders of releases, or their files in a store. Out: what is wrong with them, what differs between them.
// It must not know the words, columns and formats of the program that runs: a release of an earlier program is as sound as
// on its first day. What releases of output version 1 do not say of themselves stands in first.go.
package audit
