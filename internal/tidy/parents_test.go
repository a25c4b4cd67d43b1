package tidy

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

func TestParentsOf(t *testing.T) {
	got := parentsOf([]stat.Indicator{
		{Code: "a", Breakdowns: divided("x", "y"), Includes: []string{"y", "z"}}, {Code: "x"}, {Code: "b", Breakdowns: divided("y")},
	})
	if diff := cmp.Diff(map[string][]string{"x": {"a"}, "y": {"a", "b"}, "z": {"a"}}, got); diff != "" {
		t.Error(diff)
	}
}

func divided(parts ...string) []stat.Breakdown { return []stat.Breakdown{{Parts: parts}} }

// The time that it takes grows with the indicators.
func TestParentsOfMany(t *testing.T) {
	var all []stat.Indicator
	for n := range 200_000 {
		all = append(all, stat.Indicator{Code: fmt.Sprint(n), Breakdowns: divided(fmt.Sprint(n + 1))})
	}
	start := time.Now()
	if got := parentsOf(all); len(got) != len(all) {
		t.Errorf("%d have parents", len(got))
	}
	if took := time.Since(start); took > 10*time.Second { // each with each takes minutes
		t.Errorf("it took %v", took)
	}
}
