// Package intake reads what people send back: filled-in forms, edited workbooks of an edition, and edited data.csv files.
//
// In: the bytes of a file, and the data of the area that it is about. Out: proposals, each a change of one figure with the cell
// it was read in, and problems, each with its cell. A cell means one figure or is a problem: nothing is guessed, and nothing
// that was typed is passed over. It must not change an area's files, and must not judge whether a figure is right.
package intake
