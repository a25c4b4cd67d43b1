// Package tagpdf turns a finished PDF into a tagged, archival one: PDF/UA-1 (ISO 14289-1) and PDF/A-3a
// (ISO 19005-3) at once.
//
// In: the bytes of a PDF written by fpdf whose content is marked, and a Document that says what the marks mean and
// holds the fonts.
// Out: the bytes of a PDF 1.7 file, the same for the same input; and, from any such file, its text, the elements of
// its structure tree with the text of each, and the files inside.
// It must not know an edition, choose a word, draw, or guess: what it does not understand in the input is an
// error that names the object.
//
// Clause numbers without a standard are those of ISO 32000-1 (PDF 1.7).
package tagpdf
