// Package document composes an edition into chapters of blocks, worded in every language of the edition, with the fact
// behind each figure.
//
// In: an edition, and the words of its languages. Out: a [Document], read-only. Which chapters, columns, rows and charts
// there are, and what gives way where there is no room, is decided here, once for every renderer.
// It must not know lengths, colours, fonts or pages.
package document
