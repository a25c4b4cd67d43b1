// Package locale puts figures into words: quantities, growth, ranks, dates, periods, codes, fixed phrases and
// templates in Simplified Chinese, Traditional Chinese and English. Its tests read the words back.
//
// In: one exact value, and the language. Out: its words. Chinese is written once, in simplified characters, and
// converted where traditional ones are asked for.
//
// It must not choose what is said (that is the edition's part), know a layout or a file format, round a figure, read
// a printed one, or know any area. The one rounded number it writes is the hectares behind an area in mu, a courtesy
// to the reader.
package locale
