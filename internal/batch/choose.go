package batch

import (
	"path"
	"strings"

	"nianbao/internal/message"
)

// Choose keeps the areas whose name one of the patterns matches, in their order. A pattern is that of [path.Match]:
// * stands for any characters, ? for one, [a-f] for one of these. A pattern that matches no area is an error, since it
// is most likely a slip of the pen.
func Choose(areas, patterns []string) ([]string, error) {
	if len(patterns) == 0 { // as of --areas ''
		patterns = []string{""}
	}
	chosen := make([]bool, len(areas))
	for _, pattern := range patterns {
		matched := false
		for i, area := range areas {
			ok, err := path.Match(pattern, area)
			if err != nil {
				return nil, &PatternError{pattern, message.Plain("is malformed: want * for any characters, ? for one, [a-f] for one of these")}
			}
			matched = matched || ok
			chosen[i] = chosen[i] || ok
		}
		if !matched {
			return nil, &PatternError{pattern, message.Of("matches none of the areas: %s", some(areas))}
		}
	}
	var out []string
	for i, area := range areas {
		if chosen[i] {
			out = append(out, area)
		}
	}
	return out, nil
}

// PatternError says that a pattern of areas is of no use.
type PatternError struct {
	Pattern string
	fault   *message.Text
}

// Error gives the message in English.
func (e *PatternError) Error() string { return e.Message().Error() }

// Message names the pattern.
func (e *PatternError) Message() *message.Text {
	return message.Of("areas %q: the pattern %s", e.Pattern, e.fault)
}

// some lists the first names of many.
func some(areas []string) *message.Text {
	const most = 8
	switch {
	case len(areas) == 0:
		return message.Plain("there are none")
	case len(areas) <= most:
		return message.Of("%s", strings.Join(areas, " "))
	}
	return message.Of("%s … (%d in all)", strings.Join(areas[:most], " "), len(areas))
}
