package config

import (
	"fmt"
	"strings"
)

// Problem is one thing that is wrong with what was asked for.
type Problem struct {
	Origin  string // flag, variable, or file and line; "" if it is in several
	Key     string // as output.dir; "" if it is about a whole file
	Message string
}

// String gives "config/exporter.yaml:3: languages: …", leaving out what is unknown.
func (p Problem) String() string {
	var parts []string
	for _, s := range []string{p.Origin, p.Key, p.Message} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ": ")
}

// Error holds everything that is wrong with a configuration. It is the person's to mend: a usage error.
type Error struct {
	Problems []Problem // at least one
}

func (e *Error) Error() string {
	if len(e.Problems) == 1 {
		return "configuration: " + e.Problems[0].String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "configuration: %d problems:", len(e.Problems))
	for _, p := range e.Problems {
		b.WriteString("\n  " + p.String())
	}
	return b.String()
}
