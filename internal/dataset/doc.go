// Package dataset reads the YAML files of one area's folder into a [stat.Dataset].
//
// In: a file system rooted at the areas folder, and the name of an area. Out: the dataset, with every code resolved,
// every default applied and every fact under its ID, and the bytes it was read from; or all faults of all files, each
// with file, line and path of keys. The format is documented in docs/dataset.md.
//
// It works in two steps. The decoder turns YAML into plain file structs and checks form: keys, types, languages,
// literals. The binder turns those into the types of package stat and checks meaning: codes, units, sources, IDs. Both
// continue after a fault, so that one run lists all of them.
//
// It must not compare figures with each other (package check does), choose words for a reader, write files, or know any
// particular area.
package dataset
