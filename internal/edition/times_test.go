package edition

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nianbao/internal/stat"
)

// A figure is of the days that its indicator counts, whatever its period is called.
func TestTimes(t *testing.T) {
	e := &Edition{Units: stat.Units(), indicators: map[string]stat.Indicator{
		"gdp": {Code: "gdp", Unit: "CNY"}, "herd": {Code: "herd", Unit: "HEAD", Timing: stat.Stock}, "rate": {Code: "rate", Unit: "PERCENT"},
		"wage": {Code: "wage", Unit: "CNY_PER_PERSON"}, "cpi": {Code: "cpi", Unit: "INDEX_PREVIOUS_YEAR", Timing: stat.Stock}, "beds": {Code: "beds", Unit: "BED_PER_1000PERSON"},
	}}
	index := stat.IndexOn(stat.Text{Hans: "上年=100", En: "previous year = 100"}, stat.Place{})
	e.Units[index.Code] = index
	for _, tt := range []struct {
		subject, period string
		only            stat.Only
		want            string
	}{
		{"gdp", "2024-Q1", "", "2024-01-01 2024-03-31 ytd Q"},
		{"gdp", "2024-H1", "", "2024-01-01 2024-06-30 ytd Q"},
		{"gdp", "2024-Q3", "", "2024-01-01 2024-09-30 ytd Q"},
		{"gdp", "2024-02", "", "2024-01-01 2024-02-29 ytd M"},
		{"gdp", "2024", "", "2024-01-01 2024-12-31 period A"},
		{"gdp", "2024", stat.OnlyQuarter, "2024-10-01 2024-12-31 period Q"},
		{"gdp", "2024-Q3", stat.OnlyMonth, "2024-09-01 2024-09-30 period M"},
		{"herd", "2024-Q3", "", "2024-09-30 2024-09-30 point Q"},
		{"herd", "2024", "", "2024-12-31 2024-12-31 point A"},
		{"rate", "2024-Q3", "", "2024-09-30 2024-09-30 point Q"},
		{"cpi", "2024", "", "2024-01-01 2024-12-31 period A"},
		{"beds", "2024", "", "2024-12-31 2024-12-31 point A"},
		{"wage", "2024-Q3", "", "2024-01-01 2024-09-30 ytd Q"},
		{"road.length", "2024-Q3", "", "2024-09-30 2024-09-30 point Q"},
	} {
		p, err := stat.ParsePeriod(tt.period)
		if err != nil {
			t.Fatal(err)
		}
		when := e.Times(&stat.Fact{Subject: tt.subject, Period: p, Only: tt.only})
		if got := when.Start.String() + " " + when.End.String() + " " + string(when.Accumulation) + " " + string(when.Freq); got != tt.want {
			t.Errorf("%s@%s %s is of %s, want %s", tt.subject, tt.period, tt.only, got, tt.want)
		}
	}
}

// quartersAlone are the derived figures of the edition of three quarters of what adds up.
func quartersAlone(t *testing.T, change func(facts map[string]*stat.Fact, ind *stat.Indicator)) map[string]string {
	t.Helper()
	d := &stat.Dataset{Area: stat.Area{Code: "town"}, Units: stat.Units(), Themes: []stat.Theme{{Code: "all"}}}
	ind := stat.Indicator{Code: "x", Theme: "all", Unit: "CNY", Mult: 8}
	facts := map[string]*stat.Fact{}
	for month, value := range map[int]string{3: "10.50", 6: "18.10", 9: "28.90"} {
		p := stat.Through(2024, month)
		facts[p.String()] = &stat.Fact{
			ID: stat.Key("x", "level", p), Subject: "x", Area: "town", Period: p, Measure: stat.Level,
			Figure: stat.Figure{Quantity: stat.Qty(value, 8, "CNY"), Status: stat.Normal},
		}
	}
	change(facts, &ind)
	d.Indicators = []stat.Indicator{ind}
	for _, period := range []string{"2024-Q1", "2024-H1", "2024-Q3"} {
		p, _ := stat.ParsePeriod(period)
		data := stat.PeriodData{Period: p}
		if f := facts[period]; f != nil {
			data.Facts = append(data.Facts, *f)
		}
		if f := facts["more@"+period]; f != nil {
			data.Facts = append(data.Facts, *f)
		}
		d.Periods = append(d.Periods, data)
	}
	e, err := Build(d, stat.Through(2024, 9), Options{Langs: []stat.Lang{stat.Hans}})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, f := range e.Derived() {
		got[f.ID] = f.Quantity.Number() + " " + string(f.Status)
	}
	return got
}

// Quarters alone follow from cumulative levels that are exact, and from no others.
func TestDerived(t *testing.T) {
	first, second, third := "x.level-quarter@2024-Q1", "x.level-quarter@2024-H1", "x.level-quarter@2024-Q3"
	none := map[string]string{}
	for _, tt := range []struct {
		name   string
		change func(map[string]*stat.Fact, *stat.Indicator)
		want   map[string]string
	}{
		{"all known", func(map[string]*stat.Fact, *stat.Indicator) {}, map[string]string{first: "10.50 A", second: "7.60 A", third: "10.80 A"}},
		{"one provisional", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-H1"].Status = stat.Provisional }, map[string]string{first: "10.50 A", second: "7.60 P", third: "10.80 P"}},
		{"one about", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-H1"].Qualifier = stat.About }, map[string]string{first: "10.50 A"}},
		{"one estimated", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-Q1"].Status = stat.Estimate }, map[string]string{third: "10.80 A"}},
		{"a break", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-Q3"].Status = stat.Break }, map[string]string{first: "10.50 A", second: "7.60 A"}},
		{"one missing", func(f map[string]*stat.Fact, _ *stat.Indicator) { delete(f, "2024-H1") }, map[string]string{first: "10.50 A"}},
		{"one contested", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-Q1"].Variants = make([]stat.Figure, 1) }, map[string]string{third: "10.80 A"}},
		{"another unit", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-H1"].Quantity.Unit = "USD" }, map[string]string{first: "10.50 A", second: "", third: ""}},
		{"another power of ten", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-H1"].Quantity = stat.Qty("181000", 4, "CNY") }, map[string]string{first: "10.50 A", second: "76000 A", third: "10.8000 A"}},
		{"a fall", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-Q3"].Quantity = stat.Qty("18.0", 8, "CNY") }, map[string]string{first: "10.50 A", second: "7.60 A"}},
		{"a balance", func(f map[string]*stat.Fact, _ *stat.Indicator) { f["2024-Q3"].Quantity = stat.Qty("-1.0", 8, "CNY") }, map[string]string{first: "10.50 A", second: "7.60 A", third: "-19.10 A"}},
		{"a stock", func(_ map[string]*stat.Fact, ind *stat.Indicator) { ind.Timing = stat.Stock }, none},
		{"given already", func(f map[string]*stat.Fact, _ *stat.Indicator) {
			alone := *f["2024-Q3"]
			alone.ID, alone.Only, alone.Sort = third, stat.OnlyQuarter, "quarter"
			f["more@2024-Q3"] = &alone
		}, map[string]string{first: "10.50 A", second: "7.60 A"}},
	} {
		want := map[string]string{}
		for id, value := range tt.want {
			if value != "" {
				want[id] = value
			}
		}
		if d := cmp.Diff(want, quartersAlone(t, tt.change)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}
