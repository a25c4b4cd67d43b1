package batch

import (
	"fmt"
	"path"
	"strings"
)

// Choose keeps the areas whose name one of the patterns matches, in their order. A pattern is that of [path.Match]:
// * stands for any characters, ? for one, [a-f] for one of these. A pattern that matches no area is an error, since it
// is most likely a slip of the pen.
func Choose(areas, patterns []string) ([]string, error) {
	chosen := make([]bool, len(areas))
	for _, pattern := range patterns {
		matched := false
		for i, area := range areas {
			ok, err := path.Match(pattern, area)
			if err != nil {
				return nil, &PatternError{pattern, "is malformed: want * for any characters, ? for one, [a-f] for one of these"}
			}
			matched = matched || ok
			chosen[i] = chosen[i] || ok
		}
		if !matched {
			return nil, &PatternError{pattern, "matches none of the areas: " + some(areas)}
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
	fault   string
}

// Error names the pattern.
func (e *PatternError) Error() string {
	return fmt.Sprintf("areas %q: the pattern %s", e.Pattern, e.fault)
}

// some lists the first names of many.
func some(areas []string) string {
	const most = 8
	switch {
	case len(areas) == 0:
		return "there are none"
	case len(areas) <= most:
		return strings.Join(areas, " ")
	}
	return fmt.Sprintf("%s … (%d in all)", strings.Join(areas[:most], " "), len(areas))
}
