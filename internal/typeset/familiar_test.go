package typeset

import (
	"testing"

	"pgregory.net/rapid"
)

// familiarOnes are characters of every kind, including Chinese quotes and punctuation, and some strange ones.
var familiarOnes = []rune("a7中 .)%/–—…+−-(“”’《》，；·²&$¥@:[!\"~°\u00a0\u3000①")

// checkFamiliar compares the breaks found without the segmenter with the segmenter's, and reports whether there are
// any.
func checkFamiliar(t interface{ Errorf(string, ...any) }, spans []Span, lang Language) bool {
	familiar, asked := spread(nil, spans, lang), spread(nil, spans, lang)
	if !familiar.plain || !familiar.findFamiliar() {
		return false
	}
	asked.segment()
	for i := 1; i < asked.len(); i++ {
		if l, decided := asked.decide(i); decided {
			asked.g[i].before = l
		}
	}
	for i := 1; i < asked.len(); i++ {
		if got, want := familiar.g[i].before, asked.g[i].before; got != want {
			t.Errorf("%q: before character %d a break of level %d, by the segmenter %d", spans[0].Text, i, got, want)
			break
		}
	}
	return true
}

// Every text of three familiar characters, and of four of the more frequent ones, is broken as the segmenter breaks it.
func TestFamiliarTextsAreBrokenTheSame(t *testing.T) {
	f := face(t)
	texts, found := 0, 0
	var each func(text []rune, from []rune, n int)
	each = func(text, from []rune, n int) {
		if n == 0 {
			for _, lang := range []Language{Chinese, English} {
				texts++
				if checkFamiliar(t, []Span{{Text: string(text), Face: f, Size: 10}}, lang) {
					found++
				}
			}
			return
		}
		for _, r := range from {
			each(append(text, r), from, n-1)
		}
	}
	each(nil, familiarOnes, 3)
	each(nil, familiarOnes[:17], 4)
	if found < texts/3 {
		t.Errorf("the segmenter was asked of all but %d of %d texts", found, texts)
	}
}

// So are longer texts of all characters that are decided without the segmenter.
func TestFamiliarTextProperties(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(familiarOnes), rapid.SampledFrom([]rune("ab1 中")),
			rapid.Int32Range(0x20, 0x33ff).Filter(single)), 1, 24).Draw(t, "text")
		checkFamiliar(t, []Span{{Text: string(text), Face: f, Size: 10}}, Language(rapid.IntRange(0, 1).Draw(t, "language")))
	})
}
