package dataset

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// schemaWalk goes through a file struct and its schema side by side.
type schemaWalk struct {
	t    *testing.T
	defs map[string]any
	seen map[reflect.Type]bool
}

// conditional lists keys that a schema requires, but a struct only in some uses.
var conditional = map[string]bool{"period/projectFigureFile/unit": true}

func TestSchemasHaveTheKeysOfTheFiles(t *testing.T) {
	for name, file := range map[string]reflect.Type{
		"area":       reflect.TypeFor[areaFile](),
		"indicators": reflect.TypeFor[indicatorsFile](),
		"projects":   reflect.TypeFor[projectsFile](),
		"period":     reflect.TypeFor[periodFile](),
		"text":       reflect.TypeFor[sentencesFile](),
	} {
		t.Run(name, func(t *testing.T) {
			schema := readSchema(t, name)
			defs, _ := schema["$defs"].(map[string]any)
			schemaWalk{t, defs, map[reflect.Type]bool{}}.walk(name, file, schema)
		})
	}
}

// resolve follows references.
func (w schemaWalk) resolve(s map[string]any) map[string]any {
	for {
		ref, ok := s["$ref"].(string)
		if !ok {
			return s
		}
		next, ok := w.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
		if !ok {
			w.t.Fatalf("reference %s leads nowhere", ref)
		}
		s = next
	}
}

// branch finds the way of writing a value that has a key of the schema language, as "properties".
func (w schemaWalk) branch(s map[string]any, key string) (map[string]any, bool) {
	s = w.resolve(s)
	if _, ok := s[key]; ok && key != "properties" || ok && s["additionalProperties"] == false {
		return s, true
	}
	for _, group := range []string{"anyOf", "allOf"} {
		list, _ := s[group].([]any)
		for _, one := range list {
			if found, ok := w.branch(one.(map[string]any), key); ok {
				return found, true
			}
		}
	}
	return nil, false
}

func (w schemaWalk) walk(path string, typ reflect.Type, schema map[string]any) {
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	ptr := reflect.New(typ).Interface()
	switch _, isMap := ptr.(keyed); {
	case isMap:
		w.below(path+".*", typ.Elem().Field(2).Type, schema, "additionalProperties")
	case typ == reflect.TypeFor[partsFile]():
		w.walk(path, reflect.TypeFor[ordered[*breakdownFile]](), schema)
	case choices()[typ] != nil:
		got := stringsOf(w.resolve(schema)["enum"])
		if diff := cmp.Diff(choices()[typ], got); diff != "" {
			w.t.Errorf("%s: values (-program +schema):\n%s", path, diff)
		}
	case typ.Kind() == reflect.Slice:
		w.below(path+"[]", typ.Elem(), schema, "items")
	case typ.Kind() == reflect.Struct && len(shapeOf(typ).fields) > 0:
		w.fields(path, typ, schema)
	}
}

func (w schemaWalk) below(path string, typ reflect.Type, schema map[string]any, key string) {
	s, ok := w.branch(schema, key)
	if !ok {
		w.t.Errorf("%s: the schema has no %s", path, key)
		return
	}
	w.walk(path, typ, s[key].(map[string]any))
}

func (w schemaWalk) fields(path string, typ reflect.Type, schema map[string]any) {
	s, ok := w.branch(schema, "properties")
	if !ok {
		w.t.Errorf("%s: the schema has no closed list of keys", path)
		return
	}
	if w.seen[typ] {
		return
	}
	w.seen[typ] = typ.Name() != "textFile" // the words of a source's reference have a schema of their own
	properties := s["properties"].(map[string]any)
	var keys, required []string
	for _, f := range shapeOf(typ).fields {
		keys = append(keys, f.key)
		if f.required {
			required = append(required, f.key)
		}
		below, ok := properties[f.key].(map[string]any)
		if !ok {
			continue
		}
		if below["description"] == nil {
			w.t.Errorf("%s.%s has no description", path, f.key)
		}
		w.walk(path+"."+f.key, typ.FieldByIndex(f.index).Type, below)
	}
	w.compare(path+": keys", keys, mapKeys(properties))
	asked := slices.DeleteFunc(stringsOf(s["required"]), func(key string) bool {
		return conditional[fmt.Sprintf("%s/%s/%s", strings.SplitN(path, ".", 2)[0], typ.Name(), key)]
	})
	w.compare(path+": required keys", required, asked)
}

func mapKeys(m map[string]any) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	return keys
}

func (w schemaWalk) compare(what string, want, got []string) {
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(strings.Join(want, " "), strings.Join(got, " ")); diff != "" {
		w.t.Errorf("%s (-struct +schema):\n%s", what, diff)
	}
}
