// Package stat holds the words of official statistics: period, unit, quantity, indicator, observation,
// ranking, target, project, milestone, variant, provenance, finding, and the dataset made of them.
//
// In: nothing but values handed over by callers. Out: plain values with exact arithmetic.
// It must not read files, know a clock, choose words for a reader, or import anything but the standard
// library, the decimal type and package message, which its errors are texts of.
package stat
