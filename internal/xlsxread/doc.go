// Package xlsxread reads the cells of a workbook in the Excel format (ECMA-376), as written by this program.
//
// In: the bytes of an XLSX file. Out: the texts of its cells by sheet, row and column, exactly as stored, or an error
// that names the part. It must not know what a sheet is about, must not format or calculate anything, and must not use
// more memory than the limits below for any file.
//
// It has its own scanner, because verifying a release reads the whole workbook: reading the tokens with encoding/xml
// alone takes more than three times as long as all of [Read]. Tests compare it with that library.
package xlsxread
