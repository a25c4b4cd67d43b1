package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// TestUnitsStandInTheirTable holds that code names no unit but by the constants beside the table of units.
func TestUnitsStandInTheirTable(t *testing.T) {
	units := stat.Units()
	for _, unit := range []string{"SET", "ITEM", "T", "M"} { // words and letters as well
		delete(units, unit)
	}
	for _, p := range listPackages(t) {
		if p.ImportPath == "nianbao/internal/stat" || p.ImportPath == "nianbao/internal/town" || strings.HasPrefix(p.ImportPath, "nianbao/bench") {
			continue
		}
		for _, file := range p.GoFiles {
			path := filepath.Join(p.Dir, file)
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), path, text, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if said, err := strconv.Unquote(lit.Value); err == nil && units[said].Code != "" {
						t.Errorf("%s says %s", path, lit.Value)
					}
				}
				return true
			})
		}
	}
}
