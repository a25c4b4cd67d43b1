package edition

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

// rowLines shows rows as "2023: value | growth | rank", facts by ID.
func rowLines(rows []Row) []string {
	var out []string
	for _, r := range rows {
		cells := []string{"-", "-", "-"}
		for i, f := range []*stat.Fact{r.Value, r.Growth, r.Rank} {
			if f != nil {
				cells[i] = f.ID
			}
		}
		out = append(out, fmt.Sprintf("%s %s: %s", r.Indicator.Code, r.Period, strings.Join(cells, " | ")))
	}
	return out
}

func TestRows(t *testing.T) {
	tests := []struct {
		name  string
		facts []stat.Fact
		want  []string
	}{
		{"level, growth and rank share a row",
			[]stat.Fact{rank("homes", "city", 2), figure("homes", stat.Growth, 2023, stat.Qty("1", 0, "PERCENT")), figure("homes", stat.Level, 2023, stat.Qty("5", 0, "SET"))},
			[]string{"homes 2023: homes.level@2023 | homes.growth@2023 | homes.rank-city@2023"}},
		{"a change stands where a growth would",
			[]stat.Fact{figure("homes", stat.Ratio, 2023, stat.Qty("9", 0, "PERCENT")), figure("homes", stat.Change, 2023, stat.Qty("1", 0, "PP"))},
			[]string{"homes 2023: homes.ratio@2023 | homes.change@2023 | -"}},
		{"ranks of two scopes need two rows",
			[]stat.Fact{rank("homes", "city", 2), rank("homes", "province", 9), figure("homes", stat.Level, 2023, stat.Qty("5", 0, "SET"))},
			[]string{"homes 2023: homes.level@2023 | - | homes.rank-city@2023", "homes 2023: - | - | homes.rank-province@2023"}},
		{"level, score and ratio need three rows",
			[]stat.Fact{figure("homes", stat.Ratio, 2023, stat.Qty("9", 0, "PERCENT")), figure("homes", stat.ScoreValue, 2023, stat.Qty("7", 0, "SCORE")), figure("homes", stat.Level, 2023, stat.Qty("5", 0, "SET"))},
			[]string{"homes 2023: homes.level@2023 | - | -", "homes 2023: homes.score@2023 | - | -", "homes 2023: homes.ratio@2023 | - | -"}},
		{"periods do not share a row and stand in order of time",
			[]stat.Fact{figure("homes", stat.Level, 2024, stat.Qty("6", 0, "SET")), figure("homes", stat.Growth, 2023, stat.Qty("1", 0, "PERCENT")), figure("homes", stat.Level, 2022, stat.Qty("5", 0, "SET"))},
			[]string{"homes 2022: homes.level@2022 | - | -", "homes 2023: - | homes.growth@2023 | -", "homes 2024: homes.level@2024 | - | -"}},
		{"a missing value has its row",
			[]stat.Fact{missing(figure("homes", stat.Level, 2023, stat.Qty("5", 0, "SET")))},
			[]string{"homes 2023: homes.level@2023 | - | -"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newScene()
			s.add(test.facts...)
			e := s.build(t)
			life := e.Themes[len(e.Themes)-1]
			if d := cmp.Diff(test.want, rowLines(life.Rows)); d != "" {
				t.Error(d)
			}
			shown := 0
			for _, r := range life.Rows {
				shown += len(r.Facts())
			}
			if shown != len(test.facts) {
				t.Errorf("rows hold %d facts of %d", shown, len(test.facts))
			}
		})
	}
}

// A theme with neither figures nor sentences is omitted; one with only a sentence is not.
func TestThemes(t *testing.T) {
	s := newScene()
	if got := len(s.build(t).Themes); got != 1 {
		t.Errorf("%d themes, want economy alone", got)
	}
	s.data.Sentences = []stat.Sentence{{ID: "a", Theme: "life"}, {ID: "b", Theme: "summary"}, {ID: "c", Theme: "life"}}
	e := s.build(t)
	if len(e.Themes) != 2 || e.Themes[1].Code != "life" || len(e.Themes[1].Rows) != 0 {
		t.Errorf("themes are %+v", e.Themes)
	}
	if got := e.Sentences("life"); len(got) != 2 || got[0].ID != "a" || got[1].ID != "c" {
		t.Errorf("sentences of life are %+v", got)
	}
}

func TestHeadlines(t *testing.T) {
	s := newScene()
	s.add(figure("homes", stat.Level, 2023, stat.Qty("5", 0, "SET")), rank("retail", "city", 1), rank("retail", "province", 7))
	for i := range s.data.Facts { // of the headline indicators, output has no figure of the edition's period
		if s.data.Facts[i].Subject == "output" {
			s.data.Facts[i].Period = year(2022)
		}
	}
	want := []string{"retail 2023: retail.level@2023 | retail.growth@2023 | retail.rank-city@2023"}
	if d := cmp.Diff(want, rowLines(s.build(t).Headlines)); d != "" {
		t.Error(d)
	}
}

// Rankings are sorted by scope in the area's order, then by position; ties are in catalogue order.
func TestRankingOrder(t *testing.T) {
	s := newScene()
	s.add(
		rank("homes", "city", 2), rank("homes", "province", 1), rank("output", "city", 10), rank("output", "province", 9),
		rank("retail", "city", 2),
	)
	var got []string
	for _, r := range s.build(t).Rankings {
		got = append(got, fmt.Sprintf("%s %s %s", r.Scope.Code, r.Fact.Quantity.Number(), r.Indicator.Code))
	}
	want := []string{"city 2 retail", "city 2 homes", "city 10 output", "province 1 homes", "province 9 output"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// A missing position is not the best one.
func TestMissingRankComesLast(t *testing.T) {
	s := newScene()
	s.add(missing(rank("retail", "city", 1)), rank("homes", "city", 3))
	r := s.build(t).Rankings
	if len(r) != 2 || r[0].Indicator.Code != "homes" || r[1].Indicator.Code != "retail" {
		t.Errorf("order is %+v", r)
	}
}
