// Package document composes an edition into chapters of blocks, worded in every language of the edition, with the fact
// behind each figure.
//
// In: an edition, and the words of its languages. Out: a [Document], read-only. It decides once for all renderers which
// chapters, columns, rows and charts there are, and what to leave out where space is short. It must not know lengths,
// colours, fonts or pages.
package document
