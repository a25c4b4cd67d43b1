// Package config finds out what the person who runs the program asked for.
//
// In: the command line's flags, the environment's NIANBAO_* variables, a YAML file, and defaults, each winning
// over the next. Out: one plain, checked [Config], and for each of its keys the value and where it came from.
// Whatever is unknown, of a wrong type or not allowed is reported in one run, with its place.
//
// It must not look at areas, fonts or any file but its own, know a clock, keep a global state, or import
// another package of this module. It is the only one that knows viper.
package config
