package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"nianbao/internal/stat"
)

const schemaDir = "../../config/schema/"

// schemaOf names the schema of a file, "" if the name stands for nothing.
func schemaOf(name string) string {
	switch name {
	case areaName, indicatorsName, projectsName, textName:
		return strings.TrimSuffix(name, ".yaml")
	}
	switch _, kind := periodName(name); kind {
	case figures:
		return "period"
	case sentences:
		return "text"
	default:
		return ""
	}
}

func readSchema(t *testing.T, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(schemaDir + name + ".schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc.(map[string]any)
}

func compileSchemas(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	all := map[string]*jsonschema.Schema{}
	for _, name := range []string{"area", "indicators", "projects", "period", "text"} {
		c := jsonschema.NewCompiler()
		if err := c.AddResource(name, readSchema(t, name)); err != nil {
			t.Fatal(err)
		}
		s, err := c.Compile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = s
	}
	return all
}

// plainValue turns YAML into what an editor holds against a JSON Schema.
func plainValue(t *testing.T, n *yaml.Node) any {
	t.Helper()
	switch n.Kind {
	case yaml.DocumentNode:
		return plainValue(t, n.Content[0])
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plainValue(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, item := range n.Content {
			list[i] = plainValue(t, item)
		}
		return list
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		if json.Valid([]byte(n.Value)) {
			return json.Number(n.Value)
		}
	}
	return n.Value
}

func parseYAML(t *testing.T, data []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return plainValue(t, &doc)
}

func TestAreasFollowTheirSchemas(t *testing.T) {
	schemas := compileSchemas(t)
	for _, root := range []string{"../../config/areas", "testdata/areas"} {
		fsys := os.DirFS(root)
		files, err := fs.Glob(fsys, "*/*.yaml")
		if err != nil || len(files) == 0 {
			t.Fatalf("no files under %s: %v", root, err)
		}
		for _, name := range files {
			schema, ok := schemas[schemaOf(path.Base(name))]
			if !ok {
				t.Errorf("%s/%s has a name without a schema", root, name)
				continue
			}
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(parseYAML(t, data)); err != nil {
				t.Errorf("%s/%s: %v", root, name, err)
			}
		}
	}
}

func TestAreasLoad(t *testing.T) {
	fsys := os.DirFS("../../config/areas")
	areas, err := Areas(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, area := range areas {
		if _, _, err := Load(fsys, area); err != nil {
			t.Error(err)
		}
	}
}

// TestSchemasRefuseFaults holds the schemas against the files that the loader refuses, where the fault lies
// within what a schema can see.
func TestSchemasRefuseFaults(t *testing.T) {
	schemas := compileSchemas(t)
	for _, c := range append(formFaults(), meaningFaults()...) {
		if !c.schema {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			fsys := demo(t)
			c.apply(t, fsys)
			value := parseYAML(t, fsys["demo/"+c.file].Data)
			if err := schemas[schemaOf(c.file)].Validate(value); err == nil {
				t.Error("the schema accepts what the loader refuses")
			}
		})
	}
}

// TestSchemaUnits keeps the units that editors offer in step with the program's.
func TestSchemaUnits(t *testing.T) {
	units := stat.Units()
	delete(units, rankUnit)
	want := slices.Sorted(maps.Keys(units))
	for _, name := range []string{"indicators", "period"} {
		unit := readSchema(t, name)["$defs"].(map[string]any)["unit"].(map[string]any)
		got := stringsOf(unit["anyOf"].([]any)[0].(map[string]any)["enum"])
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("units of %s (-program +schema):\n%s", name, diff)
		}
	}
}

func stringsOf(v any) []string {
	list, _ := v.([]any)
	all := make([]string, len(list))
	for i := range list {
		all[i] = fmt.Sprint(list[i])
	}
	return all
}
