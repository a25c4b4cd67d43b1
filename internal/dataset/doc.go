// Package dataset reads the YAML files of one area's folder into a [stat.Dataset].
//
// In: a file system rooted at the areas folder, and the name of an area. Out: the dataset with every code
// resolved, every default applied and every fact under its ID, together with the bytes it was read from; or
// every fault of every file, each with file, line and path of keys. The format is docs/dataset.md.
//
// It works in two steps. The decoder turns YAML into plain file structs and judges form: keys, types,
// languages, literals. The binder turns those into the words of package stat and judges meaning: codes,
// units, sources, IDs. Both go on after a fault, so that one run lists all of them.
//
// It must not judge figures against each other (package check does), choose words for a reader, write
// files, or know of any particular area.
package dataset
