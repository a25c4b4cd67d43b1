package audit

import (
	"context"
	"testing"
)

// BenchmarkWalk verifies a published edition, as nianbao verify does.
func BenchmarkWalk(b *testing.B) {
	dir := released(b, job(b, "NIANBAO_AREA=saibei")).Release.Dir
	b.ReportAllocs()
	for b.Loop() {
		if err := Walk(context.Background(), Folder(dir), dir, 1, func(*Verification) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
