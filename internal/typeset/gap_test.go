package typeset

import "testing"

// gapsOf returns the natural space before each glyph, in em at size 10.
func gapsOf(text string, f *Face) map[string]float64 {
	spans := []Span{{Text: text, Face: f, Size: 10}}
	p := newParagraph(spans, ofText)
	out := map[string]float64{}
	for i := 1; i < p.len(); i++ {
		if g := p.g[i].gap; g > 0 {
			out[string([]rune{p.g[i-1].r, p.g[i].r})] = g / 10
		}
	}
	return out
}

func TestGaps(t *testing.T) {
	f := face(t)
	for _, tt := range []struct {
		name, in string
		want     []string // pairs with a gap
	}{
		{"between Han and digits, both sides", "增长6亿元", []string{"长6", "6亿"}},
		{"letters, Greek and Cyrillic too", "用A型β线Ж类", []string{"用A", "A型", "型β", "β线", "线Ж", "Ж类"}},
		{"a sign belongs to its number", "为−9是", []string{"为−", "9是"}},
		{"a currency sign too", "合$5的", []string{"合$", "5的"}},
		{"per cent and raised digits", "占6%的5m²地", []string{"占6", "%的", "的5", "²地"}},
		{"none beside Chinese marks (clreq 3.2.2)", "，6、7（8）。", nil},
		{"none where a space is", "增长 6 亿", nil},
		{"an accent does not hide its letter", "用e\u0301的", []string{"用e", "\u0301的"}},
		{"none in English", "up 6 per cent", nil},
	} {
		got := gapsOf(tt.in, f)
		if len(got) != len(tt.want) {
			t.Errorf("%s: gaps %v, want at %q", tt.name, got, tt.want)
		}
		for _, pair := range tt.want {
			if !near(got[pair], gapNatural) {
				t.Errorf("%s: gap of %.3f em in %q, want %.3f", tt.name, got[pair], pair, gapNatural)
			}
		}
	}
}

// No white between two letters is so wide that readers of PDF take it for a space, a tenth of an em: the gap is part of
// the letter before it, and indices are letters of the same line.
func TestNoWhiteReadsAsSpace(t *testing.T) {
	const readAsSpace = 0.1
	f := face(t)
	large := []Span{{Text: "▲", Face: f, Size: 10}, {Text: "41.06", Face: f, Size: 25}, {Text: "亿元", Face: f, Size: 10}}
	text := "全年PM2.5平均浓度下降9.1%，CO2排放量41.06亿吨；示例区2024年完成29个项目，SO2的浓度为8微克。"
	for width := 60.0; width < 300; width += 7 {
		set := []Span{{Text: text, Face: f, Size: 10}}
		lines := append(Compose(set, Options{Width: width, Align: Justified}), Break(large, width+40)...)
		for n, l := range lines {
			if n == len(lines)-1 {
				set = large
			}
			if l.Stretch > 0.08*width+1e-6 {
				t.Errorf("%q is stretched by %.1f points of %.0f", l, l.Stretch, width)
			}
			for i, r := range l.Runs {
				if r.Spacing >= readAsSpace*10 {
					t.Errorf("%q: %.3f points between its letters", r.Text, r.Spacing)
				}
				if i+1 == len(l.Runs) {
					continue
				}
				end, letters := r.X, []rune(r.Text)
				for j, c := range letters {
					form := r.Form
					if j+1 < len(letters) {
						form = form.Inside()
					}
					end += set[r.Span].Size*f.LetterAdvance(Letter{c, form}) + r.Spacing
				}
				if white := l.Runs[i+1].X - end; white >= readAsSpace*10 {
					t.Errorf("%q: %.3f points of white after %q", l, white, r.Text)
				}
			}
		}
	}
}

func TestIndices(t *testing.T) {
	f := face(t)
	for in, want := range map[string]string{
		"PM2.5平均浓度": "2.5", "of PM2.5": "2.5", "PM10": "10", "CO2和SO2、NO2": "222", "O3": "3",
		"PM2.55": "", "PM25": "", "CO21": "", "2PM2.5": "", "GEO3": "", "NO": "", "m2": "",
	} {
		got := ""
		for _, l := range Break([]Span{{Text: in, Face: f, Size: 10}}, 500) {
			for _, r := range l.Runs {
				if r.Form&Low != 0 {
					got += r.Text
				}
			}
		}
		if got != want {
			t.Errorf("%s: indices %q, want %q", in, got, want)
		}
	}
}

func TestGapIsOfTheHanSide(t *testing.T) {
	f := face(t)
	p := newParagraph([]Span{{Text: "长", Face: f, Size: 10}, {Text: "6", Face: f, Size: 20}, {Text: "亿", Face: f, Size: 15}}, Chinese)
	if p.g[1].gap != gapNatural*10 || p.g[2].gap != gapNatural*15 {
		t.Errorf("gaps of %.2f and %.2f, want %.2f and %.2f", p.g[1].gap, p.g[2].gap, gapNatural*10, gapNatural*15)
	}
}

// An address is set as it is, but has a gap before and after it.
func TestNoGapInAddress(t *testing.T) {
	f := face(t)
	p := newParagraph([]Span{
		{Text: "见", Face: f, Size: 10}, {Text: "a/报2024年b", Face: f, Size: 10, Verbatim: true}, {Text: "及6", Face: f, Size: 10},
	}, Chinese)
	for i := 1; i < p.len(); i++ {
		if got, want := p.g[i].gap > 0, i == 1 || i > 9; got != want {
			t.Errorf("a gap before %c: %v, want %v", p.g[i].r, got, want)
		}
	}
}

func TestNoGapAtLineEnds(t *testing.T) {
	f := face(t)
	lines := Break([]Span{{Text: "增长6亿", Face: f, Size: 10}}, 21)
	for _, l := range lines {
		if l.Runs[0].X != 0 || !near(l.Width, f.Width(l.String())*10+gapNatural*10*float64(len(l.Runs)-1)) {
			t.Errorf("line %q starts at %.2f and is %.2f wide", l.String(), l.Runs[0].X, l.Width)
		}
	}
	if got := joined(lines); got != "增长|6亿" {
		t.Errorf("lines %q", got)
	}
}

func TestTwoEmMarks(t *testing.T) {
	f := face(t)
	for _, mark := range []string{"——", "⸺", "……"} {
		w := measure([]Span{{Text: "春" + mark + "秋", Face: f, Size: 10}})
		if !near(w, 40) {
			t.Errorf("two characters and %s are %.3f points wide, want 40 (clreq 3.1.5.1)", mark, w)
		}
	}
	p := newParagraph([]Span{{Text: "春——秋", Face: f, Size: 10}}, Chinese)
	k := f.ink('—')
	if white := p.g[2].pen + k.min*10 - (p.g[1].pen + k.max*10); white > 1e-6 {
		t.Errorf("%.3f points of white inside ——", white)
	}
}
