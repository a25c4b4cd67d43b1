package edition

import (
	"testing"

	"nianbao/internal/stat"
	"nianbao/internal/town"
)

// scene is a valid dataset of one period that tests change before building.
type scene struct {
	d    *stat.Dataset
	data *stat.PeriodData
	opt  Options
}

// The parts of a scene.
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
	return &scene{d: d, data: &d.Periods[0], opt: Options{Langs: []stat.Lang{stat.Hans, stat.En}, Sections: town.Sections()}}
}

// noted is a scene with notes.
func noted() *scene {
	s := newScene()
	town.Annotate(s.d)
	return s
}

func (s *scene) add(facts ...stat.Fact) { s.data.Facts = append(s.data.Facts, facts...) }

// fact is a fact of the scene, to be changed.
func (s *scene) fact(t *testing.T, id string) *stat.Fact {
	t.Helper()
	for i := range s.data.Facts {
		if s.data.Facts[i].ID == id {
			return &s.data.Facts[i]
		}
	}
	t.Fatalf("the scene has no fact %q", id)
	return nil
}

func (s *scene) build(t *testing.T) *Edition {
	t.Helper()
	e, err := Build(s.d, s.data.Period, s.opt)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func ids(facts []*stat.Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, f.ID)
	}
	return out
}
