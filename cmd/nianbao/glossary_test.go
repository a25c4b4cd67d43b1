package main

import (
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"strings"
	"testing"
)

// identifierWords are the words that an identifier is put together from.
var identifierWords = regexp.MustCompile(`[A-Z]+(?:[^a-z]|$)|[A-Z]?[a-z]+`)

// TestGlossary holds that no name that the code declares has a word of the glossary's last column.
func TestGlossary(t *testing.T) {
	text, err := os.ReadFile("../../GLOSSARY.md")
	if err != nil {
		t.Fatal(err)
	}
	not := map[string]string{} // word to that which is meant
	rows := 0
	for _, m := range regexp.MustCompile(`(?m)^\| ([^|]+) \| [^|]+ \|([^|]*)\|$`).FindAllStringSubmatch(string(text), -1)[2:] {
		rows++
		for _, word := range strings.Split(m[2], ",") {
			if word = strings.ToLower(strings.TrimSpace(word)); word != "" {
				not[word] = m[1]
			}
		}
	}
	if rows < 20 || rows > 60 || len(not) < 15 {
		t.Fatalf("the glossary has %d words, and %d not to use", rows, len(not))
	}
	for _, p := range listPackages(t) {
		if strings.HasPrefix(p.ImportPath, "nianbao/bench") {
			continue
		}
		eachFile(t, p, 0, func(path string, file *ast.File) {
			for _, name := range declared(file) {
				for _, word := range identifierWords.FindAllString(name, -1) {
					if meant, ok := not[strings.ToLower(word)]; ok {
						t.Errorf("%s has a name with %q; the glossary says %s", path, word, meant)
					}
				}
			}
		})
	}
}

// declared lists the names that a file declares.
func declared(file *ast.File) []string {
	var names []string
	add := func(ids ...*ast.Ident) {
		for _, id := range ids {
			names = append(names, id.Name)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			add(n.Name)
		case *ast.TypeSpec:
			add(n.Name)
		case *ast.ValueSpec:
			add(n.Names...)
		case *ast.Field:
			add(n.Names...)
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				if id, ok := e.(*ast.Ident); ok && n.Tok == token.DEFINE {
					add(id)
				}
			}
		}
		return true
	})
	return names
}
