package audit

import "testing"

func TestFills(t *testing.T) {
	for _, c := range []struct {
		template, text string
		want           bool
	}{
		{"Handbook", "Handbook", true}, {"Handbook", "Handbooks", false},
		{"{area}{period}统计公报", "示例区2024年统计公报", true}, {"{area}{period}统计公报", "示例区2024年统计月报", false},
		{"Bulletin of {area}, {period}", "Bulletin of Some Town, 2024", true}, {"Bulletin of {area}, {period}", "Report of Some Town, 2024", false},
		{"Bulletin of {area}, {period}", "Bulletin of Some Town 2024", false}, {"{area}: {period}", "Town", false},
	} {
		if got := fills(c.template, c.text); got != c.want {
			t.Errorf("%q of %q: %t, want %t", c.text, c.template, got, c.want)
		}
	}
}
