package schematest

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const small = `{
	"type": "object", "required": ["name", "items", "rest"],
	"properties": {
		"name": {"description": "A name.", "type": "string"},
		"items": {"description": "Items.", "type": "array", "items": {"$ref": "#/$defs/item"}},
		"rest": {"description": "The rest.", "type": "array", "items": {"type": "string"}}
	},
	"$defs": {
		"item": {"type": "object", "required": ["size"], "properties": {
			"size": {"description": "Its size.", "type": ["number", "null"]},
			"colour": {"description": "Its colour.", "$ref": "#/$defs/colour"}
		}},
		"colour": {"enum": ["red", "green"]}
	}
}`

type colour string

type item struct {
	Size   *json.Number `json:"size"`
	Colour colour       `json:"colour,omitempty"`
}

type whole struct {
	Name   string          `json:"name"`
	Items  []item          `json:"items"`
	Rest   json.RawMessage `json:"rest"`
	Inside int             `json:"-"`
}

var rest = map[string]reflect.Type{"rest": reflect.TypeFor[[]string]()}

func TestTypes(t *testing.T) {
	if differ := parse(t, []byte(small)).Types(reflect.TypeFor[whole](), rest); len(differ) > 0 {
		t.Errorf("%q differ", differ)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"a member that is gone", `"size": {"description": "Its size.", "type": ["number", "null"]},`, "", "items[].size: the schema lacks this member"},
		{"another member", `"name": {"d`, `"more": {"type": "string"}, "name": {"d`, "more: the program has no such member"},
		{"another type", `A name.", "type": "string"`, `A name.", "type": "integer"`, `name: the program writes ["string"], the schema has ["integer"]`},
		{"never null", `["number", "null"]`, `"number"`, `items[].size: the program writes ["number" "null"], the schema has ["number"]`},
		{"not required", `"required": ["size"], `, "", `items[]: always written: ["size"], required: []`},
		{"no description", `"description": "Its size.", `, "", "items[].size: the schema does not describe it"},
		{"no codes", `"$ref": "#/$defs/colour"`, `"type": "string"`, `items[].colour: the schema has "", want the codes "colour"`},
		{"other elements", `"items": {"type": "string"}`, `"items": {"type": "number"}`, `rest[]: the program writes ["string"], the schema has ["number"]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			changed := strings.Replace(small, c.old, c.new, 1)
			if differ := parse(t, []byte(changed)).Types(reflect.TypeFor[whole](), rest); !slices.Contains(differ, c.want) {
				t.Errorf("%q, want %q", differ, c.want)
			}
		})
	}
}

func TestCodes(t *testing.T) {
	s := parse(t, []byte(small))
	if differ := s.Codes(map[string][]string{"colour": {"green", "red"}}); len(differ) > 0 {
		t.Errorf("%q differ", differ)
	}
	for _, program := range []map[string][]string{
		{}, {"colour": {"red"}}, {"colour": {"red", "green", "blue"}}, {"colour": {"red", "green"}, "shape": {"round"}},
	} {
		if len(s.Codes(program)) == 0 {
			t.Errorf("%q does not differ", program)
		}
	}
	strays := parse(t, []byte(strings.Replace(small, `"A name.", `, `"A name.", "enum": ["x"], `, 1)))
	if len(strays.Codes(map[string][]string{"colour": {"green", "red"}})) != 1 {
		t.Error("a list of codes outside of $defs is not noticed")
	}
}

func TestCodePlaces(t *testing.T) {
	want := map[string]string{"items[].colour": "colour"}
	if got := parse(t, []byte(small)).CodePlaces(); !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestSet(t *testing.T) {
	doc := Parse(t, []byte(`{"a": [{"b": 1, "c": {"d": 2}}]}`))
	Set(t, doc, "a.0.b", "x")
	Set(t, doc, "a.0.c.d", Gone)
	Set(t, doc, "a.0.e", nil)
	want := Parse(t, []byte(`{"a": [{"b": "x", "c": {}, "e": null}]}`))
	if !reflect.DeepEqual(doc, want) {
		t.Errorf("%v, want %v", doc, want)
	}
}

func TestValidate(t *testing.T) {
	s := parse(t, []byte(small))
	if err := s.Validate(Parse(t, []byte(`{"name": "x", "items": [{"size": 1}], "rest": []}`))); err != nil {
		t.Error(err)
	}
	if s.Validate(Parse(t, []byte(`{"name": "x", "items": [{"size": 1, "colour": "blue"}], "rest": []}`))) == nil {
		t.Error("an unknown code is accepted")
	}
}
