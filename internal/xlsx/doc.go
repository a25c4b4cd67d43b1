// Package xlsx writes workbooks in the Excel format (ECMA-376): cells, styles, tables, charts and the archive around
// them.
//
// In: a [Book], which holds the contents of the cells of its sheets. Out: the bytes of an XLSX file, the same for the
// same book, or an error that names the sheet and the cell that cannot be written. It must not know what a sheet is
// about, must not have words of its own, and must not turn a number into a floating-point number: its digits are
// written unchanged. Only its files of frames and styles know the spreadsheet library.
package xlsx
