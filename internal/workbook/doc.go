// Package workbook turns an edition into an Excel workbook, in two steps: a plan says which sheets, tables and
// typed cells there are, writing puts the plan into a file.
//
// In: an edition and the words of its languages. Out: the bytes of an XLSX file, the same for the same input;
// and the figures of its sheets read back. It must not decide what the edition says, must not turn a figure into
// a floating-point number or into text, and only its files that make frames and styles know the spreadsheet
// library.
package workbook
