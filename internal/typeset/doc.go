// Package typeset composes text into lines: it knows the advance of every character of a font, where Chinese
// and English may break, which gaps stand between Han and Latin, how far marks are squeezed and how a line is
// spaced out to its width.
//
// In: styled spans of text, a width in points and how the lines are to be aligned. Out: lines of positioned
// runs. It must not know about PDF, pages or editions, and it never drops, adds or reorders a character.
//
// A [Setter] sets the texts of a document, and remembers those it has measured (setter.go). A paragraph goes through
// these steps, one file each: its characters are measured and classed (paragraph.go, face.go, class.go, quote.go), and
// those that belong together found (cluster.go); gaps between scripts are opened and marks squeezed (gap.go,
// squeeze.go). Unless it fits on one line, places where a line may end are found (kinsoku.go), by the characters around
// them (familiar.go) or else by the segmenter (cluster.go), and forbidden inside figures (figure.go); breaks are chosen
// over the whole paragraph (node.go, fit.go) by what it takes to bring each line to its width (white.go, justify.go).
// The lines are placed (line.go).
//
// The rules are those of clreq (W3C, Requirements for Chinese Text Layout; clause numbers are of the text of 2025)
// and of GB/T 15834-2011, clause 5.1. Of clreq's four sets of prohibitions this is the strict one.
package typeset
