// Package hourly makes an operating system start the program every hour.
//
// In: which program, in which folder, as which user. Out: units of systemd or a task of Windows, which are the examples of
// docs/scheduling with these in the place of theirs. It must not know what the program does, nor tell the system of them.
package hourly
