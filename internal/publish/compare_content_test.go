package publish

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestContentChanges(t *testing.T) {
	const before = `{"area":{"name":{"en":"A"},"sources":[{"code":"one","title":{"en":"Old"}}]},` +
		`"facts":[{"fact_id":"f","obs_value":"1","note":{"en":"n"}},{"fact_id":"g","obs_value":"1"}],` +
		`"names":["x","y"],"sentences":[{"id":"s","template":{"en":"t"},"theme":"a"}]}`
	const after = `{"area":{"name":{"en":"A"},"sources":[{"code":"one","title":{"en":"New"}},{"code":"two"}]},` +
		`"facts":[{"fact_id":"f","obs_value":"2"},{"fact_id":"h","obs_value":"1"}],` +
		`"names":["x","z"],"sentences":[{"id":"s","template":{"en":"u"},"theme":"b"},{"id":"new"}]}`
	manifest := func(content string) Manifest {
		return Manifest{Format: Format, Area: "example", Period: "2024", Content: json.RawMessage(content)}
	}
	d, err := Compare(manifest(before), manifest(after))
	if err != nil {
		t.Fatal(err)
	}
	text := func(s string) *string { return &s }
	want := []Change[string]{
		{"area.sources.one.title.en", text(`"Old"`), text(`"New"`)},
		{"area.sources.two", nil, text(`{"code":"two"}`)},
		{"facts.f.note", text(`{"en":"n"}`), nil},
		{"names.2", text(`"y"`), text(`"z"`)},
		{"sentences.s.theme", text(`"a"`), text(`"b"`)},
	}
	if diff := cmp.Diff(want, d.Content); diff != "" {
		t.Error(diff)
	}
	if len(d.Figures) != 3 || len(d.Texts) != 2 {
		t.Errorf("%d figures, %d sentences", len(d.Figures), len(d.Texts))
	}
}
