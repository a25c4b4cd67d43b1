package scaffold

import (
	"strings"
	"testing"

	"nianbao/internal/stat"
)

func TestFiles(t *testing.T) {
	period, err := stat.ParsePeriod("2024")
	if err != nil {
		t.Fatal(err)
	}
	a := Area{
		Name: stat.Text{Hans: "小城区", En: "Little District"}, Within: stat.Text{Hans: "某省", En: "Some Province"},
		Official: "130705", Period: period,
	}
	files, err := Files(a, []string{"gdp", "grain"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"2024.yaml": "# 地区生产总值 亿元\n", "area.yaml": "official_code: 130705\n"} {
		found := false
		for _, f := range files {
			found = found || f.Name == name && strings.Contains(string(f.Data), want)
		}
		if !found {
			t.Errorf("%s: has no %q", name, want)
		}
	}
	for _, code := range []string{"130705 # x", "13070", "030705", "130705\nname: x"} {
		a.Official = code
		if _, err := Files(a, []string{"gdp"}); err == nil || !strings.Contains(err.Error(), "official code") {
			t.Errorf("official code %q: %v", code, err)
		}
	}
}
