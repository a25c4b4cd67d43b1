package locale

import (
	"testing"

	"nianbao/internal/stat"
)

// words returns the words of every language for the program's units and one that an area declares.
func words(t testing.TB) map[stat.Lang]*Words {
	t.Helper()
	units := stat.Units()
	units["REQUEST"] = stat.Unit{
		Code: "REQUEST", Dim: stat.Count, Counter: stat.Text{Hans: "件次"}, One: "request", Many: "requests",
	}
	all := map[stat.Lang]*Words{}
	for _, lang := range stat.Langs() {
		w, err := For(lang, units)
		if err != nil {
			t.Fatal(err)
		}
		all[lang] = w
	}
	return all
}

// worded compares what a function gives in each language; an empty want is not compared.
func worded(t *testing.T, all map[stat.Lang]*Words, want stat.Text, say func(*Words) string) {
	t.Helper()
	for _, lang := range stat.Langs() {
		if got := say(all[lang]); want.In(lang) != "" && got != want.In(lang) {
			t.Errorf("%s: got %q, want %q", lang, got, want.In(lang))
		}
	}
}

func TestFor(t *testing.T) {
	if _, err := For("fr", nil); err == nil {
		t.Error("a language nobody writes: no error")
	}
	if _, err := For(stat.En, map[string]stat.Unit{"FOO": {Code: "FOO"}}); err == nil {
		t.Error("a unit without words: no error")
	}
	w, err := For(stat.Hans, nil)
	if err != nil || w.Lang() != stat.Hans || w.Unit("CNY", 0) != "元" {
		t.Errorf("the program's own units: %v, %v", w, err)
	}
	own := map[string]stat.Unit{"REQUEST": {Code: "REQUEST", Counter: stat.Text{Hans: "件"}, One: "sheep"}}
	w, err = For(stat.En, own)
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Quantity(stat.Qty("2", 0, "REQUEST"), stat.Exactly); got != "2 sheep" {
		t.Errorf("a unit without a plural of its own: %q", got)
	}
}

func TestText(t *testing.T) {
	all := words(t)
	worded(t, all, stat.Text{Hans: "群众", Hant: "群眾", En: "people"}, func(w *Words) string {
		return w.Text(stat.Text{Hans: "群众", En: "people"})
	})
	worded(t, all, stat.Text{Hant: "羣眾"}, func(w *Words) string {
		return w.Text(stat.Text{Hans: "群众", Hant: "羣眾", En: "people"})
	})
}

func TestUnknownUnit(t *testing.T) {
	worded(t, words(t), stat.Text{Hans: "3FOO", Hant: "3FOO", En: "3 FOO"}, func(w *Words) string {
		return w.Quantity(stat.Qty("3", 0, "FOO"), stat.Exactly)
	})
}

func TestUnit(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		code string
		mult int
		want stat.Text
	}{
		{"CNY", 8, stat.Text{Hans: "亿元", Hant: "億元", En: "CNY 100 million"}},
		{"CNY", 4, stat.Text{Hans: "万元", Hant: "萬元", En: "CNY 10,000"}},
		{"CNY", 0, stat.Text{Hans: "元", Hant: "元", En: "CNY"}},
		{"USD", 6, stat.Text{Hans: "百万美元", Hant: "百萬美元", En: "USD million"}},
		{"CNY", 12, stat.Text{Hans: "万亿元", Hant: "萬億元", En: "CNY trillion"}},
		{"CNY", -2, stat.Text{Hans: "10^-2 元", En: "CNY 10^-2"}},
		{"MU", 4, stat.Text{Hans: "万亩", Hant: "萬畝", En: "10,000 mu"}},
		{"PERCENT", 0, stat.Text{Hans: "%", Hant: "%", En: "%"}},
		{"PP", 0, stat.Text{Hans: "个百分点", Hant: "個百分點", En: "percentage points"}},
		{"ENTERPRISE", 0, stat.Text{Hans: "家", Hant: "家", En: "enterprises"}},
		{"TREE", 4, stat.Text{Hans: "万株", Hant: "萬株", En: "10,000 trees"}},
		{"REQUEST", 0, stat.Text{Hans: "件次", Hant: "件次", En: "requests"}},
	} {
		worded(t, all, tt.want, func(w *Words) string { return w.Unit(tt.code, tt.mult) })
	}
}

func TestConcurrentUse(t *testing.T) {
	w := words(t)[stat.Hant]
	done := make(chan string)
	for range 8 {
		go func() {
			for range 50 {
				w.Text(stat.Text{Hans: "经济社会发展"})
			}
			done <- w.Quantity(stat.Qty("2.31", 8, "CNY"), stat.Exactly) + w.Text(stat.Text{Hans: "经济"})
		}()
	}
	for range 8 {
		if got := <-done; got != "2.31億元經濟" {
			t.Errorf("got %q", got)
		}
	}
}
