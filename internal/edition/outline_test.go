package edition

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// divided is a scene in which output is divided in two ways, one part again, and contains another indicator.
func divided() *scene {
	s := newScene()
	town.Divide(s.d)
	return s
}

// drop takes a fact out of the scene.
func (s *scene) drop(id string) {
	s.data.Facts = slices.DeleteFunc(s.data.Facts, func(f stat.Fact) bool { return f.ID == id })
}

func (s *scene) ind(code string) *stat.Indicator { return town.Indicator(s.d, code) }

// branchLines shows rows as an outline, with headings before them and + before the first that is only contained.
func branchLines(rows []Row) string {
	var lines []string
	for _, r := range rows {
		in := strings.Repeat("-", r.Depth)
		if !r.Heading.Empty() {
			lines = append(lines, in+r.Heading.En)
		}
		if r.Within {
			in += "+"
		}
		lines = append(lines, fmt.Sprint(in, r.Indicator.Code))
	}
	return strings.Join(lines, " ")
}

func TestOutlineOfRows(t *testing.T) {
	const all = "retail output -By sector -works -farms --+grain -By owner -ours -private -+export"
	for _, tt := range []struct {
		name   string
		change func(*scene)
		want   string
	}{
		{"all", func(*scene) {}, all},
		{"no row of the whole", func(s *scene) { s.drop("output.level@2023") }, "retail works farms -+grain ours private export"},
		{"no row of the first part", func(s *scene) { s.drop("works.level@2023") }, "retail output -By sector -farms --+grain -By owner -ours -private -+export"},
		{"one breakdown", func(s *scene) { s.ind("output").Breakdowns = s.ind("output").Breakdowns[:1] }, "retail output -works -farms --+grain -+export private ours"},
		{"part in another theme", func(s *scene) { s.ind("farms").Theme = "life" }, "retail output -By sector -works -By owner -ours -private -+export grain"},
		{"part of two", func(s *scene) { s.ind("retail").Includes = []string{"grain"} }, "retail -+grain output -By sector -works -farms -By owner -ours -private -+export"},
		{"the whole is a comparison", func(s *scene) { s.fact(t, "output.level@2023").Period = year(2022) }, "retail output works farms -+grain ours private export"},
		{"the first part is a comparison", func(s *scene) { s.fact(t, "works.level@2023").Period = year(2022) }, "retail output -works -By sector -farms --+grain -By owner -ours -private -+export"},
		{"two periods of the first part", func(s *scene) { s.add(figure("works", stat.Level, 2022, stat.Qty("1", 8, "CNY"))) }, "retail output -works -By sector -works -farms --+grain -By owner -ours -private -+export"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := divided()
			tt.change(s)
			if diff := cmp.Diff(tt.want, branchLines(s.build(t).Themes[0].Rows)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The content of an edition is in catalogue order, whatever stands below what.
func TestOutlineLeavesContentOrder(t *testing.T) {
	var plain, branched []string
	s := divided()
	for _, f := range s.build(t).Content().Facts {
		branched = append(branched, f.ID)
	}
	s.ind("output").Breakdowns, s.ind("output").Includes, s.ind("farms").Includes = nil, nil, nil
	for _, f := range s.build(t).Content().Facts {
		plain = append(plain, f.ID)
	}
	if diff := cmp.Diff(plain, branched); diff != "" {
		t.Error(diff)
	}
}

func TestOutlineOfAList(t *testing.T) {
	e := divided().build(t)
	codes := []string{"grain", "farms", "retail", "farms", "export"}
	var got []string
	for _, b := range e.Outline(codes) {
		got = append(got, strings.Repeat("-", b.Depth)+codes[b.Index])
	}
	if diff := cmp.Diff([]string{"retail", "farms", "farms", "-grain", "export"}, got); diff != "" {
		t.Error(diff)
	}
	if parent, breakdown := e.PartOf("farms"); parent != "output" || breakdown != "sector" {
		t.Errorf("farms is a part of %q by %q", parent, breakdown)
	}
	if parent, breakdown := e.PartOf("export"); parent != "output" || breakdown != "" {
		t.Errorf("export is a part of %q by %q", parent, breakdown)
	}
}
