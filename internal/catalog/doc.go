// Package catalog holds the indicators that bulletins and work reports have in common: codes, names in both languages and
// other names in print, units, what growth is measured by, what is a part of what, and the sources of the English.
//
// In: the tables under data, which are part of the program, and a name or a code. Out: definitions as package stat has them.
// It must not know an area, a figure or a file of an area.
package catalog
