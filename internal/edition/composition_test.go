package edition

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// composed is a divided scene with two compositions.
func composed() *scene {
	s := divided()
	town.Compose(s.d)
	return s
}

// shareLines shows the rows of shares with their depths, and + before the first of a composition.
func shareLines(rows []Row) string {
	var lines []string
	for _, r := range rows {
		if r.Composition == nil {
			continue
		}
		in := strings.Repeat("-", r.Depth)
		if r.First() {
			in += "+"
		}
		if r.Composition.Alone {
			in += "alone "
		}
		lines = append(lines, in+r.Value.Part)
	}
	return strings.Join(lines, " ")
}

func TestRowsOfCompositions(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*scene)
		want   string
	}{
		{"below their indicator", func(*scene) {}, "-+works -farms -+ours -private"},
		{"without a row of it", func(s *scene) { s.drop("output.level@2023") }, "+alone works alone farms +alone ours alone private"},
		{"with a comparison of it", func(s *scene) { s.fact(t, "output.level@2023").Period = year(2022) }, "+alone works alone farms +alone ours alone private"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := composed()
			tt.change(s)
			rows := s.build(t).Themes[0].Rows
			if diff := cmp.Diff(tt.want, shareLines(rows)); diff != "" {
				t.Error(diff)
			}
			if rows[len(rows)-1].Composition != nil {
				t.Error("the shares do not stand before the parts")
			}
		})
	}
}

func TestCompositions(t *testing.T) {
	e := composed().build(t)
	var got []string
	for _, c := range e.Compositions() {
		got = append(got, c.ID+" "+strings.Join(ids(c.Shares), " "))
	}
	want := []string{
		"output.composition@2023 output.share-works@2023 output.share-farms@2023",
		"output.composition-owner@2023 output.share-ours@2023 output.share-private@2023",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	r, err := e.Resolve(stat.Sentence{}, "output.composition-owner")
	if err != nil || r.Composition == nil || r.Composition.Parts[1].Code != "private" {
		t.Errorf("resolved as %+v, %v", r, err)
	}
	if _, err := e.Resolve(stat.Sentence{}, "output.composition@2022"); err == nil {
		t.Error("the composition of another year is found")
	}
}

// A note on a composition is one note, which all its shares are marked with.
func TestNoteOnComposition(t *testing.T) {
	e := composed().build(t)
	if len(e.Notes) != 2 {
		t.Fatalf("%d notes", len(e.Notes))
	}
	for id, want := range map[string]int{
		"output.share-works@2023": 1, "output.share-farms@2023": 1, "output.share-ours@2023": 2, "output.share-private@2023": 2,
	} {
		f, _ := e.Fact(id)
		if marks := e.Marks(f); len(marks) != 1 || marks[0] != want {
			t.Errorf("%s has the marks %v, want %d", id, marks, want)
		}
	}
}

// A composition of another period that a sentence refers to is part of the content, share by share.
func TestCompositionIsCited(t *testing.T) {
	s := composed()
	s.d.Periods = append([]stat.PeriodData{{Period: year(2022)}}, s.d.Periods...)
	s.data = &s.d.Periods[1]
	for _, part := range []string{"works", "farms"} {
		f := figure("output", stat.Share, 2022, stat.Qty("50", 0, "PERCENT"))
		f.ID, f.Part = stat.Key("output", stat.ShareName(part), year(2022)), part
		s.d.Periods[0].Facts = append(s.d.Periods[0].Facts, f)
	}
	s.data.Sentences = []stat.Sentence{{ID: "a", Theme: "economy", Text: both("{output.composition@2022}", "{output.composition@2022}")}}
	var cited []string
	for _, f := range s.build(t).Content().Cited {
		cited = append(cited, f.ID+" "+f.Part)
	}
	if diff := cmp.Diff([]string{"output.share-farms@2022 farms", "output.share-works@2022 works"}, cited); diff != "" {
		t.Error(diff)
	}
}
