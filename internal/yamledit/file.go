package yamledit

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/message"
)

// File is a YAML text that is being edited. Its values are plain, quoted or in brackets; it has no anchors or tags.
type File struct {
	mark  string // the byte-order mark, if it has one
	text  string
	root  *yaml.Node
	lines []int // where each line begins
}

// Parse reads a text. An empty one has no values yet.
func Parse(data []byte) (*File, error) { return Open(data, nil) }

// Open reads a text that was parsed to a root before, if that is not nil. The root is not changed.
func Open(data []byte, root *yaml.Node) (*File, error) {
	f := &File{text: string(data)}
	if rest, ok := strings.CutPrefix(f.text, "\ufeff"); ok {
		f.mark, f.text = "\ufeff", rest
	}
	if root == nil {
		return f, f.parse()
	}
	f.root = root
	f.findLines()
	return f, nil
}

// Root is what the text is parsed to; nil if it is empty. It is not to be changed.
func (f *File) Root() *yaml.Node { return f.root }

// Bytes are the text with all edits.
func (f *File) Bytes() []byte { return []byte(f.mark + f.text) }

func (f *File) parse() error {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(f.text), &doc); err != nil {
		return err
	}
	f.root = nil
	if len(doc.Content) > 0 {
		f.root = doc.Content[0]
	}
	f.findLines()
	return nil
}

func (f *File) findLines() {
	f.lines = []int{0}
	for i := 0; i < len(f.text); i++ {
		if n := lineBreak(f.text[i:]); n > 0 {
			i += n - 1
			f.lines = append(f.lines, i+1)
		}
	}
}

// lineBreak is the length of the line break that a text begins with, or 0 (YAML 1.1, 4.2).
func lineBreak(s string) int {
	if s == "" || s[0] > '\r' && s[0] < 0x80 { // as nearly all characters
		return 0
	}
	for _, br := range []string{"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"} {
		if strings.HasPrefix(s, br) {
			return len(br)
		}
	}
	return 0
}

// replace puts a text in the place of the bytes from one offset to another.
func (f *File) replace(from, to int, text string) error {
	before := f.text
	f.text = f.text[:from] + text + f.text[to:]
	if err := f.parse(); err != nil {
		f.text = before
		if again := f.parse(); again != nil {
			return again
		}
		return message.Errorf("the file would be no YAML (%w): change it by hand", err)
	}
	return nil
}

// start is the offset at which a value begins. Lines and columns count from 1, columns in characters.
func (f *File) start(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(f.lines) {
		return len(f.text) // of a value that is left out
	}
	at := f.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(f.text[at:])
		at += size
	}
	return at
}

// lineStart is where the line of an offset begins.
func (f *File) lineStart(at int) int {
	i, found := slices.BinarySearch(f.lines, at)
	if !found {
		i--
	}
	return f.lines[i]
}

// lineEnd is where the line of an offset ends, before its break.
func (f *File) lineEnd(at int) int {
	for at < len(f.text) && lineBreak(f.text[at:]) == 0 {
		at++
	}
	return at
}

// br is the line break of the text.
func (f *File) br() string {
	if len(f.lines) > 1 && strings.HasSuffix(f.text[:f.lines[1]], "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// place is where a value stands: the map or list that holds it, and its number there.
type place struct {
	node, parent *yaml.Node
	index        int // in parent.Content, of the value; of a map's value the key is before it
}

// find follows a path. It reports what there is of it, and what is missing.
func (f *File) find(path string) (p place, missing []string) {
	p = place{node: f.root, index: -1}
	keys := split(path)
	for i, key := range keys {
		next, ok := child(p.node, key)
		if !ok {
			return p, keys[i:]
		}
		p = next
	}
	return p, nil
}

// Has reports whether there is a value at a path.
func (f *File) Has(path string) bool {
	_, missing := f.find(path)
	return f.root != nil && len(missing) == 0
}

// Keys lists the keys of the map at a path, in order; none if it is not a map.
func (f *File) Keys(path string) []string {
	p, missing := f.find(path)
	if len(missing) > 0 || p.node == nil || p.node.Kind != yaml.MappingNode {
		return nil
	}
	var keys []string
	for i := 0; i+1 < len(p.node.Content); i += 2 {
		keys = append(keys, p.node.Content[i].Value)
	}
	return keys
}

// Kind tells the kind of the value at a path.
func (f *File) Kind(path string) yaml.Kind {
	p, missing := f.find(path)
	if len(missing) > 0 || p.node == nil {
		return 0
	}
	return p.node.Kind
}

// Source is the text of the value at a path, as it is written. A list or map in lines of its own, and a text of several lines,
// are an error: they mean nothing in another place.
func (f *File) Source(path string) (string, error) {
	p, missing := f.find(path)
	if p.node == nil || len(missing) > 0 {
		return "", message.Errorf("%s: there is no such value", path)
	}
	if f.block(p.node) {
		return "", message.Errorf("line %d: it stands in lines of its own: change the file by hand", p.node.Line)
	}
	end, err := f.end(p.node, p.parent)
	return f.text[f.start(p.node):end], err
}

// block reports whether a value stands in lines of its own.
func (f *File) block(n *yaml.Node) bool {
	return n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle == 0 || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// child is the value of a key of a map, or an element of a list. A key {2} is the third of a map, whatever it is called.
func child(n *yaml.Node, key string) (place, bool) {
	if n == nil {
		return place{}, false
	}
	number, listed := strings.CutPrefix(key, "[")
	switch {
	case listed && n.Kind == yaml.SequenceNode:
		i, err := strconv.Atoi(strings.TrimSuffix(number, "]"))
		if err == nil && i >= 0 && i < len(n.Content) {
			return place{n.Content[i], n, i}, true
		}
	case n.Kind == yaml.MappingNode && strings.HasPrefix(key, "{"):
		i, err := strconv.Atoi(strings.Trim(key, "{}"))
		if err == nil && i >= 0 && 2*i < len(n.Content) {
			return place{n.Content[2*i+1], n, 2*i + 1}, true
		}
	case !listed && n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return place{n.Content[i+1], n, i + 1}, true
			}
		}
	}
	return place{}, false
}

// split gives the keys and numbers of a path. A key in a path has no dot and no bracket.
func split(path string) []string {
	if path == "" {
		return nil
	}
	return strings.Split(strings.ReplaceAll(path, "[", ".["), ".")
}
