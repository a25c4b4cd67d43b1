package dataset

import (
	"cmp"
	"slices"
	"strings"

	"nianbao/internal/message"
	"nianbao/internal/stat"
)

// Error is one fault of an area's files.
type Error struct {
	Place stat.Place // file relative to the area's folder, line, path of keys
	Msg   error      // what is wrong, and where possible what to write instead

	beyond int // of the last one of a list: how many more were met, and not kept
}

// Error gives "2023.yaml:14: observations.gdp.level: is empty: …".
func (e Error) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e Error) Message() *message.Text {
	if at := e.Place.String(); at != "" {
		return message.Of("%s: %v", at, e.Msg)
	}
	return message.Of("%v", e.Msg)
}

// Errors are all faults of an area's files, in the order of file and line.
type Errors []Error

// Error gives a single fault as it is, and several as their number and one indented line each.
func (e Errors) Error() string { return e.Message().Error() }

// Message implements [message.Messenger].
func (e Errors) Message() *message.Text {
	n := len(e)
	if n > 0 {
		n += e[n-1].beyond
	}
	list := message.List(n, "\n  ", func(i int) *message.Text { return e[i].Message() })
	if n == 1 {
		return list
	}
	return message.Of("%d errors:\n  %s", n, list)
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
type faults struct {
	list Errors
	met  int // in all; the first of them are kept
}

// mostKept is how many faults are kept: a file can have a fault in every few bytes.
const mostKept = 1000

func (f *faults) add(at stat.Place, format string, args ...any) {
	f.met++
	if f.met > mostKept {
		return
	}
	f.list = append(f.list, Error{Place: at, Msg: message.Errorf(format, args...)})
}

// full reports whether further faults are only counted.
func (f *faults) full() bool { return f.met >= mostKept }

// sorted is the list by file and line, or nil if there is no fault.
func (f *faults) sorted() Errors {
	slices.SortStableFunc(f.list, func(a, b Error) int {
		return cmp.Or(strings.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Line, b.Place.Line))
	})
	if n := len(f.list); n > 0 {
		f.list[n-1].beyond = f.met - n
	}
	return f.list
}

// suggestionsUpTo bounds the work of looking for similar names in a file that is wrong all over.
const suggestionsUpTo = 200

// few are as many names as a message lists.
const few = 30

// instead says what may have been meant by an unknown name: the nearest candidate, or the candidates if
// there are few.
func (f *faults) instead(name string, candidates []string) *message.Text {
	if f.met < suggestionsUpTo {
		if near := nearest(name, candidates); near != "" {
			return message.Of("; did you mean %q?", near)
		}
	}
	switch {
	case len(candidates) == 0:
		return message.Plain("; there are none")
	case len(candidates) <= few:
		return message.Of("; known: %s", strings.Join(candidates, ", "))
	default:
		return message.Plain("")
	}
}
