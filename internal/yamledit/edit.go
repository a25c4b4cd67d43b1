package yamledit

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/message"
)

// Set gives the value at a path a new text, as it is to be written; the last key of the path is added to its map if it
// is not there. All else stays.
func (f *File) Set(path, text string) error {
	p, missing := f.find(path)
	switch {
	case len(missing) == 0 && p.node != nil:
		return f.set(p, text)
	case len(missing) == 1 && p.node != nil && p.node.Kind == yaml.MappingNode && !strings.HasPrefix(missing[0], "["):
		return f.add(p.node, missing[0], text, "")
	default:
		return message.Errorf("%s: there is no place for it in the file", path)
	}
}

func (f *File) set(p place, text string) error {
	end, err := f.end(p.node, p.parent)
	if err != nil {
		return err
	}
	start := f.start(p.node)
	if start == end { // a value that is left out
		text = " " + text
	}
	if f.block(p.node) && p.parent != nil && p.parent.Kind == yaml.MappingNode { // the new value goes behind its key
		key := p.parent.Content[p.index-1]
		if start, err = f.end(key, p.parent); err != nil {
			return err
		}
		text = ": " + text
	}
	if err := f.uncommented(p.node, start, end); err != nil {
		return err
	}
	return f.replace(start, end, text)
}

// uncommented says whether comments would go with a stretch of the text, which has the values of a node.
func (f *File) uncommented(n *yaml.Node, start, end int) error {
	at := start
	hold := func(to int) error {
		if i := strings.IndexByte(f.text[at:max(at, to)], '#'); i >= 0 {
			return message.Errorf("line %d: a comment there would be lost: change the file by hand", strings.Count(f.text[:at+i], "\n")+1)
		}
		return nil
	}
	var walk func(n, parent *yaml.Node) error
	walk = func(n, parent *yaml.Node) error {
		for _, c := range n.Content {
			if err := walk(c, n); err != nil {
				return err
			}
		}
		if n.Kind != yaml.ScalarNode || f.start(n) < start {
			return nil
		}
		from := f.start(n)
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 { // its first line may have a comment
			from = f.lineEnd(from)
		}
		if err := hold(from); err != nil {
			return err
		}
		var err error
		at, err = f.end(n, parent)
		return err
	}
	if err := walk(n, nil); err != nil {
		return err
	}
	return hold(end)
}

// Rename gives the value at a path another key, as it is to be written.
func (f *File) Rename(path, key string) error {
	p, missing := f.find(path)
	if len(missing) > 0 || p.parent == nil || p.parent.Kind != yaml.MappingNode {
		return message.Errorf("%s: there is no such value", path)
	}
	old := p.parent.Content[p.index-1]
	end, err := f.end(old, p.parent)
	if err != nil {
		return err
	}
	return f.replace(f.start(old), end, key)
}

// InsertAfter adds a key to the block map at a path, in a line of its own behind that of another key; "" for the end.
func (f *File) InsertAfter(path, key, text, after string) error {
	p, missing := f.find(path)
	if len(missing) > 0 || p.node == nil || p.node.Kind != yaml.MappingNode {
		return message.Errorf("%s: there is no such map", path)
	}
	return f.add(p.node, key, text, after)
}

// add adds a key to a map.
func (f *File) add(n *yaml.Node, key, text, after string) error {
	if n.Style&yaml.FlowStyle != 0 {
		return f.addInBraces(n, key, text)
	}
	last := len(n.Content) - 1
	for i := 0; i+1 < len(n.Content) && after != ""; i += 2 {
		if n.Content[i].Value == after {
			last = i + 1
		}
	}
	end, err := f.end(n.Content[last], n)
	if err != nil {
		return err
	}
	end = f.lineEnd(end)
	indent := strings.Repeat(" ", n.Content[0].Column-1)
	return f.replace(end, end, f.br()+indent+key+": "+text)
}

// AddElement adds a value to the list at a path; a value that is no list becomes one, with the new value behind it.
func (f *File) AddElement(path, text string) error {
	p, missing := f.find(path)
	if len(missing) > 0 || p.parent == nil {
		return message.Errorf("%s: there is no such value", path)
	}
	end, err := f.end(p.node, p.parent)
	if err != nil {
		return err
	}
	start, flow := f.start(p.node), p.node.Style&yaml.FlowStyle != 0
	indent := strings.Repeat(" ", p.node.Column-1)
	switch {
	case p.node.Kind == yaml.ScalarNode || p.node.Kind == yaml.MappingNode && flow:
		return f.replace(start, end, "["+f.text[start:end]+", "+text+"]")
	case flow && len(p.node.Content) == 0:
		return f.replace(start+1, start+1, text)
	case flow:
		last, err := f.end(p.node.Content[len(p.node.Content)-1], p.node)
		if err != nil {
			return err
		}
		return f.replace(last, last, ", "+text)
	case p.node.Kind == yaml.SequenceNode:
		end = f.lineEnd(end)
		return f.replace(end, end, f.br()+indent+"- "+text)
	default: // a map in lines of its own, which move to the right
		end = f.lineEnd(end)
		lines := strings.ReplaceAll(f.text[start:end], "\n", "\n  ")
		return f.replace(start, end, "- "+lines+f.br()+indent+"- "+text)
	}
}

func (f *File) addInBraces(n *yaml.Node, key, text string) error {
	if len(n.Content) == 0 {
		at := f.start(n) + 1
		return f.replace(at, at, key+": "+text)
	}
	end, err := f.end(n.Content[len(n.Content)-1], n)
	if err != nil {
		return err
	}
	return f.replace(end, end, ", "+key+": "+text)
}

// Remove removes the value at a path with its key; a comment behind it stays, in a line of its own. The last one of a map
// stays: a map without keys is a value too.
func (f *File) Remove(path string) error {
	p, missing := f.find(path)
	if len(missing) > 0 || p.parent == nil || p.parent.Kind != yaml.MappingNode || len(p.parent.Content) == 2 {
		return message.Errorf("%s: it cannot be removed from the file", path)
	}
	end, err := f.end(p.node, p.parent)
	if err != nil {
		return err
	}
	key := p.parent.Content[p.index-1]
	start, flow, rest := f.start(key), p.parent.Style&yaml.FlowStyle != 0, ""
	first := p.index == 1
	switch {
	case first && (flow || strings.TrimSpace(f.text[f.lineStart(start):start]) != ""): // or behind the dash of a list
		end = f.start(p.parent.Content[p.index+1])
	case flow:
		if start, err = f.end(p.parent.Content[p.index-2], p.parent); err != nil {
			return err
		}
	default:
		rest = strings.TrimSpace(f.text[end:f.lineEnd(end)])
		if rest != "" {
			end, rest = f.lineEnd(end)-len(rest), strings.Repeat(" ", key.Column-1)
			start = f.lineStart(start)
			break
		}
		end = f.lineEnd(end)
		start, end = f.lineStart(start), end+lineBreak(f.text[end:])
	}
	pair := yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{key, p.node}}
	if err := f.uncommented(&pair, start, end); err != nil {
		return err
	}
	return f.replace(start, end, rest)
}

// Append adds lines at the end of the text.
func (f *File) Append(text string) error {
	lead := ""
	if f.text != "" && !strings.HasSuffix(f.text, "\n") {
		lead = f.br()
	}
	return f.replace(len(f.text), len(f.text), lead+strings.ReplaceAll(text, "\n", f.br()))
}

// Len is how many elements the list at a path has; 0 if it is no list.
func (f *File) Len(path string) int {
	p, missing := f.find(path)
	if len(missing) > 0 || p.node == nil || p.node.Kind != yaml.SequenceNode {
		return 0
	}
	return len(p.node.Content)
}

// RemoveElement removes the element at a path of a list. The only element of a list goes with the list's key. Comments before it
// stay, and one behind it does, in a line of its own.
func (f *File) RemoveElement(path string) error {
	p, missing := f.find(path)
	if len(missing) > 0 || p.parent == nil || p.parent.Kind != yaml.SequenceNode {
		return message.Errorf("%s: it cannot be removed from the file", path)
	}
	list := p.parent.Content
	if len(list) == 1 {
		return f.Remove(path[:strings.LastIndexByte(path, '[')])
	}
	end, err := f.end(p.node, p.parent)
	if err != nil {
		return err
	}
	start, rest := f.start(p.node), ""
	switch {
	case p.parent.Style&yaml.FlowStyle == 0:
		if start = f.dash(p); start < 0 {
			return message.Errorf("%s: it cannot be removed from the file", path)
		}
		if rest = strings.TrimSpace(f.text[end:f.lineEnd(end)]); rest != "" {
			end, rest = f.lineEnd(end)-len(rest), strings.Repeat(" ", p.parent.Column-1)
			break
		}
		end = f.lineEnd(end)
		end += lineBreak(f.text[end:])
	case p.index == 0:
		end = f.start(list[1])
	default:
		if start, err = f.end(list[p.index-1], p.parent); err != nil {
			return err
		}
	}
	if err := f.uncommented(p.node, start, end); err != nil {
		return err
	}
	return f.replace(start, end, rest)
}

// dash is where the line begins that has the dash of an element, and nothing before it; -1 if there is none. It may stand above
// the element.
func (f *File) dash(p place) int {
	node, column := f.start(p.node), p.parent.Column-1
	for at := f.lineStart(node); ; at = f.lineStart(at - 1) {
		line := f.text[at:f.lineEnd(at)]
		if len(line) > column && line[column] == '-' && strings.TrimSpace(line[:column]) == "" && f.skip(at+column+1, "") == node {
			return at
		}
		if at == 0 {
			return -1
		}
	}
}
