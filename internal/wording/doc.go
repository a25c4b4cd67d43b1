// Package wording puts what an edition says into the words of a language: facts, sentences, notes, conventions, progress,
// revisions, and the rows of the tidy table.
//
// In: an edition, and the words of a language. Out: texts of that language, and the rows of the tidy table.
// It must not choose what is said or in which order (that is the edition's part), work out a figure, or know a layout or a
// file format.
package wording
