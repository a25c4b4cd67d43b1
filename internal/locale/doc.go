// Package locale puts figures into words: quantities, growth, ranks, dates, periods, codes, fixed phrases and templates
// in Simplified Chinese, Traditional Chinese and English. Its tests read the words back.
//
// In: one exact value, and the language. Out: its words. Chinese is written once, in simplified characters, and
// converted if traditional ones are asked for.
//
// It must not choose what is said (the edition does), know a layout or a file format, round a figure, read a printed
// one, or know any area. It writes one rounded number, the hectares behind an area in mu, for the reader's convenience.
package locale
