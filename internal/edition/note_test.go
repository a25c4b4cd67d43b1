package edition

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

func TestNoteNumbers(t *testing.T) {
	e := noted().build(t)
	var got []string
	for _, n := range e.Notes {
		about := n.Indicator.Code
		if n.Fact != nil {
			about = n.Fact.ID
		}
		got = append(got, fmt.Sprintf("%d %s %s", n.Number, n.Kind, about))
	}
	want := []string{"1 indicator retail", "2 variant retail.level@2023", "3 fact retail.level@2023", "4 fact road.investment@2023"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// The note on an indicator is marked at its first fact only.
func TestMarks(t *testing.T) {
	e := noted().build(t)
	for id, want := range map[string][]int{
		"retail.level@2023": {1, 2, 3}, "retail.growth@2023": nil, "output.level@2023": nil, "road.investment@2023": {4},
	} {
		f, _ := e.Fact(id)
		if d := cmp.Diff(want, e.Marks(f)); d != "" {
			t.Errorf("%s: %s", id, d)
		}
	}
	if e.Marks(nil) != nil {
		t.Error("no fact has marks")
	}
}

// The office's notes on an indicator are numbered at its first fact, after the indicator's own; the others have no number.
// A note on what the edition does not have is left out.
func TestOfficeNotes(t *testing.T) {
	s := noted()
	note := func(id, indicator, theme string) stat.OfficeNote {
		return stat.OfficeNote{ID: id, Indicator: indicator, Theme: theme, Text: both("注。", "Note.")}
	}
	s.data.Notes = []stat.OfficeNote{
		note("area.1", "", ""), note("area.2", "homes", ""), note("area.3", "", "life"), note("area.4", "retail", ""),
		note("period.1", "", "economy"), note("period.2", "retail", ""), note("period.3", "output", ""),
	}
	e := s.build(t)
	var remarks, notes []string
	for _, r := range e.Remarks {
		remarks = append(remarks, fmt.Sprintf("%s %d %s", r.ID, r.Number, e.RemarkOn(r).En))
	}
	want := []string{"area.1 0 ", "area.4 2 Retail sales", "period.1 0 Economy", "period.2 3 Retail sales", "period.3 6 Output"}
	if d := cmp.Diff(want, remarks); d != "" {
		t.Error(d)
	}
	for _, n := range e.Notes {
		if n.Kind == OfficeNote {
			notes = append(notes, fmt.Sprintf("%d %s %s", n.Number, n.Office.ID, n.Indicator.Code))
		}
	}
	if d := cmp.Diff([]string{"2 area.4 retail", "3 period.2 retail", "6 period.3 output"}, notes); d != "" {
		t.Error(d)
	}
	f, _ := e.Fact("retail.level@2023")
	if d := cmp.Diff([]int{1, 2, 3, 4, 5}, e.Marks(f)); d != "" {
		t.Error(d)
	}
}
