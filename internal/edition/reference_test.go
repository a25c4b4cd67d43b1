package edition

import (
	"testing"

	"nianbao/internal/stat"

	"github.com/google/go-cmp/cmp"
)

func TestResolve(t *testing.T) {
	s := newScene()
	s.data.Recognitions = []stat.Recognition{{Code: "model", Name: both("模范镇", "Model Town")}}
	e := s.build(t)
	level, _ := e.Fact("retail.level@2023")
	quarter := stat.Period{Year: 2024, Span: stat.Quarter, N: 1}
	for _, tt := range []struct {
		ref    string
		period stat.Period // the sentence's own
		want   Referent
		wrong  string
	}{
		{ref: "period", want: Referent{Period: year(2023)}},
		{ref: "period", period: quarter, want: Referent{Period: quarter}},
		{ref: "year", period: quarter, want: Referent{Period: year(2024)}},
		{ref: "area", want: Referent{Name: both("某镇", "Some Town")}},
		{ref: "@model", want: Referent{Name: both("模范镇", "Model Town")}},
		{ref: "@bridge", wrong: `no project, indicator, recognition or initiative has the code "bridge"`},
		{ref: "road.signed", want: Referent{Date: stat.Date{Year: 2023, Month: 2, Day: 4}}},
		{ref: "retail.level", want: Referent{Fact: level}},
		{ref: "retail.level@2023", period: quarter, want: Referent{Fact: level}},
		{ref: "retail.level", period: quarter, wrong: `no fact "retail.level@2024-Q1"`},
	} {
		got, err := e.Resolve(stat.Sentence{Period: tt.period}, tt.ref)
		said := ""
		if err != nil {
			said = err.Error()
		}
		if d := cmp.Diff(tt.want, got); d != "" || said != tt.wrong {
			t.Errorf("%s: error %q, want %q; %s", tt.ref, said, tt.wrong, d)
		}
	}
}

func TestThemeOf(t *testing.T) {
	e := newScene().build(t)
	for subject, want := range map[string]string{"homes": "life", "road.investment": "economy", "road.unnamed": "economy", "nothing.known": ""} {
		if got := e.ThemeOf(&stat.Fact{Subject: subject}); got != want {
			t.Errorf("%s is of theme %q, want %q", subject, got, want)
		}
	}
}
