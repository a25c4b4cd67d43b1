package locale

import (
	"testing"

	"nianbao/internal/stat"
)

func area() stat.Area {
	return stat.Area{
		Code: "example",
		Scopes: []stat.Scope{
			{Code: "city", Name: stat.Text{Hans: "全市", En: "the city"}},
		},
	}
}

func figure(q stat.Quantity) stat.Figure { return stat.Figure{Quantity: q, Status: stat.Normal} }

func TestFact(t *testing.T) {
	all := words(t)
	rank := func(r *stat.Ranking) stat.Fact { return stat.Fact{Measure: stat.Rank, Ranking: r} }
	goal := func(m stat.Measure, op stat.Operator) stat.Fact {
		return stat.Fact{Measure: m, Target: &stat.Target{Operator: op}}
	}
	price := func(op stat.Operator) stat.Fact {
		f := goal(stat.TargetGrowth, op)
		f.Verb = stat.VerbRise
		return f
	}
	between := func(low, high, unit string) stat.Fact {
		f := goal(stat.TargetGrowth, stat.Within)
		f.Figure = figure(stat.Qty(low, 0, "PERCENT"))
		if unit != "" {
			f.Figure, f.Target.UpTo = figure(stat.Qty(low, 0, unit)), stat.Qty(high, 0, unit)
		}
		return f
	}
	levels := goal(stat.TargetLevel, stat.Within)
	levels.Figure, levels.Target.UpTo = figure(stat.Qty("15", 8, "CNY")), stat.Qty("16", 8, "CNY")
	inWords := goal(stat.TargetWords, "")
	inWords.Target.Words = stat.Text{Hans: "与经济增长同步", En: "to grow in step with the economy"}
	expected := stat.Figure{Quantity: stat.Qty("2", 0, "RANK"), Status: stat.Forecast}
	for _, tt := range []struct {
		name string
		fact stat.Fact
		fig  stat.Figure
		form string
		want stat.Text
	}{
		{"level", stat.Fact{Measure: stat.Level}, figure(stat.Qty("15.31", 8, "CNY")), "",
			stat.Text{Hans: "15.31亿元", Hant: "15.31億元", En: "CNY 1.531 billion"}},
		{"about", stat.Fact{Measure: stat.Level}, stat.Figure{Quantity: stat.Qty("192", 4, "CNY"), Qualifier: stat.About}, "",
			stat.Text{Hans: "约192万元", Hant: "約192萬元", En: "about CNY 1.92 million"}},
		{"about, plain", stat.Fact{Measure: stat.Level}, stat.Figure{Quantity: stat.Qty("192", 4, "CNY"), Qualifier: stat.About}, "plain",
			stat.Text{Hans: "192万元", En: "CNY 1.92 million"}},
		{"bare", stat.Fact{Measure: stat.Level}, figure(stat.Qty("2", 4, "TREE")), "bare", stat.Text{Hans: "2万", En: "20,000"}},
		{"growth", stat.Fact{Measure: stat.Growth}, figure(stat.Qty("6.5", 0, "PERCENT")), "", stat.Text{Hans: "增长6.5%", En: "up 6.5%"}},
		{"growth, plain", stat.Fact{Measure: stat.Growth}, figure(stat.Qty("6.5", 0, "PERCENT")), "plain", stat.Text{Hans: "6.5%", En: "6.5%"}},
		{"fall, plain", stat.Fact{Measure: stat.Growth}, figure(stat.Qty("-9.1", 0, "PERCENT")), "plain", stat.Text{Hans: "−9.1%", En: "−9.1%"}},
		{"change", stat.Fact{Measure: stat.Change}, figure(stat.Qty("2.1", 0, "PP")), "", stat.Text{Hans: "提高2.1个百分点", En: "up 2.1 percentage points"}},
		{"ratio", stat.Fact{Measure: stat.Ratio}, figure(stat.Qty("36.84", 0, "PERCENT")), "", stat.Text{Hans: "36.84%", En: "36.84%"}},
		{"score", stat.Fact{Measure: stat.ScoreValue}, figure(stat.Qty("4.41", 0, "SCORE")), "", stat.Text{Hans: "4.41分", En: "4.41 points"}},
		{"rank", rank(&stat.Ranking{Scope: "city"}), figure(stat.Qty("5", 0, "RANK")), "", stat.Text{Hans: "位列全市第五", En: "fifth in the city"}},
		{"rank, plain", rank(&stat.Ranking{Scope: "city"}), figure(stat.Qty("5", 0, "RANK")), "plain", stat.Text{Hans: "第五", En: "fifth"}},
		{"rank, bare", rank(&stat.Ranking{Scope: "city"}), figure(stat.Qty("5", 0, "RANK")), "bare", stat.Text{Hans: "5", En: "5"}},
		{"tied", rank(&stat.Ranking{Scope: "city", Tied: true}), figure(stat.Qty("1", 0, "RANK")), "",
			stat.Text{Hans: "并列全市第一", Hant: "並列全市第一", En: "joint first in the city"}},
		{"expected", rank(&stat.Ranking{Scope: "city"}), expected, "",
			stat.Text{Hans: "预计位列全市第二", Hant: "預計位列全市第二", En: "second in the city (expected)"}},
		{"impossible rank", rank(&stat.Ranking{Scope: "city"}), figure(stat.Qty("1.5", 0, "RANK")), "", stat.Text{Hans: "第1.5位", En: "rank 1.5"}},
		{"goal", goal(stat.TargetGrowth, ""), figure(stat.Qty("6", 0, "PERCENT")), "", stat.Text{Hans: "增长6%", Hant: "增長6%", En: "6% growth"}},
		{"goal without a target", stat.Fact{Measure: stat.TargetGrowth}, figure(stat.Qty("6", 0, "PERCENT")), "", stat.Text{En: "6% growth"}},
		{"goal, plain", goal(stat.TargetGrowth, ""), figure(stat.Qty("6", 0, "PERCENT")), "plain", stat.Text{Hans: "6%", En: "6%"}},
		{"at least", goal(stat.TargetGrowth, stat.AtLeast), figure(stat.Qty("6", 0, "PERCENT")), "",
			stat.Text{Hans: "增长6%以上", En: "growth of at least 6%"}},
		{"around", goal(stat.TargetGrowth, stat.Around), figure(stat.Qty("6", 0, "PERCENT")), "",
			stat.Text{Hans: "增长6%左右", En: "growth of about 6%"}},
		{"a fall of at least 3 %", goal(stat.TargetGrowth, stat.AtMost), figure(stat.Qty("-3", 0, "PERCENT")), "",
			stat.Text{Hans: "下降3%以上", En: "decline of at least 3%"}},
		{"a fall of at most 3 %", goal(stat.TargetGrowth, stat.AtLeast), figure(stat.Qty("-3", 0, "PERCENT")), "",
			stat.Text{Hans: "降幅控制在3%以内", En: "decline of at most 3%"}},
		{"goal of no growth", goal(stat.TargetGrowth, stat.Equal), figure(stat.Qty("0", 0, "PERCENT")), "", stat.Text{Hans: "持平", En: "no change"}},
		{"goal in percentage points", goal(stat.TargetGrowth, stat.Equal), figure(stat.Qty("2", 0, "PP")), "",
			stat.Text{Hans: "提高2个百分点", En: "increase of 2 percentage points"}},
		{"goal of fewer", goal(stat.TargetGrowth, stat.Equal), figure(stat.Qty("-2", 0, "CASE")), "",
			stat.Text{Hans: "减少2件", En: "decrease of 2 cases"}},
		{"level to reach", goal(stat.TargetLevel, stat.AtLeast), figure(stat.Qty("16", 8, "CNY")), "",
			stat.Text{Hans: "16亿元以上", Hant: "16億元以上", En: "at least CNY 1.6 billion"}},
		{"level not to pass", goal(stat.TargetLevel, stat.AtMost), figure(stat.Qty("3", 0, "ACCIDENT")), "",
			stat.Text{Hans: "控制在3起以内", En: "at most 3 accidents"}},
		{"growth not to pass", goal(stat.TargetGrowth, stat.AtMost), figure(stat.Qty("8", 0, "PERCENT")), "",
			stat.Text{Hans: "增长控制在8%以内", En: "growth of at most 8%"}},
		{"a rate not to pass", goal(stat.TargetRatio, stat.AtMost), figure(stat.Qty("5.5", 0, "PERCENT")), "",
			stat.Text{Hans: "控制在5.5%以内", En: "at most 5.5%"}},
		{"a rate", goal(stat.TargetRatio, stat.Around), figure(stat.Qty("60", 0, "PERCENT")), "", stat.Text{Hans: "60%左右", En: "about 60%"}},
		{"a change of a rate", goal(stat.TargetChange, stat.AtLeast), figure(stat.Qty("3", 0, "PP")), "",
			stat.Text{Hans: "提高3个百分点以上", En: "increase of at least 3 percentage points"}},
		{"fewer people", goal(stat.TargetChange, stat.Equal), figure(stat.Qty("-5", 4, "PERSON")), "", stat.Text{Hans: "减少5万人", En: "decrease of 50,000 people"}},
		{"a fall of about 3 %", goal(stat.TargetGrowth, stat.Around), figure(stat.Qty("-3", 0, "PERCENT")), "",
			stat.Text{Hans: "下降3%左右", En: "decline of about 3%"}},
		{"prices", price(stat.Equal), figure(stat.Qty("3", 0, "PERCENT")), "", stat.Text{Hans: "上涨3%", En: "3% rise"}},
		{"prices, about", price(stat.Around), figure(stat.Qty("3", 0, "PERCENT")), "", stat.Text{Hans: "涨幅控制在3%左右", En: "rise kept around 3%"}},
		{"prices, at most", price(stat.AtMost), figure(stat.Qty("3", 0, "PERCENT")), "", stat.Text{Hans: "涨幅控制在3%以内", En: "rise kept within 3%"}},
		{"prices, a fall", price(stat.Equal), figure(stat.Qty("-3", 0, "PERCENT")), "", stat.Text{Hans: "下降3%", En: "3% fall"}},
		{"prices in points", price(stat.Equal), figure(stat.Qty("3", 0, "INDEX_POINT")), "", stat.Text{Hans: "上涨3点", En: "increase of 3 index points"}},
		{"a range", between("5", "6", "PERCENT"), figure(stat.Qty("5", 0, "PERCENT")), "", stat.Text{Hans: "增长5%—6%", En: "growth of 5% to 6%"}},
		{"a range, plain", between("5", "6", "PERCENT"), figure(stat.Qty("5", 0, "PERCENT")), "plain", stat.Text{Hans: "5%—6%", En: "5% to 6%"}},
		{"a range, bare", between("5", "6", "PERCENT"), figure(stat.Qty("5", 0, "PERCENT")), "bare", stat.Text{Hans: "5—6", En: "5 to 6"}},
		{"a range that is not known", between("5", "", ""), figure(stat.Qty("5", 0, "PERCENT")), "", stat.Text{Hans: "增长5%", En: "5% growth"}},
		{"a variant of a range", between("5", "6", "PERCENT"), figure(stat.Qty("7", 0, "PERCENT")), "", stat.Text{Hans: "增长7%", En: "7% growth"}},
		{"a range of falls", between("-3", "-2", "PERCENT"), figure(stat.Qty("-3", 0, "PERCENT")), "", stat.Text{Hans: "下降2%—3%", En: "decline of 2% to 3%"}},
		{"a range both ways", between("-1", "1", "PERCENT"), figure(stat.Qty("-1", 0, "PERCENT")), "",
			stat.Text{Hans: "增速在−1%—1%之间", En: "growth of −1% to 1%"}},
		{"a range in points", between("2", "3", "PP"), figure(stat.Qty("2", 0, "PP")), "",
			stat.Text{Hans: "提高2—3个百分点", En: "increase of 2 to 3 percentage points"}},
		{"a range of levels", levels, figure(stat.Qty("15", 8, "CNY")), "", stat.Text{Hans: "15亿—16亿元", En: "CNY 1.5 billion to CNY 1.6 billion"}},
		{"in words", inWords, stat.Figure{Status: stat.NotExist}, "", stat.Text{Hans: "与经济增长同步", Hant: "與經濟增長同步", En: "to grow in step with the economy"}},
		{"in words, plain", inWords, stat.Figure{Status: stat.NotExist}, "plain", stat.Text{Hans: "与经济增长同步", En: "to grow in step with the economy"}},
		{"words that are not known", goal(stat.TargetWords, ""), stat.Figure{Status: stat.NotExist}, "", stat.Text{Hans: "以文字表述", En: "in words"}},
		{"prices rise", stat.Fact{Measure: stat.Growth, Verb: stat.VerbRise}, figure(stat.Qty("1.3", 0, "PERCENT")), "", stat.Text{Hans: "上涨1.3%", Hant: "上漲1.3%", En: "up 1.3%"}},
		{"prices fall", stat.Fact{Measure: stat.Growth, Verb: stat.VerbRise}, figure(stat.Qty("-7.1", 0, "PERCENT")), "", stat.Text{Hans: "下降7.1%", En: "down 7.1%"}},
		{"a change in people", stat.Fact{Measure: stat.Change, Verb: stat.VerbIncrease}, figure(stat.Qty("-0.4", 4, "PERSON")), "", stat.Text{Hans: "减少0.4万人", En: "down 4,000 people"}},
		{"a change of a rate keeps its verb", stat.Fact{Measure: stat.Change, Verb: stat.VerbGrow}, figure(stat.Qty("2.1", 0, "PP")), "", stat.Text{Hans: "提高2.1个百分点", En: "up 2.1 percentage points"}},
		{"the usual real growth", stat.Fact{Measure: stat.Growth, Basis: stat.Real}, figure(stat.Qty("5.2", 0, "PERCENT")), "", stat.Text{Hans: "增长5.2%", En: "up 5.2%"}},
		{"real growth beside nominal", stat.Fact{Measure: stat.Growth, Basis: stat.Real, Sort: "real"}, figure(stat.Qty("6.1", 0, "PERCENT")), "",
			stat.Text{Hans: "实际增长6.1%", Hant: "實際增長6.1%", En: "up 6.1% in real terms"}},
		{"nominal growth beside real", stat.Fact{Measure: stat.Growth, Basis: stat.Nominal, Sort: "nominal"}, figure(stat.Qty("6.1", 0, "PERCENT")), "",
			stat.Text{Hans: "名义增长6.1%", En: "up 6.1% in nominal terms"}},
		{"comparable growth", stat.Fact{Measure: stat.Growth, Basis: stat.Comparable, Sort: "comparable"}, figure(stat.Qty("-10.0", 0, "PERCENT")), "",
			stat.Text{Hans: "同口径下降10.0%", En: "down 10.0% on a comparable basis"}},
		{"growth of the month alone", stat.Fact{Measure: stat.Growth, Basis: stat.Nominal, Sort: "month", Only: stat.OnlyMonth}, figure(stat.Qty("11.0", 0, "PERCENT")), "",
			stat.Text{Hans: "增长11.0%", En: "up 11.0%"}},
		{"real growth of the month alone", stat.Fact{Measure: stat.Growth, Basis: stat.Real, Sort: "real-month", Only: stat.OnlyMonth}, figure(stat.Qty("11.0", 0, "PERCENT")), "",
			stat.Text{Hans: "实际增长11.0%", En: "up 11.0% in real terms"}},
		{"comparable growth, plain", stat.Fact{Measure: stat.Growth, Basis: stat.Comparable}, figure(stat.Qty("-10.0", 0, "PERCENT")), "plain", stat.Text{Hans: "−10.0%", En: "−10.0%"}},
		{"chained growth of a month", stat.Fact{Measure: stat.Growth, Basis: stat.Chained, Only: stat.OnlyMonth, Verb: stat.VerbRise}, figure(stat.Qty("0.3", 0, "PERCENT")), "",
			stat.Text{Hans: "环比上涨0.3%", En: "up 0.3% on the previous month"}},
		{"chained growth of a quarter", stat.Fact{Measure: stat.Growth, Basis: stat.Chained, Period: stat.Through(2024, 9)}, figure(stat.Qty("0.9", 0, "PERCENT")), "",
			stat.Text{Hans: "环比增长0.9%", En: "up 0.9% on the previous quarter"}},
		{"chained growth of May", stat.Fact{Measure: stat.Growth, Basis: stat.Chained, Period: stat.Through(2024, 5)}, figure(stat.Qty("0", 0, "PERCENT")), "",
			stat.Text{Hans: "环比持平", En: "unchanged on the previous month"}},
		{"two-year average", stat.Fact{Measure: stat.Growth, Basis: stat.TwoYear}, figure(stat.Qty("2.5", 0, "PERCENT")), "",
			stat.Text{Hans: "两年平均增长2.5%", En: "up 2.5% a year on average over two years"}},
		{"slower", stat.Fact{Measure: stat.Acceleration}, figure(stat.Qty("-2.2", 0, "PP")), "", stat.Text{Hans: "回落2.2个百分点", En: "2.2 percentage points slower"}},
		{"faster", stat.Fact{Measure: stat.Acceleration}, figure(stat.Qty("0.3", 0, "PP")), "", stat.Text{Hans: "加快0.3个百分点", En: "0.3 percentage points faster"}},
		{"as fast", stat.Fact{Measure: stat.Acceleration}, figure(stat.Qty("0", 0, "PP")), "", stat.Text{Hans: "持平", En: "unchanged"}},
		{"a contribution", stat.Fact{Measure: stat.Contribution}, figure(stat.Qty("2.8", 0, "PP")), "", stat.Text{Hans: "2.8个百分点", En: "2.8 percentage points"}},
		{"a contribution rate", stat.Fact{Measure: stat.ContributionRate}, figure(stat.Qty("-8.6", 0, "PERCENT")), "", stat.Text{Hans: "−8.6%", En: "−8.6%"}},
		{"above a scope", stat.Fact{Measure: stat.Margin, Ranking: &stat.Ranking{Scope: "city"}}, figure(stat.Qty("1.4", 0, "PP")), "",
			stat.Text{Hans: "高于全市1.4个百分点", En: "1.4 percentage points above the city"}},
		{"below a scope", stat.Fact{Measure: stat.Margin, Ranking: &stat.Ranking{Scope: "city"}}, figure(stat.Qty("-1.4", 0, "PP")), "",
			stat.Text{Hans: "低于全市1.4个百分点", En: "1.4 percentage points below the city"}},
		{"level with a scope", stat.Fact{Measure: stat.Margin, Ranking: &stat.Ranking{Scope: "city"}}, figure(stat.Qty("0.0", 0, "PP")), "",
			stat.Text{Hans: "与全市持平", En: "level with the city"}},
		{"above a scope, plain", stat.Fact{Measure: stat.Margin, Ranking: &stat.Ranking{Scope: "city"}}, figure(stat.Qty("1.4", 0, "PP")), "plain",
			stat.Text{Hans: "1.4个百分点", En: "1.4 percentage points"}},
		{"missing", stat.Fact{Measure: stat.Level}, stat.Figure{Status: stat.Missing}, "bare", stat.Text{Hans: "暂无数据", Hant: "暫無數據", En: "not available"}},
		{"cannot exist", stat.Fact{Measure: stat.Level}, stat.Figure{Status: stat.NotExist}, "", stat.Text{Hans: "不适用", En: "not applicable"}},
		{"not collected", stat.Fact{Measure: stat.Growth}, stat.Figure{Status: stat.NotCollect}, "", stat.Text{Hans: "未统计", En: "not collected"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			worded(t, all, tt.want, func(w *Words) string {
				s, err := w.Fact(&tt.fact, tt.fig, area(), tt.form)
				if err != nil {
					t.Error(err)
				}
				return s
			})
		})
	}
}

func TestFactRefuses(t *testing.T) {
	w := words(t)[stat.En]
	for _, tt := range []struct {
		fact stat.Fact
		form string
		want string
	}{
		{stat.Fact{ID: "gdp.level@2023", Measure: stat.Level}, "loud", `word fact "gdp.level@2023": form "loud": want plain or bare, or none`},
		{stat.Fact{ID: "gdp.rank@2023", Measure: stat.Rank}, "", `word fact "gdp.rank@2023": a rank without its ranking`},
		{stat.Fact{ID: "gdp.rank@2023", Measure: stat.Rank, Ranking: &stat.Ranking{Scope: "moon"}}, "",
			`word fact "gdp.rank@2023": scope "moon" is not one of area "example"`},
	} {
		s, err := w.Fact(&tt.fact, figure(stat.Qty("5", 0, "RANK")), area(), tt.form)
		if err == nil || err.Error() != tt.want {
			t.Errorf("got %q, error %v; want error %s", s, err, tt.want)
		}
	}
}
