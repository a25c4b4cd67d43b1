// Package fonts holds the typefaces that travel inside the program: Noto Sans SC in two weights, under the
// SIL Open Font License (OFL.txt). They cover Simplified and Traditional Chinese and Latin.
//
// In: nothing. Out: the bytes of TrueType files. It must not parse them.
package fonts

import _ "embed" // for the font files

//go:embed NotoSansSC-Regular.ttf
var regular []byte

//go:embed NotoSansSC-Bold.ttf
var bold []byte

// Pair is a typeface in the two weights a briefing uses, as the bytes of two TrueType files.
type Pair struct {
	Regular, Bold         []byte
	RegularFile, BoldFile string // where they were read; "" of the program's own
}

// Embedded returns the program's own typeface. Callers must not write to its bytes.
func Embedded() Pair { return Pair{Regular: regular, Bold: bold} }
