// Package export does one job from end to end: load, check, build, render, publish; does the jobs that
// are due at a moment; and verifies what an earlier one has published.
//
// In: a configuration. Out: a release folder, or an error and nothing changed.
// It must not parse flags, print, or know what stands in a file.
package export
