package wording

import (
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

func TestSubject(t *testing.T) {
	s := newScene()
	s.data.Projects[0].Figures = append(s.data.Projects[0].Figures, stat.ProjectFigure{Code: "lanes", Name: both("车道", "Lanes")})
	e := s.build(t)
	_, en := s.words(t)
	for _, test := range []struct{ subject, want string }{
		{"retail", "Retail sales"},
		{"road.investment", "Road: Investment"},
		{"road.lanes", "Road: Lanes"},
		{"road.unnamed", "Road"},
		{"nothing.known", "nothing.known"},
	} {
		f := &stat.Fact{Subject: test.subject}
		if got := Subject(en, e, f); got != test.want {
			t.Errorf("%s is %q, want %q", test.subject, got, test.want)
		}
	}
}

func TestOrigin(t *testing.T) {
	s := newScene()
	one := s.d.Area.Sources
	two := append(one[:1:1], stat.Source{Code: "book", Publisher: both("统计局", "Statistics Office")})
	news := stat.Provenance{Source: "news", Ref: "3", Printed: "6.5%"}
	tests := []struct {
		name    string
		sources []stat.Source
		from    []stat.Provenance
		zh, en  string
	}{
		{"none", one, nil, "", ""},
		{"the only source goes without saying", one, []stat.Provenance{news, {Source: "news", Ref: "25"}}, "第3段、第25段", "paragraph 3, paragraph 25"},
		{"without a reference the source is named", one, []stat.Provenance{{Source: "news"}}, "新闻网", "News Network"},
		{"of several sources each is named", two, []stat.Provenance{news, {Source: "book", Ref: "A1"}}, "新闻网、第3段、统计局、A1", "News Network, paragraph 3, Statistics Office, A1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s.d.Area.Sources = test.sources
			e := s.build(t)
			zh, en := s.words(t)
			got := []string{Origin(zh, e, test.from), Origin(en, e, test.from)}
			if d := cmp.Diff([]string{test.zh, test.en}, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestTolerance(t *testing.T) {
	zh, en := newScene().words(t)
	f := target("retail", stat.TargetGrowth, stat.Qty("6", 0, "PERCENT"), "")
	if got := Tolerance(en, &f); got != "" {
		t.Errorf("undeclared: %q", got)
	}
	f.Target.Tolerance = stat.Qty("0.5", 0, "PP")
	if got := Tolerance(zh, &f) + "/" + Tolerance(en, &f); got != "“左右”按±0.5个百分点掌握/within 0.5 percentage points either way" {
		t.Error(got)
	}
	if got := Tolerance(en, &stat.Fact{}); got != "" {
		t.Errorf("of what is no target: %q", got)
	}
}
