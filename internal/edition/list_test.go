package edition

import "testing"

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
