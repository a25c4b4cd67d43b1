package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pkg is what go list says of a package.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
}

// TestRanks holds the imports of every package against the table in ARCHITECTURE.md.
func TestRanks(t *testing.T) {
	ranks := readRanks(t)
	packages := listPackages(t)
	for _, p := range packages {
		rank, ok := ranks[p.ImportPath]
		if !ok {
			t.Errorf("%s is not in the table of ARCHITECTURE.md", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "nianbao/") && ranks[imported] >= rank {
				t.Errorf("%s (rank %d) imports %s (rank %d)", p.ImportPath, rank, imported, ranks[imported])
			}
		}
		delete(ranks, p.ImportPath)
	}
	for path := range ranks {
		t.Errorf("the table of ARCHITECTURE.md lists %s, which does not exist", path)
	}
}

// TestOneImporter holds that each heavy library is imported by one package.
func TestOneImporter(t *testing.T) {
	only := map[string]string{
		"github.com/minio/minio-go/v7": "nianbao/internal/bucket",
		"github.com/go-pdf/fpdf":       "nianbao/internal/briefing",
		"github.com/xuri/excelize/v2":  "nianbao/internal/xlsx",
		"github.com/spf13/viper":       "nianbao/internal/config",
	}
	seen := map[string]bool{}
	for _, p := range listPackages(t) {
		for _, imported := range p.Imports {
			if owner, ok := only[imported]; ok {
				seen[imported] = true
				if owner != p.ImportPath {
					t.Errorf("%s imports %s, which only %s may", p.ImportPath, imported, owner)
				}
			}
		}
	}
	for library := range only {
		if !seen[library] {
			t.Errorf("nothing imports %s", library)
		}
	}
}

// TestMustNotKnow holds what the docs of packages say they must not know, where ranks alone would let them.
func TestMustNotKnow(t *testing.T) {
	const edition, wording, dataset = "nianbao/internal/edition", "nianbao/internal/wording", "nianbao/internal/dataset"
	strangers := map[string][]string{
		"nianbao/internal/briefing": {edition, wording, dataset, "nianbao/internal/check"},
		"nianbao/internal/document": {dataset, "nianbao/internal/typeset", "nianbao/internal/tagpdf"},
		"nianbao/internal/chart":    {"nianbao/internal/stat"},
		"nianbao/internal/edition":  {"nianbao/internal/locale"},
		"nianbao/internal/xlsx":     {edition, "nianbao/internal/stat"},
		"nianbao/internal/tagpdf":   {edition, "nianbao/internal/stat"},
		"nianbao/internal/audit": {
			edition, wording, "nianbao/internal/briefing", "nianbao/internal/workbook", "nianbao/internal/tidy", "nianbao/internal/document",
		},
	}
	for _, p := range listPackages(t) {
		for _, imported := range p.Imports {
			if slices.Contains(strangers[p.ImportPath], imported) {
				t.Errorf("%s imports %s, which it must not know", p.ImportPath, imported)
			}
		}
		delete(strangers, p.ImportPath)
	}
	for path := range strangers {
		t.Errorf("there is no package %s", path)
	}
}

// TestPackageDocs holds that each package says what goes in, what comes out and what it must not do or know.
func TestPackageDocs(t *testing.T) {
	for _, p := range listPackages(t) {
		name, internal := strings.CutPrefix(p.ImportPath, "nianbao/internal/")
		if !internal {
			continue
		}
		said := ""
		eachFile(t, p, parser.PackageClauseOnly|parser.ParseComments, func(_ string, file *ast.File) { said += file.Doc.Text() })
		for _, part := range []string{"In: ", "Out: ", "ust not "} {
			if !strings.Contains(said, part) {
				t.Errorf("the doc of %s does not say %q", name, part)
			}
		}
	}
}

// eachFile parses the files of a package, tests apart, and calls f with the path and the syntax of each.
func eachFile(t *testing.T, p pkg, mode parser.Mode, f func(path string, file *ast.File)) {
	t.Helper()
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, mode)
		if err != nil {
			t.Fatal(err)
		}
		f(path, file)
	}
}

func readRanks(t *testing.T) map[string]int {
	t.Helper()
	text, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	ranks := map[string]int{}
	for _, m := range regexp.MustCompile(`(?m)^([0-9]+) ([a-z/]+) `).FindAllStringSubmatch(string(text), -1) {
		ranks["nianbao/"+m[2]], _ = strconv.Atoi(m[1]) // the form admits digits only
	}
	if len(ranks) < 10 {
		t.Fatalf("the table of ARCHITECTURE.md has %d rows", len(ranks))
	}
	return ranks
}

func listPackages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir,GoFiles,Imports", "nianbao/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}
