package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// cut splits a line into unbreakable parts.
func cut(line string) []string {
	var parts []string
	var last glyph
	for i, r := range line {
		if g := glyphOf(r); i == 0 || breaks(last, g) {
			parts = append(parts, "")
		}
		last = glyphOf(r)
		parts[len(parts)-1] += string(r)
	}
	return parts
}

func TestBreaksOfLines(t *testing.T) {
	for line, want := range map[string][]string{
		"":                    nil,
		"one two":             {"one ", "two"},
		"retail-sales":        {"retail-", "sales"},
		"全市，第一":               {"全", "市，", "第", "一"},
		"（现价）":                {"（现", "价）"},
		"增长6.5%。":             {"增", "长", "6.5%。"},
		"CNY 100万元 (a, b), c": {"CNY ", "100", "万", "元 ", "(a, ", "b), ", "c"},
	} {
		if diff := cmp.Diff(want, cut(line)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", line, diff)
		}
	}
}

func TestCountLines(t *testing.T) {
	for _, tt := range []struct {
		text string
		wide float64
		want int
	}{
		{"", 10, 1},
		{"abc", 10, 1},
		{"abc\ndef", 10, 2},
		{"nnnn nnnn", 5, 2},
		{"中文中文", 3.7, 2},
		{"中文中文", 3.6, 4},
		{"nnnnnnnnnn", 5, 2},
	} {
		if got := countLines(tt.text, tt.wide); got != tt.want {
			t.Errorf("%q at %v takes %d lines, want %d", tt.text, tt.wide, got, tt.want)
		}
	}
}

// A narrower column never takes fewer lines, and an unbreakable part is as wide as its characters.
func TestWrapping(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.StringMatching(`[a-zA-Z0-9 ，。（）\-%地区生产总值\n]{0,60}`).Draw(r, "text")
		widest := 0.0
		for line := range strings.SplitSeq(s, "\n") {
			for _, part := range cut(line) {
				widest = max(widest, textWidth(strings.TrimRight(part, " ")))
			}
		}
		if got := float64(measure(s).piece) / digit; got != widest {
			r.Fatalf("the widest part of %q is %v wide, want %v", s, got, widest)
		}
		wide := rapid.Float64Range(4, 60).Draw(r, "width")
		if countLines(s, 1000) > countLines(s, wide) {
			r.Fatalf("%q takes more lines when there is room", s)
		}
		e := measure(s)
		if want := countLines(s, wide); e.linesOf(s, wide) != want || e.most(wide) < want {
			r.Fatalf("%q at %v takes %d lines, and %d at most, want %d", s, wide, e.linesOf(s, wide), e.most(wide), want)
		}
	})
}

// The precomputed glyphs equal computed ones.
func TestGlyphs(t *testing.T) {
	for r := rune(-1); r <= 0x20000; r++ {
		if got, want := glyphOf(r), lookUp(r); got != want {
			t.Errorf("%U: %+v, want %+v", r, got, want)
		}
	}
}

func TestColumnGrowsForLongTexts(t *testing.T) {
	long := strings.Repeat("很长的说明", 200)
	s := Sheet{Tables: []Table{{
		Columns: []Column{{Header: "说明", Kind: Text, Limit: 40}},
		Rows:    [][]Cell{{textOf(long)}, {textOf("短")}},
	}}}
	l := arrange(s)
	heights := l.Tables[0].Heights
	if l.Widths[0] <= 40 || l.Widths[0] > maxColumn || heights[1] >= maxHeight {
		t.Errorf("width %v, height %v", l.Widths[0], heights[1])
	}
	if heights[2] != rowHeight(1) {
		t.Errorf("the short row is %v high", heights[2])
	}
}

// A header has two lines, breaks no word, and leaves room for the filter button.
func TestHeaderWidth(t *testing.T) {
	for _, header := range []string{"数值 Value", "按总量计算（%） From levels (%)", "Operator", "2024年前三季度 January to September 2024"} {
		wide := headerWidth(header) / boldFactor
		if n := countLines(header+"\u00a0\u00a0", wide); n > maxHeader {
			t.Errorf("%q has %d lines in %.1f digits", header, n, wide)
		}
		for word := range strings.FieldsSeq(header) {
			if !strings.ContainsFunc(word, func(r rune) bool { return r > 0x2000 }) && textWidth(word) > wide {
				t.Errorf("%q: the word %q does not fit in %.1f digits", header, word, wide)
			}
		}
	}
}
