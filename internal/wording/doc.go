// Package wording puts an edition into the words of a language: facts, sentences, notes, conventions, progress,
// revisions, and the rows of the tidy table.
//
// In: an edition, and the words of a language. Out: texts in that language, and the rows of the tidy table. It
// must not choose what is said or in which order (the edition does), compute a figure, or know a layout or a file
// format.
package wording
