package locale

import (
	"testing"

	"github.com/shopspring/decimal"

	"nianbao/internal/stat"
)

func TestMessage(t *testing.T) {
	all := words(t)
	format := stat.Text{Hans: "{1}为{0}。", En: "{1} is {0}."}
	for _, tt := range []struct {
		arg  any
		want stat.Text
	}{
		{stat.Qty("2.31", 8, "CNY"), stat.Text{Hans: "甲为2.31亿元。", Hant: "甲為2.31億元。", En: "A is CNY 231 million."}},
		{stat.Date{Year: 2023, Month: 2, Day: 4}, stat.Text{Hans: "甲为2023年2月4日。", En: "A is 4 February 2023."}},
		{stat.Period{Year: 2023}, stat.Text{Hans: "甲为2023年。", En: "A is 2023."}},
		{stat.Text{Hans: "群众", En: "people"}, stat.Text{Hans: "甲为群众。", Hant: "甲為群眾。", En: "A is people."}},
		{decimal.RequireFromString("12345.60"), stat.Text{Hans: "甲为12345.60。", En: "A is 12,345.60."}},
		{2024, stat.Text{Hans: "甲为2024。", En: "A is 2024."}},
		{"{1}", stat.Text{Hans: "甲为{1}。", En: "A is {1}."}},
		{stat.Growth, stat.Text{Hans: "甲为增速。", En: "A is Growth."}},
		{stat.Forecast, stat.Text{Hans: "甲为预计数。", En: "A is Expected."}},
		{stat.InProduction, stat.Text{Hans: "甲为已投产。", En: "A is In production."}},
		{stat.StepSigned, stat.Text{Hans: "甲为签约。", En: "A is Signed."}},
	} {
		worded(t, all, tt.want, func(w *Words) string {
			return w.Message(format, []any{tt.arg, stat.Text{Hans: "甲", En: "A"}})
		})
	}
	if got := all[stat.En].Message(stat.Text{En: "{0} {7} {x} {{0}} {+0} {} {0"}, []any{1}); got != "1 {7} {x} {1} {+0} {} {0" {
		t.Errorf("placeholders without arguments: %q", got)
	}
}

func TestJoining(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		name string
		say  func(*Words) string
		want stat.Text
	}{
		{"no item", func(w *Words) string { return w.List(nil) + "." }, stat.Text{Hans: ".", En: "."}},
		{"one item", func(w *Words) string { return w.List([]string{"a"}) }, stat.Text{Hans: "a", En: "a"}},
		{"three items", func(w *Words) string { return w.List([]string{"a", "b", "c"}) }, stat.Text{Hans: "a、b和c", En: "a, b and c"}},
		{"label", func(w *Words) string { return w.Label("x", "y") }, stat.Text{Hans: "x：y", En: "x: y"}},
		{"remark", func(w *Words) string { return "x" + w.Parenthesis("y") }, stat.Text{Hans: "x（y）", En: "x (y)"}},
		{"page", func(w *Words) string { return w.Fill("document.page", 2, 9) }, stat.Text{Hans: "第2页，共9页", Hant: "第2頁，共9頁", En: "Page 2 of 9"}},
		{"reference", func(w *Words) string {
			return w.Reference(stat.Source{Reference: stat.Text{Hans: "第{0}段", En: "paragraph {0}"}}, "3")
		}, stat.Text{Hans: "第3段", En: "paragraph 3"}},
		{"reference of nothing", func(w *Words) string { return w.Reference(stat.Source{}, "B3") }, stat.Text{Hans: "B3", En: "B3"}},
	} {
		t.Run(tt.name, func(t *testing.T) { worded(t, all, tt.want, tt.say) })
	}
}
