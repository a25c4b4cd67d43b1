package dataset

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"nianbao/internal/stat"
)

// FuzzLoad puts arbitrary bytes in the place of the period's file: Load answers with a dataset, or with
// faults that all name a file.
func FuzzLoad(f *testing.F) {
	for _, file := range demo(f) {
		f.Add(file.Data)
	}
	f.Add([]byte("period: 2024\nobservations: {gdp: {level: &a [*a]}}\n"))
	f.Add([]byte("<<: {<<: 1}\n? [a]\n: b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := demo(t)
		fsys["demo/2024.yaml"] = &fstest.MapFile{Data: data}
		ds, _, err := Load(fsys, "demo")
		if err == nil {
			for _, p := range ds.Periods {
				for _, fact := range p.Facts {
					if fact.ID == "" || fact.Place.Line == 0 {
						t.Errorf("fact without ID or place: %+v", fact)
					}
				}
			}
			return
		}
		var errs Errors
		if !errors.As(err, &errs) {
			t.Fatalf("not a list of faults: %v", err)
		}
		for _, one := range errs {
			if one.Place.File == "" || one.Msg == nil {
				t.Errorf("fault without file or message: %+v", one)
			}
		}
	})
}

// BenchmarkLoad reads a period of ten thousand facts; the time for a fact must not grow with their number.
func BenchmarkLoad(b *testing.B) {
	for _, size := range []int{1000, 10000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			fsys := demo(b)
			var catalogue, period strings.Builder
			catalogue.WriteString("units: {REQUEST: {counter: {zh-Hans: 件}, one: request, many: requests}}\nthemes: {economy: {zh-Hans: 经济, en: Economy}}\nindicators:\n")
			period.WriteString("period: \"2023\"\nobservations:\n")
			for i := range size / 2 {
				fmt.Fprintf(&catalogue, "  i%d: {theme: economy, name: {zh-Hans: 指标, en: Indicator}, unit: CNY}\n", i)
				fmt.Fprintf(&period, "  i%d: {level: 1.5, growth: {value: 2.50, from: {gazette/3: 2.50%%}}}\n", i)
			}
			fsys = fstest.MapFS{
				"demo/area.yaml":       fsys["demo/area.yaml"],
				"demo/indicators.yaml": {Data: []byte(catalogue.String())},
				"demo/2023.yaml":       {Data: []byte(period.String())},
			}
			var ds *stat.Dataset
			var err error
			for b.Loop() {
				if ds, _, err = Load(fsys, "demo"); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(ds.Periods[0].Facts)), "µs/fact")
		})
	}
}
