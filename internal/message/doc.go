// Package message holds what the program says to people, in the languages of its user interface. A text keeps its
// English format and its arguments until its language is known; the catalogue holds the Chinese for each format.
//
// In: an English format with its arguments, or an error. Out: English, exactly as [fmt.Errorf] words it, or Chinese.
//
// It must not know a command, an area or a file, or write the text of an edition: package locale does that.
package message
