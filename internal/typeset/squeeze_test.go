package typeset

import (
	"strings"
	"testing"

	"nianbao/fonts"
)

func TestAdjacentMarks(t *testing.T) {
	bold, err := NewFace(fonts.Embedded().Bold)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, in string
		ems      float64 // between two Han characters
	}{
		{"closing and closing", "”）", 1.5},
		{"closing and a point", "”。", 1.5},
		{"a point and closing", "。”", 1.5},
		{"opening and opening", "《“", 1.5},
		{"closing and opening", "”《", 1.5},
		{"a point and opening", "，“", 1.5},
		{"two points", "？！", 1.5},
		{"three in a row", "》）。", 2},
		{"four in a row", "：“（《", 2.5},
		{"opening and closing have no white between them", "（）", 2},
		{"closing and interpunct", "》·", 1.5},
		{"interpunct and opening", "·《", 1.5},
		{"an interpunct alone", "·", 1},
		{"a point alone", "，", 1},
		{"traditional brackets", "」『", 1.5},
	} {
		for weight, f := range map[string]*Face{"regular": face(t), "bold": bold} {
			if got := measure([]Span{{Text: "甲" + tt.in + "乙", Face: f, Size: 10}}) / 10; !near(got-2, tt.ems) {
				t.Errorf("%s, %s: %s takes %.3f em, want %.1f (clreq 3.1.6.2)", tt.name, weight, tt.in, got-2, tt.ems)
			}
		}
	}
}

func TestMarksAtLineEnds(t *testing.T) {
	f := face(t)
	for in, ems := range map[string]float64{"甲。": 1.5, "甲”": 1.5, "甲。”": 2, "甲：": 1.5, "甲·": 1.75, "甲……": 3, "甲。 ": 1.5} {
		if got := measure([]Span{{Text: in, Face: f, Size: 10}}) / 10; !near(got, ems) {
			t.Errorf("%s is %.3f em wide, want %.2f (GB/T 15834-2011 5.1.10)", in, got, ems)
		}
	}
}

// The width is checked after squeezing: what fits only with a squeezed mark does fit.
func TestSqueezeComesBeforeProhibitions(t *testing.T) {
	f := face(t)
	for _, tt := range []struct {
		in   string
		ems  float64
		want string
	}{
		{"甲乙丙，丁戊", 3.5, "甲乙丙，|丁戊"},
		{"甲乙丙，丁戊", 3.4, "甲乙|丙，丁|戊"},
		{"甲乙”。丙丁", 3, "甲乙”。|丙丁"},
	} {
		if got := joined(Break([]Span{{Text: tt.in, Face: f, Size: 10}}, tt.ems*10)); got != tt.want {
			t.Errorf("%s in %.1f em: %q, want %q", tt.in, tt.ems, got, tt.want)
		}
	}
}

func TestOpeningMarkAtLineStart(t *testing.T) {
	f := face(t)
	spans := []Span{{Text: "“首都”两区", Face: f, Size: 10}}
	l := Compose(spans, Options{Width: 100})[0]
	if !near(l.Runs[0].X, -5) || !near(l.Width, 55) {
		t.Errorf("composed: starts at %.2f, %.2f wide; want -5 and 55 (clreq 3.1.6.3)", l.Runs[0].X, l.Width)
	}
	l = Compose(spans, Options{Width: 100, Indent: 20})[0]
	if !near(l.Runs[0].X, 15) || !near(l.Width, 75) {
		t.Errorf("indented: starts at %.2f, %.2f wide; want 15 and 75", l.Runs[0].X, l.Width)
	}
	l = Break(spans, 100)[0]
	if !near(l.Runs[0].X, -5) || !near(l.Width, 55) {
		t.Errorf("in a cell: starts at %.2f, %.2f wide; want -5 and 55", l.Runs[0].X, l.Width)
	}
}

// An English quote has no white space to lose at a line's start.
func TestEnglishQuoteAtLineStart(t *testing.T) {
	f := face(t)
	for in, lang := range map[string]Language{"，业  “”f堞": Chinese, "a “so”": English} {
		lines := Compose([]Span{{Text: in, Face: f, Size: 10}}, Options{Width: 25, Language: lang})
		if r := lines[len(lines)-1].Runs[0]; len(lines) != 2 || !strings.HasPrefix(r.Text, "“") || r.X != 0 {
			t.Errorf("%q: lines %v, want the second to begin with the quote", in, lines)
		}
	}
}

// No mark is moved further out of its line than its own white space, neither by what the mark before it loses nor by a
// lone space.
func TestEnglishQuotesStayInTheirLine(t *testing.T) {
	f := face(t)
	for _, spans := range [][]Span{
		{{Text: "1", Face: f, Size: 6}, {Text: "’‘", Face: f, Size: 6.5}},
		{{Text: "地区，\u00a0‘——", Face: f, Size: 6}},
		{{Text: "CNY 231 million ‘，·", Face: f, Size: 12}},
	} {
		for width := 5.0; width < 60; width++ {
			for _, l := range Break(spans, width) {
				for _, r := range l.Runs {
					if r.X < -half*spans[r.Span].Size-1e-9 {
						t.Errorf("in %.0f points %q of line %q starts at %.3f", width, r.Text, l.String(), r.X)
					}
				}
			}
		}
	}
}

// The ink of a squeezed opening mark is in the right half of its box, so the box lies further left.
func TestOpeningMarksAreShifted(t *testing.T) {
	f := face(t)
	l := Break([]Span{{Text: "甲《“乙", Face: f, Size: 10}}, 100)[0]
	if len(l.Runs) != 2 || l.Runs[1].Text != "“乙" || !near(l.Runs[1].X, 15) || !near(l.Runs[0].Width, 15) {
		t.Errorf("runs %+v, want “ to start half an em before 《 ends", l.Runs)
	}
}

func TestQuotes(t *testing.T) {
	f := face(t)
	for _, tt := range []struct {
		name, in string
		lang     Language
		english  string // the quotes set proportionally
	}{
		{"Chinese", "总“首都‘两区’”建", Chinese, ""},
		{"Latin in Chinese quotes", "用“PM2.5”的", Chinese, ""},
		{"at the start of Chinese text", "“PM2.5”的", Chinese, ""},
		{"English", "the “so close” brand", English, "“”"},
		{"at the start of English text", "“So close”, so", English, "“”"},
		{"after a bracket", "(‘so’)", English, "‘’"},
		{"apostrophe", "the district’s 3 o’clock", English, "’’"},
		{"apostrophe in Chinese text", "片名Xi’an的“好”", Chinese, "’"},
		{"apostrophe at a word's end", "enterprises’ own", English, "’"},
		{"Chinese words in English text", "the “塞北” brand", English, "“”"},
		{"English words in Chinese text", "名 “so close” 的", Chinese, "“”"},
		{"interpunct between letters", "kW·h", English, "·"},
		{"closing without opening", "首都”建", Chinese, ""},
	} {
		p := newParagraph([]Span{{Text: tt.in, Face: f, Size: 10}}, tt.lang)
		got := ""
		for i := range p.len() {
			if g := p.g[i]; g.form&Close != 0 {
				got += string(g.r)
			}
		}
		if got != tt.english {
			t.Errorf("%s: %q are set as English, want %q", tt.name, got, tt.english)
		}
	}
}

func TestEnglishQuotesAreNarrow(t *testing.T) {
	f := face(t)
	for in, most := range map[string]float64{"a“a": 0.5, "a’a": 0.3, "a”a": 0.5} {
		if got := measure([]Span{{Text: in, Face: f, Size: 10}})/10 - 2*f.Advance('a'); got > most || got < 0.1 {
			t.Errorf("the quote of %s takes %.3f em, want at most %.1f", in, got, most)
		}
	}
}
