// Package webpage writes a document as one web page, in all of its languages: a file that needs no other file, no script and
// no network.
//
// In: a document, the words of its languages, colours, and the other files of the release. Out: the bytes of the page. It
// must not know editions or PDF, or decide what is said.
//
// The frame of the page is templates of html/template. Figures, cells and drawings, of which there are thousands, are written
// by [markup] and [drawing]; all words in them go through the escaping of that package. The page has each chapter once, with a
// part for each language; what a link from anywhere can lead to, such as an entry of the register, stands there once for all
// languages. The style sheet shows the language whose radio button is checked.
package webpage
