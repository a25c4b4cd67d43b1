// Package export runs one job from end to end: load, check, build, render, publish. It also runs all jobs that are due,
// and verifies published releases.
//
// In: a configuration. Out: a release folder, or an error with nothing changed. It must not parse flags, print, or know
// what a file contains.
package export
