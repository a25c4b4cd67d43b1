package cli

import "github.com/inconshreveable/mousetrap"

// FromDesktop reports whether the program was started by a double click: then its window closes when it ends.
func FromDesktop() bool { return mousetrap.StartedByExplorer() }
