package check

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"nianbao/internal/catalog"
	"nianbao/internal/stat"
)

// The names of the catalogue hold the same numbers in both languages, and are found to.
func TestNumbersOfCatalogue(t *testing.T) {
	for _, e := range catalog.All() {
		a, b := hansNumbers(norm.NFKC.String(e.Name.Hans)), enNumbers(norm.NFKC.String(e.Name.En))
		if x, y := a.beyond(b), b.beyond(a); len(x.figures) > 0 && len(y.figures) > 0 {
			t.Errorf("%s: %q has %v, %q has %v", e.Code, e.Name.Hans, x, e.Name.En, y)
		}
	}
}

func translationCases() []ruleCase {
	note := func(hans, en string) func(*scene) {
		return func(s *scene) { s.fact("retail.level").Note = bilingual(hans, en) }
	}
	renamed := func(hans, en string) func(*scene) {
		return func(s *scene) { s.indicator("retail").Name = bilingual(hans, en) }
	}
	cases := []ruleCase{
		{"translation-numbers", "the same", note("比2022年新增3座，投资1.29亿元。", "3 more than in 2022, at CNY 129 million."), passes},
		{"translation-numbers", "others", note("2022年新增3座。", "5 were added in 2021."), warns},
		{"translation-numbers", "a digit", note("高于标准（35微克）。", "Above the standard of 53 μg."), warns},
		{"translation-numbers", "left out", note("按2020年价格计算。", "At constant prices."), passes},
		{"translation-numbers", "in words", note("其中一百二十辆。", "Of them, 120."), passes},
		{"translation-numbers", "other words", note("其中一百二十辆。", "Of them, 102."), warns},
		{"translation-numbers", "English words", note("共12家，二〇二二年35家。", "There are twelve; thirty-five in 2022."), passes},
		{"translation-numbers", "a plan and a month", note("“十四五”规划，3月起。", "The 14th Five-Year Plan, from March."), passes},
		{"translation-numbers", "an area that is converted", note("1万亩。", "667 ha."), passes},
		{"translation-numbers", "kilovolts", note("10千伏线路。", "A line of 10 kV."), passes},
		{"translation-numbers", "per", renamed("每千人床位", "Beds per 10,000 people"), warns},
		{"translation-numbers", "per, in words", renamed("每万人床位", "Beds per ten thousand people"), passes},
		{"translation-numbers", "the wrong per, in words", renamed("每千人床位", "Beds per ten thousand people"), warns},
		{"translation-numbers", "a percentage in words", note("百分之三十。", "30 per cent."), passes},
		{"translation-numbers", "another percentage in words", note("百分之三十五。", "30 per cent."), warns},
	}
	add := func(want []stat.Severity, texts ...string) {
		for i := 0; i < len(texts); i += 2 {
			cases = append(cases, ruleCase{"translation-numbers", texts[i], note(texts[i], texts[i+1]), want})
		}
	}
	add(passes,
		"装机容量50万千瓦。", "An installed capacity of 500 MW.",
		"装机容量50万千瓦时。", "A capacity of 500,000 kWh.",
		"发电量12亿千瓦时。", "Output of 1.2 TWh.",
		"发电量12亿千瓦时，同比增加。", "Output of 1,200 million kilowatt-hours.",
		"装机容量30—50万千瓦。", "A capacity of 300–500 MW.",
		"储能100兆瓦。", "Storage of 100 MW.",
		"服务20多万人。", "For more than 200,000 people.",
		"服务二十多万人。", "For more than 200,000 people.",
		"补助300余万元。", "More than CNY 3 million were granted.",
		"补助3—5万元。", "CNY 30,000 to 50,000 each.",
		"补助3~5万元。", "Between CNY 30,000 and 50,000 each.",
		"补助300万至500万元。", "CNY 3–5 million each.",
		"补助300万元到500万元。", "3 to 5 million yuan each.",
		"2022—2023学年。", "The school year 2022/23.",
		"“十三五”时期（2016—2020年）。", "The 13th Five-Year Plan (2016–20).",
		"2003—2005年。", "In 2003-05.",
		"建于20世纪90年代。", "Built in the 1990s.",
		"建于二十世纪八九十年代。", "Built in the 1980s and 1990s.",
		"建于上世纪90年代。", "Built in the 1990s.",
		"建于90年代。", "Built in the 1990s.",
		"建于1990年代。", "Built in the 1990s.",
		"投资2000万元。", "An investment of CNY 20m.",
		"投资20亿元。", "An investment of CNY 2bn.",
		"投资2万亿元。", "An investment of CNY 2tn.",
		"路宽20米。", "The road is 20m wide.",
		"1—12月合计。", "Full year 2022.",
		"1—6月合计。", "The first half of 2022.",
		"约占1/3。", "About 33%.",
		"约占2/3。", "About two thirds.",
		"约占三分之一。", "About 33%.",
		"面积1万亩，比2022年大。", "667 ha, more than in 2022.",
		"面积1万亩，按2020年口径。", "An area of 667 ha.",
		"2022年翻一番。", "It was up 100% in 2022.",
		"提高三成，达到2022年的水平。", "Up by 30%, as in 2022.",
		"投资1亿5000万元。", "CNY 150 million.",
		"装机容量一千二百万千瓦。", "A capacity of 12 GW.",
		"线路长3—5千米。", "Lines of 3–5 km.",
		"电压5千伏。", "5 kV.",
	)
	add(warns,
		"装机容量50万千瓦。", "An installed capacity of 600 MW.",
		"发电量12亿千瓦时。", "Output of 1.2 GWh.",
		"服务20多万人。", "For more than 20,000 people.",
		"补助3—5万元。", "CNY 3,000 to 5,000 each.",
		"2022—2023学年。", "The school year 2021/22.",
		"（2016—2020年）。", "(2011–15).",
		"建于20世纪90年代。", "Built in the 1980s.",
		"投资2000万元。", "An investment of CNY 200m.",
		"1—12月50件。", "60 in January–December.",
		"约占1/3。", "About 25%.",
		"投资1亿5000万元。", "CNY 105 million.",
		"面积1万亩，比2022年大。", "667 ha, more than in 2021.",
		"2022年翻一番，共35家。", "It doubled to 53 in 2023.",
	)
	return cases
}
