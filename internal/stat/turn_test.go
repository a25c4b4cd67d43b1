package stat

import "testing"

func TestTurnOf(t *testing.T) {
	money := Units()["CNY"]
	yuan := func(v string) Quantity { return Qty(v, 8, "CNY") }
	for name, tt := range map[string]struct {
		now, before Quantity
		unit        Unit
		want        Turn
	}{
		"a loss becomes a profit":    {yuan("1"), yuan("-2"), money, ToProfit},
		"a profit becomes a loss":    {yuan("-1"), yuan("2"), money, ToLoss},
		"a loss grows":               {yuan("-4"), yuan("-2"), money, WiderLoss},
		"a loss shrinks":             {yuan("-1"), yuan("-2"), money, NarrowerLoss},
		"a loss ends":                {yuan("0"), yuan("-2"), money, ""},
		"a loss stays":               {yuan("-2.0"), yuan("-2"), money, SameLoss},
		"in other powers of ten":     {Qty("-20000", 4, "CNY"), yuan("-2"), money, SameLoss},
		"a profit ends":              {yuan("0"), yuan("2"), money, ""},
		"a profit grows":             {yuan("4"), yuan("2"), money, ""},
		"from nothing":               {yuan("-4"), yuan("0"), money, ""},
		"in another currency":        {Qty("-4", 8, "USD"), yuan("-2"), money, ""},
		"a colder winter":            {Qty("-4", 0, "CELSIUS"), Qty("-2", 0, "CELSIUS"), Units()["CELSIUS"], ""},
		"a rate that falls below it": {Qty("-4", 0, "PERMILLE"), Qty("2", 0, "PERMILLE"), Units()["PERMILLE"], ""},
	} {
		if got := TurnOf(tt.now, tt.before, tt.unit); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// An edition knows the figures of its own file first, then those of the latest earlier one, and none of later ones.
func TestKnown(t *testing.T) {
	file := func(year int, value string) *PeriodData {
		return &PeriodData{Period: Period{Year: year}, Facts: []Fact{{ID: "x.level@2020", Figure: Figure{Quantity: Qty(value, 0, "CNY"), Status: Normal}}}}
	}
	files := []*PeriodData{file(2021, "1"), file(2022, "2"), {Period: Period{Year: 2023}}, file(2024, "4")}
	for year, want := range map[int]string{2020: "", 2021: "1", 2022: "2", 2023: "2", 2024: "4"} {
		got := ""
		if f := Known(files, Period{Year: year}, "x.level@2020"); f != nil {
			got = f.Quantity.Number()
		}
		if got != want {
			t.Errorf("the edition of %d knows %q, want %q", year, got, want)
		}
	}
}
