// Package file reads what comes from outside: data, configuration, fonts, manifests, files of releases. Every file is small,
// regular and interruptible, or refused.
//
// In: a name, a limit and a context. Out: bytes, or an error that names the file: a [*NotFileError] for what is no regular
// file, a [*SizeError] for what is larger than its kind may be, the context's error once that has ended. Opening never
// waits, as it would for the writer of a named pipe.
//
// It must not know what is in a file.
package file
