package typeset

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestWidths(t *testing.T) {
	f := face(t)
	for text, word := range map[string]string{
		"塞北管理区2023年。": "2023年。", "“首都两区”": "“首", "up 6.5% on a year earlier ": "earlier", "CNY 15.31 million": "CNY 15.31 million",
		"fixed-asset": "fixed-", "indicator-247.level@2023": "indicator-247.level@2023", "第一": "第",
	} {
		spans := []Span{{Text: text, Face: f, Size: 10}}
		line, widest := Widths(spans, nil)
		if want := Break(spans, 1e6)[0].Width; !near(line, want) {
			t.Errorf("%s is %.3f wide, and %.3f on a line", text, line, want)
		}
		if want := measure([]Span{{Text: word, Face: f, Size: 10}}); !near(widest, want) {
			t.Errorf("the widest part of %s is %.3f wide, %q is %.3f", text, widest, word, want)
		}
	}
	for _, nothing := range [][]Span{nil, {{Text: " ", Face: f, Size: 10}}} {
		if line, word := Widths(nothing, nil); line != 0 || word != 0 {
			t.Errorf("nothing is %.3f wide, with a word of %.3f", line, word)
		}
	}
}

// At their full width, spans take one line per line separator; at the width of their widest part, they break no part.
func TestWidthsAreEnough(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 60)
		line, word := Widths(s.spans, nil)
		p := newParagraph(s.spans, ofText)
		ends := 1
		for i := 1; i < p.len(); i++ {
			if p.g[i].before == must {
				ends++
			}
		}
		if lines := Break(s.spans, line+epsilon); len(lines) > ends {
			t.Errorf("%q takes %d lines as wide as itself", s.text, len(lines))
		}
		at := 0
		for _, l := range Break(s.spans, word+epsilon) {
			if at > 0 && p.g[at].before < soft {
				t.Errorf("%q is broken at %d in lines as wide as its widest part", s.text, at)
			}
			at += utf8.RuneCountInString(l.String())
		}
	})
}

// The returned widths are enough for their lines, and slightly smaller ones are not, unless narrower than a word.
func TestNarrowWidths(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 60)
		narrow := make([]float64, 3)
		line, word := Widths(s.spans, narrow)
		if len(Break(s.spans, line+epsilon)) > 1 {
			t.Skip("has line separators")
		}
		for i, w := range narrow {
			if n := len(Break(s.spans, w+epsilon)); n > i+2 {
				t.Errorf("%q takes %d lines of %.2f, which are said to be enough for %d", s.text, n, w, i+2)
			}
			if less := w - 0.5; less > word {
				if n := len(Break(s.spans, less)); n <= i+2 {
					t.Errorf("%q takes %d lines of %.2f, and is said to need %.2f for %d", s.text, n, less, w, i+2)
				}
			}
		}
	})
}

func TestNarrowWidthsOfWords(t *testing.T) {
	spans := func(text string) []Span { return []Span{{Text: text, Face: face(t), Size: 10}} }
	narrow := make([]float64, 3)
	Widths(spans("the quarter to"), narrow)
	for i, want := range []string{"quarter to", "quarter", "quarter"} {
		if w := measure(spans(want)); narrow[i] < w-0.3 || narrow[i] > w+0.3 {
			t.Errorf("%d lines are %.2f wide, want %q, %.2f", i+2, narrow[i], want, w)
		}
	}
}
