package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// tree writes a node as the decoder sees it.
func tree(b *bytes.Buffer, n *yaml.Node) {
	fmt.Fprintf(b, "%d:%d,%d,%s,%q,%s(", n.Line, n.Kind, n.Style, n.ShortTag(), n.Value, n.Anchor)
	for _, child := range n.Content {
		tree(b, child)
	}
	b.WriteByte(')')
}

// byLibrary is the tree of a file's one document, as the YAML library reads it.
func byLibrary(data []byte) (string, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	if err := dec.Decode(&doc); err != nil {
		return "", err
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("more than one document: %w", err)
	}
	var b bytes.Buffer
	tree(&b, doc.Content[0])
	return b.String(), nil
}

// sameAsLibrary holds what quick makes of a file against what the library does. It reports whether quick read it.
func sameAsLibrary(t *testing.T, q *quick, data []byte) bool {
	root, ok := q.read(data)
	if !ok {
		return false
	}
	var b bytes.Buffer
	tree(&b, root)
	if want, err := byLibrary(data); err != nil || b.String() != want {
		t.Errorf("%q\nread as %s\nbut the library gives %s, %v", data, b.String(), want, err)
	}
	return true
}

func TestQuick(t *testing.T) {
	var q quick
	for _, tt := range []struct {
		in    string
		quick bool
	}{
		{"a: b\n", true},
		{"a: b", true},
		{"# c\n\na: b # c\n  # d\nc:\n  d: 1\n  e: -2.50\n", true},
		{"a:\n- b\n- c: d\n  e: f\n\n-\n  g: h\n- - i\n  - j\nk: l\n", true},
		{"a: {b: \"c, d\", 'e': [1, 2, {f: g h}], i: {}, j: []}\n", true},
		{"\"a b\": 'c: d'\nurl: https://x.y/z#a\nt: true\nd: 2025-01-31\nx: 0x1F\nz: 中：文，{0}\n", true},
		{"a: >-\n  b\n  c\n", false},
		{"a: b\n  c\n", false},
		{"a: \"b\n  c\"\n", false},
		{"a: \"b\\n\"\n", false},
		{"a: '''b''c' # d\ne: {f: '', g: 'h'''}\n", true},
		{"a: 'b\\c'\n", true},
		{"a: 'b''\n", false},
		{"a: \"b\"\"c\"\n", false},
		{"a: &x b\nc: *x\n", false},
		{"a: !!str 1\n", false},
		{"a:\nb: c\n", false},
		{"a: ~\nb: null\n", false},
		{"a: b: c\n", false},
		{"a: {b: c\n}\n", false},
		{"a: {b, c}\n", false},
		{"a: [b: c]\n", false},
		{"a: {b: c,}\n", false},
		{"a: {b:c}\n", false},
		{"a: \"b\"#c\n", false},
		{"a:\n    b: c\n  d: e\n", false},
		{"  a: b\n", false},
		{"- a\n", false},
		{"---\na: b\n", false},
		{"a: b\n---\nc: d\n", false},
		{"a: b\n...\n", false},
		{"a:\tb\n", false},
		{"a: b\r\n", false},
		{"a: b\u2028c\n", false},
		{"? a\n: b\n", false},
		{"<<: b\n", false},
		{"", false},
	} {
		if got := sameAsLibrary(t, &q, []byte(tt.in)); got != tt.quick {
			t.Errorf("%q: read: %v, want %v", tt.in, got, tt.quick)
		}
	}
}

// Most files of the areas that come with the program are of this form.
func TestQuickReadsAreas(t *testing.T) {
	files, err := filepath.Glob("../../config/areas/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var q quick
	read := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if sameAsLibrary(t, &q, data) {
			read++
		} else {
			t.Logf("%s is left to the library", name)
		}
	}
	if 2*read < len(files) {
		t.Errorf("%d of %d files", read, len(files))
	}
}

func FuzzQuick(f *testing.F) {
	for _, file := range demo(f) {
		f.Add(file.Data)
	}
	for _, s := range []string{
		"a:\n- b\n- c: d\n  e: f\n-\n  g: h\n", "a: {b: [c, 'd'], \"e\": -1}\n", "a: b # c\n#d\ne: 1.50\n", "a: b\n  c\n", "a:\n  - - b\n",
	} {
		f.Add([]byte(s))
	}
	var q quick
	f.Fuzz(func(t *testing.T, data []byte) {
		if utf8.Valid(data) {
			sameAsLibrary(t, &q, data)
		}
	})
}
