package typeset

import (
	"fmt"
	"strings"
	"testing"

	"nianbao/internal/golden"
)

// Paragraphs typical of briefings.
const (
	chineseFigures = "2023年，示例区地区生产总值15.31亿元，同比增长6.5%；固定资产投资2.31亿元，增长31.1%；社会消费品零售总额0.7亿元，" +
		"增长8.9%；进出口总值增长277.28%。新增减税降费1576.62万元，增值税留抵退税1014.38万元，研发费用加计扣除约192万元。"
	chineseMarks = "本区参与了全省“这么近，那么美，周末到河北”旅游品牌推介（含《京张体育文化旅游带》《“首都两区”规划》）。" +
		"完善惠企政策“免申即享”平台——见数据说明……PM2.5浓度下降9.1%；卡尔·马克思说：“（一）”；“（二）”。"
	englishFigures = "New tax and fee cuts came to CNY 15.7662 million, refunds of excess input VAT credits to CNY 10.1438 million, " +
		"and the additional deduction for R&D expenses to about CNY 1.92 million. The project was signed on 4 February 2023 and went into " +
		"production on 4 August 2023."
	englishMarks = "The district took part in the “So Close, So Beautiful” campaign; a pocket park of 1,500 m² was laid out and 12 charging " +
		"piles were put up in the district’s residential compounds, the 29 projects of the year among them."
)

func TestGolden(t *testing.T) {
	f := face(t)
	for name, opt := range map[string]Options{
		"justified": {Align: Justified, Indent: 20}, "ragged": {},
		"justified-english": {Align: Justified, Language: English}, "ragged-english": {Language: English},
	} {
		var b strings.Builder
		texts := []string{chineseFigures, chineseMarks}
		if opt.Language == English {
			texts = []string{englishFigures, englishMarks}
		}
		for _, text := range texts {
			for _, ems := range []float64{14, 22, 34} {
				opt.Width = ems * 10
				describe(&b, Compose([]Span{{Text: text, Face: f, Size: 10}}, opt), ems)
			}
		}
		golden.Check(t, name, b.String())
	}
}

// describe writes lines as readable text: the natural width and the stretch of each, in em, and its text, with ^ where
// a run starts.
func describe(b *strings.Builder, lines []Line, ems float64) {
	fmt.Fprintf(b, "%.0f em\n", ems)
	for _, l := range lines {
		var runs []string
		for _, r := range l.Runs {
			runs = append(runs, r.Text)
		}
		fmt.Fprintf(b, "  %6.3f %+6.3f  %s\n", (l.Width-l.Stretch)/10, l.Stretch/10, strings.Join(runs, "^"))
	}
}
