// Package check holds the consistency rules that a dataset must satisfy before an edition is written.
//
// In: a [stat.Dataset], the period of the edition, and what the caller knows of its languages, fonts and of reading
// printed figures. Out: all findings at once, sorted. Each has the rule that found it, the place to fix, and a message
// in Chinese and English whose figures are arguments, worded later by the locale package.
//
// What follows from what, beyond what an area declares, it takes from the catalogue. A file holds a family of rules.
//
// Derived traditional wordings must be filled in before a traditional edition is checked; an absent wording is reported
// as missing. Time is proportional to the number of facts. The order of facts, indicators or sentences in the files
// does not matter.
//
// It must not change the dataset, stop at the first finding, format a figure, read a file or use a clock.
package check
