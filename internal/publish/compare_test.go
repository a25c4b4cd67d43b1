package publish

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func compared(t *testing.T, old, now Manifest) Difference {
	t.Helper()
	d, err := Compare(old, now)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCompare(t *testing.T) {
	figure := func(id, value string) Figure { return Figure{ID: id, Value: value, Mult: 8, Unit: "CNY", Status: "A"} }
	old, now := sample("one").manifest, sample("one").manifest
	old.said = &Said{Figures: []Figure{figure("a", "1.0"), figure("gone", "2"), figure("b", "3")}}
	now.said = &Said{Figures: []Figure{figure("b", "3"), figure("new", "0"), figure("a", "1.1")}}
	if d := compared(t, old, old); !d.Empty() {
		t.Errorf("a release differs from itself: %+v", d)
	}
	d := compared(t, old, now)
	want := []Change[Figure]{
		{Key: "new", New: &now.said.Figures[1]},
		{Key: "a", Old: &old.said.Figures[0], New: &now.said.Figures[2]},
		{Key: "gone", Old: &old.said.Figures[1]},
	}
	if diff := cmp.Diff(want, d.Figures); diff != "" {
		t.Errorf("changes differ (-want +got):\n%s", diff)
	}
	if got := Count(d.Figures); got != (Counts{1, 1, 1}) {
		t.Errorf("counts %+v", got)
	}
	later := old
	later.Period, later.said = "2025", &Said{Figures: []Figure{figure("gdp.level@2025", "2"), figure("gdp.level@2024", "1")}}
	old.said = &Said{Figures: []Figure{figure("gdp.level@2024", "1"), figure("gdp.level@2023", "0.9")}}
	var keys []string
	for _, c := range compared(t, old, later).Figures {
		keys = append(keys, c.Key)
	}
	if diff := cmp.Diff([]string{"gdp.level", "gdp.level@2024", "gdp.level@2023"}, keys); diff != "" {
		t.Errorf("changes between two periods (-want +got):\n%s", diff)
	}
	for name, change := range map[string]func(m *Manifest){
		"status of a figure": func(m *Manifest) {
			m.said = &Said{Figures: []Figure{{ID: "a", Value: "1.0", Mult: 8, Unit: "CNY", Status: "P"}}}
		},
		"a sentence":         func(m *Manifest) { m.said = &Said{m.said.Figures, []Text{{"s", map[string]string{"en": "new"}}}} },
		"an input":           func(m *Manifest) { m.Inputs = m.Inputs[:1] },
		"a setting":          func(m *Manifest) { m.Configuration = nil },
		"the output version": func(m *Manifest) { m.OutputVersion++ },
		"the period":         func(m *Manifest) { m.Period = "2025" },
		"the release date":   func(m *Manifest) { m.ReleaseDate = "2025-01-21" },
	} {
		m := sample("one").manifest
		m.said = &Said{Figures: []Figure{figure("a", "1.0")}}
		before := m
		change(&m)
		if compared(t, before, m).Empty() {
			t.Errorf("%s changed, and no difference was found", name)
		}
	}
}
