// Package golden compares test results with golden files that people have reviewed.
//
// In: a test, the name of a golden and a text. Out: a failure that shows the first differing line, or, with the flag
// -update, the golden rewritten. It must not be imported by anything but tests.
package golden

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// update is a flag of every test that imports this package: flags have to be declared before tests run.
var update = flag.Bool("update", false, "write the goldens of tests anew")

// Check fails the test if got is not the text of testdata/<name>.golden. With -update it writes that file
// instead.
func Check(t testing.TB, name, got string) {
	t.Helper()
	CheckFile(t, filepath.Join("testdata", name+".golden"), got)
}

// CheckFile is Check for a file of the project, by its path from the test's folder.
func CheckFile(t testing.TB, path, got string) {
	t.Helper()
	if err := check(path, got, *update); err != nil {
		t.Error(err)
	}
}

func check(path, got string, write bool) error {
	if write {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, []byte(got), 0o644)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("%w; if the test is new, write its golden with -update", err)
	}
	if d := difference(string(want), got); d != "" {
		return fmt.Errorf("%s: %s\nif the change is meant, run the test with -update and read the golden's diff", path, d)
	}
	return nil
}

// difference shows the first line that differs with the lines before it; "" if none does.
func difference(want, got string) string {
	if want == got {
		return ""
	}
	const before = 3
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	n := 0
	for n < len(w) && n < len(g) && w[n] == g[n] {
		n++
	}
	var b strings.Builder
	fmt.Fprintf(&b, "line %d differs (%d lines, want %d)\n", n+1, len(g), len(w))
	for _, same := range w[max(0, n-before):n] {
		fmt.Fprintf(&b, "  %s\n", same)
	}
	fmt.Fprintf(&b, "- %s\n+ %s", line(w, n), line(g, n))
	return b.String()
}

func line(lines []string, n int) string {
	if n >= len(lines) {
		return "(the end)"
	}
	return lines[n]
}
