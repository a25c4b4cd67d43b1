package locale

import (
	"testing"

	"nianbao/internal/stat"
)

func TestQuantity(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		value string
		mult  int
		unit  string
		how   stat.Qualifier
		want  stat.Text
	}{
		{"2.31", 8, "CNY", "", stat.Text{Hans: "2.31亿元", Hant: "2.31億元", En: "CNY 231 million"}},
		{"1576.62", 4, "CNY", "", stat.Text{Hans: "1576.62万元", Hant: "1576.62萬元", En: "CNY 15.7662 million"}},
		{"15.31", 8, "CNY", "", stat.Text{Hans: "15.31亿元", Hant: "15.31億元", En: "CNY 1.531 billion"}},
		{"15.30", 8, "CNY", "", stat.Text{Hans: "15.30亿元", En: "CNY 1.530 billion"}},
		{"6.68", 8, "USD", "", stat.Text{Hans: "6.68亿美元", Hant: "6.68億美元", En: "USD 668 million"}},
		{"10", 4, "USD", "", stat.Text{Hans: "10万美元", Hant: "10萬美元", En: "USD 100,000"}},
		{"2000", 4, "CNY", "", stat.Text{Hans: "2000万元", En: "CNY 20 million"}},
		{"570", 4, "CNY", "", stat.Text{Hans: "570万元", En: "CNY 5.7 million"}},
		{"100", 4, "CNY", "", stat.Text{Hans: "100万元", En: "CNY 1 million"}},
		{"0.70", 8, "CNY", "", stat.Text{Hans: "0.70亿元", Hant: "0.70億元", En: "CNY 70 million"}},
		{"12576.62", 4, "CNY", "", stat.Text{Hans: "12576.62万元", En: "CNY 125.7662 million"}},
		{"23456", 8, "CNY", "", stat.Text{Hans: "23456亿元", En: "CNY 2.3456 trillion"}},
		{"999999", 0, "CNY", "", stat.Text{Hans: "999999元", En: "CNY 999,999"}},
		{"1.5", 6, "CNY", "", stat.Text{Hans: "1500000元", En: "CNY 1.5 million"}},
		{"-2.31", 8, "CNY", "", stat.Text{Hans: "−2.31亿元", En: "CNY −231 million"}},
		{"0", 8, "CNY", "", stat.Text{Hans: "0亿元", En: "CNY 0"}},
		{"192", 4, "CNY", stat.About, stat.Text{Hans: "约192万元", Hant: "約192萬元", En: "about CNY 1.92 million"}},
		{"1", 0, "MONTH", stat.MoreThan, stat.Text{Hans: "超过1个月", Hant: "超過1個月", En: "more than 1 month"}},
		{"5", 0, "ENTERPRISE", stat.LessThan, stat.Text{Hans: "不足5家", Hant: "不足5家", En: "less than 5 enterprises"}},
		{"6.5", 0, "PERCENT", "", stat.Text{Hans: "6.5%", Hant: "6.5%", En: "6.5%"}},
		{"-9.1", 0, "PERCENT", "", stat.Text{Hans: "−9.1%", Hant: "−9.1%", En: "−9.1%"}},
		{"2.1", 0, "PP", "", stat.Text{Hans: "2.1个百分点", Hant: "2.1個百分點", En: "2.1 percentage points"}},
		{"1", 0, "PP", "", stat.Text{En: "1 percentage point"}},
		{"4.41", 0, "SCORE", "", stat.Text{Hans: "4.41分", Hant: "4.41分", En: "4.41 points"}},
		{"10", 0, "KV", "", stat.Text{Hans: "10千伏", Hant: "10千伏", En: "10 kV"}},
		{"16", 0, "KM", "", stat.Text{Hans: "16公里", Hant: "16公里", En: "16 km"}},
		{"1500", 0, "M2", "", stat.Text{Hans: "1500平方米", Hant: "1500平方米", En: "1,500 m²"}},
		{"15000", 0, "M2", "", stat.Text{Hans: "15000平方米", En: "15,000 m²"}},
		{"1", 0, "RANK", "", stat.Text{Hans: "第1位", Hant: "第1位", En: "1st"}},
		{"0.5", 4, "MU", "", stat.Text{Hans: "0.5万亩", Hant: "0.5萬畝", En: "5,000 mu (333 ha)"}},
		{"2", 4, "MU", "", stat.Text{Hans: "2万亩", En: "20,000 mu (1,333 ha)"}},
		{"100", 0, "MU", "", stat.Text{Hans: "100亩", En: "100 mu (6.67 ha)"}},
		{"0.5", 0, "MU", "", stat.Text{En: "0.5 mu (0.0333 ha)"}},
		{"15", 0, "MU", "", stat.Text{En: "15 mu (1 ha)"}},
		{"0", 0, "MU", "", stat.Text{En: "0 mu (0 ha)"}},
		{"2", 4, "TREE", "", stat.Text{Hans: "2万株", Hant: "2萬株", En: "20,000 trees"}},
		{"1", 0, "PROJECT", "", stat.Text{Hans: "1个", Hant: "1個", En: "1 project"}},
		{"2", 0, "PROJECT", "", stat.Text{Hans: "2个", Hant: "2個", En: "2 projects"}},
		{"0", 0, "ACCIDENT", "", stat.Text{Hans: "0起", Hant: "0起", En: "0 accidents"}},
		{"100", 0, "ENTERPRISE", "", stat.Text{Hans: "100家", Hant: "100家", En: "100 enterprises"}},
		{"19", 0, "ITEM", "", stat.Text{Hans: "19项", Hant: "19項", En: "19 items"}},
		{"233", 0, "ACTIVITY", "", stat.Text{Hans: "233次", Hant: "233次", En: "233 activities"}},
		{"12", 0, "SET", "", stat.Text{Hans: "12套", Hant: "12套", En: "12 sets"}},
		{"433", 0, "CASE", "", stat.Text{Hans: "433件", Hant: "433件", En: "433 cases"}},
		{"19", 0, "PERFORMANCE", "", stat.Text{Hans: "19场次", Hant: "19場次", En: "19 events"}},
		{"1", 0, "PERSON", "", stat.Text{Hans: "1人", Hant: "1人", En: "1 person"}},
		{"3", 0, "HOUSEHOLD", "", stat.Text{Hans: "3户", Hant: "3戶", En: "3 households"}},
		{"-3.19", 0, "PERMILLE", "", stat.Text{Hans: "−3.19‰", En: "−3.19‰"}},
		{"3.18", 0, "PERMILLE_POINT", "", stat.Text{Hans: "3.18个千分点", Hant: "3.18個千分點", En: "3.18 per mille points"}},
		{"12.4", 0, "PER_10000", "", stat.Text{Hans: "12.4/万", Hant: "12.4/萬", En: "12.4 per 10,000"}},
		{"36.4", 0, "UG_M3", "", stat.Text{Hans: "36.4微克/立方米", En: "36.4 µg/m³"}},
		{"15.3", 0, "CELSIUS", "", stat.Text{Hans: "15.3℃", En: "15.3 °C"}},
		{"399.5", 0, "CNY_PER_MONTH", "", stat.Text{Hans: "399.5元/月", En: "399.5 yuan a month"}},
		{"3.74", 0, "BED_PER_1000PERSON", "", stat.Text{Hans: "3.74张/千人", Hant: "3.74張/千人", En: "3.74 beds per 1,000 people"}},
		{"11833", 3, "HA", "", stat.Text{Hans: "11833千公顷", Hant: "11833千公頃", En: "11.833 million ha"}},
		{"120", 3, "KW", "", stat.Text{Hans: "120000千瓦", En: "120,000 kW"}},
		{"1.26", 12, "CNY", "", stat.Text{Hans: "1.26万亿元", Hant: "1.26萬億元", En: "CNY 1.26 trillion"}},
		{"1.3", 12, "T", "", stat.Text{Hans: "1.3万亿吨", En: "1.3 trillion tonnes"}},
		{"247713", 8, "T_KM", "", stat.Text{Hans: "247713亿吨公里", En: "24.7713 trillion tonne-kilometres"}},
		{"88487.1", 8, "KWH", "", stat.Text{Hans: "88487.1亿千瓦时", En: "8.84871 trillion kWh"}},
		{"54.1", 8, "TCE", "", stat.Text{Hans: "54.1亿吨标准煤", En: "5.41 billion tonnes of coal equivalent"}},
		{"141175", 4, "PERSON", "", stat.Text{Hans: "141175万人", En: "1.41175 billion people"}},
		{"-1200", 4, "PERSON", "", stat.Text{En: "−12 million people"}},
		{"1000", 4, "PERSON", "", stat.Text{Hans: "1000万人", En: "10 million people"}},
		{"999", 4, "PERSON", "", stat.Text{Hans: "999万人", En: "9,990,000 people"}},
		{"1411778724", 0, "PERSON", "", stat.Text{Hans: "1411778724人", En: "1,411,778,724 people"}},
		{"12345600", 0, "PERSON", "", stat.Text{En: "12.3456 million people"}},
		{"12345678", 0, "CNY", "", stat.Text{En: "CNY 12,345,678"}},
		{"1234.5678", 4, "CNY", "", stat.Text{En: "CNY 12,345,678"}},
		{"19.18", 8, "MU", "", stat.Text{Hans: "19.18亿亩", En: "1.918 billion mu (128 million ha)"}},
		{"3000", 4, "MU", "", stat.Text{En: "30 million mu (2,000,000 ha)"}},
		{"1", 0, "PERSON_TRIP", "", stat.Text{Hans: "1人次", En: "1 trip"}},
		{"2", 0, "TEU", "", stat.Text{Hans: "2标准箱", Hant: "2標準箱", En: "2 TEU"}},
		{"433", 0, "REQUEST", "", stat.Text{Hans: "433件次", En: "433 requests"}},
	} {
		q := stat.Qty(tt.value, tt.mult, tt.unit)
		worded(t, all, tt.want, func(w *Words) string { return w.Quantity(q, tt.how) })
	}
}

// An area words a unit of the program otherwise.
func TestPreferredWords(t *testing.T) {
	units := stat.Units()
	u := units["KM"]
	u.Counter = stat.Text{Hans: "千米", En: "km"}
	units["KM"] = u
	for lang, want := range map[stat.Lang]string{stat.Hans: "16千米", stat.Hant: "16千米", stat.En: "16 km"} {
		w, err := For(lang, units)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Quantity(stat.Qty("16", 0, "KM"), stat.Exactly); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

func TestBare(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		q    stat.Quantity
		want stat.Text
	}{
		{stat.Qty("2", 4, "TREE"), stat.Text{Hans: "2万", Hant: "2萬", En: "20,000"}},
		{stat.Qty("2.31", 8, "CNY"), stat.Text{Hans: "2.31亿", Hant: "2.31億", En: "231 million"}},
		{stat.Qty("6.5", 0, "PERCENT"), stat.Text{Hans: "6.5", Hant: "6.5", En: "6.5"}},
		{stat.Qty("5", 0, "RANK"), stat.Text{Hans: "5", Hant: "5", En: "5"}},
		{stat.Qty("1.26", 12, "T"), stat.Text{Hans: "1.26万亿", Hant: "1.26萬億", En: "1.26 trillion"}},
		{stat.Qty("0.5", 4, "MU"), stat.Text{Hans: "0.5万", En: "5,000"}},
	} {
		worded(t, all, tt.want, func(w *Words) string { return w.Bare(tt.q) })
	}
}

func TestGrowth(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		q    stat.Quantity
		how  stat.Qualifier
		want stat.Text
	}{
		{stat.Qty("6.5", 0, "PERCENT"), "", stat.Text{Hans: "增长6.5%", Hant: "增長6.5%", En: "up 6.5%"}},
		{stat.Qty("-9.1", 0, "PERCENT"), "", stat.Text{Hans: "下降9.1%", Hant: "下降9.1%", En: "down 9.1%"}},
		{stat.Qty("0", 0, "PERCENT"), "", stat.Text{Hans: "持平", Hant: "持平", En: "unchanged"}},
		{stat.Qty("0.0", 0, "PP"), "", stat.Text{Hans: "持平", Hant: "持平", En: "unchanged"}},
		{stat.Qty("0", 0, "PERCENT"), stat.About, stat.Text{Hans: "基本持平", En: "roughly unchanged"}},
		{stat.Qty("2.1", 0, "PP"), "", stat.Text{Hans: "提高2.1个百分点", Hant: "提高2.1個百分點", En: "up 2.1 percentage points"}},
		{stat.Qty("-1", 0, "PP"), "", stat.Text{Hans: "降低1个百分点", En: "down 1 percentage point"}},
		{stat.Qty("-3.18", 0, "PERMILLE_POINT"), "", stat.Text{Hans: "下降3.18个千分点", Hant: "下降3.18個千分點", En: "down 3.18 per mille points"}},
		{stat.Qty("0.4", 0, "INDEX_POINT"), "", stat.Text{Hans: "增加0.4点", En: "up 0.4 index points"}},
		{stat.Qty("-3", 0, "ENTERPRISE"), "", stat.Text{Hans: "减少3家", Hant: "減少3家", En: "down 3 enterprises"}},
		{stat.Qty("0.2", 8, "CNY"), "", stat.Text{Hans: "增加0.2亿元", En: "up CNY 20 million"}},
		{stat.Qty("300", 0, "PERCENT"), stat.About, stat.Text{Hans: "增长约300%", En: "up about 300%"}},
		{stat.Qty("-5", 0, "PERCENT"), stat.MoreThan, stat.Text{Hans: "下降超过5%", En: "down more than 5%"}},
		{stat.Qty("1277.28", 0, "PERCENT"), "", stat.Text{Hans: "增长1277.28%", En: "up 1,277.28%"}},
	} {
		worded(t, all, tt.want, func(w *Words) string { return w.Growth(tt.q, tt.how) })
	}
}

func TestRank(t *testing.T) {
	all := words(t)
	city := stat.Text{Hans: "全市", En: "the city"}
	for _, tt := range []struct {
		position int
		form     RankForm
		want     stat.Text
	}{
		{1, RankForm{}, stat.Text{Hans: "位列全市第一", Hant: "位列全市第一", En: "first in the city"}},
		{5, RankForm{}, stat.Text{Hans: "位列全市第五", En: "fifth in the city"}},
		{1, RankForm{Tied: true}, stat.Text{Hans: "并列全市第一", Hant: "並列全市第一", En: "joint first in the city"}},
		{2, RankForm{Expected: true}, stat.Text{Hans: "预计位列全市第二", Hant: "預計位列全市第二", En: "second in the city (expected)"}},
		{2, RankForm{Expected: true, Tied: true}, stat.Text{Hans: "预计并列全市第二", En: "joint second in the city (expected)"}},
		{3, RankForm{Alone: true}, stat.Text{Hans: "第三", En: "third"}},
		{3, RankForm{Alone: true, Tied: true}, stat.Text{Hans: "并列第三", En: "joint third"}},
		{10, RankForm{}, stat.Text{Hans: "位列全市第十", En: "tenth in the city"}},
		{11, RankForm{}, stat.Text{Hans: "位列全市第11位", En: "11th in the city"}},
		{12, RankForm{}, stat.Text{En: "12th in the city"}},
		{13, RankForm{}, stat.Text{En: "13th in the city"}},
		{21, RankForm{}, stat.Text{Hans: "位列全市第21位", En: "21st in the city"}},
		{22, RankForm{}, stat.Text{En: "22nd in the city"}},
		{103, RankForm{}, stat.Text{Hans: "位列全市第103位", En: "103rd in the city"}},
		{111, RankForm{}, stat.Text{Hans: "位列全市第111位", En: "111th in the city"}},
		{1010, RankForm{}, stat.Text{Hans: "位列全市第1010位", En: "1,010th in the city"}},
	} {
		worded(t, all, tt.want, func(w *Words) string { return w.Rank(tt.position, city, tt.form) })
	}
}

// A number without its unit is the amount's, in the scale that the unit beside it says.
func TestApart(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		q, like      stat.Quantity
		hans, en     string
		inHans, inEn string
	}{
		{stat.Qty("15.31", 8, "CNY"), stat.Qty("15.31", 8, "CNY"), "15.31 亿元", "1.531 CNY billion", "15.31", "1.531"},
		{stat.Qty("9.8", 8, "CNY"), stat.Qty("10.31", 8, "CNY"), "9.8 亿元", "980 CNY million", "9.8", "0.98"},
		{stat.Qty("98000", 4, "CNY"), stat.Qty("10.31", 8, "CNY"), "98000 万元", "980 CNY million", "9.8000", "0.98"},
		{stat.Qty("1.2", 8, "T"), stat.Qty("900", 4, "T"), "1.2 亿吨", "120 million tonnes", "12000", "120,000,000"},
		{stat.Qty("800", 0, "PERSON"), stat.Qty("1.2", 4, "PERSON"), "800 人", "800 people", "0.0800", "800"},
		{stat.Qty("6.5", 0, "PERCENT"), stat.Qty("6.5", 0, "PERCENT"), "6.5 %", "6.5 %", "6.5", "6.5"},
		{stat.Qty("3", 0, "CNY"), stat.Qty("3", 0, "USD"), "3 元", "3 CNY", "3元", "CNY 3"},
	} {
		zh, en := all[stat.Hans], all[stat.En]
		for _, one := range [][2]string{
			{join(zh.Apart(tt.q, stat.Exactly)), tt.hans}, {join(en.Apart(tt.q, stat.Exactly)), tt.en},
			{zh.ApartAs(tt.q, stat.Exactly, tt.like), tt.inHans}, {en.ApartAs(tt.q, stat.Exactly, tt.like), tt.inEn},
		} {
			if one[0] != one[1] {
				t.Errorf("%v beside %v: %q, want %q", tt.q, tt.like, one[0], one[1])
			}
		}
	}
}

func join(number, unit string) string { return number + " " + unit }
