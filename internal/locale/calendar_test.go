package locale

import (
	"testing"

	"nianbao/internal/stat"
)

func TestDate(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		date string
		want stat.Text
	}{
		{"2023-02-04", stat.Text{Hans: "2023年2月4日", Hant: "2023年2月4日", En: "4 February 2023"}},
		{"2023-12", stat.Text{Hans: "2023年12月", En: "December 2023"}},
		{"2023", stat.Text{Hans: "2023年", En: "2023"}},
	} {
		d, err := stat.ParseDate(tt.date)
		if err != nil {
			t.Fatal(err)
		}
		worded(t, all, tt.want, func(w *Words) string { return w.Date(d) })
	}
	for lang, w := range all {
		if got := w.Date(stat.Date{}) + w.Period(stat.Period{}); got != "" {
			t.Errorf("%s: no date and no period are worded %q", lang, got)
		}
	}
}

func TestDuring(t *testing.T) {
	all := words(t)
	for period, want := range map[string]stat.Text{
		"2024":    {Hans: "2024年", En: "2024"},
		"2024-Q1": {Hans: "2024年一季度", En: "the first quarter of 2024"},
		"2024-H1": {Hans: "2024年上半年", En: "the first half of 2024"},
		"2024-Q3": {Hans: "2024年前三季度", En: "Jan–Sep 2024"},
	} {
		p, err := stat.ParsePeriod(period)
		if err != nil {
			t.Fatal(err)
		}
		worded(t, all, want, func(w *Words) string { return w.During(p) })
	}
}

func TestPeriod(t *testing.T) {
	all := words(t)
	for _, tt := range []struct {
		period string
		want   stat.Text
	}{
		{"2023", stat.Text{Hans: "2023年", Hant: "2023年", En: "2023"}},
		{"2024-Q1", stat.Text{Hans: "2024年一季度", Hant: "2024年一季度", En: "first quarter of 2024"}},
		{"2024-Q2", stat.Text{Hans: "2024年上半年", En: "first half of 2024"}},
		{"2024-H1", stat.Text{Hans: "2024年上半年", En: "first half of 2024"}},
		{"2024-Q3", stat.Text{Hans: "2024年前三季度", En: "Jan–Sep 2024"}},
		{"2024-Q4", stat.Text{Hans: "2024年", En: "2024"}},
		{"2024-01", stat.Text{Hans: "2024年1月", En: "Jan 2024"}},
		{"2024-05", stat.Text{Hans: "2024年1—5月", Hant: "2024年1—5月", En: "Jan–May 2024"}},
		{"2024-06", stat.Text{Hans: "2024年上半年", En: "first half of 2024"}},
		{"2024-11", stat.Text{Hans: "2024年1—11月", En: "Jan–Nov 2024"}},
	} {
		p, err := stat.ParsePeriod(tt.period)
		if err != nil {
			t.Fatal(err)
		}
		worded(t, all, tt.want, func(w *Words) string { return w.Period(p) })
	}
}
