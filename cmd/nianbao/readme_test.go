package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nianbao/internal/cli"
)

// TestReadmeArea adds the area that the README shows, from its text alone.
func TestReadmeArea(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, chapter, ok := strings.Cut(string(readme), "\n## Add an area\n")
	if !ok {
		t.Fatal("the README has no chapter on adding an area")
	}
	areas := t.TempDir()
	blocks := regexp.MustCompile("(?s)`config/areas/(little/[a-z0-9.]+)`[^`]*```yaml\n(.*?)```").FindAllStringSubmatch(chapter, -1)
	if len(blocks) != 3 {
		t.Fatalf("the chapter shows %d files, want 3", len(blocks))
	}
	for _, b := range blocks {
		name := filepath.Join(areas, b[1])
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(b[2]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := t.TempDir()
	for _, args := range [][]string{
		{"check", "--area", "little", "--areas-dir", areas},
		{"export", "--area", "little", "--areas-dir", areas, "--output", out},
		{"verify", filepath.Join(out, "little", "2024")},
	} {
		var stdout, stderr bytes.Buffer
		if code := cli.Main(args, cli.Streams{Out: &stdout, Err: &stderr}); code != cli.ExitDone {
			t.Fatalf("%q: exit code %d\n%s%s", args, code, stdout.String(), stderr.String())
		}
	}
}

// TestReadmeConfiguration holds the README's tables of keys and exit codes against the program.
func TestReadmeConfiguration(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := cli.Main([]string{"config"}, cli.Streams{Out: &stdout, Err: &stderr}); code != cli.ExitDone {
		t.Fatal(stderr.String())
	}
	for _, line := range strings.Split(strings.TrimSpace(stdout.String()), "\n") {
		key := strings.Fields(line)[0]
		group := key[:strings.LastIndex(key, ".")+1] + "*"
		if !strings.Contains(string(readme), "`"+key+"`") && !strings.Contains(string(readme), "`"+group+"`") {
			t.Errorf("the README does not mention the key %s", key)
		}
	}
	stdout.Reset()
	cli.Main([]string{"export", "--help"}, cli.Streams{Out: &stdout, Err: &stderr})
	for _, m := range regexp.MustCompile("`(--[a-z-]+)`").FindAllStringSubmatch(string(readme), -1) {
		if !strings.Contains(stdout.String(), m[1]+" ") {
			t.Errorf("the README mentions the flag %s, which nianbao export does not have", m[1])
		}
	}
}
