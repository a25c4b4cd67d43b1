package main

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"nianbao/internal/stat"
)

// TestUnitsStandInTheirTable holds that code names no unit but by the constants beside the table of units.
func TestUnitsStandInTheirTable(t *testing.T) {
	units := stat.Units()
	for _, unit := range []string{"SET", "ITEM", "INDICATOR", "T", "M"} { // words and letters as well
		delete(units, unit)
	}
	for _, p := range listPackages(t) {
		if p.ImportPath == "nianbao/internal/stat" || p.ImportPath == "nianbao/internal/town" || strings.HasPrefix(p.ImportPath, "nianbao/bench") {
			continue
		}
		eachFile(t, p, 0, func(path string, file *ast.File) {
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if said, err := strconv.Unquote(lit.Value); err == nil && units[said].Code != "" {
						t.Errorf("%s says %s", path, lit.Value)
					}
				}
				return true
			})
		})
	}
}
