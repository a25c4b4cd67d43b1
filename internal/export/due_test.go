package export

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// outcomes gives "2024-Q1 published, 2024-H1 published".
func outcomes(r *DueResult) string {
	var all []string
	for _, o := range r.Editions {
		all = append(all, fmt.Sprintf("%s %s", o.Period, o.Outcome))
	}
	return strings.Join(all, ", ")
}

// An interrupted run keeps what it has published, lets go of the lock, and the next one goes on from there.
func TestDueInterrupted(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv")
	now := time.Date(2025, 1, 3, 0, 0, 0, 0, time.UTC)
	for _, at := range []string{"load", "render"} {
		ctx, cancel := context.WithCancel(context.Background())
		loads := 0
		one := j
		one.Progress = func(step string) {
			if step == "load" {
				loads++
			}
			if step == at && loads == 2 {
				cancel()
			}
		}
		result, err := Due(ctx, DueJob{Job: one, Now: now})
		cancel()
		if !errors.Is(err, context.Canceled) || result == nil {
			t.Fatalf("%s: result %v, error %v; want those of an interrupted run", at, result, err)
		}
		if got := outcomes(result); !strings.HasPrefix(got, "2024-Q1 ") || strings.Contains(got, "2024-Q3") || strings.Contains(got, "failed") {
			t.Errorf("%s: %s; want the first edition without the third", at, got)
		}
	}
	result, err := Due(context.Background(), DueJob{Job: j, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	if got := outcomes(result); !strings.HasPrefix(got, "2024-Q1 unchanged, 2024-H1 ") || !strings.HasSuffix(got, "2024-Q3 published, 2024 published") {
		t.Errorf("the run after it: %s", got)
	}
}

// With nothing to do a run does not come past looking back at any edition.
func TestDueIsCheap(t *testing.T) {
	j := job(t, "NIANBAO_FORMATS=csv")
	now := time.Date(2025, 1, 3, 0, 0, 0, 0, time.UTC)
	if _, err := Due(context.Background(), DueJob{Job: j, Now: now}); err != nil {
		t.Fatal(err)
	}
	before := tree(t, j.Config.Output.Dir)
	j.Progress = func(step string) {
		if step != "load" && step != "look back" {
			t.Errorf("step %q", step)
		}
	}
	result, err := Due(context.Background(), DueJob{Job: j, Now: now.Add(time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	if got := outcomes(result); got != "2024-Q1 unchanged, 2024-H1 unchanged, 2024-Q3 unchanged, 2024 unchanged" {
		t.Error(got)
	}
	if after := tree(t, j.Config.Output.Dir); !slices.Equal(after, before) {
		t.Errorf("the output has changed: %q, want %q", after, before)
	}
}
