// Package xlsxread reads the cells of a workbook in the format of Excel (ECMA-376), as a program like this one writes it.
//
// In: the bytes of an XLSX file. Out: the texts of its cells by sheet, row and column, exactly as stored, or an error
// that names the part. It must not know what a sheet is about, must not format or calculate anything, and must not take
// more memory than the limits below for any file.
//
// It has a scanner of its own, since verifying a release reads the whole workbook: the tokens of encoding/xml alone take
// more than three times as long as all of [Read]. Tests hold it against that library.
package xlsxread
