// Package batch does one job for many areas: which of them, on how many workers, and what became of each.
//
// In: the names of areas, and a function that makes the edition of one. Out: a tally. One area that fails, or that
// meets a fault of the program, does not stop the others. Memory is bounded by the workers, not by the areas.
//
// It must not know what an edition is, print, or read a clock.
package batch
