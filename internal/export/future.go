package export

import (
	"fmt"
	"runtime/debug"
)

// future is something made beside other work.
type future[T any] struct {
	done  chan struct{}
	value T
	err   error
	fault any // what the work panicked with
}

// async begins some work, if it is wanted, and returns at once.
func async[T any](wanted bool, do func() (T, error)) *future[T] {
	r := &future[T]{done: make(chan struct{})}
	if !wanted {
		close(r.done)
		return r
	}
	go func() {
		defer close(r.done)
		defer func() {
			if p := recover(); p != nil {
				r.fault = fmt.Sprintf("%v\n%s", p, debug.Stack())
			}
		}()
		r.value, r.err = do()
	}()
	return r
}

// wait ends when the work has ended, so that nothing of a job goes on after it.
func (r *future[T]) wait() { <-r.done }

// get waits for the work and returns what came of it. A panic of the work becomes one of the caller, who may be
// prepared for it.
func (r *future[T]) get() (T, error) {
	r.wait()
	if r.fault != nil {
		panic(r.fault)
	}
	return r.value, r.err
}
