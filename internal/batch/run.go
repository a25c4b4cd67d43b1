package batch

import (
	"cmp"
	"context"
	"errors"
	"runtime/debug"
	"slices"
	"sync"

	"nianbao/internal/message"
)

// Do makes the edition of one area. It says whether there was nothing to do, because the edition is published
// already as it would be now. It calls made as soon as what is left is to publish, which is waiting for a disk or a
// network above all: another area is then begun.
type Do func(ctx context.Context, area string, made func()) (unchanged bool, err error)

// Options are how a batch is run.
type Options struct {
	Jobs       int                  // areas that are made at a time, at least 1
	Publishing int                  // areas that may be under way besides, made and being published
	Report     func(Outcome, Tally) // told of every outcome, one call at a time; may be nil
}

// Run does the areas, each once, and goes on past those that fail. When the context ends no further area is begun,
// those under way end as they can, and they do not count as failed.
//
// The error is nil only if every area is published: a [*PartialError] says that some failed, a [*StoppedError] that
// areas are left.
func Run(ctx context.Context, areas []string, opt Options, do Do) (Tally, error) {
	jobs := max(opt.Jobs, 1)
	b := &batch{do: do, report: opt.Report, places: make(chan struct{}, jobs), tally: Tally{Areas: len(areas)}}
	next := make(chan string)
	var workers sync.WaitGroup
	for range min(jobs+max(opt.Publishing, 0), len(areas)) {
		workers.Go(func() {
			for b.take(ctx, next) {
			}
		})
	}
	feed(ctx, areas, next)
	workers.Wait()
	order(b.tally.Failed, areas)
	return b.tally, b.tally.err(context.Cause(ctx))
}

// feed hands out the areas until the context ends.
func feed(ctx context.Context, areas []string, next chan<- string) {
	defer close(next)
	for _, area := range areas {
		if ctx.Err() != nil {
			return
		}
		select {
		case next <- area:
		case <-ctx.Done():
			return
		}
	}
}

type batch struct {
	do     Do
	report func(Outcome, Tally)
	places chan struct{} // one is taken by each area that is being made

	mu    sync.Mutex
	tally Tally
}

// take does the next area as soon as there is a place for it, and reports whether there was one.
func (b *batch) take(ctx context.Context, next <-chan string) bool {
	b.places <- struct{}{}
	leave := sync.OnceFunc(func() { <-b.places })
	defer leave()
	area, ok := <-next
	if ok {
		b.one(ctx, area, leave)
	}
	return ok
}

func (b *batch) one(ctx context.Context, area string, made func()) {
	o := Outcome{Area: area, State: Done}
	unchanged, err := b.guarded(ctx, area, made)
	switch {
	case err != nil && ctx.Err() != nil && errors.Is(err, ctx.Err()):
		return // interrupted, which is no fault of the area
	case err != nil:
		o.State, o.Err = Failed, err
	case unchanged:
		o.State = Unchanged
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tally.add(o)
	if b.report != nil {
		b.report(o, b.tally)
	}
}

// guarded makes a fault of the program a failure of the area that met it.
func (b *batch) guarded(ctx context.Context, area string, made func()) (unchanged bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &PanicError{Value: p, Stack: debug.Stack()}
		}
	}()
	return b.do(ctx, area, made)
}

// PanicError is a fault of the program, met while it did an area.
type PanicError struct {
	Value any
	Stack []byte
}

// Error gives the message in English.
func (e *PanicError) Error() string { return e.Message().Error() }

// Message gives the value; the stack is for whoever mends the program.
func (e *PanicError) Message() *message.Text { return message.Of("fault of the program: %v", e.Value) }

// order puts outcomes into the order of the areas.
func order(outcomes []Outcome, areas []string) {
	at := make(map[string]int, len(areas))
	for i, area := range areas {
		at[area] = i
	}
	slices.SortFunc(outcomes, func(a, b Outcome) int { return cmp.Compare(at[a.Area], at[b.Area]) })
}
