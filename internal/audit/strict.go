package audit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// numberMembers are those of a document whose texts would be taken for numbers.
var numberMembers = map[string]bool{
	"obs_value": true, "value": true, "implied_level": true, "decimals": true, "unit_mult": true,
	"share_done": true, "share_of_year": true, "gap_points": true, "growth_needed": true,
}

// strict holds that JSON can be read in one way only: no object has two members of one name, whatever their case, by
// which readers differ, and no number is written as a text. It says nothing of what is no JSON: whoever decodes it does.
func strict(data []byte, numbers map[string]bool) error {
	w := strictWalk{numbers: numbers}
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{', '[':
			w.in = append(w.in, level{first: len(w.names), object: data[i] == '{', naming: true})
		case '}', ']':
			if here := w.here(); here != nil {
				w.names = w.names[:here.first]
				w.in = w.in[:len(w.in)-1]
			}
		case ',':
			if here := w.here(); here != nil {
				here.naming = true
			}
		case '"':
			end := textEnd(data, i)
			if err := w.text(data[i:end]); err != nil {
				return err
			}
			i = end - 1
		}
	}
	return nil
}

// textEnd is where a text in quotes ends.
func textEnd(data []byte, start int) int {
	for i := start + 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

// strictWalk is where a walk through JSON is.
type strictWalk struct {
	numbers map[string]bool
	in      []level
	names   [][]byte // folded, of the members so far of all objects around, the outer ones first
}

// level is an object or a list around.
type level struct {
	object bool
	naming bool            // the next text is a name
	first  int             // where the names of an object begin
	many   map[string]bool // the names of an object that has many
}

// manyNames is from how many names on an object looks them up.
const manyNames = 48

func (w *strictWalk) here() *level {
	if len(w.in) == 0 {
		return nil
	}
	return &w.in[len(w.in)-1]
}

// text takes the name of a member, or a text that is a value, in quotes.
func (w *strictWalk) text(quoted []byte) error {
	here := w.here()
	switch {
	case here == nil || !here.object:
		return nil
	case here.naming:
		here.naming = false
		name := folded(quoted)
		if w.has(here, name) {
			return fmt.Errorf("an object has two members %.60s", quoted)
		}
		w.names = append(w.names, name)
		return nil
	case len(w.names) > here.first && w.numbers[string(w.names[len(w.names)-1])]:
		return fmt.Errorf("%s is the text %.60s, want a number", w.names[len(w.names)-1], quoted)
	}
	return nil
}

// has reports whether an object has a name already.
func (w *strictWalk) has(here *level, name []byte) bool {
	own := w.names[here.first:]
	if len(own) < manyNames {
		for _, other := range own {
			if bytes.Equal(other, name) {
				return true
			}
		}
		return false
	}
	if here.many == nil {
		here.many = map[string]bool{}
		for _, other := range own {
			here.many[string(other)] = true
		}
	}
	found := here.many[string(name)]
	here.many[string(name)] = true
	return found
}

// folded gives a name in quotes as [fold] does.
func folded(quoted []byte) []byte {
	plain := true
	for _, c := range quoted {
		plain = plain && c < utf8.RuneSelf && c != '\\' && (c < 'A' || c > 'Z')
	}
	if plain && len(quoted) > 1 {
		return quoted[1 : len(quoted)-1]
	}
	var name string
	if json.Unmarshal(quoted, &name) != nil {
		return quoted // no JSON
	}
	return []byte(fold(name))
}

// fold makes one of names that differ by case alone, as encoding/json does: each rune is the least of those that it folds
// to, in small letters where it has them.
func fold(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, name))
}
