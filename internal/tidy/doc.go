// Package tidy writes the figures of an edition for machines. It writes the tidy table and its companion tables as CSV,
// a data package that describes them, and the whole edition as JSON. Tests read all of them back, and turn the tidy
// table into the facts it was made from.
//
// In: an edition and words. Out: bytes. It must not decide anything that the edition has not decided, and never turns a
// figure into a floating-point number.
package tidy
