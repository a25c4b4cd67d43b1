package dataset

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// longestKey is how many bytes of a line a key may end after: YAML's limit is 1024 characters.
const longestKey = 1000

// inline reads a value that stands in one line, in brackets if inner.
func (q *quick) inline(inner bool) (*yaml.Node, bool) {
	switch q.here() {
	case '{':
		return q.bracketed(yaml.MappingNode, "!!map", '}')
	case '[':
		return q.bracketed(yaml.SequenceNode, "!!seq", ']')
	default:
		return q.scalar(inner)
	}
}

// bracketed reads {key: value, …} or [item, …].
func (q *quick) bracketed(kind yaml.Kind, tag string, end byte) (*yaml.Node, bool) {
	if q.depth++; q.depth > deepest {
		return nil, false
	}
	n, since := q.node(kind, yaml.FlowStyle, tag), len(q.open)
	q.at++
	q.spaces()
	for more := q.here() != end; more; {
		if kind == yaml.MappingNode {
			key, ok := q.scalar(true)
			if !ok || !q.colon() {
				return nil, false
			}
			q.spaces()
			q.open = append(q.open, key)
		}
		value, ok := q.inline(true)
		if !ok {
			return nil, false
		}
		q.open = append(q.open, value)
		q.spaces()
		if more = q.here() == ','; more {
			q.at++
			q.spaces()
		}
	}
	if q.here() != end {
		return nil, false
	}
	q.at++
	q.close(n, since)
	q.depth--
	return n, true
}

// scalar reads a word or a text in quotes.
func (q *quick) scalar(inner bool) (*yaml.Node, bool) {
	switch q.here() {
	case '"':
		return q.quoted('"', yaml.DoubleQuotedStyle)
	case '\'':
		return q.quoted('\'', yaml.SingleQuotedStyle)
	default:
		return q.word(inner)
	}
}

// quoted reads a text in quotes that has no escapes but the single quote doubled.
func (q *quick) quoted(mark byte, style yaml.Style) (*yaml.Node, bool) {
	from := q.at + 1
	end := from
	for {
		n := strings.IndexByte(q.text[end:], mark)
		if n < 0 {
			return nil, false
		}
		if end += n; mark == '"' || end+1 == len(q.text) || q.text[end+1] != mark {
			break
		}
		end += 2
	}
	value := q.text[from:end]
	if strings.IndexByte(value, '\n') >= 0 || mark == '"' && strings.IndexByte(value, '\\') >= 0 {
		return nil, false
	}
	q.at = end + 1
	if q.here() == ':' && len(value) > longestKey {
		return nil, false
	}
	n := q.node(yaml.ScalarNode, style, "!!str")
	n.Value = value
	if mark == '\'' {
		n.Value = strings.ReplaceAll(value, "''", "'")
	}
	return n, true
}

// word reads a value without quotes.
func (q *quick) word(inner bool) (*yaml.Node, bool) {
	first := q.here()
	number := isDigit(first) || first == '+' || first == '.' || first == '-' && isDigit(q.next(1))
	if !number && !isLetter(first) {
		return nil, false
	}
	value, ok := q.run(inner)
	if !ok || len(value) > longestKey {
		return nil, false
	}
	tag := "!!str"
	switch {
	case number:
		tag = "" // which number, if it is one, the node finds out when it is asked
	case value == "null" || value == "Null" || value == "NULL":
		return nil, false
	case value == "true" || value == "True" || value == "TRUE" || value == "false" || value == "False" || value == "FALSE":
		tag = "!!bool"
	}
	n := q.node(yaml.ScalarNode, 0, tag)
	n.Value = value
	return n, true
}

// run takes what a value without quotes goes on for: to the end of the line, or the colon or remark before it, or, in
// brackets, the next comma or bracket.
func (q *quick) run(inner bool) (string, bool) {
	from, end := q.at, q.at
scan:
	for ; ; q.at++ {
		switch q.here() {
		case '\n':
			break scan
		case ' ':
			continue
		case ':':
			if blank(q.next(1)) {
				break scan
			}
			if inner {
				return "", false
			}
		case '#':
			if q.text[q.at-1] == ' ' {
				break scan
			}
		case ',', ']', '}':
			if inner {
				break scan
			}
		case '?', '[', '{':
			if inner {
				return "", false
			}
		}
		end = q.at + 1
	}
	q.at = end
	return q.text[from:end], true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80 || c == '_' || c == '/' || c == '('
}
