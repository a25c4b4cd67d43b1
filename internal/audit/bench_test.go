package audit

import (
	"context"
	"testing"
)

// BenchmarkWalk verifies a published edition, as nianbao verify does.
func BenchmarkWalk(b *testing.B) {
	for _, area := range []string{"saibei", "tongjian"} {
		dir := released(b, job(b, "NIANBAO_AREA="+area)).Release.Dir
		b.Run(area, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Walk(context.Background(), Folder(dir), dir, Options{Jobs: 1}, func(*Verification) error { return nil }); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
