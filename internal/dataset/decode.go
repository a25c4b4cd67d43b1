package dataset

import (
	"encoding"
	"reflect"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"nianbao/internal/stat"
)

// decoder turns the nodes of one area's files into file structs. It never stops at a fault: what is not
// understood is left at its zero value and reported.
type decoder struct {
	*faults
	file string
	path []string // keys from the document to the current node; list positions as "[0]"
	seq  int
}

// decode fills into, a pointer to a file struct, from a file.
func (d *decoder) decode(in Input, into any) {
	d.file, d.path, d.seq = in.Name, d.path[:0], 0
	if root := document(in, d.faults); root != nil {
		d.value(root, reflect.ValueOf(into).Elem())
	}
}

func (d *decoder) place(n *yaml.Node) stat.Place {
	var b strings.Builder
	for i, key := range d.path {
		if i > 0 && !strings.HasPrefix(key, "[") {
			b.WriteByte('.')
		}
		b.WriteString(key)
	}
	return stat.Place{File: d.file, Line: n.Line, Path: b.String()}
}

func (d *decoder) fault(n *yaml.Node, format string, args ...any) {
	if d.full() {
		d.met++ // saves the path
		return
	}
	d.add(d.place(n), format, args...)
}

// value decodes a node into an addressable value of any of the types that file structs are made of.
func (d *decoder) value(n *yaml.Node, v reflect.Value) {
	if !d.plain(n) {
		if here, ok := v.Addr().Interface().(located); ok {
			here.locate(d.place(n), d.seq)
			here.spoil()
		}
		return
	}
	switch into := v.Addr().Interface().(type) {
	case *decimal.Decimal:
		d.decimal(n, into)
	case *printed:
		d.printed(n, into)
	case *template:
		d.template(n, into)
	case encoding.TextUnmarshaler:
		d.unmarshal(n, into)
	case keyed:
		d.entries(n, into)
	case formed:
		d.value(n, reflect.ValueOf(into.form(n)).Elem())
	case bracketless:
		if n.Kind == yaml.SequenceNode {
			d.elements(n, v)
		} else {
			d.value(n, reflect.ValueOf(into.one()).Elem())
		}
	default:
		d.kind(n, v)
	}
}

func (d *decoder) kind(n *yaml.Node, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem())
	case reflect.Struct:
		d.fields(n, v)
	case reflect.Slice:
		d.elements(n, v)
	case reflect.Int:
		d.int(n, v)
	case reflect.Bool:
		d.bool(n, v)
	default:
		d.string(n, v)
	}
}

// plain refuses what makes a YAML file mean something other than what a reader sees in that place.
func (d *decoder) plain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.fault(n, "aliases (*%s) are not allowed: write the value out", n.Value)
	case n.Anchor != "":
		d.fault(n, "anchors (&%s) are not allowed: remove it and write the value out where it is used", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		d.fault(n, "tags (%s) are not allowed: remove it", n.Tag)
	case n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null":
		d.fault(n, "is empty: give a value or leave the key out")
	default:
		return true
	}
	return false
}

// key reads the key of a map entry.
func (d *decoder) key(n *yaml.Node) (string, bool) {
	switch {
	case n.Kind != yaml.ScalarNode:
		d.fault(n, "a key must be a single word, not %s", describe(n))
	case n.ShortTag() == "!!merge":
		d.fault(n, "merge keys (<<) are not allowed: write the keys out")
	default:
		return n.Value, d.plain(n)
	}
	return "", false
}

func (d *decoder) push(key string) { d.path = append(d.path, key) }
func (d *decoder) pop()            { d.path = d.path[:len(d.path)-1] }

// below is the value of the key at n.Content[i]. To YAML an indented map begins with its first key; to people
// it stands where its own key does.
func below(n *yaml.Node, i int) *yaml.Node {
	key, value := n.Content[i], n.Content[i+1]
	if value.Kind == yaml.MappingNode || value.Kind == yaml.SequenceNode {
		value.Line = key.Line
	}
	return value
}

// fields decodes a map, or the short form where the type has one, into a struct.
func (d *decoder) fields(n *yaml.Node, v reflect.Value) {
	self := v.Addr().Interface()
	before := d.met
	here, isLocated := self.(located)
	if isLocated {
		d.seq++
		here.locate(d.place(n), d.seq)
	}
	short, isShort := self.(shortForm)
	switch {
	case n.Kind == yaml.MappingNode:
		d.pairs(n, v)
	case isShort:
		d.short(n, reflect.ValueOf(short.short()).Elem())
	default:
		d.fault(n, "want a map, got %s", describe(n))
	}
	if isLocated && d.met > before {
		here.spoil()
	}
}

// short decodes the short form of a struct.
func (d *decoder) short(n *yaml.Node, v reflect.Value) {
	_, loose := v.Addr().Interface().(bracketless)
	switch list := v.Kind() == reflect.Slice; {
	case list && n.Kind == yaml.SequenceNode, (!list || loose) && n.Kind == yaml.ScalarNode:
		d.value(n, v)
	case list:
		d.fault(n, "want a list of numbers or a map, got %s", describe(n))
	default:
		d.fault(n, "want a number or a map, got %s", describe(n))
	}
}

func (d *decoder) pairs(n *yaml.Node, v reflect.Value) {
	s := shapeOf(v.Type())
	lines := make([]int, len(s.fields))
	if here, ok := v.Addr().Interface().(located); ok {
		here.remember(s, lines)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := d.key(n.Content[i])
		if !ok {
			continue
		}
		d.push(key)
		at, known := s.byKey[key]
		switch {
		case !known:
			d.unknown(n, i, s)
		case lines[at] > 0:
			d.fault(n.Content[i], "is given twice, first on line %d", lines[at])
		default:
			lines[at] = n.Content[i].Line
			d.value(below(n, i), v.FieldByIndex(s.fields[at].index))
		}
		d.pop()
	}
	for i, f := range s.fields {
		if f.required && lines[i] == 0 {
			d.fault(n, "key %q is missing", f.key)
		}
	}
}

// unknown reports the key at n.Content[i]. In braces, a key without a value is most often the rest of a text
// that was cut at its comma.
func (d *decoder) unknown(n *yaml.Node, i int, s *shape) {
	key, value := n.Content[i], n.Content[i+1]
	if n.Style&yaml.FlowStyle != 0 && value.Kind == yaml.ScalarNode && value.Value == "" && value.Style == 0 {
		d.fault(key, "unknown key without a value: inside of { }, a text with a comma is put in quotes")
		return
	}
	d.fault(key, "unknown key%s", d.instead(key.Value, s.keys()))
}

// entries decodes a map whose keys are codes.
func (d *decoder) entries(n *yaml.Node, into keyed) {
	if n.Kind != yaml.MappingNode {
		d.fault(n, "want a map, got %s", describe(n))
		return
	}
	into.reserve(len(n.Content) / 2)
	lines := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := d.key(n.Content[i])
		if !ok {
			continue
		}
		d.push(key)
		if first, twice := lines[key]; twice {
			d.fault(n.Content[i], "is given twice, first on line %d", first)
		} else {
			lines[key] = n.Content[i].Line
			d.value(below(n, i), reflect.ValueOf(into.grow(key, d.place(n.Content[i]))).Elem())
		}
		d.pop()
	}
}

func (d *decoder) elements(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.fault(n, "want a list, got %s", describe(n))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, item := range n.Content {
		d.push("[" + strconv.Itoa(i) + "]")
		d.value(item, v.Index(i))
		d.pop()
	}
}
