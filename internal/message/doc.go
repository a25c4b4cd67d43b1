// Package message holds what the program says to people, in the languages of its user interface. A text keeps its
// English format and its arguments until it is known who reads it; the catalogue has the Chinese of each format.
//
// In: an English format with its arguments, or an error. Out: English, exactly as [fmt.Errorf] words it, or Chinese.
//
// It must not know a command, an area or a file, nor word what stands in an edition: that is package locale's part.
package message
