package wording

import (
	"testing"

	"nianbao/internal/edition"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// scene is a valid dataset of one period, that tests change before they build.
type scene struct {
	d    *stat.Dataset
	data *stat.PeriodData
}

// What a scene is made of.
var (
	figure  = town.Figure
	rank    = town.Rank
	target  = town.Target
	missing = town.Missing
	year    = town.Year
	both    = town.Both
)

func newScene() *scene {
	d := town.Dataset()
	return &scene{d, &d.Periods[0]}
}

// noted is a scene with notes.
func noted() *scene {
	s := newScene()
	town.Annotate(s.d)
	return s
}

func (s *scene) add(facts ...stat.Fact) { s.data.Facts = append(s.data.Facts, facts...) }

func (s *scene) build(t *testing.T) *edition.Edition { return build(t, s.d, s.data.Period) }

func build(t *testing.T, d *stat.Dataset, p stat.Period) *edition.Edition {
	t.Helper()
	e, err := edition.Build(d, p, edition.Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// words gives the Simplified Chinese and the English words for the scene's units.
func (s *scene) words(t *testing.T) (zh, en *locale.Words) {
	t.Helper()
	return speak(t, stat.Hans, s.d.Units), speak(t, stat.En, s.d.Units)
}

func speak(t *testing.T, l stat.Lang, units map[string]stat.Unit) *locale.Words {
	t.Helper()
	w, err := locale.For(l, units)
	if err != nil {
		t.Fatal(err)
	}
	return w
}
