package typeset

import (
	"math"
	"testing"
)

func FuzzBreak(f *testing.F) {
	fc := face(f)
	f.Add("塞北管理区2023年", 60.0)
	f.Add("\xff“", 10.0)
	f.Add("————……9亿～16亿元", 33.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if math.IsInf(width, 0) || width > 1e6 || len(s) > 2000 {
			return
		}
		if got := joinedPlain(Break([]Span{{Text: s, Face: fc, Size: 10}}, width)); got != s {
			t.Errorf("lines join to %q, want %q", got, s)
		}
	})
}

func FuzzCompose(f *testing.F) {
	fc := face(f)
	f.Add("塞北管理区2023年，“首都两区”（《", "CNY 5 million", 60.0, 20.0, uint8(1))
	f.Add("————……", "9亿～16亿元\n", 33.0, -5.0, uint8(3))
	f.Fuzz(func(t *testing.T, a, b string, width, indent float64, how uint8) {
		if !(width > 0 && width < 1e5) || !(math.Abs(indent) < 1e5) || len(a)+len(b) > 2000 {
			return
		}
		spans := []Span{{Text: a, Face: fc, Size: 10}, {Text: b, Face: fc, Size: 8}}
		checkPlaces(t, spans, Compose(spans, Options{
			Width: width, Indent: indent, Align: Align(how & 1), Language: Language(how >> 1 & 1),
		}))
	})
}

func FuzzFamiliar(f *testing.F) {
	fc := face(f)
	f.Add("“同比增长6.5%”（rank 2–3）: 3-year, -9.1%", true)
	f.Add("CNY 1,500 (about US$ 2/3)…… A&B's", false)
	f.Fuzz(func(t *testing.T, s string, chinese bool) {
		if len(s) > 2000 {
			return
		}
		lang := English
		if chinese {
			lang = Chinese
		}
		checkFamiliar(t, []Span{{Text: s, Face: fc, Size: 10}}, lang)
	})
}
