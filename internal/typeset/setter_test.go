package typeset

import (
	"reflect"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// Each of these sets a single text with a new setter.

func Break(spans []Span, width float64) []Line { return NewSetter().Break(spans, width) }

func Widths(spans []Span, narrow []float64) (line, word float64) {
	return NewSetter().Widths(spans, narrow)
}

func Compose(spans []Span, opt Options) []Line { return NewSetter().Compose(spans, opt) }

// newParagraph returns a paragraph with its breaks found.
func newParagraph(spans []Span, lang Language) *paragraph {
	p := spread(nil, spans, lang)
	if p.len() > 0 {
		p.findBreaks()
	}
	return &p
}

func newBreaker(p *paragraph, width, indent float64) *breaker {
	b := &breaker{}
	b.begin(p, width, indent)
	return b
}

// sums are the budgets for justification.
func (p *paragraph) sums() []budget {
	p.findWhite(nil)
	return p.appendBudgets(nil)
}

// Text set without examining its characters is set the same as with it, and cached text the same as with a new setter.
func TestSetterRemembers(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		set := NewSetter()
		defer set.Release()
		samples := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) sample {
			s := drawSample(t, f, 6)
			if rapid.Bool().Draw(t, "one span") {
				text := rapid.SampledFrom([]string{s.text, "粮食产量", "Grain output ", "-2", " 　", "\u00a0a"}).Draw(t, "text")
				s.spans, s.text = []Span{{Text: text, Face: f, Size: 10}}, text
			}
			return s
		}), 1, 4).Draw(t, "samples")
		for range 3 {
			for _, s := range samples {
				width := s.width * rapid.SampledFrom([]float64{0.5, 1, 3}).Draw(t, "of its width")
				p := newParagraph(s.spans, ofText)
				var want []Line
				if p.len() > 0 {
					b := newBreaker(p, width, 0)
					b.best()
					want, _ = b.appendLines(nil, nil)
				}
				if got := set.Break(s.spans, width); !reflect.DeepEqual(got, want) {
					t.Errorf("%q in %.3f points: %v, want %v", s.text, width, got, want)
				}
				line, word := set.Widths(s.spans, nil)
				if wantLine, wantWord := Widths(s.spans, nil); line != wantLine || word != wantWord {
					t.Errorf("%q is %.3f wide, its words %.3f, want %.3f and %.3f", s.text, line, word, wantLine, wantWord)
				}
			}
		}
	})
}

// A pooled setter holds no references to its document, and the setter of a huge document is not pooled.
func TestSetterForgets(t *testing.T) {
	f := face(t)
	s := &Setter{known: map[spoken]int{}}
	s.Break([]Span{{Text: "粮食产量 Grain output", Face: f, Size: 10}}, 40)
	s.Widths([]Span{{Text: "2024 年", Face: f, Size: 10}}, nil)
	s.forget()
	if s.huge() || len(s.known) != 0 || s.p != nil || !reflect.DeepEqual(s.fresh, paragraph{}) ||
		!reflect.DeepEqual(s.texts[:1], []text{{}}) || !reflect.DeepEqual(s.spans[:1], []Span{{}}) {
		t.Errorf("of the document is left: %+v", s)
	}
	for i := range mostTexts {
		s.Break([]Span{{Text: strconv.Itoa(i), Face: f, Size: 10}}, 100)
	}
	if !s.huge() {
		t.Errorf("kept with %d texts", cap(s.texts))
	}
}
