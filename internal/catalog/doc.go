// Package catalog holds the indicators that bulletins and work reports have in common: codes, names in both languages and
// other names in print, units, what growth is measured by, what is a part of what, and the sources of the English.
// In go the tables under data, which are part of the program; out come definitions as package stat has them. It knows no
// area, no figure and no file of an area.
package catalog
