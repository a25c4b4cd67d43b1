// Package merge works out what proposals change in an area's files.
//
// In: the contents of the files and proposals, each a change of one figure. Out: a plan, which has the new contents of the
// files that change, the dataset that they make, and each figure before and after; or all reasons why a proposal cannot be
// taken, each with its cell. Only the bytes of the values change, and the new files are read again: no other figure may
// differ, and each that is changed must be as proposed. Sentences, targets, sources, indicators and acceptances that are added,
// changed or taken back are planned in the same way.
//
// It must not read forms, write to disk, or decide whether a change is right.
package merge
