//go:build !windows

package cli

import (
	"os"

	"golang.org/x/term"
)

// FromDesktop reports whether the program was started by a double click: with a screen, and without a terminal.
func FromDesktop() bool {
	for _, f := range []*os.File{os.Stdin, os.Stdout, os.Stderr} {
		if term.IsTerminal(int(f.Fd())) {
			return false
		}
	}
	return os.Getenv("DISPLAY")+os.Getenv("WAYLAND_DISPLAY") != ""
}
