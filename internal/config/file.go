package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/message"
)

// written is the value of one key as a file or the environment gives it.
type written struct {
	value  []string
	origin string
}

// document reads a configuration file key by key, keeping the lines, and collects what is wrong with it.
type document struct {
	name     string
	keys     []key
	values   map[string]written
	problems []Problem
}

// readFile gives the values of a YAML document by key, and every problem it has. Paths that are relative are
// taken to be so to the file's folder.
func readFile(name string, data []byte, ks []key) (map[string]written, []Problem) {
	f := &document{name: name, keys: ks, values: map[string]written{}}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return f.values, nil
	case err != nil:
		return nil, []Problem{{Origin: name, Fault: message.Plain(strings.TrimPrefix(err.Error(), "yaml: "))}}
	}
	f.group(doc.Content[0], "")
	if err := dec.Decode(&doc); !errors.Is(err, io.EOF) {
		f.problem(&doc, "", "want one YAML document only")
	}
	return f.values, f.problems
}

func (f *document) origin(n *yaml.Node) string { return fmt.Sprintf("%s:%d", f.name, n.Line) }

func (f *document) problem(n *yaml.Node, key, format string, args ...any) {
	f.problems = append(f.problems, Problem{f.origin(n), key, message.Of(format, args...)})
}

// group reads a mapping whose name is the path of its keys, "" for the whole document.
func (f *document) group(n *yaml.Node, name string) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" && name == "" {
		return
	}
	if n.Kind != yaml.MappingNode {
		f.problem(n, name, "want keys and values, not %s", describe(n))
		return
	}
	seen := map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		at, value := n.Content[i], n.Content[i+1]
		child := strings.TrimPrefix(name+"."+at.Value, ".")
		if line, twice := seen[at.Value]; twice {
			f.problem(at, child, "given twice, first on line %d", line)
			continue
		}
		seen[at.Value] = at.Line
		f.entry(at, value, child)
	}
}

func (f *document) entry(at, value *yaml.Node, name string) {
	value = target(value)
	k, known := find(f.keys, name)
	switch {
	case strings.Contains(at.Value, "."):
		f.problem(at, name, "unknown key: what follows a dot stands on a line of its own, indented")
	case known:
		f.leaf(value, k)
	case at.Value != "" && group(f.keys, name):
		f.group(value, name)
	default:
		f.problem(at, name, "unknown key%s", didYouMean("", name, names(f.keys)))
	}
}

func (f *document) leaf(n *yaml.Node, k key) {
	var value []string
	switch {
	case k.many() && n.Kind == yaml.SequenceNode:
		value = []string{} // an empty list is not nothing
		for i, item := range n.Content {
			item = target(item)
			if !f.scalar(item, fmt.Sprintf("%s[%d]", k.name, i), k) {
				return
			}
			value = append(value, item.Value)
		}
	case k.many():
		f.problem(n, k.name, "want a list, not %s, of %s", describe(n), k.rule.want)
		return
	case f.scalar(n, k.name, k):
		value = []string{n.Value}
		if k.form == path && n.Value != "" && !filepath.IsAbs(n.Value) && !strings.HasPrefix(n.Value, storeScheme) {
			value[0] = filepath.Join(filepath.Dir(f.name), n.Value)
		}
	default:
		return
	}
	f.values[k.name] = written{value: value, origin: f.origin(n)}
}

// scalar reports whether a node holds a text, or a whole number where the key wants one. Nothing is not taken for an
// empty text: an unquoted colour reads as a comment, and would silently be none.
func (f *document) scalar(n *yaml.Node, name string, k key) bool {
	allowed, want := []string{"!!str"}, message.Plain("text")
	switch k.form {
	case dated, daily:
		allowed = append(allowed, "!!int", "!!timestamp")
	case number:
		allowed, want = []string{"!!int"}, message.Plain("a whole number")
	case truth:
		allowed, want = []string{"!!bool"}, message.Plain("true or false")
	}
	if n.Kind == yaml.ScalarNode && slices.Contains(allowed, n.ShortTag()) {
		return true
	}
	f.problem(n, name, "want %s, not %s: %s", want, describe(n), k.rule.want)
	return false
}

// target follows an alias to what it stands for.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

func describe(n *yaml.Node) *message.Text {
	switch n.Kind {
	case yaml.MappingNode:
		return message.Plain("a mapping")
	case yaml.SequenceNode:
		return message.Plain("a list")
	}
	switch n.ShortTag() {
	case "!!null":
		return message.Plain("nothing")
	case "!!bool":
		return message.Plain("true or false")
	case "!!int":
		return message.Plain("a number")
	case "!!float":
		return message.Plain("a decimal number")
	case "!!timestamp":
		return message.Plain("a day")
	default:
		return message.Plain("text")
	}
}

// names lists the keys and the mappings that hold them.
func names(ks []key) []string {
	var list []string
	for _, k := range ks {
		for i, r := range k.name {
			if r == '.' && !slices.Contains(list, k.name[:i]) {
				list = append(list, k.name[:i])
			}
		}
		list = append(list, k.name)
	}
	return list
}
