// Package schedule lists the periods for which an area owes an edition at a given time, with the due date and the
// deadline of each.
//
// In: the rules (every month, quarter or year; days after the period's end; working days; a time of day and its zone)
// and a time. Out: periods with their two times, oldest first. It must not read the clock, a file or the environment.
package schedule
