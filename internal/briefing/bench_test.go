package briefing

import (
	"testing"

	"nianbao/internal/stat"
)

// BenchmarkStructure reads the elements of a briefing of 450 kB.
func BenchmarkStructure(b *testing.B) {
	e := areaEdition(b, "saibei", stat.Hans, stat.En)
	pdf, err := rendered(e, options(b, e.Units, e.Langs...))
	if err != nil {
		b.Fatal(err)
	}
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
}
