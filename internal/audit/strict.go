package audit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// numberMembers are those of a document whose texts would be taken for numbers.
var numberMembers = map[string]bool{
	"obs_value": true, "value": true, "implied_level": true, "decimals": true, "unit_mult": true,
	"share_done": true, "share_of_year": true, "gap_points": true, "growth_needed": true,
}

// strict holds that JSON can be read in one way only: no object has two members of one name, whatever their case, by
// which readers differ, and no number is written as a text.
func strict(data []byte, numbers map[string]bool) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	w := strictWalk{numbers: numbers}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read json: %w", err)
		}
		if err := w.token(token); err != nil {
			return err
		}
	}
}

// strictWalk is where a walk through JSON is.
type strictWalk struct {
	numbers map[string]bool
	in      []level
}

// level is an object or a list around.
type level struct {
	names map[string]bool // folded, those that an object has; nil for a list
	name  string          // of the member whose value comes next, "" if a name does
}

func (w *strictWalk) token(t json.Token) error {
	var here *level
	if len(w.in) > 0 {
		here = &w.in[len(w.in)-1]
	}
	if t == json.Delim('}') || t == json.Delim(']') {
		w.in = w.in[:len(w.in)-1]
		return nil
	}
	if here != nil && here.names != nil && here.name == "" {
		name, _ := t.(string)
		folded := fold(name)
		if here.names[folded] {
			return fmt.Errorf("an object has two members %.60q", name)
		}
		here.names[folded], here.name = true, "="+folded
		return nil
	}
	if here != nil && here.names != nil {
		if text, ok := t.(string); ok && w.numbers[strings.TrimPrefix(here.name, "=")] {
			return fmt.Errorf("%s is the text %.60q, want a number", strings.TrimPrefix(here.name, "="), text)
		}
		here.name = ""
	}
	switch t {
	case json.Delim('{'):
		w.in = append(w.in, level{names: map[string]bool{}})
	case json.Delim('['):
		w.in = append(w.in, level{})
	}
	return nil
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
