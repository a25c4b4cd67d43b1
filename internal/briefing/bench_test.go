package briefing

import (
	"testing"

	"nianbao/internal/stat"
)

// BenchmarkStructure reads the elements of a briefing of 450 kB, and BenchmarkRead its text.
func BenchmarkStructure(b *testing.B) {
	benchmarkReader(b, func(r *Reader) error { _, err := r.Structure(); return err })
}

func BenchmarkRead(b *testing.B) {
	benchmarkReader(b, func(r *Reader) error { _, err := r.Text(); return err })
}

func benchmarkReader(b *testing.B, read func(*Reader) error) {
	e := areaEdition(b, "saibei", stat.Hans, stat.En)
	pdf, err := rendered(e, options(b, e.Units, e.Langs...))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := Open(pdf)
		if err == nil {
			err = read(r)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
