package message

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
)

// hostile is what a folder, a key or a damaged file can bring along.
const hostile = "a\x1b[2J\nnianbao: error: b\r\t\x00\x7f\u009b\u202e\u2028\u200b\xff\xfe"

const tamed = `a\x1b[2J\nnianbao: error: b\r\t\x00\x7f\u009b\u202e\u2028\u200b\xff\xfe`

func TestShown(t *testing.T) {
	wrapped := fmt.Errorf("open %s: %w", hostile, fs.ErrNotExist)
	for _, c := range []struct {
		what any
		want string
	}{
		{hostile, tamed},
		{Of("%s: %s", hostile, Plain("a folder")), tamed + ": a folder"},
		{Of("%s: %s", "x", Of("%v", errors.New(hostile))), "x: " + tamed},
		{Plain(hostile), tamed},
		{errors.New(hostile), tamed},
		{errors.Join(errors.New(hostile), errors.New("b")), tamed + "\nb"},
		{Errorf("load: %w", wrapped), "load: open " + tamed + ": file does not exist"},
		{Join([]*Text{Of("%s", "a\n"), Of("b")}, "\n  "), "a\\n\n  b"},
		{Of("%q and %-6s|%.1f %d %v", "a\n", "中文", 1.25, 7, nil), `"a\n" and 中文    |1.2 7 <nil>`},
		{Of("%s", []string{"a\n"}), `[a\n]`},
		{"中文 — “a” é 😀 \ue000", "中文 — “a” é 😀 \ue000"},
	} {
		if got := Shown(English, c.what); got != c.want {
			t.Errorf("%#v: %q, want %q", c.what, got, c.want)
		}
		chinese := Shown(Chinese, c.what)
		for _, r := range strings.ReplaceAll(chinese, "\n  ", "") {
			if r != '\n' && shapeless(r) {
				t.Errorf("%#v in Chinese: %q", c.what, chinese)
			}
		}
		if n := strings.Count(c.want, "\n"); strings.Count(chinese, "\n") != n {
			t.Errorf("%#v in Chinese has other lines: %q", c.what, chinese)
		}
	}
	if got := In(English, Of("%s", hostile)); got != hostile {
		t.Errorf("not shown, and escaped: %q", got)
	}
}

func TestEscapedJSON(t *testing.T) {
	data, err := json.Marshal([]string{hostile, "\U000e0001"})
	if err != nil {
		t.Fatal(err)
	}
	var was, is []string
	escaped := EscapedJSON(data)
	if err := errors.Join(json.Unmarshal(data, &was), json.Unmarshal(escaped, &is)); err != nil || was[0] != is[0] || was[1] != is[1] {
		t.Errorf("%q, want %q; %v", is, was, err)
	}
	for _, r := range string(escaped) {
		if r != '\uFFFD' && shapeless(r) {
			t.Errorf("%q holds %U", escaped, r)
		}
	}
}
