package golden

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDifference(t *testing.T) {
	tests := []struct{ name, want, got, shown string }{
		{"same", "a\nb\n", "a\nb\n", ""},
		{"a changed line, after the lines before it", "1\n2\n3\n4\nold\nz\n", "1\n2\n3\n4\nnew\nz\n", "line 5 differs (7 lines, want 7)\n  2\n  3\n  4\n- old\n+ new"},
		{"a line too few", "a\nb", "a", "line 2 differs (1 lines, want 2)\n  a\n- b\n+ (the end)"},
		{"a line too many", "a", "a\nb", "line 2 differs (2 lines, want 1)\n  a\n- (the end)\n+ b"},
		{"the first line", "a", "b", "line 1 differs (1 lines, want 1)\n- a\n+ b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if shown := difference(test.want, test.got); shown != test.shown {
				t.Errorf("got\n%s\nwant\n%s", shown, test.shown)
			}
		})
	}
}

func TestCheck(t *testing.T) {
	path := filepath.Join(t.TempDir(), "testdata", "x.golden")
	if err := check(path, "one\n", false); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "-update") {
		t.Errorf("without a golden: %v", err)
	}
	if err := check(path, "one\n", true); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "one\n" {
		t.Errorf("written: %q, %v", b, err)
	}
	if err := check(path, "one\n", false); err != nil {
		t.Error(err)
	}
	if err := check(path, "two\n", false); err == nil || !strings.Contains(err.Error(), "+ two") {
		t.Errorf("another text: %v", err)
	}
}
