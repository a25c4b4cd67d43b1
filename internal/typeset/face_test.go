package typeset

import (
	"math"
	"sync"
	"testing"

	"nianbao/fonts"
)

func face(t testing.TB) *Face {
	t.Helper()
	f, err := NewFace(fonts.Embedded().Regular)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func TestNewFaceRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"empty":      "",
		"text":       "this is no font at all",
		"CFF":        "OTTO\x00\x01\x00\x00\x00\x00\x00\x00",
		"collection": "ttcf\x00\x01\x00\x00\x00\x00\x00\x00",
		"truncated":  string(fonts.Embedded().Regular[:200]),
	} {
		if _, err := NewFace([]byte(data)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestFaceHas(t *testing.T) {
	f := face(t)
	for r, want := range map[rune]bool{'塞': true, '億': true, 'A': true, '²': true, '\u0ca0': false, -1: false, 0x7fffffff: false} {
		for range 2 { // looked up, then cached
			if f.Has(r) != want {
				t.Errorf("Has(%c) = %v, want %v", r, !want, want)
			}
		}
	}
}

func TestFaceMetrics(t *testing.T) {
	f := face(t)
	if a := f.Advance('塞'); a != 1 {
		t.Errorf("a Han character is %.3f em wide, want 1", a)
	}
	if a := f.Advance('\u0ca0'); a != 1 {
		t.Errorf("a character the font lacks is %.3f em wide, want 1", a)
	}
	if w := f.Width("塞1"); !near(w, 1+f.Advance('1')) {
		t.Errorf("width %.3f is not the sum of the advances", w)
	}
	if f.Ascent < 0.7 || f.Ascent > 1.3 || f.Descent < 0.1 || f.Descent > 0.5 || f.CapHeight < 0.6 || f.CapHeight > 0.8 {
		t.Errorf("ascent %.3f, descent %.3f, cap height %.3f: not those of a text font", f.Ascent, f.Descent, f.CapHeight)
	}
	if k := f.ink('“'); k.min < 0.5 || k.max > 1 {
		t.Errorf("the ink of “ reaches from %.3f to %.3f, want the right half", k.min, k.max)
	}
}

func TestFaceConcurrentUse(t *testing.T) {
	f := face(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for r := rune(0x4e00); r < 0x4f00; r++ {
				if f.Advance(r) != 1 || !f.Has(r) {
					t.Errorf("%c: advance %.3f", r, f.Advance(r))
				}
			}
			f.ink('，')
		})
	}
	all.Wait()
}
