// Package briefing draws a document as a PDF, in three steps: what the document holds is set in blocks, one below the other;
// blocks are put on pages; pages are drawn.
//
// In: a document, its languages, a theme and fonts. Out: the bytes of a tagged, archival PDF.
// It must not know editions or decide what is said, and only its file draw.go knows the PDF library.
package briefing
