// Package tidy writes the figures of an edition for machines: the tidy table and the tables beside it as CSV, a data
// package that describes them, and everything the edition holds as JSON. Tests read all of them back, and turn the
// tidy table into the facts it was made from.
//
// In: an edition and words. Out: bytes. It must not decide anything the edition has not decided, and never
// turns a figure into a floating-point number.
package tidy
