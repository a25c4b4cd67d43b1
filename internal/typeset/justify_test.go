package typeset

import (
	"testing"

	"pgregory.net/rapid"
)

func full() *budget {
	b := &budget{spaces: 8, gaps: 7, all: 200}
	for s := spaces; s < stages; s++ {
		b.shrink[s] = float64(s)
	}
	return b
}

// White space is removed by stages, in the order of clreq 3.5.3, and added in that of 3.5.4.
func TestStages(t *testing.T) {
	order := []stage{spaces, interpuncts, brackets, pauses, gaps, stops}
	over := 0.0
	for n, s := range order {
		half := full().fit(-(over + float64(s)/2))
		for m, other := range order {
			want := 0.0
			switch {
			case m < n:
				want = 1
			case m == n:
				want = 0.5
			}
			if !near(half.shrink[other], want) {
				t.Errorf("%d of a line over by %.1f: share %.2f, want %.2f", other, over+float64(s)/2, half.shrink[other], want)
			}
		}
		over += float64(s)
	}
	if s := full().fit(-over - 1); !near(s.missing, -1) {
		t.Errorf("a line over by 1 more than it can give: missing %.2f, want -1", s.missing)
	}
	for _, tt := range []struct{ short, spaces, gaps, all, missing float64 }{
		{4, 0.5, 0, 0, 0},
		{8, 1, 0, 0, 0},
		{11.5, 1, 0.5, 0, 0},
		{25, 1, 1, 0.05, 0},
		{15 + 200*allMost, 1, 1, allMost, 0},
		{25 + 200*allMost, 1, 1, allMost, 10},
	} {
		s := full().fit(tt.short)
		if !near(s.spaces, tt.spaces) || !near(s.gaps, tt.gaps) || !near(s.all, tt.all) || !near(s.missing, tt.missing) {
			t.Errorf("a line short by %.1f: %+v, want %+v", tt.short, s, tt)
		}
	}
}

func TestStrainGrows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.Float64Range(0, 60).Draw(t, "a")
		b := rapid.Float64Range(0, a).Draw(t, "b")
		for _, sign := range []float64{1, -1} {
			if near, far := full().fit(sign*b), full().fit(sign*a); near.strain > far.strain+1e-9 {
				t.Errorf("strain %.3f for %.3f points, less (%.3f) for %.3f", near.strain, sign*b, far.strain, sign*a)
			}
		}
	})
}

// extras returns the space that justification adds inside a one-line text, by pair, in em.
func extras(t *testing.T, text string, lang Language, ems float64) map[string]float64 {
	t.Helper()
	f := face(t)
	p := newParagraph([]Span{{Text: text, Face: f, Size: 10}}, lang)
	white := between(p.sums(), 0, p.len())
	set := white.fit(ems*10 - (p.endPen(p.len()) - p.startPen(0)))
	out := map[string]float64{}
	for i := 1; i < p.len(); i++ {
		if x := set.extra(&p.white[i], 10); x > 1e-9 || x < -1e-9 {
			out[string([]rune{p.g[i-1].r, p.g[i].r})] = x / 10
		}
	}
	return out
}

func TestWhatMoves(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		ems      float64
		want     map[string]float64
	}{
		{"an interpunct on both sides", "卡尔·马克思", 5.5, map[string]float64{"尔·": -0.25, "·马": -0.25}},
		{"before and after brackets alike", "甲（乙）丙丁戊", 6.5, map[string]float64{"甲（": -0.25, "）丙": -0.25}},
		{"interpuncts before brackets", "甲（乙）丙·丁", 6.5, map[string]float64{"丙·": -0.25, "·丁": -0.25}},
		{"after points of a pause alike", "甲，乙、丙；丁", 6.25, map[string]float64{"，乙": -0.25, "、丙": -0.25, "；丁": -0.25}},
		{"brackets before points", "甲，乙“丙", 4.75, map[string]float64{"乙“": -0.25}},
		{"gaps before full stops", "甲。乙a丙", 4.863, map[string]float64{"乙a": -0.05, "a丙": -0.05}},
		{"full stops last", "甲。乙a丙", 4.713, map[string]float64{"乙a": -0.075, "a丙": -0.075, "。乙": -0.1}},
		{"gaps stretch first", "甲乙a丙丁", 5.143, map[string]float64{"乙a": 0.09, "a丙": 0.09}},
		{"spaces before them", "甲乙a a丙丁", 5.95, map[string]float64{" a": 0.2}},
		{"then all between Han", "甲乙a丙丁", 5.243, map[string]float64{"甲乙": 0.05, "乙a": 0.09, "a丙": 0.09, "丙丁": 0.05}},
	} {
		got := extras(t, tt.in, Chinese, tt.ems)
		for pair, want := range tt.want {
			if d := got[pair] - want; d > 0.001 || d < -0.001 {
				t.Errorf("%s: %s changes by %.3f em, want %.3f (all: %v)", tt.name, pair, got[pair], want, got)
			}
		}
		if len(got) != len(tt.want) {
			t.Errorf("%s: changes %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestMarksStayWithTheirWords(t *testing.T) {
	got := extras(t, "甲乙，丙“丁”戊——己～庚", Chinese, 15)
	if len(got) == 0 {
		t.Fatal("the line is not spaced out")
	}
	for _, pair := range []string{"乙，", "“丁", "丁”", "戊—", "——", "己～", "～庚"} {
		if got[pair] > 0 {
			t.Errorf("%s is torn apart by %.3f em (clreq 3.5.4)", pair, got[pair])
		}
	}
	for _, pair := range []string{"，丙", "丙“", "”戊"} {
		if !near(got[pair], got["甲乙"]) {
			t.Errorf("%s is not spaced like Han characters: %v", pair, got)
		}
	}
}

func TestEnglishOnlyChangesSpaces(t *testing.T) {
	got := extras(t, "The district “took part” in the campaign", English, 22)
	if len(got) == 0 {
		t.Fatal("the line is not spaced out")
	}
	for pair, x := range got {
		if []rune(pair)[0] != ' ' || x < 0 || x > spaceMost {
			t.Errorf("%q changes by %.3f em", pair, x)
		}
	}
}
