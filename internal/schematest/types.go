package schematest

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// Types compares the schema with the Go type that the program writes the JSON of, both ways and at every depth: names of
// members, which of them are always there, their types, and the codes that a type of its own stands for. Every member
// needs a description. Raw says what stands in members that the type has as [json.RawMessage].
func (s Schema) Types(t reflect.Type, raw map[string]reflect.Type) []string {
	c := comparison{Schema: s, raw: raw}
	c.compare("", t, s.root, false)
	return c.differ
}

type comparison struct {
	Schema
	raw    map[string]reflect.Type
	differ []string
}

func (c *comparison) say(place, format string, args ...any) {
	c.differ = append(c.differ, strings.TrimPrefix(place, ".")+": "+fmt.Sprintf(format, args...))
}

// compare holds what the schema says of a place against the type that stands there.
func (c *comparison) compare(place string, t reflect.Type, schema any, null bool) {
	if t == reflect.TypeFor[json.RawMessage]() {
		if t = c.raw[strings.TrimPrefix(place, ".")]; t == nil {
			c.say(place, "the test does not say what stands here")
			return
		}
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	resolved, name := c.resolve(schema)
	want := []string{jsonType(t)}
	if null {
		want = append(want, "null")
	}
	if got := typesOf(resolved); !slices.Equal(want, got) {
		c.say(place, "the program writes %q, the schema has %q", want, got)
		return
	}
	switch {
	case want[0] == "object" && t.Kind() == reflect.Struct:
		c.members(place, t, resolved)
	case want[0] == "array":
		c.compare(place+"[]", t.Elem(), resolved["items"], false)
	case t.Kind() == reflect.String && t.PkgPath() != "" && t != reflect.TypeFor[json.Number]():
		if list := lowerFirst(t.Name()); name != list || resolved["enum"] == nil {
			c.say(place, "the schema has %q, want the codes %q", name, list)
		}
	}
}

func (c *comparison) members(place string, t reflect.Type, schema map[string]any) {
	properties, _ := schema["properties"].(map[string]any)
	var always []string
	known := map[string]bool{}
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if name == "-" || !field.IsExported() {
			continue
		}
		known[name] = true
		inner, ok := properties[name].(map[string]any)
		if !ok {
			c.say(place+"."+name, "the schema lacks this member")
			continue
		}
		if options == "" {
			always = append(always, name)
		}
		if inner["description"] == nil {
			c.say(place+"."+name, "the schema does not describe it")
		}
		c.compare(place+"."+name, field.Type, inner, field.Type.Kind() == reflect.Pointer && options == "")
	}
	for _, name := range keys(properties) {
		if !known[name] {
			c.say(place+"."+name, "the program has no such member")
		}
	}
	slices.Sort(always)
	if required := slices.Sorted(slices.Values(texts(schema["required"]))); !slices.Equal(always, required) {
		c.say(place, "always written: %q, required: %q", always, required)
	}
}

// jsonType is the type of the JSON that a Go type is written as.
func jsonType(t reflect.Type) string {
	switch {
	case t.Implements(reflect.TypeFor[encoding.TextMarshaler]()), t.Kind() == reflect.String && t != reflect.TypeFor[json.Number]():
		return "string"
	case t == reflect.TypeFor[json.Number]():
		return "number"
	}
	switch t.Kind() {
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Slice:
		return "array"
	default:
		return "object"
	}
}

// typesOf are the types that a schema allows; codes are texts.
func typesOf(schema map[string]any) []string {
	switch t := schema["type"].(type) {
	case string:
		return []string{t}
	case nil:
		if schema["enum"] != nil {
			return []string{"string"}
		}
		return nil
	default:
		return texts(t)
	}
}

func lowerFirst(name string) string {
	runes := []rune(name)
	runes[0] = unicode.ToLower(runes[0])
	return string(runes)
}
