package typeset

import (
	"slices"
	"strings"
	"testing"

	"nianbao/fonts"

	"pgregory.net/rapid"
)

func face(t testing.TB) *Face {
	t.Helper()
	f, err := NewFace(fonts.Embedded().Regular)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestBreak(t *testing.T) {
	f := face(t)
	for _, tt := range []struct {
		name, in string
		ems      float64
		want     string
	}{
		{"full width characters", "地区生产总值增长", 4, "地区生产|总值增长"},
		{"no mark at the start of a line", "固定资产，投资", 4, "固定资|产，投资"},
		{"no opening mark at the end of a line", "总产品“首都两区”", 4, "总产品|“首都两|区”"},
		{"a number keeps its unit", "全年完成投资1576.62万元", 8, "全年完成投资|1576.62万元"},
		{"percentage points stay whole", "比上年提高了12.5个百分点", 9, "比上年提高了|12.5个百分点"},
		{"an English amount stays whole", "investment of CNY 231 million in", 8, "investment of |CNY 231 million |in"},
		{"a dash is two ems and does not break", "春天——秋天", 3, "春|天——|秋天"},
		{"English breaks at spaces", "public budget revenue", 4, "public |budget |revenue"},
		{"a figure wider than the line", "CNY 15.7662 million", 6, "CNY 15.7662 |million"},
		{"wider than the line", "1234567890", 2, "123|456|789|0"},
	} {
		var got []string
		for _, l := range Break([]Span{{tt.in, f, 10}}, tt.ems*10) {
			got = append(got, l.String())
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, strings.Join(got, "|"), tt.want)
		}
	}
}

func TestGapBetweenHanAndLatin(t *testing.T) {
	f := face(t)
	l := Break([]Span{{"增长6.5%，", f, 10}}, 1000)[0]
	if len(l.Runs) != 2 || l.Runs[1].Text != "6.5%，" {
		t.Fatalf("runs %+v, want one for the Han part and one for the number", l.Runs)
	}
	if gap := l.Runs[1].X - l.Runs[0].Width; gap < 1.79 || gap > 1.81 {
		t.Errorf("gap of %.2f points, want 1.8", gap)
	}
}

// Every character comes out once and in order, no line is wider than allowed unless it is one unbreakable
// piece, and no line starts or ends with a mark that must not stand there.
func TestBreakProperties(t *testing.T) {
	f := face(t)
	piece := rapid.SampledFrom([]string{
		"地区", "生产总值", "，", "。", "“", "”", "（", "）", "——", "……", "2.31亿元", "增长", "6.5%", "up ", "CNY 231 million ",
		"the ", "city", " ", "、", "《", "》", "100家", "-9.1%", "𠮷", "é", "PM2.5", "·",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 1, 40).Draw(t, "pieces"), "")
		width := rapid.Float64Range(60, 400).Draw(t, "width")
		cut := rapid.IntRange(0, len([]rune(text))).Draw(t, "cut")
		r := []rune(text)
		spans := []Span{{string(r[:cut]), f, 10}, {string(r[cut:]), f, 8}}
		p, at, joined := newParagraph(spans), 0, ""
		for _, l := range Break(spans, width) {
			if l.Width > width+1e-3 {
				t.Errorf("line %q is %.2f wide, more than %.2f", l.String(), l.Width, width)
			}
			n := len([]rune(l.String()))
			if at+n < len(p.runes) && !p.breaks[at+n] && slices.Contains(p.breaks[at+1:at+n], true) {
				t.Errorf("line %q is broken where it must not be, though it need not", l.String())
			}
			at += n
			joined += l.String()
		}
		if joined != text {
			t.Errorf("lines join to %q, want %q", joined, text)
		}
		for i := 1; i < len(p.runes); i++ {
			if p.breaks[i] && (prohibitedStart(p.runes[i]) || prohibitedEnd(p.runes[i-1])) {
				t.Errorf("%q may break before %q", text, p.runes[i])
			}
		}
	})
}

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
	for r, want := range map[rune]bool{'塞': true, '億': true, 'A': true, '²': true, '\u0ca0': false} {
		if f.Has(r) != want {
			t.Errorf("Has(%c) = %v, want %v", r, !want, want)
		}
	}
	if a := f.Advance('塞'); a != 1 {
		t.Errorf("a Han character is %.3f em wide, want 1", a)
	}
}

func FuzzBreak(f *testing.F) {
	fc := face(f)
	f.Add("塞北管理区2023年", 60.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !(width >= 0 && width < 1e6) || len(s) > 2000 {
			return
		}
		s = strings.ToValidUTF8(s, "\uFFFD")
		var joined string
		for _, l := range Break([]Span{{s, fc, 10}}, width) {
			joined += l.String()
		}
		if joined != s {
			t.Errorf("lines join to %q, want %q", joined, s)
		}
	})
}
