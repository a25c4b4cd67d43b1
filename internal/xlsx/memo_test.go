package xlsx

import (
	"errors"
	"strconv"
	"testing"
)

// Frames that differ in anything have different keys.
func TestFrameKeys(t *testing.T) {
	seen := map[string]int{}
	for i, f := range []skeleton{
		{}, {sheets: []framedSheet{{name: "a", repeated: "b"}}}, {sheets: []framedSheet{{name: "a", repeated: "c"}}}, {sheets: []framedSheet{{name: "ab"}}},
		{sheets: []framedSheet{{name: "a", printed: "b"}}}, {sheets: []framedSheet{{name: "a", repeated: "b"}, {}}}, {sheets: []framedSheet{{name: "a1:", repeated: "b"}}},
		{face: "a"}, {names: []definedName{{"a", "b"}}}, {names: []definedName{{"ab", ""}}},
		{parts: []typedPart{{"a", "b"}}}, {looks: []style{{}}}, {looks: []style{{}, {}}}, {looks: []style{{role: bodyRole}}},
		{looks: []style{{kind: Text}}}, {looks: []style{{decimals: 1}}}, {looks: []style{{decimals: 11}}}, {looks: []style{{link: true}}},
		{looks: []style{{plain: true}}}, {looks: []style{{filled: true}}}, {looks: []style{{indented: true}}}, {looks: []style{{depth: 1}}},
	} {
		key := string(f.key())
		if j, ok := seen[key]; ok {
			t.Errorf("frames %d and %d have the same key %q", i, j, key)
		}
		seen[key] = i
	}
}

// A memo builds each value once, caches no failures, and never exceeds its bound.
func TestMemo(t *testing.T) {
	m := memo[int]{most: 3}
	asked := 0
	get := func(n int, err error) (int, error) {
		return m.get([]byte(strconv.Itoa(n)), func() (int, error) { asked++; return n, err })
	}
	if _, err := get(7, errors.New("no")); err == nil {
		t.Error("a failure was lost")
	}
	for range 2 {
		if n, err := get(7, nil); n != 7 || err != nil {
			t.Errorf("7 became %d, %v", n, err)
		}
	}
	if asked != 2 {
		t.Errorf("it was asked %d times, want 2: for the failure, and once", asked)
	}
	for n := range 50 {
		if got, err := get(n, nil); got != n || err != nil || len(m.kept) > 3 {
			t.Errorf("%d became %d, %v, among %d", n, got, err, len(m.kept))
		}
	}
}
