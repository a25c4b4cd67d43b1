package tidy

import (
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

func TestFindings(t *testing.T) {
	s := small(t, stat.Text{Hans: "数", En: "number"}, stat.Qty("1", 0, "SET"))
	found := []stat.Finding{
		{Rule: "a", Severity: stat.Error, Message: stat.Text{Hans: "{0}不对", En: "{0} is wrong"}, Args: []any{stat.Qty("2.31", 8, "CNY")}, Facts: []string{"x"}},
		{Rule: "b", Severity: stat.Error, Message: stat.Text{Hans: "错", En: "bad"}, Accepted: stat.Text{Hans: "已知", En: "known"}},
		{Rule: "c", Severity: stat.Note, Message: stat.Text{Hans: "注", En: "note"}, Place: stat.Place{File: "2023.yaml", Line: 3}},
	}
	want := []Finding{
		{Rule: "a", Severity: stat.Error, Message: Words{stat.Hans: "2.31亿元不对", stat.En: "CNY 231 million is wrong"}, Facts: []string{"x"}},
		{Rule: "b", Severity: stat.Error, Message: Words{stat.Hans: "错", stat.En: "bad"}, Accepted: Words{stat.Hans: "已知", stat.En: "known"}},
		{Rule: "c", Severity: stat.Note, Message: Words{stat.Hans: "注", stat.En: "note"}, Place: stat.Place{File: "2023.yaml", Line: 3}},
	}
	got := Findings(found, s.speakers)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for i := range found {
		if got[i].Blocks() != found[i].Blocks() {
			t.Errorf("%s: in words it blocks: %v, before: %v", found[i].Rule, got[i].Blocks(), found[i].Blocks())
		}
	}
	if none := Findings(nil, s.speakers); none == nil || len(none) != 0 {
		t.Errorf("no findings are %#v, want an empty list", none)
	}
}
