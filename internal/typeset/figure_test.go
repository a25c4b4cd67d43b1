package typeset

import "testing"

func TestFigures(t *testing.T) {
	checkBreaks(t, "a number with its Chinese unit",
		"投|资|1576.62万元|的", "共|100余家|的", "一|共|3个|的", "办|19场次|的", "提|高|12.5个百分点|的", "用|5吨标准煤|的", "長|5億元|的",
		"第3位|的", "长|16千米|的", "耗|1.5千瓦时|的", "约|10多万人次|的")
	checkBreaks(t, "a Han character that is no unit it knows", "在|12¦甲|乙")
	checkBreaks(t, "a number and its sign", "为|−9.1%|的", "为|+3%|的", "为|±2℃|的", "占|6.5‰|的", "占 |6.5 %|的")
	checkBreaks(t, "groups, decimals, full-width digits", "有|1,234,567.89元|的", "有|１２３．４万元|的")
	checkBreaks(t, "a range", "约|9亿～~16亿元|的", "在|2023年¦1—~9月|的", "在|10–~15人|的")
	checkBreaks(t, "a date", "于|2023年¦2月~4日|签", "于|2023年|签")
	checkBreaks(t, "an English amount",
		"of |CNY ~231 ~million |in", "of |USD ~100,000 |in", "was |15.31 ~billion |in", "of |1,500 ~m² |was", "of |16 ~km |were",
		"of |5 ~tonnes |of |coal", "by |12.5 ~percentage ~points |in", "the |10 ~kV |line", "a |3-~year |plan", "$5 ~million |in")
	checkBreaks(t, "what is counted is tied loosely", "the |29 ¦projects |were", "on |8 |of |them", "in |2023 |and |on")
	checkBreaks(t, "an English date", "on |4 ~February ¦2023 |and", "to |Jan–|Sep ¦2024 |and", "in |Q1 ~2024 |and", "in |H1 ~2024", "see |No. ~5 |and")
	checkBreaks(t, "a list of numbers is no figure", "5, |million |and", "1、|2、|3")
}

// In a column of less than 25 em a date may be broken after its year, and after its month rather than the line be short.
func TestDateInSlimColumn(t *testing.T) {
	f := face(t)
	for name, want := range map[bool]string{true: "于|2023年|2月¦4日|签", false: "于|2023年¦2月~4日|签"} {
		p := spread(nil, []Span{{Text: "于2023年2月4日签", Face: f, Size: 10}}, Chinese)
		p.slim = name
		p.findBreaks()
		if got := broken(&p); got != want {
			t.Errorf("slim %v: breaks %q, want %q", name, got, want)
		}
	}
	text := []Span{{Text: "该项目计划于2023年12月29日签约", Face: f, Size: 10}}
	if got, want := joined(Compose(text, Options{Width: 124, Align: Justified})), "该项目计划于2023年12月|29日签约"; got != want {
		t.Errorf("in 12.4 em: %q, want %q", got, want)
	}
}

func TestFigureWiderThanTheLine(t *testing.T) {
	f := face(t)
	for _, tt := range []struct {
		name, in string
		ems      float64
		want     string
	}{
		{"at its spaces", "CNY 15.7662 million", 6, "CNY 15.7662 |million"},
		{"between any two characters", "1234567890", 2, "123|456|789|0"},
		{"after the connector of a range", "9亿～16亿元", 4, "9亿～|16亿元"},
		{"a word", "reconstruction", 3, "recon|struct|ion"},
		{"a two-em mark in less than two ems", "——", 1, "——"},
		{"no width at all", "塞北", 0, "塞|北"},
	} {
		if got := joined(Break([]Span{{Text: tt.in, Face: f, Size: 10}}, tt.ems*10)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestFigureAcrossSpans(t *testing.T) {
	f := face(t)
	for _, spans := range [][]Span{
		{{Text: "投资", Face: f, Size: 10}, {Text: "2.31", Face: f, Size: 20}, {Text: "亿元的", Face: f, Size: 10}},
		{{Text: "投资", Face: f, Size: 10}, {Text: "2.", Face: f, Size: 20}, {Text: "31亿", Face: f, Size: 20}, {Text: "元的", Face: f, Size: 10}},
	} {
		if got, want := broken(newParagraph(spans, Chinese)), "投|资|2.31亿元|的"; got != want {
			t.Errorf("breaks %q, want %q", got, want)
		}
	}
}
