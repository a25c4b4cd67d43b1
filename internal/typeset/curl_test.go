package typeset

import "testing"

func TestCurl(t *testing.T) {
	for in, want := range map[string]string{
		`the district's office`:                  `the district’s office`,
		`the "So Close" campaign`:                `the “So Close” campaign`,
		`("Built")`:                              `(“Built”)`,
		`"'Yes', he said"`:                       `“‘Yes’, he said”`,
		`the '90s, enterprises' debts`:           `the ’90s, enterprises’ debts`,
		`the plan of 2021-2025, signed`:          `the plan of 2021–2025, signed`,
		`GB/T 9704-2012, 2024-01-15, 0313-20202`: `GB/T 9704-2012, 2024-01-15, 0313-20202`,
		`gdp.level@2024-2025`:                    `gdp.level@2024-2025`,
		`Beijing-Tianjin-Hebei`:                  `Beijing-Tianjin-Hebei`,
		`see https://a.cn/o'neil "here"`:         `see https://a.cn/o'neil “here”`,
		`plain`:                                  `plain`,
	} {
		if got := Curl(0, in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
	for before, want := range map[rune]string{'t': "’s", ' ': "‘s", 0: "‘s"} {
		if got := Curl(before, "'s"); got != want {
			t.Errorf("after %q: %s, want %s", before, got, want)
		}
	}
}
