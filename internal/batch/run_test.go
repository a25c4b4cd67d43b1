package batch

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func names(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("county-%04d", i))
	}
	return out
}

var errBroken = errors.New("broken")

func TestRunGoesOn(t *testing.T) {
	areas := names(40)
	do := func(_ context.Context, area string, _ func()) (bool, error) {
		switch {
		case strings.HasSuffix(area, "7"):
			return false, errBroken
		case strings.HasSuffix(area, "3"):
			panic("no such glyph")
		case strings.HasSuffix(area, "5"):
			return true, nil
		}
		return false, nil
	}
	reports := 0
	tally, err := Run(context.Background(), areas, Options{Jobs: 3, Report: func(_ Outcome, so Tally) {
		if reports++; so.Ended() != reports {
			t.Errorf("report %d: %d areas ended", reports, so.Ended())
		}
	}}, do)
	if tally.Done != 28 || tally.Unchanged != 4 || len(tally.Failed) != 8 || tally.Left() != 0 || reports != 40 {
		t.Errorf("tally %+v after %d reports; want 28 done, 4 unchanged, 8 failed", tally, reports)
	}
	var failed []string
	for _, o := range tally.Failed {
		failed = append(failed, o.Area)
	}
	if !slices.IsSorted(failed) {
		t.Errorf("failures %q are not in the order of the areas", failed)
	}
	if first := tally.Failed[0].Err; first.Error() != "fault of the program: no such glyph" {
		t.Errorf("panic reported as %q", first)
	}
	if partial := new(PartialError); !errors.As(err, &partial) || partial.Failed != 8 || partial.Areas != 40 {
		t.Errorf("error %v, want a partial one of 8 in 40", err)
	}
}

// No more areas are under way at a time than there are jobs, and as many if there are enough.
func TestRunIsBounded(t *testing.T) {
	const jobs = 4
	var running, most atomic.Int32
	full := make(chan struct{})
	do := func(context.Context, string, func()) (bool, error) {
		now := running.Add(1)
		defer running.Add(-1)
		for old := most.Load(); now > old && !most.CompareAndSwap(old, now); old = most.Load() {
		}
		if now == jobs {
			select {
			case <-full:
			default:
				close(full)
			}
		}
		select {
		case <-full:
			return false, nil
		case <-time.After(10 * time.Second):
			return false, errors.New("alone for ten seconds")
		}
	}
	if _, err := Run(context.Background(), names(50), Options{Jobs: jobs}, do); err != nil {
		t.Fatal(err)
	}
	if most.Load() != jobs {
		t.Errorf("%d areas at a time, want %d", most.Load(), jobs)
	}
}

// Areas that are made give up their places while they are published, as many of them as may.
func TestRunOverlaps(t *testing.T) {
	const jobs, publishing = 3, 5
	var making, under, most atomic.Int32
	full := make(chan struct{})
	fill := sync.OnceFunc(func() { close(full) })
	do := func(_ context.Context, _ string, made func()) (bool, error) {
		if making.Add(1) > jobs {
			return false, errors.New("more are made at a time than there are jobs")
		}
		making.Add(-1)
		made()
		made() // leaves one place only
		now := under.Add(1)
		defer under.Add(-1)
		for old := most.Load(); now > old && !most.CompareAndSwap(old, now); old = most.Load() {
		}
		if now == jobs+publishing {
			fill()
		}
		select {
		case <-full:
			return false, nil
		case <-time.After(10 * time.Second):
			return false, errors.New("too few are published at a time")
		}
	}
	if tally, err := Run(context.Background(), names(3*(jobs+publishing)), Options{Jobs: jobs, Publishing: publishing}, do); err != nil {
		t.Fatal(err, tally.Failed)
	}
	if most.Load() != jobs+publishing {
		t.Errorf("%d areas were under way at a time, want %d", most.Load(), jobs+publishing)
	}
}

// An interrupt leaves areas, and none of them counts as failed.
func TestRunInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	do := func(ctx context.Context, area string, _ func()) (bool, error) {
		if area == "county-0010" {
			cancel()
			return false, fmt.Errorf("stopped: %w", ctx.Err())
		}
		return false, nil
	}
	tally, err := Run(ctx, names(100), Options{Jobs: 1}, do)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	if tally.Done != 10 || len(tally.Failed) != 0 || tally.Left() != 90 {
		t.Errorf("tally %+v, want 10 done and 90 left", tally)
	}
}

// An interrupt that comes when all is done changes nothing.
func TestRunInterruptedAtTheEnd(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := Run(ctx, names(1), Options{Jobs: 1}, func(context.Context, string, func()) (bool, error) {
		cancel()
		return false, nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestRunNothing(t *testing.T) {
	tally, err := Run(context.Background(), nil, Options{}, nil)
	if err != nil || tally.Ended() != 0 {
		t.Errorf("tally %+v, %v; want an empty one", tally, err)
	}
}

// Every area is done once, whatever the number of jobs.
func TestRunOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		areas := names(rapid.IntRange(0, 60).Draw(t, "areas"))
		times := make([]atomic.Int32, len(areas))
		opt := Options{Jobs: rapid.IntRange(0, 9).Draw(t, "jobs"), Publishing: rapid.IntRange(-9, 9).Draw(t, "publishing")}
		_, err := Run(context.Background(), areas, opt, func(_ context.Context, area string, _ func()) (bool, error) {
			times[slices.Index(areas, area)].Add(1)
			return false, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for i := range times {
			if times[i].Load() != 1 {
				t.Fatalf("%s done %d times", areas[i], times[i].Load())
			}
		}
	})
}
