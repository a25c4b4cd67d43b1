// Package typeset composes text into lines. It knows the advance width of every character of a font, where Chinese and
// English may break, the gaps between Han and Latin, how far punctuation may be compressed, and how a line is
// justified.
//
// In: styled spans of text, a width in points and the alignment of the lines. Out: lines of positioned runs. It
// must not know PDF, pages or editions, and it never drops, adds or reorders a character.
//
// A [Setter] sets the texts of a document and caches its measurements (setter.go). A paragraph goes through these
// steps, one file each. Its characters are measured and classified (paragraph.go, face.go, class.go, quote.go) and
// grouped into clusters (cluster.go). Gaps between scripts are opened and punctuation is compressed (gap.go,
// squeeze.go). If the paragraph does not fit on one line, line-break opportunities are found (kinsoku.go), from the
// neighbouring characters (familiar.go) or else by the segmenter (cluster.go), and removed inside figures (figure.go).
// Breaks are chosen over the whole paragraph (node.go, fit.go) by the cost of bringing each line to its width
// (white.go, justify.go). Finally the lines are placed (line.go).
//
// The rules are those of clreq (W3C, Requirements for Chinese Text Layout; clause numbers are those of the 2025 text)
// and of GB/T 15834-2011, clause 5.1. Of clreq's four sets of line-break prohibitions, the package implements the
// strict one.
package typeset
