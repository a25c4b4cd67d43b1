package server_test

import (
	"fmt"
	"testing"
)

// BenchmarkSaveRow changes a figure on the page, and gets the row and the findings.
func BenchmarkSaveRow(b *testing.B) {
	s := newScene(b, "tongjian")
	s.browser.Set("X-Part", "1")
	row := s.row("/a/tongjian/2022", "private-economy")
	for n := 0; b.Loop(); n++ {
		row.Set("value", fmt.Sprintf("403.%d5", n%9))
		if code, page := s.post("/a/tongjian/2022/row", row); code != 200 {
			b.Fatalf("%d: %s", code, page)
		}
		row.Set("held-value", row.Get("value"))
	}
}
