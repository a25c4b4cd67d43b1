// Package licence has the licences of all that the program is made of.
//
// In: nothing. Out: their text, as .ci/licences/run writes it. It must not know what the program does.
package licence

import _ "embed"

//go:embed NOTICE
var notice string

// Notice is the licence of the program, of each module and typeface in it, of the dictionaries, and of Go.
func Notice() string { return notice }
