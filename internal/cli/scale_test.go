package cli

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"runtime"
	"testing"

	"nianbao/bench/county"
	"nianbao/internal/export"
)

// write runs a batch of counties into a folder of its own.
func write(t *testing.T, counties, indicators int) {
	t.Helper()
	dir := t.TempDir()
	areas := filepath.Join(dir, "areas")
	if err := county.Write(areas, 0, counties, county.Size{Indicators: indicators}); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	args := []string{"batch", "--areas-dir", areas, "--period", county.Period, "--output", filepath.Join(dir, "out"), "--json", "--quiet"}
	if code := Main(args, Streams{Out: &stdout, Err: &stderr}); code != ExitDone {
		t.Fatalf("exit code %d: %s %s", code, stdout.String(), stderr.String())
	}
	var s batchSummary
	if err := json.Unmarshal(stdout.Bytes(), &s); err != nil || s.Done != counties || s.Left != 0 {
		t.Errorf("summary %+v, %v; want %d done", s, err, counties)
	}
}

// Areas wait for the disk in rounds that grow with the jobs up to a limit, one more round than is on its way; for a store
// there are none.
func TestRoundsOfABatch(t *testing.T) {
	for jobs, want := range map[int]int{1: 4, 2: 8, 4: 16, 8: 16, 64: 16} {
		if job, opt := (batchFlags{jobs: jobs}).options(export.Job{}); job.Rounds == nil || opt.Jobs != jobs || opt.Publishing != want {
			t.Errorf("%d jobs: rounds %v with %+v, want %d areas being published", jobs, job.Rounds, opt, want)
		}
	}
	store := export.Job{Store: func(string, string) export.ReleaseStore { return nil }}
	if job, opt := (batchFlags{jobs: 3}).options(store); job.Rounds != nil || opt.Jobs != 3 || opt.Publishing != 3 {
		t.Errorf("a store: rounds %v with %+v, want none with 3 areas being published", job.Rounds, opt)
	}
}

// What a batch keeps in memory does not grow with the areas it has done.
func TestBatchMemoryIsFlat(t *testing.T) {
	kept := func(counties int) uint64 {
		write(t, counties, 0)
		runtime.GC()
		runtime.GC() // pools give up what they hold at the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	few, many := kept(6), kept(24)
	if many > few+1<<20 {
		t.Errorf("%d bytes are kept after 24 areas, %d after 6: want no more than 1 MiB between them", many, few)
	}
}

// The work of an edition grows with its facts, not with their square: four times the facts allocate at most five times
// the bytes.
func TestWorkIsLinearInFacts(t *testing.T) {
	work := func(indicators int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		write(t, 1, indicators)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	work(50) // what is set up once
	few, many := work(250), work(1000)
	if many > 5*few {
		t.Errorf("2,000 facts allocate %d bytes, 500 facts %d: want at most five times as much", many, few)
	}
	t.Logf("500 facts allocate %d bytes, 2,000 facts %d", few, many)
}
