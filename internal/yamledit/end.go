package yamledit

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/message"
)

// end is the offset behind a value. The parser gives only where values begin.
func (f *File) end(n, parent *yaml.Node) (int, error) {
	switch {
	case n.Kind == yaml.ScalarNode:
		return f.scalarEnd(n, parent)
	case n.Kind != yaml.MappingNode && n.Kind != yaml.SequenceNode:
		return 0, message.Errorf("line %d: neither a value, a map nor a list", n.Line)
	}
	at := f.start(n)
	flow := n.Style&yaml.FlowStyle != 0
	if flow {
		at++
	}
	if last := len(n.Content) - 1; last >= 0 {
		end, err := f.end(n.Content[last], n)
		if err != nil {
			return 0, err
		}
		at = end
	}
	if !flow {
		return at, nil
	}
	at = f.skip(at, ",")
	if at == len(f.text) || f.text[at] != '}' && f.text[at] != ']' {
		return 0, message.Errorf("line %d: the end of what is in brackets is not found", n.Line)
	}
	return at + 1, nil
}

// skip passes over blanks, line breaks, comments and the characters of more.
func (f *File) skip(at int, more string) int {
	for at < len(f.text) {
		if n := lineBreak(f.text[at:]); n > 0 {
			at += n
			continue
		}
		switch c := f.text[at]; {
		case c == '#':
			at = f.lineEnd(at)
		case c == ' ' || c == '\t' || strings.IndexByte(more, c) >= 0:
			at++
		default:
			return at
		}
	}
	return at
}

func (f *File) scalarEnd(n, parent *yaml.Node) (int, error) {
	at := f.start(n)
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := at + 1; i < len(f.text); i++ {
			switch f.text[i] {
			case '\\':
				i++
			case '"':
				return i + 1, nil
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := at + 1; i < len(f.text); i++ {
			if f.text[i] != '\'' {
				continue
			}
			if i+1 < len(f.text) && f.text[i+1] == '\'' {
				i++
				continue
			}
			return i + 1, nil
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return f.blockEnd(at, parent), nil
	default:
		return f.plainEnd(at, n)
	}
	return 0, message.Errorf("line %d: the end of the quotes is not found", n.Line)
}

// plainEnd is the end of a text without quotes. Where it goes over several lines, its value has a blank for each break.
func (f *File) plainEnd(at int, n *yaml.Node) (int, error) {
	for _, r := range n.Value {
		if r == ' ' || r == '\n' {
			next := at
			for next < len(f.text) && (f.text[next] == ' ' || f.text[next] == '\t' || lineBreak(f.text[next:]) > 0) {
				next += max(1, lineBreak(f.text[next:]))
			}
			if next > at {
				at = next
			}
			continue // of several breaks, the value keeps all but one
		}
		got, size := utf8.DecodeRuneInString(f.text[at:])
		if got != r {
			return 0, message.Errorf("line %d: the end of %q is not found", n.Line, n.Value)
		}
		at += size
	}
	return at, nil
}

// blockEnd is the end of a text that begins with | or >: before the first line that is not indented further than its map.
func (f *File) blockEnd(at int, parent *yaml.Node) int {
	indent := 0
	if parent != nil && len(parent.Content) > 0 {
		indent = parent.Content[0].Column - 1
		if parent.Kind == yaml.SequenceNode {
			indent = parent.Column - 1
		}
	}
	end := f.lineEnd(at)
	for next := end + max(1, lineBreak(f.text[end:])); next < len(f.text); {
		line := f.text[next:f.lineEnd(next)]
		body := strings.TrimLeft(line, " ")
		if strings.TrimSpace(body) != "" {
			if len(line)-len(body) <= indent {
				break
			}
			end = next + len(line)
		}
		next += len(line) + max(1, lineBreak(f.text[next+len(line):]))
	}
	return end
}
