// Package stat defines the terms of official statistics: period, unit, quantity, indicator, observation, ranking,
// target, project, milestone, variant, provenance, finding, and the dataset made of them.
//
// In: only values from callers. Out: plain values with exact arithmetic. It must not read files, know a clock, choose
// words for a reader, or import anything but the standard library, the decimal type and
// package message, which makes its errors.
package stat
