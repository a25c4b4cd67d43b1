package dataset

import (
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

// quick reads what data files are mostly made of: block maps and lists, and on a line of their own words, texts in
// quotes and the same in brackets. It makes the nodes that the YAML library makes of it, in a tenth of the time, and
// leaves everything else to the library: what is not of this form, or not YAML at all, is no fault here.
//
// A quick can read file after file; the nodes of one are gone when the next is read.
type quick struct {
	text   string
	at     int // the next byte that counts
	column int // of at, where a line begins
	line   int // of at, counted from 1
	depth  int

	nodes   []yaml.Node // in use up to their length
	content []*yaml.Node
	open    []*yaml.Node // of the maps and lists that are not read to their end
}

// quicks are kept for the room they have.
var quicks = sync.Pool{New: func() any { return &quick{} }}

// deepest is how far maps and lists go inside each other in a file that is read here.
const deepest = 32

// read gives the map that a file is, or false if it is one for the library.
func (q *quick) read(data []byte) (*yaml.Node, bool) {
	if !everyday(data) {
		return nil, false
	}
	clear(q.nodes)
	*q = quick{text: string(data), line: 1, nodes: q.nodes[:0], content: q.content[:0], open: q.open[:0]}
	q.seek()
	if q.over() || q.column != 0 || q.isItem() {
		return nil, false
	}
	root, ok := q.block()
	return root, ok && q.over()
}

// everyday reports whether a text, which is UTF-8, has nothing but what needs no second thought: no tabs, no control
// characters, no line breaks but line feeds, no marks of documents.
func everyday(data []byte) bool {
	for i, c := range data {
		switch {
		case c == '\n' || c >= ' ' && c < 0x7F:
			if atLine := i == 0 || data[i-1] == '\n'; atLine && (c == '-' || c == '.' || c == '%') && !itemAt(data[i:]) {
				return false
			}
		case c < 0x80 || odd(data[i:]):
			return false
		}
	}
	return true
}

// odd reports whether a text begins with one of the characters beyond ASCII that YAML does not take for itself: U+0080 to
// U+009F, the line breaks U+2028 and U+2029, the mark of byte order, and U+FFFE and U+FFFF.
func odd(text []byte) bool {
	switch text[0] {
	case 0xC2:
		return text[1] < 0xA0
	case 0xE2:
		return text[1] == 0x80 && (text[2] == 0xA8 || text[2] == 0xA9)
	case 0xEF:
		return text[1] == 0xBB && text[2] == 0xBF || text[1] == 0xBF && text[2] >= 0xBE
	default:
		return false
	}
}

// itemAt reports whether a line begins an item of a list.
func itemAt(line []byte) bool { return len(line) > 1 && line[0] == '-' && blank(line[1]) }

// node makes a node of this line.
func (q *quick) node(kind yaml.Kind, style yaml.Style, tag string) *yaml.Node {
	if len(q.nodes) == cap(q.nodes) {
		q.nodes = make([]yaml.Node, 0, max(256, 2*cap(q.nodes))) // those made before stay where they are
	}
	q.nodes = q.nodes[:len(q.nodes)+1]
	n := &q.nodes[len(q.nodes)-1]
	n.Kind, n.Style, n.Tag, n.Line = kind, style, tag, q.line
	return n
}

// close gives a node what was opened since.
func (q *quick) close(n *yaml.Node, since int) {
	from := len(q.content)
	q.content = append(q.content, q.open[since:]...)
	n.Content = q.content[from:len(q.content):len(q.content)]
	q.open = q.open[:since]
}

// over reports whether nothing is left.
func (q *quick) over() bool { return q.at == len(q.text) }

// seek goes to the next line that has something, from the end of one or the text's beginning.
func (q *quick) seek() {
	start := q.at
	for q.at < len(q.text) {
		switch q.text[q.at] {
		case ' ':
			q.at++
		case '\n':
			q.at++
			q.line++
			start = q.at
		case '#':
			q.skipLine()
		default:
			q.column = q.at - start
			return
		}
	}
}

func (q *quick) skipLine() {
	if n := strings.IndexByte(q.text[q.at:], '\n'); n >= 0 {
		q.at += n
		return
	}
	q.at = len(q.text)
}

// endLine goes to the next line, which is no part of what stands at this column; false if something is left of this one.
func (q *quick) endLine(column int) bool {
	from := q.at
	q.spaces()
	if q.here() == '#' && q.at > from {
		q.skipLine()
	}
	if q.here() != '\n' {
		return false
	}
	q.seek()
	return q.over() || q.column <= column
}

func (q *quick) spaces() {
	for q.at < len(q.text) && q.text[q.at] == ' ' {
		q.at++
	}
}

// here is the next byte; a line feed at the text's end.
func (q *quick) here() byte { return q.next(0) }

func (q *quick) next(n int) byte {
	if q.at+n >= len(q.text) {
		return '\n'
	}
	return q.text[q.at+n]
}

func blank(c byte) bool { return c == ' ' || c == '\n' }

func (q *quick) isItem() bool { return q.here() == '-' && blank(q.next(1)) }

// block reads the map or list that begins here.
func (q *quick) block() (n *yaml.Node, ok bool) {
	if q.depth++; q.depth > deepest {
		return nil, false
	}
	if q.isItem() {
		n, ok = q.items(q.column)
	} else {
		n, ok = q.pairs(q.column)
	}
	q.depth--
	return n, ok
}

func (q *quick) pairs(column int) (*yaml.Node, bool) {
	n, since := q.node(yaml.MappingNode, 0, "!!map"), len(q.open)
	for !q.over() && q.column == column && !q.isItem() {
		key, ok := q.scalar(false)
		if !ok || !q.colon() {
			return nil, false
		}
		value, ok := q.value(column)
		if !ok {
			return nil, false
		}
		q.open = append(q.open, key, value)
	}
	q.close(n, since)
	return n, q.over() || q.column <= column
}

// colon takes the colon after a key.
func (q *quick) colon() bool {
	if q.here() != ':' || !blank(q.next(1)) {
		return false
	}
	q.at++
	return true
}

// value reads what a key at this column has: on its line, or below it. A list may stand below its key without being
// indented.
func (q *quick) value(column int) (*yaml.Node, bool) {
	if q.restIsEmpty() {
		q.seek()
		if q.over() || q.column < column || q.column == column && !q.isItem() {
			return nil, false // no value
		}
		return q.block()
	}
	n, ok := q.inline(false)
	return n, ok && q.endLine(column)
}

// restIsEmpty goes to what is left of the line, and past a remark.
func (q *quick) restIsEmpty() bool {
	q.spaces()
	if q.here() == '#' {
		q.skipLine()
	}
	return q.here() == '\n'
}

func (q *quick) items(column int) (*yaml.Node, bool) {
	n, since := q.node(yaml.SequenceNode, 0, "!!seq"), len(q.open)
	for !q.over() && q.column == column && q.isItem() {
		q.at++
		item, ok := q.item(column)
		if !ok {
			return nil, false
		}
		q.open = append(q.open, item)
	}
	q.close(n, since)
	return n, q.over() || q.column <= column
}

// item reads what stands after a dash at this column. A map may begin on its line.
func (q *quick) item(column int) (*yaml.Node, bool) {
	dash := q.at
	if q.restIsEmpty() {
		q.seek()
		if q.over() || q.column <= column {
			return nil, false
		}
		return q.block()
	}
	if q.isItem() || q.isPair() {
		q.column = column + 1 + q.at - dash
		return q.block()
	}
	n, ok := q.inline(false)
	return n, ok && q.endLine(column)
}

// isPair reports whether a key and its colon stand here.
func (q *quick) isPair() bool {
	at, made := q.at, len(q.nodes)
	_, ok := q.scalar(false)
	ok = ok && q.colon()
	q.at = at
	if made < len(q.nodes) {
		clear(q.nodes[made:])
		q.nodes = q.nodes[:made]
	}
	return ok
}
