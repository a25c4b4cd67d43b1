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
	block := p.node.Kind != yaml.ScalarNode && p.node.Style&yaml.FlowStyle == 0 ||
		p.node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if block && p.parent != nil && p.parent.Kind == yaml.MappingNode { // the new value goes behind its key
		key := p.parent.Content[p.index-1]
		if start, err = f.end(key, p.parent); err != nil {
			return err
		}
		text = ": " + text
	}
	return f.replace(start, end, text)
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

// Remove removes the value at a path with its key. The last one of a map stays: a map without keys is a value too.
func (f *File) Remove(path string) error {
	p, missing := f.find(path)
	if len(missing) > 0 || p.parent == nil || p.parent.Kind != yaml.MappingNode || len(p.parent.Content) == 2 {
		return message.Errorf("%s: it cannot be removed from the file", path)
	}
	end, err := f.end(p.node, p.parent)
	if err != nil {
		return err
	}
	start := f.start(p.parent.Content[p.index-1])
	switch first := p.index == 1; {
	case p.parent.Style&yaml.FlowStyle != 0 && first:
		return f.replace(start, f.start(p.parent.Content[p.index+1]), "")
	case p.parent.Style&yaml.FlowStyle != 0:
		before, err := f.end(p.parent.Content[p.index-2], p.parent)
		if err != nil {
			return err
		}
		return f.replace(before, end, "")
	case first && strings.TrimSpace(f.text[f.lineStart(start):start]) != "": // behind the dash of a list
		return f.replace(start, f.start(p.parent.Content[p.index+1]), "")
	default:
		end = f.lineEnd(end)
		return f.replace(f.lineStart(start), end+lineBreak(f.text[end:]), "")
	}
}

// Append adds lines at the end of the text.
func (f *File) Append(text string) error {
	lead := ""
	if f.text != "" && !strings.HasSuffix(f.text, "\n") {
		lead = f.br()
	}
	return f.replace(len(f.text), len(f.text), lead+strings.ReplaceAll(text, "\n", f.br()))
}
