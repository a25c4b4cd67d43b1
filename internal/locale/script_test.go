package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

func TestDerive(t *testing.T) {
	at := stat.Place{File: "area.yaml", Line: 1}
	d := &stat.Dataset{
		Area: stat.Area{Name: stat.Text{Hans: "塞外示范区", En: "Example"}, Within: stat.Text{Hans: "台湾省", Hant: "台灣省", En: "there"}},
		Units: map[string]stat.Unit{
			"REQUEST": {Code: "REQUEST", Counter: stat.Text{Hans: "个"}, One: "request", Many: "requests", Place: at},
		},
		Periods: []stat.PeriodData{{
			Sentences: []stat.Sentence{{Text: stat.Text{Hans: "总量{gdp.level}，{gdp.growth|plain}。", En: "{gdp.level} {gdp.growth|plain}"}}},
			Facts:     []stat.Fact{{Note: stat.Text{En: "English only"}}},
		}},
	}
	derived := Derive(d)
	got := []string{
		d.Area.Name.Hant, d.Area.Within.Hant, d.Units["REQUEST"].Counter.Hant,
		d.Periods[0].Sentences[0].Text.Hant, d.Periods[0].Facts[0].Note.Hant,
	}
	want := []string{"塞外示範區", "台灣省", "個", "總量{gdp.level}，{gdp.growth|plain}。", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("derived (-want +got):\n%s", diff)
	}
	if !derived[d.Area.Place.Child("name")] || derived[d.Area.Place.Child("within")] {
		t.Errorf("derived: %v", derived)
	}
}

func BenchmarkQuantity(b *testing.B) {
	w := words(b)[stat.Hant]
	q := stat.Qty("15.31", 8, "CNY")
	for b.Loop() {
		w.Quantity(q, stat.About)
	}
}

func BenchmarkFor(b *testing.B) {
	for b.Loop() {
		if _, err := For(stat.En, nil); err != nil {
			b.Fatal(err)
		}
	}
}
