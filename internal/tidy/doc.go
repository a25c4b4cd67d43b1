// Package tidy writes the figures of an edition for machines: the tidy table as CSV, and everything the
// edition holds as JSON; and it reads both back.
//
// In: an edition and words. Out: bytes. It must not decide anything the edition has not decided, and never
// turns a figure into a floating-point number.
package tidy
