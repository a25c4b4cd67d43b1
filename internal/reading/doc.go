// Package reading parses figures as sources print them.
//
// In: a printed text, and the figure it is claimed to print. Out: the figure it does print, exactly. It must not know a
// file format, judge a figure (package check does), or write words.
package reading
