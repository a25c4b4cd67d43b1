// Package reading reads figures as sources print them.
//
// In: a printed text, and the figure that it is said to print. Out: the figure that it does print, exactly.
// It must not know a file format, judge a figure (that is package check's part), or write words.
package reading
