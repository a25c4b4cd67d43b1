// Package briefing draws a document as a PDF. It works in three steps: it lays out the content in blocks, one
// below the other, puts the blocks on pages, and draws the pages.
//
// In: a document, its languages, a theme and fonts. Out: the bytes of a tagged, archival PDF. It must not know editions
// or decide what is said. Only draw.go knows the PDF library.
package briefing
