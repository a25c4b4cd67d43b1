// Package cli is the command line: commands, flags, messages and exit codes.
//
// In: arguments, environment and streams. Out: an exit code, results on stdout, everything else on stderr. It is the
// only package that reads the clock and the environment, and must not do any of the work itself.
package cli
