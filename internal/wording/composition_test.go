package wording

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/edition"
	"nianbao/internal/stat"
	"nianbao/internal/town"
)

func composed() *scene {
	s := newScene()
	town.Divide(s.d)
	town.Compose(s.d)
	return s
}

func TestCompositionInASentence(t *testing.T) {
	e := composed().build(t)
	zh, en := composed().words(t)
	for _, tt := range []struct{ template, zh, en string }{
		{"{output.composition}", "60.5:39.5", "60.5:39.5"},
		{"{output.composition-owner@2023}.", "70:30.", "70:30."},
		{"{output.composition|plain}", "60.5:39.5", "60.5:39.5"},
		{"{output.share-works}", "60.5%", "60.5%"},
		{"{output.share-works|bare}", "60.5", "60.5"},
	} {
		s := stat.Sentence{ID: "x", Text: both(tt.template, tt.template)}
		gotZh, errZh := Sentence(zh, e, s)
		gotEn, errEn := Sentence(en, e, s)
		if gotZh != tt.zh || gotEn != tt.en || errZh != nil || errEn != nil {
			t.Errorf("%s: %q, %q, %v, %v", tt.template, gotZh, gotEn, errZh, errEn)
		}
	}
	parts, _ := Parts(en, e, stat.Sentence{ID: "x", Text: both("a", "It was {output.composition}.")})
	want := []Part{{"It was ", ""}, {"60.5", "output.share-works@2023"}, {":", ""}, {"39.5", "output.share-farms@2023"}, {".", ""}}
	if diff := cmp.Diff(want, parts); diff != "" {
		t.Error(diff)
	}
	if _, err := Sentence(en, e, stat.Sentence{ID: "x", Text: both("{output.composition|short}", "{output.composition|short}")}); err == nil {
		t.Error("a composition has an unknown form")
	}
}

func TestCompositionMissing(t *testing.T) {
	s := composed()
	for i := range s.data.Facts {
		if s.data.Facts[i].Part != "" {
			s.data.Facts[i] = missing(s.data.Facts[i])
		}
	}
	_, en := s.words(t)
	if got := Composition(en, s.build(t).Compositions()[0]); len(got) != 1 || got[0].Words != "not available" && got[0].Words != "not collected" {
		t.Errorf("worded as %q", got)
	}
}

func TestNamesOfCompositions(t *testing.T) {
	s := composed()
	e := s.build(t)
	zh, en := s.words(t)
	c := *e.Compositions()[0]
	for _, tt := range []struct {
		alone  bool
		zh, en string
	}{
		{false, "构成（按行业分）", "Composition (By sector)"},
		{true, "产值构成（works值：farms值）", "Composition of Output (works : farms)"},
	} {
		c.Alone = tt.alone
		if gotZh, gotEn := CompositionName(zh, &c), CompositionName(en, &c); gotZh != tt.zh || gotEn != tt.en {
			t.Errorf("named %q, %q", gotZh, gotEn)
		}
	}
	if got := RowName(zh, e, edition.Row{Value: c.Shares[0], Composition: &c}); got != "works值占产值的比重" {
		t.Errorf("a share is named %q", got)
	}
	if got, _ := Note(en, e, e.Notes[0]); got != "Composition of Output: At current prices." {
		t.Errorf("the note says %q", got)
	}
}
