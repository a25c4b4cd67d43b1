package scaffold

import (
	"regexp"
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
	for name, want := range map[string]string{"2024.yaml": "# 地区生产总值（亿元） Gross domestic product (CNY 100 million)\n", "area.yaml": "official_code: 130705\n"} {
		found := false
		for _, f := range files {
			found = found || f.Name == name && strings.Contains(string(f.Data), want)
		}
		if !found {
			t.Errorf("%s: has no %q", name, want)
		}
	}
	han, latin := regexp.MustCompile(`\p{Han}`), regexp.MustCompile(`[A-Za-z]{2}`)
	for _, f := range files {
		remarks := regexp.MustCompile(`\S *# (.*)`).FindAllStringSubmatch(string(f.Data), -1)
		for _, m := range remarks {
			if !han.MatchString(m[1]) || !latin.MatchString(m[1]) {
				t.Errorf("%s: not in both languages: %s", f.Name, m[1])
			}
		}
		if len(remarks) < 2 {
			t.Errorf("%s: %d remarks", f.Name, len(remarks))
		}
	}
	for _, code := range []string{"130705 # x", "13070", "030705", "130705\nname: x"} {
		a.Official = code
		if _, err := Files(a, []string{"gdp"}); err == nil || !strings.Contains(err.Error(), "official code") {
			t.Errorf("official code %q: %v", code, err)
		}
	}
}
