// Package briefing turns an edition into a PDF, in three steps: blocks say what follows what, pages say what
// stands where, drawing puts it on paper.
//
// In: an edition, words and fonts. Out: the bytes of a PDF. It must not decide what the edition says, and
// only its file draw.go knows the PDF library.
package briefing
