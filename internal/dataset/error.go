package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/stat"
)

// Error is one fault of an area's files.
type Error struct {
	Place stat.Place // file relative to the area's folder, line, path of keys
	Msg   string     // what is wrong, and where possible what to write instead
}

// Error gives "2023.yaml:14: observations.gdp.level: is empty: …".
func (e Error) Error() string {
	at := e.Place.String()
	if at == "" {
		return e.Msg
	}
	return at + ": " + e.Msg
}

// Errors are all faults of an area's files, in the order of file and line.
type Errors []Error

// Error gives a single fault as it is, and several as their number and one indented line each.
func (e Errors) Error() string {
	if len(e) == 1 {
		return e[0].Error()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d errors:", len(e))
	for _, one := range e {
		b.WriteString("\n  ")
		b.WriteString(one.Error())
	}
	return b.String()
}

// Unwrap gives each fault, for [errors.As] and [errors.Is].
func (e Errors) Unwrap() []error {
	all := make([]error, len(e))
	for i := range e {
		all[i] = e[i]
	}
	return all
}

// faults collects errors in the order in which they are met.
type faults struct{ list Errors }

func (f *faults) add(at stat.Place, format string, args ...any) {
	f.list = append(f.list, Error{Place: at, Msg: fmt.Sprintf(format, args...)})
}

// sorted is the list by file and line, or nil if there is no fault.
func (f *faults) sorted() Errors {
	slices.SortStableFunc(f.list, func(a, b Error) int {
		return cmp.Or(strings.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Line, b.Place.Line))
	})
	return f.list
}

// suggestionsUpTo bounds the work of looking for similar names in a file that is wrong all over.
const suggestionsUpTo = 200

// instead says what may have been meant by an unknown name: the nearest candidate, or the candidates if
// there are few.
func (f *faults) instead(name string, candidates []string) string {
	const few = 30
	if len(f.list) < suggestionsUpTo {
		if near := nearest(name, candidates); near != "" {
			return fmt.Sprintf("; did you mean %q?", near)
		}
	}
	switch {
	case len(candidates) == 0:
		return "; there are none"
	case len(candidates) <= few:
		return "; known: " + strings.Join(candidates, ", ")
	default:
		return ""
	}
}
