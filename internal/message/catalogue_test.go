package message

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// saying are the functions and methods that are given messages, by package and name: how many of the texts that they are
// called with are, the first ones.
var saying = map[string]map[string]int{
	"check":    {"say": 1},
	"message":  {"Errorf": 1, "Of": 1, "Plain": 1},
	"cli":      {"say": 1, "sayChanges": 1, "count": 2},
	"config":   {"problem": 2, "matching": 1},
	"audit":    {"disagree": 1, "wrong": 1, "skip": 1},
	"xlsxread": {"fail": 1},
	"intake":   {"problem": 1},
	"merge":    {"fault": 1},
	"desk":     {"problem": 1},
	"server":   {"say": 1},
	"dataset":  {"add": 1, "fault": 1, "registry": 1, "inTurn": 1, "scalar": 1},
}

// hinting are the functions that return messages as strings.
var hinting = map[string][]string{
	"cli": {"hint"}, "publish": {"Hint"}, "file": {"Kind"}, "bucket": {"Hint", "hintFor"}, "dataset": {"decimalAdvice"},
}

var (
	letter = regexp.MustCompile(`[a-zA-Z]`)
	verb   = regexp.MustCompile(`%(?:\[(\d+)\])?[-+ #0-9.]*([a-zA-Z%])`)
)

// strangers are the packages whose errors are no messages: those that are no part of the program, and those that know no
// words.
var strangers = []string{"message", "canonjson", "deflate", "golden", "schematest", "bench", "county", "counties", "town"}

// sources are the texts of the program.
type sources struct {
	texts    map[string]bool   // all of them
	messages map[string]string // those that are said, with their place
	plain    *[]string         // places of errors that are no messages
}

// TestSaid holds the catalogue against the code: each message has its Chinese, and each entry is said.
func TestSaid(t *testing.T) {
	s := sources{map[string]bool{}, map[string]string{}, new([]string)}
	s.read(t)
	for _, place := range *s.plain {
		t.Errorf("%s: the error is no message: make it with message.Errorf", place)
	}
	known := catalogue()
	for english, place := range s.messages {
		if _, ok := known[english]; !ok && letter.MatchString(verb.ReplaceAllString(english, "")) {
			t.Errorf("%s: no entry for\n%s", place, strings.ReplaceAll(english, "\n", `\n`))
		}
	}
	for english := range known {
		if !s.texts[english] {
			t.Errorf("nothing says %q", english)
		}
	}
}

// TestVerbs holds that the Chinese has the arguments of the English, each with its verb.
func TestVerbs(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range append(names(), foreign) {
		for _, e := range read(name) {
			if want, got := verbs(e.english), verbs(e.chinese); !slices.Equal(want, got) {
				t.Errorf("%s: %q has the verbs %q, its Chinese %q", name, e.english, want, got)
			}
			if want, got := places(e.english), places(e.chinese); !slices.Equal(want, got) {
				t.Errorf("%s: %q has the places %q, its Chinese %q", name, e.english, want, got)
			}
			if e.chinese == "" || seen[e.english] {
				t.Errorf("%s: %q has no Chinese, or stands there twice", name, e.english)
			}
			seen[e.english] = true
		}
	}
}

// places lists what stands in braces, as {0}.
func places(words string) []string {
	found := regexp.MustCompile(`\{[0-9]\}`).FindAllString(words, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// verbs lists the verbs of a format by argument.
func verbs(format string) []string {
	var list []string
	next := 0
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[2] == "%" {
			continue
		}
		if n, err := strconv.Atoi(m[1]); err == nil {
			next = n - 1
		}
		for len(list) <= next {
			list = append(list, "")
		}
		list[next] = strings.NewReplacer("w", "v").Replace(m[2])
		next++
	}
	return list
}

func (s sources) read(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir("../..", func(name string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".tmpl") {
			return s.page(name)
		}
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		set, pkg := token.NewFileSet(), filepath.Base(filepath.Dir(name))
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			f, isFunc := d.(*ast.FuncDecl)
			hints := isFunc && slices.Contains(hinting[pkg], f.Name.Name)
			ast.Inspect(d, func(n ast.Node) bool {
				s.look(n, hints, set, pkg)
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// said are the texts of a page: {{t "Figures"}}.
var said = regexp.MustCompile(`\bt "((?:[^"\\]|\\.)*)"`)

// page takes in the texts of a template.
func (s sources) page(name string) error {
	data, err := os.ReadFile(name)
	for _, m := range said.FindAllStringSubmatch(string(data), -1) {
		s.texts[m[1]], s.messages[m[1]] = true, name
	}
	return err
}

// look takes in the texts of a node.
func (s sources) look(n ast.Node, hints bool, set *token.FileSet, pkg string) {
	take := func(from []ast.Expr, most int) {
		for _, e := range from {
			if text, ok := constant(e); ok && most > 0 {
				s.messages[text] = set.Position(e.Pos()).String()
				most--
			}
		}
	}
	switch n := n.(type) {
	case ast.Expr:
		if text, ok := constant(n); ok {
			s.texts[text] = true
		}
		if call, ok := n.(*ast.CallExpr); ok {
			take(call.Args, given(call.Fun, pkg))
			if isPlainError(call.Fun) && !slices.Contains(strangers, pkg) {
				*s.plain = append(*s.plain, set.Position(n.Pos()).String())
			}
		}
	case *ast.TypeSpec: // some are called by their types
		s.texts[strings.ToLower(n.Name.Name)] = true
	case *ast.ReturnStmt:
		if hints {
			take(n.Results, len(n.Results))
		}
	}
}

// given is how many messages a function is given that is called in a package.
func given(f ast.Expr, pkg string) int {
	switch f := f.(type) {
	case *ast.Ident:
		return saying[pkg][f.Name]
	case *ast.SelectorExpr:
		if from, ok := f.X.(*ast.Ident); ok && from.Name == "message" {
			pkg = from.Name
		}
		return saying[pkg][f.Sel.Name]
	}
	return 0
}

// isPlainError reports whether a function makes an error that has no Chinese.
func isPlainError(f ast.Expr) bool {
	sel, ok := f.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from, ok := sel.X.(*ast.Ident)
	return ok && (from.Name == "fmt" && sel.Sel.Name == "Errorf" || from.Name == "errors" && sel.Sel.Name == "New")
}

// constant is the text of an expression that is one, or a sum of them.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, ok := constant(e.X)
		right, too := constant(e.Y)
		return left + right, ok && too && e.Op == token.ADD
	case *ast.ParenExpr:
		return constant(e.X)
	}
	return "", false
}
