package tidy

import (
	"encoding/json"
	"strings"
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

// The words of a document follow from its values.
func TestReword(t *testing.T) {
	eachShipped(t, func(t *testing.T, s sample) {
		doc := s.document(t)
		words, err := doc.Reword()
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range doc.Facts {
			for _, l := range doc.Languages {
				if words[i][l] == "" || words[i][l] != f.Words[l] {
					t.Errorf("%s in %s: %q, want %q", f.ID, l, words[i][l], f.Words[l])
				}
			}
		}
		if len(words) != len(doc.Facts) {
			t.Errorf("%d words for %d facts", len(words), len(doc.Facts))
		}
	})
}

// A change to anything that a figure's words follow from is noticed.
func TestRewordDetects(t *testing.T) {
	number := func(s string) *json.Number { n := json.Number(s); return &n }
	tests := []struct {
		name, fact string
		change     func(f *Fact)
	}{
		{"another value", "grain-output.level@2024", func(f *Fact) { f.Value = number("12.41") }},
		{"another power of ten", "grain-output.level@2024", func(f *Fact) { f.Mult = 8 }},
		{"another unit", "grain-output.level@2024", func(f *Fact) { f.Unit = "KG" }},
		{"growth for decline", "passenger-trips.growth@2024", func(f *Fact) { f.Value = number("2.4") }},
		{"a value for a missing one", "wind-power.level@2024", func(f *Fact) { f.Status, f.Value = "A", number("0") }},
		{"exact for about", "energy-use.level@2024", func(f *Fact) { f.Qualifier = "" }},
		{"other words", "cattle-stock.level@2024", func(f *Fact) { f.Words[stat.En] = "12,000 head" }},
		{"words gone", "cattle-stock.level@2024", func(f *Fact) { f.Words = nil }},
		{"another measure", "grain-output.growth@2024", func(f *Fact) { f.Measure = "ratio" }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc := shipped(t, "example", stat.Hans, stat.En).document(t)
			found := false
			for i := range doc.Facts {
				if doc.Facts[i].ID == test.fact {
					test.change(&doc.Facts[i])
					found = true
				}
			}
			if !found {
				t.Fatalf("no fact %q", test.fact)
			}
			if _, err := doc.Reword(); err == nil || !strings.HasPrefix(err.Error(), test.fact+": ") {
				t.Errorf("got %v, want an error that names %s", err, test.fact)
			}
		})
	}
}

func TestRewordDetectsAnotherOperator(t *testing.T) {
	doc := shipped(t, "example", stat.En).document(t)
	for i := range doc.Targets {
		doc.Targets[i].Operator = "equal"
	}
	if _, err := doc.Reword(); err == nil || !strings.Contains(err.Error(), "target_level@2025") {
		t.Errorf("got %v", err)
	}
}

func TestRewordDetectsAnotherRank(t *testing.T) {
	doc := shipped(t, "saibei", stat.En).document(t)
	for i := range doc.Facts {
		if f := &doc.Facts[i]; f.Measure == "rank" {
			n := json.Number("16")
			f.Value = &n
			if _, err := doc.Reword(); err == nil || !strings.Contains(err.Error(), f.ID) {
				t.Errorf("got %v, want an error that names %s", err, f.ID)
			}
			return
		}
	}
	t.Fatal("no rank in the document")
}

// A unit the area declares is worded from the document alone.
func TestRewordOwnUnit(t *testing.T) {
	doc := shipped(t, "example", stat.Hant).document(t)
	if d := cmp.Diff([]Unit{{"TRIP", Words{stat.Hant: "人次", stat.En: "trips"}, "trip", "trips"}}, doc.Units); d != "" {
		t.Error(d)
	}
	doc.Units = nil
	if words, err := doc.Reword(); err == nil {
		t.Errorf("an unknown unit is worded: %v", words)
	}
}

func TestRewordRefusesLanguage(t *testing.T) {
	doc := shipped(t, "example", stat.En).document(t)
	doc.Languages = []stat.Lang{"fr"}
	if _, err := doc.Reword(); err == nil || !strings.Contains(err.Error(), `language "fr"`) {
		t.Errorf("got %v", err)
	}
}
