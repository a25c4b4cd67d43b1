// Package typeset composes text into lines: it knows the advance of every character of a font, where Chinese
// and English may break, and which gaps stand between Han and Latin.
//
// In: styled spans of text and a width in points. Out: lines of positioned runs. It must not know about PDF,
// pages or editions, and it never drops, adds or reorders a character.
package typeset
