// Package config determines the effective configuration.
//
// In: the command line's flags, the environment's NIANBAO_* variables, a YAML file, and defaults, each overriding the
// next. Out: one plain, checked [Config], and for each key its value and origin. One run reports everything that is
// unknown, of a wrong type or not allowed, with its place.
//
// It must not read areas, fonts or any file but its own, know a clock, keep global state, or import another package of
// this module. It is the only importer of viper.
package config
