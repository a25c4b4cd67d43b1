package export

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nianbao/bench/county"
	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/publish"
	"nianbao/internal/schematest"
	"nianbao/internal/stat"
	"nianbao/internal/tidy"
)

// The schema has every member of the manifest, at every depth, and no other.
func TestManifestSchemaTypes(t *testing.T) {
	inside := map[string]reflect.Type{
		"content": reflect.TypeFor[edition.Content](), "later": reflect.TypeFor[edition.Later](),
		"findings": reflect.TypeFor[[]tidy.Finding](),
	}
	for _, differ := range schematest.Load(t, "manifest").Types(reflect.TypeFor[publish.Manifest](), inside) {
		t.Error(differ)
	}
}

// names turns codes into texts.
func names[T ~string](codes ...T) []string {
	all := make([]string, len(codes))
	for i, code := range codes {
		all[i] = string(code)
	}
	return all
}

// The codes of the schema are those of the program.
func TestManifestSchemaCodes(t *testing.T) {
	program := map[string][]string{
		"lang": names(stat.Langs()...), "editionStatus": {publish.Draft, "final"},
		"measure": names(stat.Measures()...), "status": names(stat.Statuses()...), "missing": {},
		"qualifier": locale.CodeList("qualifier"), "operator": locale.CodeList("operator"), "basis": locale.CodeList("basis"),
		"direction": locale.CodeList("direction"), "verb": names(stat.Verbs()...), "only": names(stat.Onlys()...),
		"unitKind": names(stat.UnitKinds()[1:]...),
		"timing":   names(stat.Flow, stat.Stock), "frequency": names(stat.EveryPeriod, stat.YearEnd),
		"projectStatus": names(stat.ProjectStatuses()...), "step": names(stat.Steps()...), "kind": names(stat.Kinds()...),
		"honour": locale.CodeList("honour"), "tier": locale.CodeList("tier"), "severity": locale.CodeList("severity"),
	}
	for _, status := range stat.Statuses() {
		if !status.HasValue() {
			program["missing"] = append(program["missing"], string(status))
		}
	}
	schema := schematest.Load(t, "manifest")
	for _, differ := range schema.Codes(program) {
		t.Error(differ)
	}
	places := schema.CodePlaces() // those that have no type of their own in the program
	if places["languages[]"] != "lang" || places["status"] != "editionStatus" {
		t.Errorf("languages are %q, the status is %q", places["languages[]"], places["status"])
	}
}

// follows holds the two JSON files of a release against their schemas.
func follows(t *testing.T, dir string) {
	t.Helper()
	editions, err := filepath.Glob(filepath.Join(dir, "*-edition.json"))
	if err != nil || len(editions) != 1 {
		t.Fatalf("%s has the editions %q, %v", dir, editions, err)
	}
	for name, path := range map[string]string{"manifest": filepath.Join(dir, publish.ManifestName), "edition": editions[0]} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := schematest.Load(t, name).Validate(schematest.Parse(t, data)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// The releases of the shipped areas follow the schemas, in every edition and language, and so does a draft.
func TestReleasesFollowTheirSchemas(t *testing.T) {
	for area, periods := range map[string][]string{"saibei": {"2023"}, "example": {"2024-Q1", "2024-H1", "2024-Q3", "2024"}, "tongjian": {"2022"}} {
		for _, period := range periods {
			for _, languages := range []string{"zh-Hans,en", "zh-Hant,en", "en"} {
				env := []string{
					"NIANBAO_AREA=" + area, "NIANBAO_PERIOD=" + period, "NIANBAO_LANGUAGES=" + languages, "NIANBAO_FORMATS=json,csv",
				}
				follows(t, export(t, job(t, env...)).Release.Dir)
				follows(t, export(t, job(t, append(env, "NIANBAO_STATUS=draft", "NIANBAO_RELEASE_DATE=2025-03-01")...)).Release.Dir)
			}
		}
	}
}

// Releases of invented counties follow the schemas, which have rare characters, and findings about milestones.
func TestCountiesFollowTheirSchemas(t *testing.T) {
	areas := t.TempDir()
	if err := county.Write(areas, 0, 3, county.Size{}); err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_AREA="+county.Code(i), "NIANBAO_FORMATS=json")
		follows(t, export(t, j).Release.Dir)
	}
}

// A second release, which says what it revises, adds and withdraws, follows the schemas as well.
func TestSecondReleaseFollowsItsSchemas(t *testing.T) {
	areas := changedAreas(t)
	j := job(t, "NIANBAO_AREAS_DIR="+areas, "NIANBAO_RELEASE_DATE=2025-01-20", "NIANBAO_FORMATS=json")
	export(t, j)
	editData(t, areas, "2024.yaml", "level: 18520", "level: 18250", "    growth: -2.4\n", "",
		"from: {5: 约35万吨标准煤}}\n", "from: {5: 约35万吨标准煤}}\n    growth: 2.6\n")
	j.Config.ReleaseDate = "2025-02-05"
	second := export(t, j)
	follows(t, second.Release.Dir)
	data, err := os.ReadFile(filepath.Join(second.Release.Dir, "example-2024-edition.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"changed", "added", "withdrawn"} {
		if !strings.Contains(string(data), `"revision_kind": "`+kind+`"`) {
			t.Errorf("nothing is %s", kind)
		}
	}
	if m := second.Release.Manifest; m.Number != 2 || m.Supersedes == "" {
		t.Errorf("the second release is %s and supersedes %q", m.Name(), m.Supersedes)
	}
}

// manifestFaults are changes that no manifest of the example's whole year can have.
func manifestFaults() []manifestFault {
	digest := strings.Repeat("0123456789abcdef", 4)
	return []manifestFault{
		{"format 1", "format", 1},
		{"a format as text", "format", "2"},
		{"another spelling of a period", "period", "2024-Q4"},
		{"an unknown language", "languages", []any{"de"}},
		{"a date without a day", "release_date", "2025-01"},
		{"an unknown status", "status", "Final"},
		{"a draft with a number", "status", "draft"},
		{"a release without a number", "number", schematest.Gone},
		{"build 0", "build", 0},
		{"a number beyond belief", "number", 1_000_000},
		{"a digest in upper case", "content_digest", strings.ToUpper(digest)},
		{"a digest of 63 digits", "build_digest", digest[1:]},
		{"a digest of 65 digits", "checksum", digest + "0"},
		{"no checksum", "checksum", schematest.Gone},
		{"half a digest superseded", "supersedes", digest[:32]},
		{"an output in another folder", "outputs.0.name", "../x.csv"},
		{"a hidden output", "outputs.0.name", ".x.csv"},
		{"a size below zero", "outputs.0.bytes", -1},
		{"an input without a digest", "inputs.0.sha256", schematest.Gone},
		{"a setting that is a number", "configuration.0.value", 1},
		{"a fact ID without a period", "content.facts.0.fact_id", "gdp.level"},
		{"a value as a number", "content.facts.0.obs_value", 1.5},
		{"a value with an exponent", "content.facts.0.obs_value", "1e3"},
		{"a value with a plus", "content.facts.0.obs_value", "+5"},
		{"a value with a separator", "content.facts.0.obs_value", "1,000"},
		{"a value without a digit before the point", "content.facts.0.obs_value", ".5"},
		{"a value without a digit after the point", "content.facts.0.obs_value", "5."},
		{"a value with a zero before it", "content.facts.0.obs_value", "05"},
		{"no value of a normal figure", "content.facts.0.obs_value", schematest.Gone},
		{"a value of a missing figure", "content.facts.0.obs_status", "O"},
		{"an unknown status of a figure", "content.facts.0.obs_status", "N"},
		{"an unknown measure", "content.facts.0.measure", "height"},
		{"an operator of what is no target", "content.facts.0.operator", "equal"},
		{"an indicator of no timing that is known", "content.indicators.0.timing", "monthly"},
		{"a text without English", "content.area.name", map[string]any{"zh-Hans": "区"}},
		{"a day that is none", "content.area.sources.1.date", "2025-01-32"},
		{"a name of no code", "content.names", map[string]any{"No Code": map[string]any{"zh-Hans": "甲", "en": "A"}}},
		{"later as a list", "later", []any{}},
		{"a finding of no severity that is known", "findings.0.severity", "fatal"},
		{"a finding on no fact", "findings.0.facts", []any{"gdp"}},
		{"a finding in line 0", "findings.0.place.line", 0},
	}
}

type manifestFault struct {
	name, path string
	value      any
}

func TestManifestSchemaRefuses(t *testing.T) {
	dir := export(t, job(t, "NIANBAO_FORMATS=json")).Release.Dir
	data, err := os.ReadFile(filepath.Join(dir, publish.ManifestName))
	if err != nil {
		t.Fatal(err)
	}
	schema := schematest.Load(t, "manifest")
	doc := schematest.Parse(t, data)
	for _, path := range []string{"more", "content.more", "content.facts.0.more", "outputs.0.more", "findings.0.message.fr"} {
		schematest.Set(t, doc, path, "what a later version adds")
	}
	if err := schema.Validate(doc); err != nil {
		t.Fatalf("with members of later versions: %v", err)
	}
	for _, fault := range manifestFaults() {
		t.Run(fault.name, func(t *testing.T) {
			doc := schematest.Parse(t, data)
			schematest.Set(t, doc, fault.path, fault.value)
			if err := schema.Validate(doc); err == nil {
				t.Errorf("%s can be %v", fault.path, fault.value)
			}
		})
	}
}
