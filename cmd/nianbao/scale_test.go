package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/bench/county"
)

// An edition of more than 20,000 facts has no briefing. A run says so and goes on with the other files.
func TestTooManyFactsForABriefing(t *testing.T) {
	dir := t.TempDir()
	if err := county.Write(filepath.Join(dir, "areas"), 0, 1, county.Size{Indicators: 10_000}); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (out, said string, err error) {
		c := exec.Command("nianbao", append(args, "--areas-dir=areas")...)
		c.Dir = dir
		var stdout, stderr strings.Builder
		c.Stdout, c.Stderr = &stdout, &stderr
		err = c.Run()
		return stdout.String(), stderr.String(), err
	}
	const left = "left out the briefing: 20,022 facts are more than the 20,000 that one has at most"
	out, said, err := run("export", "--json", "--format=pdf,csv", "--status=draft")
	if err != nil || !strings.Contains(said, left) {
		t.Fatalf("%v: %s", err, said)
	}
	var s struct {
		LeftOut []string `json:"left_out"`
		Files   []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(out), &s); err != nil || len(s.LeftOut) != 1 || s.LeftOut[0] != "pdf" {
		t.Errorf("left out %q, %v", s.LeftOut, err)
	}
	for _, f := range s.Files {
		if filepath.Ext(f.Name) == ".pdf" {
			t.Errorf("there is %s", f.Name)
		}
	}
	if _, said, err := run("batch", "--format=pdf,csv"); err != nil || !strings.Contains(said, left) {
		t.Errorf("batch: %v: %s", err, said)
	}
	if out, said, err := run("export", "--format=pdf,csv"); err != nil || !strings.Contains(out, "unchanged: r1") {
		t.Errorf("again: %v: %s%s", err, out, said)
	}
	if _, said, err := run("export", "--format=pdf", "--status=draft"); err == nil || !strings.Contains(said, "write other formats, as --format xlsx,csv,json") {
		t.Errorf("a briefing alone: %v: %s", err, said)
	}
}
