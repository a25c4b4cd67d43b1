package typeset

import (
	"strings"
	"testing"
)

func BenchmarkCompose(b *testing.B) {
	f := face(b)
	long := strings.Repeat(chineseFigures, 10000/len([]rune(chineseFigures))+1)
	for _, bm := range []struct {
		name, text string
		opt        Options
	}{
		{"paragraph", chineseFigures, Options{Width: 350, Align: Justified, Indent: 20}},
		{"ragged", chineseFigures, Options{Width: 350}},
		{"english", englishFigures, Options{Width: 350, Align: Justified, Language: English}},
		{"10000", long, Options{Width: 350, Align: Justified, Indent: 20}},
		{"10000ragged", long, Options{Width: 350}},
	} {
		b.Run(bm.name, func(b *testing.B) {
			spans := []Span{{Text: bm.text, Face: f, Size: 10}}
			b.ReportAllocs()
			for b.Loop() {
				Compose(spans, bm.opt)
			}
		})
	}
}

func BenchmarkBreak(b *testing.B) {
	f := face(b)
	long := strings.Repeat(chineseFigures, 10000/len([]rune(chineseFigures))+1)
	for _, bm := range []struct {
		name, text string
		width      float64
	}{
		{"cell", "固定资产投资2.31亿元", 200},
		{"cell2", "Total retail sales of consumer goods (CNY 100 million)", 120},
		{"paragraph", chineseFigures, 350},
		{"english", englishFigures, 350},
		{"10000", long, 350},
	} {
		b.Run(bm.name, func(b *testing.B) {
			spans := []Span{{Text: bm.text, Face: f, Size: 10}}
			b.ReportAllocs()
			for b.Loop() {
				Break(spans, bm.width)
			}
		})
	}
}

// BenchmarkCut cuts a font to the characters of a long text.
func BenchmarkCut(b *testing.B) {
	f := face(b)
	var characters []rune
	for r := rune(0x4E00); r < 0x5000; r++ {
		if f.Has(r) {
			characters = append(characters, r)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Cut(characters); err != nil {
			b.Fatal(err)
		}
	}
}
