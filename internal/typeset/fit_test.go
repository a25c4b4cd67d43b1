package typeset

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func joined(lines []Line) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.String())
	}
	return strings.Join(parts, "|")
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
		{"no opening mark at the end of a line", "总产品“首都两区”", 4, "总产品|“首都|两区”"},
		{"a number keeps its unit", "全年完成投资1576.62万元", 8, "全年完成投资|1576.62万元"},
		{"percentage points stay whole", "比上年提高了12.5个百分点", 9, "比上年提高了|12.5个百分点"},
		{"an English amount stays whole", "investment of CNY 231 million in", 8, "investment of |CNY 231 million |in"},
		{"a dash is two ems and does not break", "春天——秋天", 3, "春|天——|秋天"},
		{"English breaks at spaces", "public budget revenue", 4, "public |budget |revenue"},
		{"even lines rather than full ones", "a fair year for the whole public service", 9, "a fair year for |the whole public |service"},
		{"as few lines as can be", "aaa bb cc ddddd", 3.5, "aaa |bb cc |ddddd"},
		{"no last line of a single character", "甲乙丙丁戊己庚辛壬", 4, "甲乙丙丁|戊己庚|辛壬"},
		{"nor of one with its mark (clreq 3.4.4)", "甲乙丙丁戊己庚辛壬。", 4, "甲乙丙丁|戊己庚|辛壬。"},
		{"nor of a short word", "the year was to be a good one for us", 7, "the year was |to be a good |one for us"},
		{"an identifier before its period", "trade.target_growth@2024", 11.8, "trade.target_growth|@2024"},
		{"a word wider than its line elsewhere than between digits", "growth2024", 4, "growth|2024"},
		{"and not inside brackets", "12345[10]", 3.3, "12345|[10]"},
		{"and not before a space", "CNY 231 million ‘，·", 2.1, "CNY |231 |mill|ion |‘，·"},
		{"a line separator", "甲乙\n丙丁", 8, "甲乙\n|丙丁"},
		{"a cell as wide as its text", "增长6.5%", 10, "增长6.5%"},
	} {
		if got := joined(Break([]Span{{Text: tt.in, Face: f, Size: 10}}, tt.ems*10)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if lines := Break(nil, 100); lines != nil {
		t.Errorf("no text gives lines %v", lines)
	}
}

// pieces are the parts of test paragraphs.
func pieces() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{
		"地区", "生产总值", "，", "。", "“", "”", "（", "）", "——", "……", "2.31亿元", "增长", "6.5%", "up ", "CNY 231 million ",
		"the ", "city", " ", "、", "《", "》", "100家", "-9.1%", "𠮷", "e\u0301", "PM2.5", "·", "9亿～16亿元", "4 February 2023 ", "塞北管理区",
		"district’s ", "？", "！", "：", "；", "\n", "，“", "‘", "’", "\u00a0", "葛\U000E0100", "agricultural ", "2023年2月4日",
	})
}

type sample struct {
	spans []Span
	text  string
	width float64
}

func drawSample(t *rapid.T, f *Face, most int) sample {
	text := strings.Join(rapid.SliceOfN(pieces(), 1, most).Draw(t, "pieces"), "")
	runes := []rune(text)
	cut := rapid.IntRange(0, len(runes)).Draw(t, "cut")
	small := rapid.SampledFrom([]float64{10, 8, 6}).Draw(t, "size")
	return sample{
		spans: []Span{{Text: string(runes[:cut]), Face: f, Size: 10}, {Text: string(runes[cut:]), Face: f, Size: small}},
		text:  text,
		width: rapid.Float64Range(60, 400).Draw(t, "width"),
	}
}

// greedy breaks at the last node that fits.
func (b *breaker) greedy() int {
	lines := 0
	for i := 0; i < len(b.nodes)-1; lines++ {
		end := i + 1
		for j := i + 1; j < len(b.nodes) && b.nodes[j-1].level != must || j == i+1; j++ {
			if b.short(i, j) >= -epsilon {
				end = j
			}
			if j == len(b.nodes)-1 {
				break
			}
		}
		i = end
	}
	return lines
}

func TestNeverMoreLinesThanGreedy(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 40)
		b := newBreaker(newParagraph(s.spans, Chinese), s.width, 0)
		b.best()
		if got, most := len(b.path()), b.greedy(); got > most {
			t.Errorf("%q in %.2f: %d lines, greedily %d", s.text, s.width, got, most)
		}
	})
}

// The path found is as cheap as the cheapest of all paths.
func TestBestIsBest(t *testing.T) {
	f := face(t)
	rapid.Check(t, func(t *rapid.T) {
		s := drawSample(t, f, 8)
		p := newParagraph(s.spans, Chinese)
		b := newBreaker(p, s.width, rapid.SampledFrom([]float64{0, 20}).Draw(t, "indent"))
		if rapid.Bool().Draw(t, "justified") {
			b.sums = p.sums()
		}
		if len(b.nodes) > 40 {
			t.Skip("too many ways")
		}
		checkBest(t, b, s.text)
	})
}

// The cheapest line ending at a place can fill less than a third of the width, although a fuller one ends there too.
func TestBestThroughShortLines(t *testing.T) {
	f := face(t)
	for _, tt := range []struct {
		in            string
		size          float64
		width, indent float64
		justified     bool
	}{
		{"，-9.1%，“，，4 February 2023 ", 10, 60, 20, true},
		{"地区4 February 2023 6.5%2.31亿元", 8, 60, 0, true},
		{"，2.31亿元地区9亿～16亿元", 10, 60.75, 0, true},
		{"“CNY 231 million 地区9亿～16亿元", 10, 60.75, 20, false},
		{"，2023年2月4日，——", 10, 60, 0, false},
		{"地区100家地区9亿～16亿元", 10, 60.75, 0, false},
	} {
		p := newParagraph([]Span{{Text: tt.in, Face: f, Size: tt.size}}, Chinese)
		b := newBreaker(p, tt.width, tt.indent)
		if tt.justified {
			b.sums = p.sums()
		}
		checkBest(t, b, tt.in)
	}
}

// checkBest compares the path found with all paths.
func checkBest(t errorer, b *breaker, text string) {
	b.best()
	last := b.nodes[len(b.nodes)-1]
	lines, cost := b.cheapest(len(b.nodes)-1, map[int][2]float64{})
	if b.sums == nil && last.lines != lines || last.cost > cost*(1+1e-9)+1e-6 {
		t.Errorf("%q in %.2f: %d lines for %.3f, want %d for %.3f", text, b.width, last.lines, last.cost, lines, cost)
	}
}

// cheapest tries every line that ends at node j, within one paragraph and the width.
func (b *breaker) cheapest(j int, known map[int][2]float64) (int, float64) {
	if j == 0 {
		return 0, 0
	}
	if k, ok := known[j]; ok {
		return int(k[0]), k[1]
	}
	best := [2]float64{1e9, 1e300}
	for i := j - 1; i >= 0; i-- {
		short := b.short(i, j)
		if i == j-1 || short >= -b.give(i, j)-epsilon {
			lines, cost := b.cheapest(i, known)
			line, _ := b.lineCost(i, j, short)
			lines, cost = lines+1, cost+line+b.endCost(j)
			if n := float64(lines); b.sums == nil && n < best[0] || (b.sums != nil || n == best[0]) && cost < best[1] {
				best = [2]float64{n, cost}
			}
		}
		if b.nodes[i].level == must && i > 0 {
			break
		}
	}
	known[j] = best
	return int(best[0]), best[1]
}
