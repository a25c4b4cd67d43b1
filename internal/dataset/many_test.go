package dataset

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// A file that is wrong all over is told of by its first hundred faults and their number.
func TestManyFaults(t *testing.T) {
	for _, n := range []int{2, 100, 101, mostKept, mostKept + 1, 20_000} {
		fsys := demo(t)
		var b strings.Builder
		b.WriteString("period: 2025\n")
		for i := range n {
			fmt.Fprintf(&b, "unknown-key-%d: 1\n", i)
		}
		fsys["demo/2025.yaml"] = &fstest.MapFile{Data: []byte(b.String())}
		_, _, err := Load(fsys, "demo")
		if err == nil {
			t.Fatal("loaded")
		}
		text := err.Error()
		lines := strings.Split(text, "\n")
		if want := fmt.Sprintf("%d errors:", n); !strings.Contains(lines[0], want) {
			t.Errorf("%q, want %s", lines[0], want)
		}
		if n <= 100 && len(lines) != n+1 {
			t.Errorf("%d faults: %d lines", n, len(lines))
		}
		last := fmt.Sprintf("  and %d more", n-100)
		if n > 100 && (len(lines) != 102 || lines[101] != last) {
			t.Errorf("%d faults: %d lines, the last one %q, want %q", n, len(lines), lines[len(lines)-1], last)
		}
	}
}
