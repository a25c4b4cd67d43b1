package xlsx

import (
	"strings"
	"sync/atomic"
	"testing"
)

func TestSide(t *testing.T) {
	var done [50]atomic.Int32
	side(len(done), func(i int) { done[i].Add(1) })
	for i := range done {
		if n := done[i].Load(); n != 1 {
			t.Errorf("%d is done %d times", i, n)
		}
	}
	side(0, func(int) { t.Error("nothing is done") })
}

// A panic in parallel work reaches the caller that waits for it, with the place of the panic.
func TestSidePanics(t *testing.T) {
	var doing atomic.Int32
	defer func() {
		if p, ok := recover().(string); !ok || !strings.Contains(p, "no such part") || !strings.Contains(p, "archive_test.go") {
			t.Errorf("recovered %v", p)
		}
		if n := doing.Load(); n != 0 {
			t.Errorf("%d are still being done", n)
		}
	}()
	side(50, func(i int) {
		doing.Add(1)
		defer doing.Add(-1)
		if i%2 == 1 {
			panic("no such part")
		}
	})
	t.Error("the panic is lost")
}
