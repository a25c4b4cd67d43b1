package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"nianbao/internal/golden"
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

// TestUnitsOfDocuments keeps the units that editors offer, and those of docs/dataset.md and its Chinese, in step with the program's.
func TestUnitsOfDocuments(t *testing.T) {
	codes := slices.DeleteFunc(stat.UnitCodes(), func(code string) bool { return code == stat.RankUnit })
	enum := regexp.MustCompile(`(?s)("unit": \{.*?"enum": \[\n)(.*?)(\n *\])`)
	for _, name := range []string{"indicators", "period"} {
		path := "../../config/schema/" + name + ".schema.json"
		text := readText(t, path)
		m := enum.FindStringSubmatchIndex(text)
		if m == nil {
			t.Fatalf("%s has no list of units", path)
		}
		golden.CheckFile(t, path, text[:m[4]]+wrapped(codes, `"`, ",", strings.Repeat(" ", 12), 105)+text[m[5]:])
	}
	for path, around := range map[string][2]string{
		"../../docs/dataset.md":       {"Units known to the program, beside positions: ", ".\n\n"},
		"../../docs/dataset.zh-CN.md": {"除位次外，程序认识的单位有：", "。\n\n"},
	} {
		from, to := around[0], around[1]
		text := readText(t, path)
		before, rest, ok := strings.Cut(text, from)
		if !ok {
			t.Fatalf("%s has no list of units", path)
		}
		_, after, _ := strings.Cut(rest, to)
		list := strings.TrimSpace(wrapped(codes, "`", "", strings.Repeat(" ", len(from)), 125))
		golden.CheckFile(t, path, before+from+strings.ReplaceAll(list, strings.Repeat(" ", len(from)), "")+to+after)
	}
}

func readText(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// wrapped lists words in quotes, with a mark between them, on lines of some width.
func wrapped(words []string, quote, between, indent string, width int) string {
	lines := []string{indent}
	for i, word := range words {
		word = quote + word + quote
		if i < len(words)-1 {
			word += between
		}
		last := &lines[len(lines)-1]
		if *last != indent && len(*last)+1+len(word) > width {
			lines = append(lines, indent)
			last = &lines[len(lines)-1]
		}
		if *last != indent {
			*last += " "
		}
		*last += word
	}
	return strings.Join(lines, "\n")
}

func stringsOf(v any) []string {
	list, _ := v.([]any)
	all := make([]string, len(list))
	for i := range list {
		all[i] = fmt.Sprint(list[i])
	}
	return all
}
