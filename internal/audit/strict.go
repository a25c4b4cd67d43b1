package audit

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/message"
)

// object is one of JSON. Its numbers are [json.Number].
type object = map[string]any

var errNoObject = message.Errorf("read json: it is no object")

// numberMembers are those of a document whose texts would be taken for numbers.
var numberMembers = map[string]bool{
	"obs_value": true, "value": true, "implied_level": true, "decimals": true, "unit_mult": true,
	"share_done": true, "share_of_year": true, "gap_points": true, "growth_needed": true,
}

// readStrict reads an object, and holds that it can be read in one way only: no object has two members of one name,
// whatever their case, by which readers differ, and no number is written as a text. It says nothing of what is no JSON:
// whoever decodes it does.
func readStrict(data []byte, numbers map[string]bool) (object, error) {
	r := jsonReader{data: data, numbers: numbers}
	o, ok := r.value("", 0).(object)
	if r.err == nil && !ok {
		r.err = errNoObject
	}
	return o, r.err
}

// jsonReader reads JSON. Of what is none, which others tell of, it makes something.
type jsonReader struct {
	data    []byte
	at      int
	numbers map[string]bool   // as [numberMembers]
	names   map[string]string // those so far, each kept once
	odd     map[member]bool   // the names so far that are not spelled as they are folded; others stand in their objects
	err     error             // the first reason why it can be read in two ways
}

// member is a name, folded, in the object that begins at a place.
type member struct {
	at   int
	name string
}

// mostDepth is how deep encoding/json reads.
const mostDepth = 10_000

// value reads one, which is that of the member of a name, folded.
func (r *jsonReader) value(name string, depth int) any {
	switch c := r.next(); {
	case c == '{' && depth < mostDepth:
		return r.object(depth + 1)
	case c == '[' && depth < mostDepth:
		list := []any{}
		for r.more(']') {
			list = append(list, r.value("", depth+1))
		}
		return list
	case c == '"':
		quoted, text := r.text()
		if r.numbers[name] {
			r.wrong("%s is the text %.60s, want a number", name, quoted)
		}
		return text
	}
	start := r.at
	for r.at < len(r.data) && !strings.ContainsRune(",]} \n\r\t", rune(r.data[r.at])) {
		r.at++
	}
	switch word := string(r.data[start:r.at]); word {
	case "null":
		return nil
	case "true", "false":
		return word == "true"
	default:
		return json.Number(word)
	}
}

func (r *jsonReader) object(depth int) object {
	o, start := object{}, r.at
	for r.more('}') {
		r.next()
		quoted, name := r.name()
		folded := fold(name)
		if _, twice := o[folded]; twice || r.odd[member{start, folded}] {
			r.wrong("an object has two members %.60s", quoted)
		}
		if folded != name {
			if r.odd == nil {
				r.odd = map[member]bool{}
			}
			r.odd[member{start, folded}] = true
		}
		r.next()
		r.at++ // the colon
		o[name] = r.value(folded, depth)
	}
	return o
}

// name reads the name of a member. Most come again and again.
func (r *jsonReader) name() (quoted []byte, name string) {
	start := r.at
	if i := bytes.IndexByte(r.data[min(start+1, len(r.data)):], '"'); i >= 0 {
		end := start + 1 + i + 1
		if known, ok := r.names[string(r.data[start:end])]; ok {
			r.at = end
			return r.data[start:end], known
		}
	}
	quoted, name = r.text()
	if r.names == nil {
		r.names = map[string]string{}
	}
	r.names[string(quoted)] = name
	return quoted, name
}

// next passes over white space and gives the byte that follows, 0 at the end.
func (r *jsonReader) next() byte {
	for ; r.at < len(r.data); r.at++ {
		if c := r.data[r.at]; c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c
		}
	}
	return 0
}

// more passes over the bracket or comma before the next item, and reports whether there is one; else over what closes them.
func (r *jsonReader) more(closes byte) bool {
	c := r.next()
	r.at++
	if (c == '[' || c == '{') && r.next() == closes {
		r.at++
		return false
	}
	return c != closes && c != 0
}

// text reads a text: as it stands in quotes, and what it says.
func (r *jsonReader) text() (quoted []byte, text string) {
	start, escaped := r.at, false
	for r.at++; r.at < len(r.data) && r.data[r.at] != '"'; r.at++ {
		if r.data[r.at] == '\\' {
			escaped = true
			r.at++
		}
	}
	r.at = min(r.at+1, len(r.data))
	quoted = r.data[min(start, r.at):r.at]
	if len(quoted) > 1 && !escaped && utf8.Valid(quoted) {
		return quoted, string(quoted[1 : len(quoted)-1])
	}
	_ = json.Unmarshal(quoted, &text)
	return quoted, text
}

func (r *jsonReader) wrong(format string, args ...any) {
	if r.err == nil {
		r.err = message.Errorf(format, args...)
	}
}

// fold makes one of names that differ by case alone, as encoding/json does: each rune is the least of those that it folds
// to, in small letters where it has them.
func fold(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return strings.ToLower(name)
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, name))
}
