package batch

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestChoose(t *testing.T) {
	areas := []string{"anhui-a", "anhui-b", "hebei-a", "hubei-a"}
	for _, tt := range []struct {
		patterns, want string
	}{
		{"*", "anhui-a anhui-b hebei-a hubei-a"},
		{"anhui-*", "anhui-a anhui-b"},
		{"h?bei-a", "hebei-a hubei-a"},
		{"hubei-a anhui-*", "anhui-a anhui-b hubei-a"},
		{"*-a hebei-*", "anhui-a hebei-a hubei-a"},
	} {
		got, err := Choose(areas, strings.Fields(tt.patterns))
		if err != nil || strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q, %v; want %s", tt.patterns, got, err, tt.want)
		}
	}
}

func TestChooseRefuses(t *testing.T) {
	for _, tt := range []struct{ pattern, want string }{
		{"henan-*", `areas "henan-*": the pattern matches none of the areas: a b`},
		{"[", `areas "[": the pattern is malformed`},
		{"", `areas "": the pattern matches none`},
	} {
		_, err := Choose([]string{"a", "b"}, []string{"a", tt.pattern})
		if wrong := new(PatternError); !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %s", tt.pattern, err, tt.want)
		}
	}
	if _, err := Choose(nil, []string{"*"}); err == nil || !strings.Contains(err.Error(), "there are none") {
		t.Errorf("no areas at all: %v", err)
	}
	if _, err := Choose(names(2850), []string{"x"}); err == nil || len(err.Error()) > 250 {
		t.Errorf("many areas: %v", err)
	}
}

func TestParseShard(t *testing.T) {
	for good, want := range map[string]Shard{"0/1": {0, 1}, "0/4": {0, 4}, "3/4": {3, 4}, "99/100": {99, 100}} {
		if s, err := ParseShard(good); err != nil || s != want {
			t.Errorf("%s: %v, %v", good, s, err)
		}
	}
	for _, bad := range []string{"", "1", "4/4", "1/0", "-1/4", "1/4/2", "a/b", "1.0/2", " 1/4", "1/70000", "+1/4"} {
		if s, err := ParseShard(bad); err == nil {
			t.Errorf("%q: taken as %v", bad, s)
		}
	}
}

// Every area is in one shard exactly, and the shards are of about the same size.
func TestShards(t *testing.T) {
	areas := names(2850)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 32).Draw(t, "n")
		var all []string
		for i := range n {
			part := Shard{i, n}.Keep(areas)
			if mean := len(areas) / n; n <= 16 && (len(part) < mean*7/10 || len(part) > mean*13/10) {
				t.Errorf("shard %d of %d has %d areas, the mean is %d", i, n, len(part), mean)
			}
			all = append(all, part...)
		}
		slices.Sort(all)
		if !slices.Equal(all, areas) {
			t.Errorf("%d shards hold %d areas together, want each of the %d once", n, len(all), len(areas))
		}
	})
}

// The parts are the same in every version of the program: machines may run different ones.
func TestShardIsStable(t *testing.T) {
	got := ""
	for _, area := range []string{"saibei", "example", "county-0001", "county-0002"} {
		for i := range 10 {
			if (Shard{i, 10}).Has(area) {
				got += string(rune('0' + i))
			}
		}
	}
	if got != "4522" {
		t.Errorf("shards %s of 10, want 4522", got)
	}
	if !(Shard{}).Has("saibei") {
		t.Error("the whole lacks an area")
	}
}
