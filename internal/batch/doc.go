// Package batch runs one job for many areas. It selects the areas, bounds the number of workers and tallies the
// outcomes.
//
// In: the names of areas, and a function that makes the edition of one area. Out: a tally. A failure or a panic in one
// area does not stop the others. Memory is bounded by the number of workers, not of areas.
//
// It must not know what an edition is, print, or read a clock.
package batch
