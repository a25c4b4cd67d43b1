// Package schedule says which periods an area owes an edition for at a moment: from when each is due, and until
// when its data are waited for.
//
// In: the rules (every month, quarter or year; days after the period's end; working days; a time of day and its
// zone) and a moment. Out: periods with their two moments, oldest first. It must not read the clock, a file or the
// environment.
package schedule
