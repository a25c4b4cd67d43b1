// Package check holds the consistency rules that a dataset must satisfy before an edition is written.
//
// In: a [stat.Dataset], the period of the edition, and what the caller knows of its languages, fonts and of
// reading printed figures. Out: every finding at once, sorted, each with the rule that found it, the place to
// mend and a message in Chinese and English whose figures are arguments, worded later by the locale package.
//
// Traditional wordings that are derived must be filled in before a traditional edition is checked: a wording
// that is absent is reported as missing. Time grows with the number of facts, never with its square, and the
// order in which facts, indicators or sentences stand in the files does not matter.
//
// It must not change the dataset, stop at the first finding, word a figure, read a file or know a clock.
package check
