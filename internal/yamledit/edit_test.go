package yamledit

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// paths lists the paths of all values of a tree.
func paths(n *yaml.Node, at string, found map[string]*yaml.Node) {
	if at != "" {
		found[at] = n
	}
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.MappingNode && i%2 == 1 && !strings.ContainsAny(n.Content[i-1].Value, ".["):
			paths(c, strings.TrimPrefix(at+"."+n.Content[i-1].Value, "."), found)
		case n.Kind == yaml.SequenceNode:
			paths(c, at+"["+strconv.Itoa(i)+"]", found)
		}
	}
}

// flat writes a tree in one line, without places and styles.
func flat(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return strconv.Quote(n.Value)
	}
	var b strings.Builder
	for _, c := range n.Content {
		b.WriteString(flat(c) + " ")
	}
	return "(" + b.String() + ")"
}

// TestEveryValueOfEveryFile replaces each value of the areas' files by itself, which changes no byte, and by another, which
// changes nothing else in the tree.
func TestEveryValueOfEveryFile(t *testing.T) {
	files, err := filepath.Glob("../../config/areas/*/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(data)
		if err != nil {
			t.Fatal(name, err)
		}
		found := map[string]*yaml.Node{}
		paths(f.root, "", found)
		step := max(1, len(found)/40)
		i := 0
		for path, n := range found {
			if i++; i%step != 0 {
				continue
			}
			if !f.block(n) {
				source, err := f.Source(path)
				if err != nil {
					t.Errorf("%s: %s: %v", name, path, err)
					continue
				}
				same, _ := Parse(data)
				if err := same.Set(path, source); err != nil || string(same.Bytes()) != string(data) {
					t.Errorf("%s: %s: replaced by itself, the file is another (%v)", name, path, err)
				}
			}
			other, _ := Parse(data)
			if err := other.Set(path, "Z9"); err != nil && strings.Contains(err.Error(), "a comment there would be lost") {
				continue
			} else if err != nil {
				t.Errorf("%s: %s: %v", name, path, err)
				continue
			}
			was := *n
			*n = yaml.Node{Kind: yaml.ScalarNode, Value: "Z9"}
			if flat(other.root) != flat(f.root) {
				t.Errorf("%s: %s: something else changed as well", name, path)
			}
			*n = was
		}
	}
}

func TestEdits(t *testing.T) {
	const block = "a: 1  # one\nb:\n  c: 2\n  # of d\n  d: {e: 3, f: [4, 5]} # end\n\n# last\ng: \"x\"\n"
	for _, c := range []struct{ name, text, want string }{
		{"replace a plain value", "set a=7", strings.Replace(block, "1", "7", 1)},
		{"replace in braces", "set b.d.e=30", strings.Replace(block, "3", "30", 1)},
		{"replace in a list", "set b.d.f[1]={v: 1}", strings.Replace(block, "5", "{v: 1}", 1)},
		{"replace quotes", "set g=y", strings.Replace(block, `"x"`, "y", 1)},
		{"replace by number", "set b.{1}.{0}=30", strings.Replace(block, "3", "30", 1)},
		{"rename", "rename b.{1}.{1}=ff", strings.Replace(block, "f:", "ff:", 1)},
		{"remove a line with a comment", "remove a", strings.Replace(block, "a: 1  # one", "# one", 1)},
		{"remove an indented line with a comment", "remove b.d", strings.Replace(block, "  d: {e: 3, f: [4, 5]} # end", "  # end", 1)},
		{"add in braces", "set b.d.k=8", strings.Replace(block, "5]}", "5], k: 8}", 1)},
		{"add to a block map", "set b.k=8", strings.Replace(block, "# end\n", "# end\n  k: 8\n", 1)},
		{"add behind a key", "after b c k=8", strings.Replace(block, "c: 2\n", "c: 2\n  k: 8\n", 1)},
		{"add at the end", "set h=8", block + "h: 8\n"},
		{"add to a list", "list b.d.f=6", strings.Replace(block, "5]", "5, 6]", 1)},
		{"make a list of a value", "list a={v: 2}", strings.Replace(block, "a: 1", "a: [1, {v: 2}]", 1)},
		{"make a list of a block map", "list b=7", "a: 1  # one\nb:\n  - c: 2\n    # of d\n    d: {e: 3, f: [4, 5]} # end\n  - 7\n\n# last\ng: \"x\"\n"},
		{"remove the first in braces", "remove b.d.e", strings.Replace(block, "e: 3, ", "", 1)},
		{"remove the last in braces", "remove b.d.f", strings.Replace(block, ", f: [4, 5]", "", 1)},
		{"remove a line", "remove b.c", strings.Replace(block, "  c: 2\n", "", 1)},
		{"remove the last line", "remove g", strings.Replace(block, "g: \"x\"\n", "", 1)},
	} {
		for _, br := range []string{"\n", "\r\n"} {
			for _, mark := range []string{"", "\ufeff"} {
				f, err := Parse([]byte(mark + strings.ReplaceAll(block, "\n", br)))
				if err != nil {
					t.Fatal(err)
				}
				if err := do(f, c.text); err != nil {
					t.Errorf("%s: %v", c.name, err)
				}
				if got, want := string(f.Bytes()), mark+strings.ReplaceAll(c.want, "\n", br); got != want {
					t.Errorf("%s: got\n%q, want\n%q", c.name, got, want)
				}
			}
		}
	}
}

func do(f *File, edit string) error {
	verb, rest, _ := strings.Cut(edit, " ")
	path, text, _ := strings.Cut(rest, "=")
	switch verb {
	case "set":
		return f.Set(path, text)
	case "list":
		return f.AddElement(path, text)
	case "rename":
		return f.Rename(path, text)
	case "remove":
		return f.Remove(path)
	case "element":
		return f.RemoveElement(path)
	default:
		words := strings.Fields(path)
		return f.InsertAfter(words[0], words[2], text, words[1])
	}
}

func TestEndsOfValues(t *testing.T) {
	text := "a: 'it''s'\nb: \"q\\\"x\" # c\nc: two\n  words  here\nd: >-\n  folded\n  text\n\ne: |\n  kept\nf: [1, # note ]\n  2,\n]\ng: {}\nh: don't\n"
	for path, want := range map[string]string{
		"a": "'it''s'", "b": `"q\"x"`, "c": "two\n  words  here", "d": ">-\n  folded\n  text", "e": "|\n  kept",
		"f": "[1, # note ]\n  2,\n]", "g": "{}", "h": "don't", "f[1]": "2",
	} {
		f, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		p, _ := f.find(path)
		end, err := f.end(p.node, p.parent)
		if err != nil {
			t.Fatal(path, err)
		}
		if got := f.text[f.start(p.node):end]; got != want {
			t.Errorf("%s: got %q, want %q, %v", path, got, want, err)
		}
	}
}

// TestCommentsStay holds that no edit takes a comment with it.
func TestCommentsStay(t *testing.T) {
	const text = "a:\n  # of b\n  b: 1 # one\n  c: |  # two\n    t # no comment\nd: [1, # three\n  2]\ne: {f: \"#\", g: {h: 1, # four\n  i: 2}, k: 3}\nm:\n  n: 1\n"
	for edit, line := range map[string]string{
		"set a=1": "line 2:", "set a.c=1": "line 4:", "set d=1": "line 6:", "set e=1": "line 8:", "remove e.g": "line 8:", "remove e.g.h": "line 8:",
		"set a.b=2": "", "set e.f=1": "", "remove e.k": "", "set m=1": "",
	} {
		f, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		err = do(f, edit)
		if line == "" && err != nil || line != "" && (err == nil || !strings.HasPrefix(err.Error(), line) || string(f.Bytes()) != text) {
			t.Errorf("%s: got %v, want %q", edit, err, line)
		}
	}
}

// TestRemoveElement removes elements of lists, in lines and in brackets, by themselves and one after the other.
func TestRemoveElement(t *testing.T) {
	for _, c := range []struct{ name, text, edit, want string }{
		{"the first", "a:\n  - b: 1\n    c: 2\n  - 3\n", "element a[0]", "a:\n  - 3\n"},
		{"the last", "a:\n  - 3\n  - b: 1\n    c: 2\n", "element a[1]", "a:\n  - 3\n"},
		{"the last, without a line end", "a:\n  - 3\n  - 4", "element a[1]", "a:\n  - 3\n"},
		{"one in the middle", "a:\n- 3\n- {b: 1}\n- 5\nd: 6\n", "element a[1]", "a:\n- 3\n- 5\nd: 6\n"},
		{"the only one", "a:\n  - 3\nd: 6\n", "element a[0]", "d: 6\n"},
		{"with a comment before it", "a:\n  # of three\n  - 3\n  # of four\n  - 4\n", "element a[1]", "a:\n  # of three\n  - 3\n  # of four\n"},
		{"with a comment behind it", "a:\n  - 3 # three\n  - 4\n", "element a[0]", "a:\n  # three\n  - 4\n"},
		{"with a comment after it", "a:\n  - 3\n  # of four\n  - 4\n", "element a[0]", "a:\n  # of four\n  - 4\n"},
		{"under a dash in a line of its own", "a:\n  - 3\n  -\n    b: 1\n  - 5\n", "element a[1]", "a:\n  - 3\n  - 5\n"},
		{"with a text in lines", "a:\n  - b: |\n      x\n      - y\n  - 5\n", "element a[0]", "a:\n  - 5\n"},
		{"with a dash in its text", "a:\n  - 3\n  - b: x - y\n    c: |\n      - z\n", "element a[1]", "a:\n  - 3\n"},
		{"with a negative number", "a:\n  - 3\n  - -4\n", "element a[1]", "a:\n  - 3\n"},
		{"in brackets, the first", "a: [3, 4] # x\n", "element a[0]", "a: [4] # x\n"},
		{"in brackets, the last", "a: [3, {b: 1}] # x\n", "element a[1]", "a: [3] # x\n"},
		{"in brackets, the only one", "a: [3]\nd: 6\n", "element a[0]", "d: 6\n"},
		{"in another list", "a:\n  - b\n  - - c\n    - d\n", "element a[1][1]", "a:\n  - b\n  - - c\n"},
	} {
		for _, br := range []string{"\n", "\r\n"} {
			f, err := Parse([]byte(strings.ReplaceAll(c.text, "\n", br)))
			if err != nil {
				t.Fatal(c.name, err)
			}
			path := strings.TrimPrefix(c.edit, "element ")
			list := path[:strings.LastIndexByte(path, '[')]
			n := f.Len(list)
			if err := do(f, c.edit); err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
			if got, want := string(f.Bytes()), strings.ReplaceAll(c.want, "\n", br); got != want {
				t.Errorf("%s: got\n%q, want\n%q", c.name, got, want)
			}
			if f.Len(list) != n-1 {
				t.Errorf("%s: of %d elements %d are left", c.name, n, f.Len(list))
			}
		}
	}
}

// TestRemoveElementRefuses holds that nothing goes that is not asked for.
func TestRemoveElementRefuses(t *testing.T) {
	for text, path := range map[string]string{
		"a:\n  - 3\n":            "a[0]", // a map without keys is a value too
		"a:\n  - 3\n  - 4\n":     "a[2]",
		"a: 3\n":                 "a",
		"a:\n  - - c\n    - d\n": "a[0][0]", // it stands behind the dash of the other list
		"a:\n  - b: 1\n    # of c\n    c: 2\n  - 4\n": "a[0]",
		"a:\n  - # of b\n    b: 1\n  - 4\n":           "a[0]",
		"a: [3, # three\n 4]\n":                       "a[0]",
	} {
		f, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.RemoveElement(path); err == nil || string(f.Bytes()) != text {
			t.Errorf("%q: got %v and %q", text, err, f.Bytes())
		}
	}
}

func TestLen(t *testing.T) {
	f, err := Parse([]byte("a: [1, [2, 3], {}]\nb:\n- 1\nc: 1\nd: {e: []}\nf:\n"))
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{"a": 3, "a[1]": 2, "a[2]": 0, "b": 1, "c": 0, "d": 0, "d.e": 0, "f": 0, "g": 0, "a[7]": 0, "": 0} {
		if got := f.Len(path); got != want {
			t.Errorf("%q: %d elements, want %d", path, got, want)
		}
	}
}

func TestSetLeftOut(t *testing.T) {
	for text, want := range map[string]string{"a:\nb: 1 # x\n": "a: 7\nb: 1 # x\n", "# x\na: # y\n": "# x\na: 7 # y\n", "a:": "a: 7"} {
		f, err := Parse([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Set("a", "7"); err != nil || string(f.Bytes()) != want {
			t.Errorf("%q: got %q, %v", text, f.Bytes(), err)
		}
	}
}

func TestFailedEditsChangeNothing(t *testing.T) {
	const text = "a: {b: 1}\n"
	for _, edit := range []string{"set x.y=1", "set a.b={", "remove a.b", "remove q", "after a.b c k=1"} {
		f, _ := Parse([]byte(text))
		if err := do(f, edit); err == nil || string(f.Bytes()) != text {
			t.Errorf("%s: got %v and %q", edit, err, f.Bytes())
		}
	}
}

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{
		"12.5亿元": `"12.5亿元"`, "增长5.1%": "增长5.1%", "a b": `"a b"`, "true": `"true"`, "null": `"null"`, "5": `"5"`, `say "x"`: `"say \"x\""`,
		"a: b": `"a: b"`, "两\n行": `"两 行"`, "": `""`, "- x": `"- x"`, `\`: `"\\"`,
	} {
		got := Quote(in)
		var n yaml.Node
		if got != want || yaml.Unmarshal([]byte("{k: "+got+"}"), &n) != nil || n.Content[0].Content[1].Value != strings.ReplaceAll(in, "\n", " ") {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

func FuzzEdit(f *testing.F) {
	f.Add("a: 1\nb: {c: [2, 3]}\n", "b.c[0]", "7")
	f.Add("# x\na:\n  - b: 1\n    c: >-\n      t\n", "a[0].c", "{}")
	f.Fuzz(func(t *testing.T, text, path, value string) {
		if len(text)+len(value) > 1<<10 { // the parser takes the square of the time for brackets in brackets
			return
		}
		file, err := Parse([]byte(text))
		if err != nil || file.root == nil {
			return
		}
		before := string(file.Bytes())
		if err := file.Set(path, value); err != nil && string(file.Bytes()) != before {
			t.Errorf("a failed edit changed the text: %q", file.Bytes())
		}
	})
}
