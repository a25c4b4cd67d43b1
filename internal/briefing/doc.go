// Package briefing draws a document as a PDF, in three steps: blocks become slabs, one below the other; pages say what
// stands where; drawing puts it on paper.
//
// In: a document, its languages, a theme and fonts. Out: the bytes of a tagged, archival PDF.
// It must not know editions or decide what is said, and only its file draw.go knows the PDF library.
package briefing
