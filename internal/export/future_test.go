package export

import (
	"errors"
	"strings"
	"testing"
)

func TestLater(t *testing.T) {
	wrong := errors.New("wrong")
	started := make(chan struct{})
	r := async(true, func() (int, error) { <-started; return 7, wrong })
	close(started) // would never be reached if the work were done at once
	if v, err := r.get(); v != 7 || err != wrong {
		t.Errorf("%d, %v; want 7, wrong", v, err)
	}
	unwanted := async(false, func() (int, error) { t.Error("unwanted work is done"); return 0, nil })
	unwanted.wait()
}

// A fault of the program in work done beside is met by whoever waits for it, with the place of the fault.
func TestAsyncPanics(t *testing.T) {
	r := async(true, func() (int, error) { panic("no such sheet") })
	r.wait()
	defer func() {
		if p, ok := recover().(string); !ok || !strings.Contains(p, "no such sheet") || !strings.Contains(p, "future_test.go") {
			t.Errorf("recovered %v", p)
		}
	}()
	_, _ = r.get()
	t.Error("the panic is lost")
}
