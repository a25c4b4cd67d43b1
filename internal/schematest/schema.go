// Package schematest compares the JSON Schemas of the program's JSON files with the program: with its Go types, its
// codes and its documents.
//
// In: the name of a schema in config/schema, and a type, lists of codes or a document. Out: the differences, in words.
// It must not be imported by anything but tests.
package schematest

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Schema is a JSON Schema: what it says, and the same compiled.
type Schema struct {
	root     map[string]any
	compiled *jsonschema.Schema
}

// Load reads the schema of a name. The test runs in a folder of internal.
func Load(t testing.TB, name string) Schema {
	t.Helper()
	data, err := os.ReadFile("../../config/schema/" + name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, data)
}

func parse(t testing.TB, data []byte) Schema {
	t.Helper()
	root := Parse(t, data).(map[string]any)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema", root); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema")
	if err != nil {
		t.Fatal(err)
	}
	return Schema{root, compiled}
}

// Parse reads a document as [Schema.Validate] takes it.
func Parse(t testing.TB, data []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Validate says what the schema finds wrong with a document.
func (s Schema) Validate(doc any) error { return s.compiled.Validate(doc) }

// resolve gives the schema that one stands for, and its name in $defs if it has one.
func (s Schema) resolve(schema any) (resolved map[string]any, name string) {
	for {
		resolved, _ = schema.(map[string]any)
		ref, ok := resolved["$ref"].(string)
		if !ok {
			return resolved, name
		}
		name = strings.TrimPrefix(ref, "#/$defs/")
		schema = s.defs()[name]
	}
}

func (s Schema) defs() map[string]any {
	defs, _ := s.root["$defs"].(map[string]any)
	return defs
}

// Codes compares the lists of codes of the schema with those of the program, by their names in $defs. Every list of the
// schema has to stand there.
func (s Schema) Codes(program map[string][]string) []string {
	var differ []string
	lists := 0
	for name, def := range s.defs() {
		schema, _ := def.(map[string]any)
		enum, ok := schema["enum"]
		if !ok {
			continue
		}
		lists++
		want, got := slices.Sorted(slices.Values(program[name])), slices.Sorted(slices.Values(texts(enum)))
		if !slices.Equal(want, got) {
			differ = append(differ, fmt.Sprintf("%s: the program has %q, the schema %q", name, want, got))
		}
	}
	for name := range program {
		if _, ok := s.defs()[name]; !ok {
			differ = append(differ, name+": the schema has no such list")
		}
	}
	if n := enums(s.root); n != lists {
		differ = append(differ, fmt.Sprintf("%d lists of codes stand outside of $defs", n-lists))
	}
	slices.Sort(differ)
	return differ
}

// CodePlaces gives the members, and the elements of lists, that are codes, as facts[].measure, with the names of their lists.
func (s Schema) CodePlaces() map[string]string {
	places := map[string]string{}
	s.collect("", s.root, places)
	return places
}

func (s Schema) collect(place string, schema any, places map[string]string) {
	resolved, name := s.resolve(schema)
	if resolved["enum"] != nil {
		places[strings.TrimPrefix(place, ".")] = name
	}
	properties, _ := resolved["properties"].(map[string]any)
	for member, inner := range properties {
		s.collect(place+"."+member, inner, places)
	}
	if items := resolved["items"]; items != nil {
		s.collect(place+"[]", items, places)
	}
}

// enums counts the lists of codes in a schema.
func enums(schema any) int {
	n := 0
	switch schema := schema.(type) {
	case map[string]any:
		if _, ok := schema["enum"].([]any); ok {
			n++
		}
		for _, inner := range schema {
			n += enums(inner)
		}
	case []any:
		for _, inner := range schema {
			n += enums(inner)
		}
	}
	return n
}

func texts(list any) []string {
	items, _ := list.([]any)
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = fmt.Sprint(item)
	}
	return all
}

// Gone is the value that [Set] takes for none.
var Gone = new(int)

// Set changes a member of a document, as "facts.0.obs_value"; what is [Gone] is removed. A member that is not there can
// be set, and one that is to be removed has to be there.
func Set(t testing.TB, doc any, path string, value any) {
	t.Helper()
	steps := strings.Split(path, ".")
	for _, step := range steps[:len(steps)-1] {
		switch inner := doc.(type) {
		case map[string]any:
			doc = inner[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(inner) {
				t.Fatalf("%s: the document has no such place", path)
			}
			doc = inner[i]
		}
	}
	object, ok := doc.(map[string]any)
	last := steps[len(steps)-1]
	if _, there := object[last]; !ok || value == any(Gone) && !there {
		t.Fatalf("%s: the document has no such place", path)
	}
	if value == any(Gone) {
		delete(object, last)
	} else {
		object[last] = value
	}
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
