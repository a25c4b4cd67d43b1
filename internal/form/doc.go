// Package form makes the form that an office fills in with the figures of a period.
//
// In: an area's dataset, a period, and a theme if the form is for one department. Out: the rows and columns of the form,
// which a reader of filled-in forms uses too, and an XLSX file: the figures to fill in, guidance, and what the cells held when
// the form was made. It must not read a file, and must not know how a dataset is stored.
package form
