package reading

import (
	"testing"

	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

func TestFigure(t *testing.T) {
	for _, tt := range []struct {
		printed    string
		want, read stat.Quantity // read with an empty unit: nothing to compare
	}{
		{"2.31億元", stat.Qty("2.31", 8, "CNY"), stat.Qty("2.31", 8, "CNY")},
		{"2.31亿元", stat.Qty("2.13", 8, "CNY"), stat.Qty("2.31", 8, "CNY")},
		{"0.7億元 ", stat.Qty("0.70", 8, "CNY"), stat.Qty("0.7", 8, "CNY")},
		{"31.1%", stat.Qty("31.1", 0, "PERCENT"), stat.Qty("31.1", 0, "PERCENT")},
		{"增长6%", stat.Qty("6", 0, "PERCENT"), stat.Qty("6", 0, "PERCENT")},
		{"增長6%", stat.Qty("-6", 0, "PERCENT"), stat.Qty("6", 0, "PERCENT")},
		{"同比下降9.1%", stat.Qty("-9.1", 0, "PERCENT"), stat.Qty("-9.1", 0, "PERCENT")},
		{"下降9.1%", stat.Qty("9.1", 0, "PERCENT"), stat.Qty("-9.1", 0, "PERCENT")},
		{"9.1%", stat.Qty("-9.1", 0, "PERCENT"), stat.Qty("-9.1", 0, "PERCENT")},
		{"-4.4%", stat.Qty("-4.4", 0, "PERCENT"), stat.Qty("-4.4", 0, "PERCENT")},
		{"－4.4％", stat.Qty("-4.4", 0, "PERCENT"), stat.Qty("-4.4", 0, "PERCENT")},
		{"３1.1%", stat.Qty("31.1", 0, "PERCENT"), stat.Qty("31.1", 0, "PERCENT")},
		{"PM2.5平均濃度同比下降9.1%", stat.Qty("-9.1", 0, "PERCENT"), stat.Qty("-9.1", 0, "PERCENT")},
		{"提高2.1個百分點", stat.Qty("2.1", 0, "PP"), stat.Qty("2.1", 0, "PP")},
		{"2.1個百分點", stat.Qty("2.1", 0, "PERCENT"), stat.Qty("2.1", 0, "PP")},
		{"增速比上年回落2.2个百分点", stat.Qty("2.2", 0, "PP"), stat.Qty("-2.2", 0, "PP")},
		{"增速加快0.3个百分点", stat.Qty("-0.3", 0, "PP"), stat.Qty("0.3", 0, "PP")},
		{"高于全省平均水平1.4个百分点", stat.Qty("-1.4", 0, "PP"), stat.Qty("1.4", 0, "PP")},
		{"低于全国0.2个百分点", stat.Qty("0.2", 0, "PP"), stat.Qty("-0.2", 0, "PP")},
		{"拉动经济增长2.8个百分点", stat.Qty("2.8", 0, "PP"), stat.Qty("2.8", 0, "PP")},
		{"降幅比上年收窄1.2个百分点", stat.Qty("1.2", 0, "PP"), stat.Qty("1.2", 0, "PP")},
		{"降幅扩大0.3个百分点", stat.Qty("-0.3", 0, "PP"), stat.Qty("-0.3", 0, "PP")},
		{"涨幅收窄1.2个百分点", stat.Qty("-1.2", 0, "PP"), stat.Qty("-1.2", 0, "PP")},
		{"向下拉动经济增长0.3个百分点", stat.Qty("0.3", 0, "PP"), stat.Qty("-0.3", 0, "PP")},
		{"同口径下降10.0%", stat.Qty("10.0", 0, "PERCENT"), stat.Qty("-10.0", 0, "PERCENT")},
		{"增长5%—6%", stat.Qty("5", 0, "PERCENT"), stat.Qty("5", 0, "PERCENT")},
		{"增长5%—6%", stat.Qty("6", 0, "PERCENT"), stat.Qty("6", 0, "PERCENT")},
		{"增长5%-6%", stat.Qty("6", 0, "PERCENT"), stat.Qty("6", 0, "PERCENT")},
		{"15亿元-16亿元", stat.Qty("16", 8, "CNY"), stat.Qty("16", 8, "CNY")},
		{"增长5-6%", stat.Qty("5", 0, "PERCENT"), stat.Qty("5", 0, "PERCENT")},
		{"5—6%左右", stat.Qty("5", 0, "PERCENT"), stat.Qty("5", 0, "PERCENT")},
		{"下降2至3%", stat.Qty("-3", 0, "PERCENT"), stat.Qty("-3", 0, "PERCENT")},
		{"下降2至3%", stat.Qty("-2", 0, "PERCENT"), stat.Qty("-2", 0, "PERCENT")},
		{"8000—10000人", stat.Qty("8000", 0, "PERSON"), stat.Qty("8000", 0, "PERSON")},
		{"15亿—16亿元", stat.Qty("15", 8, "CNY"), stat.Qty("15", 8, "CNY")},
		{"15至16亿元", stat.Qty("15", 8, "CNY"), stat.Qty("15", 8, "CNY")},
		{"持平", stat.Qty("0", 0, "PERCENT"), stat.Qty("0", 0, "PERCENT")},
		{"位列全市第五", stat.Qty("5", 0, "RANK"), stat.Qty("5", 0, "RANK")},
		{"預計位列全市第二", stat.Qty("2", 0, "RANK"), stat.Qty("2", 0, "RANK")},
		{"得分4.41位列全市第一", stat.Qty("1", 0, "RANK"), stat.Qty("1", 0, "RANK")},
		{"得分4.41位列全市第一", stat.Qty("4.41", 0, "SCORE"), stat.Qty("4.41", 0, "SCORE")},
		{"居全市首位", stat.Qty("1", 0, "RANK"), stat.Qty("1", 0, "RANK")},
		{"第12位", stat.Qty("12", 0, "RANK"), stat.Qty("12", 0, "RANK")},
		{"35個", stat.Qty("35", 0, "AGREEMENT"), stat.Qty("35", 0, "AGREEMENT")},
		{"3項位列全市第一", stat.Qty("3", 0, "ITEM"), stat.Qty("3", 0, "ITEM")},
		{"6項排在全市前五位", stat.Qty("6", 0, "ITEM"), stat.Qty("6", 0, "ITEM")},
		{"2個產業項目", stat.Qty("2", 0, "PROJECT"), stat.Qty("2", 0, "PROJECT")},
		{"一家國家級", stat.Qty("1", 0, "ENTERPRISE"), stat.Qty("1", 0, "ENTERPRISE")},
		{"2024年新增2家規上企業", stat.Qty("2", 0, "ENTERPRISE"), stat.Qty("2", 0, "ENTERPRISE")},
		{"受理辦結12345熱線群眾訴求433件", stat.Qty("433", 0, "REQUEST"), stat.Qty("433", 0, "REQUEST")},
		{"288%、266%", stat.Qty("266", 0, "PERCENT"), stat.Qty("266", 0, "PERCENT")},
		{"288%、266%", stat.Qty("265", 0, "PERCENT"), stat.Qty("266", 0, "PERCENT")},
		{"0.5萬畝", stat.Qty("0.5", 4, "MU"), stat.Qty("0.5", 4, "MU")},
		{"2萬株", stat.Qty("2", 4, "TREE"), stat.Qty("2", 4, "TREE")},
		{"10千伏", stat.Qty("10", 0, "KV"), stat.Qty("10", 0, "KV")},
		{"16千米", stat.Qty("16", 0, "KM"), stat.Qty("16", 0, "KM")},
		{"16公里", stat.Qty("16", 0, "KM"), stat.Qty("16", 0, "KM")},
		{"2千萬元", stat.Qty("2000", 4, "CNY"), stat.Qty("2", 7, "CNY")},
		{"約192萬元", stat.Qty("192", 4, "CNY"), stat.Qty("192", 4, "CNY")},
		{"192餘萬元", stat.Qty("192", 4, "CNY"), stat.Qty("192", 4, "CNY")},
		{"100多家", stat.Qty("100", 0, "ENTERPRISE"), stat.Qty("100", 0, "ENTERPRISE")},
		{"歷時1個多月", stat.Qty("1", 0, "MONTH"), stat.Qty("1", 0, "MONTH")},
		{"6.68億美元", stat.Qty("6.68", 8, "CNY"), stat.Qty("6.68", 8, "USD")},
		{"出生率为8.59‰,比上年下降1个千分点", stat.Qty("8.59", 0, "PERMILLE"), stat.Qty("8.59", 0, "PERMILLE")},
		{"出生率为8.59‰,比上年下降1个千分点", stat.Qty("-1", 0, "PERMILLE_POINT"), stat.Qty("-1", 0, "PERMILLE_POINT")},
		{"下降3.18个千分点", stat.Qty("-3.18", 0, "PERMILLE_POINT"), stat.Qty("-3.18", 0, "PERMILLE_POINT")},
		{"自然增长率-0.60‰", stat.Qty("-0.60", 0, "PERMILLE"), stat.Qty("-0.6", 0, "PERMILLE")},
		{"发病率12.4‱", stat.Qty("12.4", 0, "PER_10000"), stat.Qty("12.4", 0, "PER_10000")},
		{"28.1μg/m³", stat.Qty("28.1", 0, "UG_M3"), stat.Qty("28.1", 0, "UG_M3")},
		{"28.1µg/m³", stat.Qty("28.1", 0, "UG_M3"), stat.Qty("28.1", 0, "UG_M3")},
		{"28.1微克/立方米", stat.Qty("0.0281", 0, "MG_M3"), stat.Qty("28.1", 0, "UG_M3")},
		{"4061人,人均399.5元/月", stat.Qty("399.5", 0, "CNY_PER_MONTH"), stat.Qty("399.5", 0, "CNY_PER_MONTH")},
		{"673家,床位4526張", stat.Qty("4526", 0, "BED"), stat.Qty("4526", 0, "BED")},
		{"673家,床位4526张", stat.Qty("4562", 0, "BED"), stat.Qty("4526", 0, "BED")},
		{"每千人3.74张/千人", stat.Qty("3.74", 0, "BED_PER_1000PERSON"), stat.Qty("3.74", 0, "BED_PER_1000PERSON")},
		{"138960万吨公里", stat.Qty("138960", 4, "T_KM"), stat.Qty("138960", 4, "T_KM")},
		{"旅客周转量2.1亿人公里", stat.Qty("2.1", 8, "PERSON_KM"), stat.Qty("2.1", 8, "PERSON_KM")},
		{"11833千公顷", stat.Qty("11833", 3, "HA"), stat.Qty("11833", 3, "HA")},
		{"平均气温15.3℃", stat.Qty("15.3", 0, "CELSIUS"), stat.Qty("15.3", 0, "CELSIUS")},
		{"降水量612.5毫米", stat.Qty("612.5", 0, "MM"), stat.Qty("612.5", 0, "MM")},
		{"57.2公里/百平方公里", stat.Qty("57.2", 0, "KM_PER_100KM2"), stat.Qty("57.2", 0, "KM_PER_100KM2")},
		{"亩产412公斤/亩", stat.Qty("412", 0, "KG_PER_MU"), stat.Qty("412", 0, "KG_PER_MU")},
		{"213人/平方公里", stat.Qty("213", 0, "PERSON_PER_KM2"), stat.Qty("213", 0, "PERSON_PER_KM2")},
		{"1.26万亿元", stat.Qty("1.26", 12, "CNY"), stat.Qty("1.26", 12, "CNY")},
		{"指数提高2.4点", stat.Qty("2.4", 0, "INDEX_POINT"), stat.Qty("2.4", 0, "INDEX_POINT")},
		{"价格指数为101.3", stat.Qty("101.3", 0, "INDEX_PREVIOUS_YEAR"), stat.Qty("101.3", 0, "INDEX_PREVIOUS_YEAR")},
		{"价格指数为101.3（上年=100）", stat.Qty("101.4", 0, "INDEX_PREVIOUS_YEAR"), stat.Qty("101.3", 0, "INDEX_PREVIOUS_YEAR")},
		{"1,576.62", stat.Qty("1576.62", 4, "CNY"), stat.Qty("1576.62", 4, "CNY")},
		{"2.31亿", stat.Qty("23100", 4, "CNY"), stat.Qty("2.31", 8, "CNY")},
		{"35个", stat.Qty("35", 4, "CNY"), stat.Qty("35", 0, "")},
		{"CNY 231 million", stat.Qty("2.31", 8, "CNY"), stat.Qty("231", 6, "CNY")},
		{"RMB 2.5 billion", stat.Qty("25", 8, "CNY"), stat.Qty("2.5", 9, "CNY")},
		{"USD 100,000", stat.Qty("10", 4, "USD"), stat.Qty("100000", 0, "USD")},
		{"fell by 9.1%", stat.Qty("-9.1", 0, "PERCENT"), stat.Qty("-9.1", 0, "PERCENT")},
		{"ranked fifth", stat.Qty("5", 0, "RANK"), stat.Qty("5", 0, "RANK")},
		{"ranked 21st", stat.Qty("21", 0, "RANK"), stat.Qty("21", 0, "RANK")},
	} {
		q, _, ok := For(stat.Units()).Figure(tt.printed, "", tt.want)
		if !ok || !q.Equal(tt.read) {
			t.Errorf("%q for %v: read %v, %v; want %v", tt.printed, tt.want, q, ok, tt.read)
		}
	}
}

func TestFigureNothing(t *testing.T) {
	for _, printed := range []string{"", "未發生安全生產事故", "統一安排", "去年2月4日", "第八批", "二〇二三"} {
		if q, _, ok := For(stat.Units()).Figure(printed, "", stat.Qty("3", 0, "ENTERPRISE")); ok {
			t.Errorf("%q: read %v, want nothing to compare", printed, q)
		}
	}
}

// What package locale writes is a printed figure too.
func TestFigureInOwnWords(t *testing.T) {
	for _, q := range []stat.Quantity{
		stat.Qty("15.31", 8, "CNY"), stat.Qty("-9.1", 0, "PERCENT"), stat.Qty("0.5", 4, "MU"), stat.Qty("19", 0, "PERFORMANCE"),
		stat.Qty("3", 0, "RANK"), stat.Qty("1500", 0, "M2"), stat.Qty("2", 4, "TREE"), stat.Qty("4.41", 0, "SCORE"),
	} {
		for _, lang := range stat.Langs() {
			w := speak(t, lang)
			for _, s := range []string{w.Quantity(q, stat.About), w.Growth(q, stat.Exactly)} {
				if got, _, ok := For(stat.Units()).Figure(s, "", q); !ok || !got.Equal(q) {
					t.Errorf("%s: %q read as %v, %v; want %v", lang, s, got, ok, q)
				}
			}
		}
	}
}

// An area's own units are read by their words and by those that sources print beside them.
func TestOwnUnits(t *testing.T) {
	units := stat.Units()
	for _, u := range []stat.Unit{
		{Code: "TKM", Dim: stat.Count, Counter: stat.Text{Hans: "吨公里"}, One: "tonne-kilometre", Many: "tonne-kilometres"},
		{Code: "LINE", Dim: stat.Count, Counter: stat.Text{Hans: "条"}, One: "line", Many: "lines", Printed: []string{"线路"}},
		{Code: "ORE", Dim: stat.OwnMeasure, Counter: stat.Text{Hans: "克/吨"}, One: "g/t", Many: "g/t", Printed: []string{"克每吨"}},
		{Code: "RATE", Dim: stat.Rate, Counter: stat.Text{Hans: "/10万"}, One: "per 100,000", Many: "per 100,000", Printed: []string{"/十万"}},
	} {
		units[u.Code] = u
	}
	index := stat.IndexOn(stat.Text{Hans: "上年=100", En: "previous year = 100"}, stat.Place{})
	units[index.Code] = index
	r := For(units)
	for _, tt := range []struct {
		printed    string
		want, read stat.Quantity
	}{
		{"138960万吨公里", stat.Qty("138960", 4, "TKM"), stat.Qty("138960", 4, "TKM")},
		{"公交12家，线路48条", stat.Qty("84", 0, "LINE"), stat.Qty("48", 0, "LINE")},
		{"公交12家，48线路", stat.Qty("84", 0, "LINE"), stat.Qty("48", 0, "LINE")},
		{"品位1.8克每吨", stat.Qty("1.7", 0, "ORE"), stat.Qty("1.8", 0, "ORE")},
		{"品位1.8克/吨，产量3吨", stat.Qty("3", 0, "T"), stat.Qty("3", 0, "T")},
		{"3.2/十万，增长2%", stat.Qty("2.3", 0, "RATE"), stat.Qty("3.2", 0, "RATE")},
		{"101.3（上年=100）", stat.Qty("100", 0, index.Code), stat.Qty("101.3", 0, index.Code)},
	} {
		if q, _, ok := r.Figure(tt.printed, "", tt.want); !ok || !q.Equal(tt.read) {
			t.Errorf("%q for %v: read %v, %v; want %v", tt.printed, tt.want, q, ok, tt.read)
		}
	}
	if program := ownWords(); len(program.known) != len(stat.Units()) || len(program.area) > 0 {
		t.Error("an area's units are among the program's")
	}
}

// The shares of all parts are read in their order.
func TestShare(t *testing.T) {
	for _, tt := range []struct {
		printed string
		part    int
		want    []string
		read    string // "" for nothing to compare
	}{
		{"10.4:48.6:41.0", 0, []string{"10.4", "48.6", "41.0"}, "10.4"},
		{"10.4:48.6:41.0", 1, []string{"10.4", "41.0", "48.6"}, "48.6"},
		{"三次产业结构为10.4：48.6：41.0", 2, []string{"10.4", "48.6", "41.0"}, "41.0"},
		{"10.4∶48.6∶41.0", 2, []string{"10.4", "48.6", "41.0"}, "41.0"},
		{"10.4%:48.6%:41.0%", 1, []string{"10.4", "48.6", "41.0"}, "48.6"},
		{"１０.4％：48.6％：41.0％", 0, []string{"10.4", "48.6", "41.0"}, "10.4"},
		{"10.4 : 48.6 : 41.0", 1, []string{"10.4", "48.6", "41.0"}, "48.6"},
		{"由11.0:48.6:40.4调整为10.4:48.6:41.0", 0, []string{"10.4", "48.6", "41.0"}, "10.4"},
		{"由11.0:48.6:40.4调整为10.4:48.6:41.0", 0, []string{"11.0", "48.6", "40.4"}, "11.0"},
		{"由11.0:48.6:40.4调整为10.4:48.6:41.0", 2, []string{"10.4", "48.6", "41.5"}, "41.0"},
		{"由11.0:48.6:40.4调整为10.4:48.6:41.0", 2, []string{"10.4", "48.6", "40.4"}, "41.0"},
		{"由11.0:48.6:40.4调整为10.4:48.6:41.0", 0, []string{"1", "2", "97"}, "10.4"},
		{"45:55，10.4:48.6:41.0", 1, []string{"10.4", "48.6", "41.0"}, "48.6"},
		{"第一产业占10.4%，第二产业占48.6%", 1, []string{"10.4", "48.6", "41.0"}, "48.6"},
		{"结构进一步优化", 1, []string{"10.4", "48.6", "41.0"}, ""},
	} {
		var want []stat.Quantity
		for _, w := range tt.want {
			want = append(want, stat.Qty(w, 0, "PERCENT"))
		}
		q, _, ok := For(stat.Units()).Share(tt.printed, tt.part, want)
		if ok != (tt.read != "") || ok && !q.Equal(stat.Qty(tt.read, 0, "PERCENT")) {
			t.Errorf("%q, part %d: read %v, %v; want %s", tt.printed, tt.part, q, ok, tt.read)
		}
	}
}

func FuzzFigure(f *testing.F) {
	for _, s := range []string{"2.31億元", "位列全市第五", "1個多月", "10千伏", "CNY 231 million", "第", "一二", "9亿亿", "0\x83", "为上年的2.5倍", "1亿2500万元"} {
		f.Add(s, "CNY")
	}
	f.Fuzz(func(t *testing.T, s, unit string) {
		want := stat.Qty("2.31", 8, unit)
		q, _, ok := For(stat.Units()).Figure(s, "", want)
		if !ok {
			return
		}
		if again, _, ok := For(stat.Units()).Figure(s, "", q); !ok || !again.Equal(q) {
			t.Errorf("%q read as %v, and as %v, %v when that is expected", s, q, again, ok)
		}
	})
}

func speak(t *testing.T, lang stat.Lang) *locale.Words {
	t.Helper()
	w, err := locale.For(lang, stat.Units())
	if err != nil {
		t.Fatal(err)
	}
	return w
}
