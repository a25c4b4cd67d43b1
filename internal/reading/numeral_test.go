package reading

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
)

func TestNumerals(t *testing.T) {
	zh := speak(t, stat.Hans)
	for n := 1; n <= 9999; n++ {
		s := strings.TrimSuffix(zh.ChapterNumber(n), "、")
		if got, ok := readNumeral(s); !ok || got != n {
			t.Fatalf("%d is written %q and read as %d, %v", n, s, got, ok)
		}
	}
	for _, tt := range []struct {
		s    string
		want int
	}{
		{"二十", 20}, {"两", 2}, {"一百零五", 105}, {"三万", 30000}, {"二亿零三万", 200030000}, {"12", 12}, {"零", 0},
	} {
		if got, ok := readNumeral(tt.s); !ok || got != tt.want {
			t.Errorf("%q read as %d, %v; want %d", tt.s, got, ok, tt.want)
		}
	}
	for _, s := range []string{"", "二〇二三", "一一", "第", "-3", "+3", "三x"} {
		if got, ok := readNumeral(s); ok {
			t.Errorf("%q read as %d, want it refused", s, got)
		}
	}
}
