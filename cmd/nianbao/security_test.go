package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nianbao/internal/export"
	"nianbao/internal/file"
	"nianbao/internal/message"
)

// SECURITY.md names the limits that there are.
func TestSecurityLimits(t *testing.T) {
	text, err := os.ReadFile("../../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	for what, most := range map[string]int{
		"file of an area": file.Data, "configuration": file.Config, "font, or collection of fonts": file.Font, "manifest of a release": file.Manifest,
		"other file of a release": file.Release, "metrics of the run before": file.Metrics,
	} {
		if row := fmt.Sprintf("| %s | %d MiB |", what, most>>20); !strings.Contains(string(text), row) {
			t.Errorf("no row %q", row)
		}
	}
	for _, row := range []string{
		fmt.Sprintf("| facts of an edition with a briefing | %d,000 |", export.MostDrawn/1000), fmt.Sprintf("| errors and findings that are listed | %d |", message.Most),
		fmt.Sprintf("| name of a file | %d bytes |", file.MostName),
	} {
		if !strings.Contains(string(text), row) {
			t.Errorf("no row %q", row)
		}
	}
}

// Only the package of stores can use the network, and that of the page, which listens on this machine; none runs another program.
func TestNetwork(t *testing.T) {
	err := filepath.WalkDir("../../internal", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range f.Imports {
			path := strings.Trim(i.Path.Value, `"`)
			network := path == "net" || strings.HasPrefix(path, "net/") && path != "net/url" || path == "os/exec" || strings.Contains(path, "minio")
			if in := filepath.Base(filepath.Dir(name)); network && in != "bucket" && (in != "server" || path == "os/exec") {
				t.Errorf("%s imports %s", name, path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
