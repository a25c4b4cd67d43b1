package tidy

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/schematest"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// names turns codes into texts.
func names[T ~string](codes ...T) []string {
	all := make([]string, len(codes))
	for i, code := range codes {
		all[i] = string(code)
	}
	return all
}

// The schema has every member of the document, at every depth, and no other.
func TestSchemaTypes(t *testing.T) {
	for _, differ := range schematest.Load(t, "edition").Types(reflect.TypeFor[Document](), nil) {
		t.Error(differ)
	}
}

// The codes of the schema are those of the program.
func TestSchemaCodes(t *testing.T) {
	program := map[string][]string{
		"lang": names(stat.Langs()...), "section": town.Sections(), "editionStatus": {"draft", "final"},
		"measure": names(stat.Measures()...), "status": names(stat.Statuses()...), "missing": {},
		"qualifier": locale.CodeList("qualifier"), "operator": locale.CodeList("operator"),
		"basis": locale.CodeList("basis"), "direction": locale.CodeList("direction"), "timing": names(stat.Flow, stat.Stock), "growthKind": locale.CodeList("growth-kind"), "known": locale.CodeList("known"), "accumulation": names(stat.YearToDate, stat.WholePeriod, stat.Point), "frequency": names(stat.Yearly, stat.Quarterly, stat.Monthly), "verb": names(stat.Verbs()...), "only": names(stat.Onlys()...),
		"projectStatus": names(stat.ProjectStatuses()...), "step": names(stat.Steps()...), "kind": names(stat.Kinds()...),
		"honour": locale.CodeList("honour"), "tier": locale.CodeList("tier"), "severity": locale.CodeList("severity"),
		"whyNoLevel": locale.CodeList("implied"), "standing": names(edition.Met, edition.NotMet, edition.Ahead, edition.OnTrack, edition.Behind, edition.Awaited, edition.Unjudged),
		"yardstick": locale.CodeList("yardstick"), "why": locale.CodeList("why"), "turn": locale.CodeList("turn"), "revisionKind": locale.CodeList("revision-kind"),
		"unitKind": names(stat.UnitKinds()[1:]...), "noteKind": names(edition.VariantNote, edition.FactNote, edition.IndicatorNote, edition.OfficeNote),
	}
	for _, status := range stat.Statuses() {
		if !status.HasValue() {
			program["missing"] = append(program["missing"], string(status))
		}
	}
	for _, differ := range schematest.Load(t, "edition").Codes(program) {
		t.Error(differ)
	}
}

// Codes stand wherever the document has some.
func TestSchemaCodePlaces(t *testing.T) {
	want := map[string]string{
		"languages[]": "lang", "status": "editionStatus", "sections[]": "section",
		"indicators[].price_basis": "basis", "indicators[].better": "direction", "indicators[].timing": "timing", "indicators[].known": "known",
		"facts[].measure": "measure", "facts[].obs_status": "status", "facts[].price_basis": "basis",
		"facts[].only": "only", "indicators[].verb": "verb",
		"facts[].growth_kind": "growthKind", "facts[].qualifier": "qualifier", "facts[].ranking.by": "measure",
		"facts[].accumulation": "accumulation", "facts[].frequency": "frequency",
		"derived[].measure": "measure", "derived[].obs_status": "status", "derived[].only": "only", "derived[].accumulation": "accumulation", "derived[].frequency": "frequency",
		"turns[].turn": "turn", "targets[].operator": "operator", "targets[].no_implied_level": "whyNoLevel",
		"projects[].status": "projectStatus", "milestones[].step": "step",
		"recognitions[].tier": "tier", "recognitions[].honour": "honour", "initiatives[].kind": "kind",
		"progress[].standing": "standing", "progress[].not_judged": "why", "progress[].yardstick": "yardstick",
		"progress[].no_growth_needed": "why", "revisions[].revision_kind": "revisionKind",
		"revisions[].old.obs_status": "status", "revisions[].new.obs_status": "status",
		"notes[].kind": "noteKind", "own_units[].kind": "unitKind", "findings[].severity": "severity",
	}
	if diff := cmp.Diff(want, schematest.Load(t, "edition").CodePlaces()); diff != "" {
		t.Errorf("(-want +schema):\n%s", diff)
	}
}

// Documents of every shipped area follow the schema in every choice of languages, and so do those that say more.
func TestSchemaAccepts(t *testing.T) {
	schema := schematest.Load(t, "edition")
	eachShipped(t, func(t *testing.T, s sample) {
		if err := schema.Validate(schematest.Parse(t, s.json(t))); err != nil {
			t.Error(err)
		}
		if err := schema.Validate(schematest.Parse(t, write(t, saysMore(s.e)).json(t))); err != nil {
			t.Error(err)
		}
	})
	s, _ := demanding(t)
	s.e.Area.Within, s.e.Themes[0].Name = s.e.Area.Name, s.e.Area.Name
	doc := schematest.Parse(t, s.json(t))
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
	for _, path := range []string{"later", "area.later", "facts.0.later", "facts.0.words.fr", "labels.units.0.later"} {
		schematest.Set(t, doc, path, "what a later version adds")
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("with members of later versions: %v", err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := schematest.Load(t, "edition")
	s, _ := demanding(t)
	s.e.Area.Within, s.e.Themes[0].Name = s.e.Area.Name, s.e.Area.Name
	s.e.Revisions = []edition.Revision{{
		Kind: edition.Changed, Fact: s.e.Facts[0], Old: s.e.Facts[0].Figure, New: s.e.Facts[0].Figure, Given: s.e.Period, Revised: s.e.Period,
	}}
	s.e.Findings = []stat.Finding{{Rule: "x", Severity: stat.Note, Place: stat.Place{Line: 1}}}
	data := s.json(t)
	if err := schema.Validate(schematest.Parse(t, data)); err != nil {
		t.Fatal(err)
	}
	for _, fault := range []struct {
		name, path string
		value      any
	}{
		{"a later format", "format", "nianbao-edition/2"},
		{"a period spelled otherwise", "period", "2024-Q2"},
		{"a month that is none", "facts.0.time_period", "2024-13"},
		{"no language", "languages", []any{}},
		{"a release of a month", "release_date", "2024-05"},
		{"a section twice", "sections", []any{"cover", "cover"}},
		{"words without Chinese", "issuer", map[string]any{"en": "Office"}},
		{"words without English", "issuer", map[string]any{"zh-Hans": "局"}},
		{"a fact ID without a period", "facts.0.fact_id", "x.level"},
		{"a variant's number from 0", "facts.1.fact_id", "x.level@2023~0"},
		{"a variant of a variant", "facts.1.variant_of", "x.level@2023~1"},
		{"a value as text", "facts.0.obs_value", "1.50"},
		{"a value missing by null alone", "facts.0.obs_value", nil},
		{"zero for a missing value", "facts.2.obs_value", 0},
		{"decimals of a missing value", "facts.2.decimals", 0},
		{"decimals below zero", "facts.0.decimals", -1},
		{"an unknown status", "facts.0.obs_status", "Q"},
		{"half a power of ten", "facts.0.unit_mult", 8.5},
		{"a unit in lower case", "facts.0.unit_measure", "cny"},
		{"a fact without provenance", "facts.0.provenance", schematest.Gone},
		{"a place without a source", "facts.0.provenance.0.source", schematest.Gone},
		{"a rank among none", "facts.5.ranking.of", 0},
		{"a target without a level or a reason", "targets.0.implied_level", schematest.Gone},
		{"a target with a level and a reason", "targets.0.no_implied_level", "no_baseline"},
		{"a changed figure without the old one", "revisions.0.old", schematest.Gone},
		{"an added figure with an old one", "revisions.0.revision_kind", "added"},
		{"a withdrawn figure with a new one", "revisions.0.revision_kind", "withdrawn"},
		{"a file that gave, and none that revised", "revisions.0.revised_in", schematest.Gone},
		{"a note on nothing", "notes.0.about", ""},
		{"line 0", "findings.0.place.line", 0},
	} {
		t.Run(fault.name, func(t *testing.T) {
			doc := schematest.Parse(t, data)
			schematest.Set(t, doc, fault.path, fault.value)
			if err := schema.Validate(doc); err == nil {
				t.Errorf("%s can be %v", fault.path, fault.value)
			}
		})
	}
}
