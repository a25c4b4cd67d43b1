// Package yamledit changes single values of a YAML text and leaves all its other bytes alone.
//
// In: the bytes of a YAML file, and paths of keys as in observations.gdp.level[0] with the new text of a value. Out: the
// bytes with the value replaced, added or removed: comments, order, quotes and line ends elsewhere stay. It must not know
// what a file is about, and must not write a file anew from its tree.
package yamledit
