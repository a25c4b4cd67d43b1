// Package scheduling has the examples of docs/scheduling.md that the program installs.
//
// In: nothing. Out: the text of the files beside it. It must not change them.
package scheduling

import _ "embed" // for the files

// The files.
var (
	//go:embed nianbao-due.service
	Service string
	//go:embed nianbao-due.timer
	Timer string
	//go:embed nianbao-due.xml
	Task string
)
