package briefing

import (
	"testing"

	"nianbao/internal/stat"
)

// BenchmarkStructure reads the elements of a briefing of 450 kB, and of one with three times the figures.
func BenchmarkStructure(b *testing.B) {
	for _, area := range []string{"saibei", "tongjian"} {
		e := areaEdition(b, area, stat.Hans, stat.En)
		pdf, err := rendered(e, options(b, e.Units, e.Langs...))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(area, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r, err := Open(pdf)
				if err == nil {
					_, err = r.Structure()
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
