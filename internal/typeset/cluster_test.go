package typeset

import (
	"reflect"
	"testing"

	"github.com/go-text/typesetting/segmenter"
	"pgregory.net/rapid"
)

// Every character that single accepts is a cluster of its own by UAX #29, next to others of every kind.
func TestSinglesAreClusters(t *testing.T) {
	beside := []rune("a一1 ，”—%©㎡（+")
	for _, r := range beside {
		if !single(r) {
			t.Errorf("%q is not looked at by itself", r)
		}
	}
	var seg segmenter.Segmenter
	n := 0
	for r := rune(0); r <= 0x10ffff; r++ {
		if !single(r) {
			continue
		}
		n++
		for _, other := range beside {
			text := []rune{other, r, other, r, r, other}
			seg.Init(text)
			clusters := 0
			for it := seg.GraphemeIterator(); it.Next(); {
				clusters++
			}
			if clusters != len(text) {
				t.Fatalf("%q beside %q: %d clusters of %d characters", r, other, clusters, len(text))
			}
			for it := seg.LineIterator(); it.Next(); {
				if l := it.Line(); l.IsMandatoryBreak && l.Offset+len(l.Text) < len(text) {
					t.Fatalf("%q ends a line", r)
				}
			}
		}
	}
	if n < 30000 {
		t.Errorf("%d characters are looked at by themselves", n)
	}
}

// A text that fits on one line is set the same whether or not its breaks are found.
func TestWhatFitsIsSetTheSame(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 20)
		p := newParagraph(s.spans, ofText)
		if p.len() == 0 {
			t.Skip("empty")
		}
		width := p.endPen(p.visible(0, p.len())) - p.startPen(0) + rapid.SampledFrom([]float64{0, 3, 50}).Draw(t, "room")
		b := newBreaker(p, width, 0)
		b.best()
		want, _ := b.appendLines(nil, nil)
		if got := Break(s.spans, width); !reflect.DeepEqual(got, want) {
			t.Errorf("%q in %.3f points: %v, want %v", s.text, width, got, want)
		}
	})
}
