package edition

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestJoinList(t *testing.T) {
	for want, items := range map[string][]string{
		"":          {"", ""},
		"3":         {"3"},
		"3;;25":     {"3", "", "25"},
		`3\;4;5`:    {"3;4", "5"},
		`a\\;b`:     {`a\`, "b"},
		`\\\;;tail`: {`\;`, "tail"},
	} {
		if got := JoinList(items); got != want {
			t.Errorf("%q is joined to %q, want %q", items, got, want)
		}
	}
}

// Whatever the texts are, they come back, unless all of them are empty.
func TestSplitList(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		items := rapid.SliceOfN(rapid.StringMatching(`[a;\\段 ]{0,4}`), 1, 5).Draw(r, "items")
		got := SplitList(JoinList(items))
		if slices.ContainsFunc(items, func(s string) bool { return s != "" }) && !slices.Equal(got, items) {
			r.Errorf("%q came back as %q", items, got)
		}
	})
}
