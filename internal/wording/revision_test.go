package wording

import (
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

func TestRevision(t *testing.T) {
	s := newScene()
	e := s.build(t)
	e.Number = 3
	_, en := s.words(t)
	first, second, third := stat.Date{Year: 2024, Month: 1, Day: 20}, stat.Date{Year: 2024, Month: 2, Day: 1}, stat.Date{Year: 2024, Month: 3, Day: 5}
	level := figure("retail", stat.Level, 2023, stat.Qty("4.05", 8, "CNY"))
	growth := figure("retail", stat.Growth, 2023, stat.Qty("6.5", 0, "PERCENT"))
	goal := target("output", stat.TargetLevel, stat.Qty("16", 8, "CNY"), "")
	goal.Target.Operator = stat.AtLeast
	place, lost := rank("homes", "province", 3), rank("homes", "county", 3)
	for _, tt := range []struct {
		name                     string
		r                        edition.Revision
		old, new, given, revised string
	}{
		{"by a file", edition.Revision{Kind: edition.Changed, Fact: &growth, Old: missing(growth).Figure, New: growth.Figure, Given: stat.Through(2024, 3), Revised: stat.Through(2024, 6)},
			"not collected", "up 6.5%", "edition of first quarter of 2024", "edition of first half of 2024"},
		{"by an earlier release", edition.Revision{Kind: edition.Changed, Fact: &level, Old: level.Figure, New: level.Figure, Release: 1, Date: first, Later: 2, Brought: second},
			"CNY 405 million", "CNY 405 million", "release 1 (20 January 2024)", "release 2 (1 February 2024)"},
		{"by this release", edition.Revision{Kind: edition.Changed, Fact: &level, Old: level.Figure, New: level.Figure, Release: 2, Date: second, Later: 3, Brought: third},
			"CNY 405 million", "CNY 405 million", "release 2 (1 February 2024)", "this release (5 March 2024)"},
		{"of no known date", edition.Revision{Kind: edition.Changed, Fact: &level, Old: level.Figure, New: level.Figure, Release: 2, Later: 3},
			"CNY 405 million", "CNY 405 million", "release 2", "this release"},
		{"added", edition.Revision{Kind: edition.Added, Fact: &level, New: level.Figure, Release: 1, Date: first, Later: 2, Brought: second},
			"not given before", "CNY 405 million", "", "release 2 (1 February 2024)"},
		{"a target withdrawn", edition.Revision{Kind: edition.Withdrawn, Fact: &goal, Old: goal.Figure, Release: 2, Date: second, Later: 3, Brought: third},
			"at least CNY 1.6 billion", "Withdrawn", "release 2 (1 February 2024)", "this release (5 March 2024)"},
		{"a rank withdrawn", edition.Revision{Kind: edition.Withdrawn, Fact: &place, Old: place.Figure, Release: 2, Later: 3},
			"third in the province", "Withdrawn", "release 2", "this release"},
		{"a rank withdrawn with its scope", edition.Revision{Kind: edition.Withdrawn, Fact: &lost, Old: lost.Figure, Release: 2, Later: 3},
			"3rd", "Withdrawn", "release 2", "this release"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := []string{OldFigure(en, e, tt.r), NewFigure(en, e, tt.r), Given(en, tt.r), Revised(en, e, tt.r)}
			if d := cmp.Diff([]string{tt.old, tt.new, tt.given, tt.revised}, got); d != "" {
				t.Error(d)
			}
		})
	}
}
