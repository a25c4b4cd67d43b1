package config

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
	"pgregory.net/rapid"
)

const (
	shipped = "../../config/exporter.yaml"
	schema  = "../../config/schema/exporter.schema.json"
)

func TestShippedFile(t *testing.T) {
	data, err := os.ReadFile(shipped)
	if err != nil {
		t.Fatal(err)
	}
	values, problems := readFile("config/exporter.yaml", data, keys())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, k := range keys() {
		w, ok := values[k.name]
		if !ok {
			t.Errorf("exporter.yaml lacks %s", k.name)
		}
		want := k.fallback
		if k.name == "area" { // the program knows no area; the file names the one of this repository
			want = []string{"saibei"}
		}
		if diff := cmp.Diff(want, w.value); diff != "" {
			t.Errorf("exporter.yaml differs from the default of %s (-default +file):\n%s", k.name, diff)
		}
		if k.flag != "" && !strings.Contains(string(data), "# --"+k.flag) && !strings.Contains(string(data), "--"+k.flag+";") {
			t.Errorf("exporter.yaml does not mention --%s", k.flag)
		}
	}
}

// TestSchemaKeys holds the schema's keys and defaults against the program's.
func TestSchemaKeys(t *testing.T) {
	data, err := os.ReadFile(schema)
	if err != nil {
		t.Fatal(err)
	}
	var root property
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	got := map[string]any{}
	root.leaves("", got)
	want := map[string]any{}
	for _, k := range keys() {
		want[k.name] = k.fallbackValue()
		switch {
		case k.form == number: // as JSON has it
			want[k.name] = float64(k.fallbackValue().(int))
		case k.many():
			items := make([]any, len(k.fallback))
			for i, s := range k.fallback {
				items[i] = s
			}
			want[k.name] = items
		}
	}
	want["areas_dir"], want["output.dir"] = "areas", "../output"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the schema's keys and defaults differ (-program +schema):\n%s", diff)
	}
}

type property struct {
	Properties  map[string]property
	Default     any
	Description string
}

func (p property) leaves(name string, into map[string]any) {
	if p.Properties == nil {
		into[name] = p.Default
	}
	for child, q := range p.Properties {
		q.leaves(strings.TrimPrefix(name+"."+child, "."), into)
	}
}

// TestSchemaAgrees makes sure that an editor refuses what the program refuses.
func TestSchemaAgrees(t *testing.T) {
	s, err := jsonschema.NewCompiler().Compile(schema)
	if err != nil {
		t.Fatal(err)
	}
	full, err := os.ReadFile(shipped)
	if err != nil {
		t.Fatal(err)
	}
	for _, content := range []string{
		string(full), "{}", "area: x", "area: X", "area: 5", "aera: x", "period: 2023", "period: 2024-Q5", "period: 20",
		"languages: [en]", "languages: []", "languages: [en, en]", "languages: [en, de]", "languages: [en, zh-Hans, zh-Hant]",
		"formats: pdf", "formats: [docx]", "sections: [notes, cover]", "sections: [notes, notes]", "areas_dir: ''",
		"output: {nmae: x}", "output: {name: '{kind}'}", "output: {name: x}", "output: {name: '.{kind}'}",
		"output: {name: 'a/{kind}'}", "output: {name: '{kind}-{date}'}", "output: {name: '{kind}{'}", "output: {name: '{kind} '}",
		"output: {name: 'nul.{kind}'}", "output: {name: 'Com1 .{kind}'}", "output: {name: 'conout$.{kind}'}", "output: {name: 'null.{kind}'}", "output: {name: 'nul{kind}'}",
		"theme: {colors: {ink: '#12345'}}", "theme: {colors: {ink: '#12345F'}}", "theme: {colors: {ink: }}",
		"fonts: {bold: x.otf, regular: x.ttf}", "fonts: {bold: x.TTF, regular: x.ttf}", "fonts: {bold: x.ttc, regular: x.TtC}", "fonts: {bold: x.ttx, regular: x.ttc}",
		"issuer: {en: ' ', zh-Hans: x}", "issuer: {en: x, zh-Hans: x}", "issuer: {en: x, zh-Hans: x, fr: x}",
		"csv: {bom: true}", "csv: {bom: 'true'}", "csv: {bom: yes}", "csv: {bom: }", "workbook: {profile: published}", "workbook: {profile: Working}", "workbook: published",
		"status: draft", "status: Draft", "release_date: '2024-13-01'", "release_date: '2024-12-01'",
		"schedule: {periods: months}", "schedule: {periods: weeks}", "schedule: {first: 2024-Q1}", "schedule: {first: 2024-Q5}",
		"schedule: {days: working}", "schedule: {due: 366}", "schedule: {due: 0}", "schedule: {due: 367}", "schedule: {due: '1'}", "schedule: {deadline: x}",
		"schedule: {time: '23:59'}", "schedule: {time: '24:00'}", "schedule: {time: '9:00'}", "schedule: {zone: Europe/Berlin}", "schedule: {zone: Local}",
		"schedule: {zone: ''}", "schedule: {weekend: []}", "schedule: {weekend: [friday, saturday]}", "schedule: {weekend: [Friday]}",
		"schedule: {holidays: ['2025-10-01/2025-10-08', '2025-01-01']}", "schedule: {holidays: ['2025-13-01']}", "schedule: {holidays: '2025-10-01'}",
		"schedule: {workdays: ['2025-10-11']}", "schedule: {workdays: ['2025-10-11', '2025-10-11']}", "schedule: {workdays: ['2025-10-11/']}",
		"schedule: {except: ['01', 2025-01]}", "schedule: {except: [01]}", "schedule: {except: ['13']}", "schedule: {except: [january]}", "schedule: {except: ['']}",
		"schedule: {grace: 3}", "schedule: daily",
	} {
		var doc any
		if err := yaml.Unmarshal([]byte(content), &doc); err != nil {
			t.Fatal(err)
		}
		_, refused := Load(nil, nil, write(t, content))
		if bySchema := s.Validate(doc); (bySchema == nil) != (refused == nil) {
			t.Errorf("%.60q: the schema says %v, the program %v", content, bySchema, refused)
		}
	}
}

// TestKeysAreDistinct makes sure that no variable or flag stands for two keys, and that a mapping is not a key.
func TestKeysAreDistinct(t *testing.T) {
	seen := map[string]bool{fileVariable: true, "--" + configFlag: true}
	for _, k := range keys() {
		for _, name := range []string{k.name, k.variable(), "--" + k.flag} {
			if seen[name] && name != "--" {
				t.Errorf("%s stands for two keys", name)
			}
			seen[name] = true
		}
		if group(keys(), k.name) {
			t.Errorf("%s is both a key and a mapping", k.name)
		}
		if f := k.faults(k.fallback); f != nil {
			t.Errorf("the default of %s is refused: %v", k.name, f)
		}
	}
}

func kindsOfAll() []string {
	var kinds []string
	for _, name := range Formats() {
		kinds = append(kinds, KindsOf(name)...)
	}
	return kinds
}

// TestFileNames checks that every accepted pattern gives plain, distinct names.
func TestFileNames(t *testing.T) {
	kinds := kindsOfAll()
	k, _ := find(keys(), "output.name")
	rapid.Check(t, func(t *rapid.T) {
		piece := rapid.SampledFrom([]string{"{area}", "{period}", "{kind}", "-", ".", "/", "..", "x", "年报", " ", "\x00", "{", "}", "~"})
		pattern := strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(t, "pattern"), "")
		if k.faults([]string{pattern}) != nil {
			return
		}
		var names []string
		for _, kind := range kinds {
			name := Output{Name: pattern}.FileName("saibei", "2024-Q1", kind)
			if name != filepath.Base(name) || strings.HasPrefix(name, ".") || !strings.HasSuffix(name, extension(kind)) {
				t.Errorf("pattern %q gives %q", pattern, name)
			}
			if slices.Contains(names, name) || name == "manifest.json" {
				t.Errorf("pattern %q gives %q, which is taken", pattern, name)
			}
			names = append(names, name)
		}
	})
	for kind, want := range map[string]string{
		Briefing: "saibei-2023-briefing.pdf", Book: "saibei-2023-workbook.xlsx", Data: "saibei-2023-data.csv",
		Targets: "saibei-2023-targets.csv", Catalogue: "saibei-2023-catalogue.csv", Codes: "saibei-2023-codes.csv", DataPackage: "saibei-2023-datapackage.json", Edition: "saibei-2023-edition.json",
	} {
		if got := (Output{Dir: "out", Name: k.fallback[0]}).FileName("saibei", "2023", kind); got != want {
			t.Errorf("the default pattern gives %s, want %s", got, want)
		}
	}
	if got := (Output{Dir: "out"}).EditionDir("saibei", "2023"); got != filepath.Join("out", "saibei", "2023") {
		t.Errorf("the edition goes to %s", got)
	}
	if KindsOf("docx") != nil {
		t.Error("docx has kinds")
	}
}
