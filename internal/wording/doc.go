// Package wording puts an edition into the words of a language: facts, sentences, notes, conventions, progress,
// revisions, and the rows of the tidy table. It composes the sentences of chapters that the office has not written, the main
// points and the messages of charts: a rule of the tables under rules looks at what the figures are like, and makes a template
// of them, which is worded as one of the office.
//
// In: an edition, and the words of a language. Out: texts in that language, and the rows of the tidy table. It
// must not choose which facts an edition has or their order (the edition does), compute a figure, or know a layout or a file
// format.
package wording
