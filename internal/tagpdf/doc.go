// Package tagpdf turns a finished PDF into a tagged, archival one that conforms to both PDF/UA-1 (ISO 14289-1) and
// PDF/A-3a (ISO 19005-3).
//
// In: the bytes of a PDF written by fpdf whose content is marked, and a Document that gives the meaning of the marks
// and holds the fonts. Out: the bytes of a PDF 1.7 file, the same for the same input. From any such file it reads back
// the text, the elements of the structure tree with the text of each, and the attached files. It must not know an
// edition, choose a word, draw, or guess: input that it does not understand is an error that names the object.
//
// Clause numbers without a standard are those of ISO 32000-1 (PDF 1.7).
package tagpdf
