// Package workbook turns an edition into an Excel workbook. It decides which sheets, tables and charts there are, and
// what their cells contain.
//
// In: an edition and the words of its languages. Out: the bytes of an XLSX file, the same for the same input. It
// must not decide what the edition says, must not turn a figure into a floating-point number or into text, and
// must not know how a file is written: package xlsx does that.
package workbook
