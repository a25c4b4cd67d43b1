package server

import (
	"testing"

	"nianbao/internal/catalog"
	"nianbao/internal/locale"
	"nianbao/internal/stat"
)

func TestStated(t *testing.T) {
	words, err := locale.For(stat.Hans, catalog.AllUnits())
	if err != nil {
		t.Fatal(err)
	}
	names := &table{words: words}
	for text, want := range map[string]string{
		"O": "缺失", "12.5 E": "12.5 估计数", "≈6 F": "≈6 预计数", "≥1.5": "≥1.5", "L [bulletin/1]": "未收集 [bulletin/1]", "12.5 [bulletin/1 12.5亿元]": "12.5 [bulletin/1 12.5亿元]",
		"": "", "A new road / x": "A new road / x", "我区 A 级景区 / x": "我区 A 级景区 / x", "A": "A",
	} {
		if got := names.stated(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
