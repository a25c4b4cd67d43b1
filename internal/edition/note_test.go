package edition

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
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
