package dataset

import (
	"reflect"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/stat"
)

// node is embedded in a file struct that has to know where it stands.
type node struct {
	at     stat.Place
	seq    int    // counts the structs of a file in the order in which they are written
	shape  *shape // of the struct, with the line of each of its keys; nil for a short form
	lines  []int
	broken bool // something in it was not understood and has been reported
}

func (n *node) locate(at stat.Place, seq int)  { n.at, n.seq = at, seq }
func (n *node) remember(s *shape, lines []int) { n.shape, n.lines = s, lines }
func (n *node) spoil()                         { n.broken = true }

// on is the place of one of the struct's keys.
func (n *node) on(key string) stat.Place {
	at := n.at.Child(key)
	if n.given(key) {
		at.Line = n.lines[n.shape.byKey[key]]
	}
	return at
}

// given reports whether the struct has the key, understood or not.
func (n *node) given(key string) bool {
	if n.shape == nil {
		return false
	}
	i, ok := n.shape.byKey[key]
	return ok && n.lines[i] > 0
}

type located interface {
	locate(at stat.Place, seq int)
	remember(s *shape, lines []int)
	spoil()
}

// shortForm is a struct that can also be written as a single value, or as a list of values, which then goes to the returned pointer.
type shortForm interface{ short() any }

// formed is a value that is written in several forms. It gives a pointer to what a node of its form goes to.
type formed interface{ form(n *yaml.Node) any }

// ordered is a map that keeps the order of the file.
type ordered[T any] []entry[T]

type entry[T any] struct {
	Key   string
	At    stat.Place
	Value T
}

func (o *ordered[T]) reserve(n int) { *o = make(ordered[T], 0, n) }

func (o *ordered[T]) grow(key string, at stat.Place) any {
	*o = append(*o, entry[T]{Key: key, At: at})
	return &(*o)[len(*o)-1].Value
}

type keyed interface {
	reserve(n int)
	grow(key string, at stat.Place) any
}

// several is a list that is written without brackets where it has one element.
type several[T any] []T

func (s *several[T]) one() any {
	*s = make([]T, 1)
	return &(*s)[0]
}

type bracketless interface{ one() any }

// printed is a figure as a source prints it: any single value, kept to the letter.
type printed string

// template is a wording with references in braces.
type template string

// shape is what the decoder knows of a struct type.
type shape struct {
	fields []field
	byKey  map[string]int
}

type field struct {
	key      string
	index    []int
	required bool
}

// shapes holds the shape of every struct type that was met: they are read once, and never change.
var shapes sync.Map

func shapeOf(t reflect.Type) *shape {
	if known, ok := shapes.Load(t); ok {
		return known.(*shape)
	}
	made, _ := shapes.LoadOrStore(t, newShape(t))
	return made.(*shape)
}

// newShape reads the yaml tags of a struct type; embedded structs count as if their fields stood in it.
func newShape(t reflect.Type) *shape {
	s := &shape{byKey: map[string]int{}}
	for _, sf := range reflect.VisibleFields(t) {
		tag, ok := sf.Tag.Lookup("yaml")
		if !ok {
			continue
		}
		key, option, _ := strings.Cut(tag, ",")
		s.byKey[key] = len(s.fields)
		s.fields = append(s.fields, field{key: key, index: sf.Index, required: option == "required"})
	}
	return s
}

func (s *shape) keys() []string {
	keys := make([]string, len(s.fields))
	for i, f := range s.fields {
		keys[i] = f.key
	}
	return keys
}
