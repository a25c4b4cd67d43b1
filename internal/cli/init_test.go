package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
)

// TestAskEndsWithTheContext holds that nobody has to answer to end a run.
func TestAskEndsWithTheContext(t *testing.T) {
	in, keyboard := io.Pipe()
	t.Cleanup(func() { _ = keyboard.Close() })
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a := &app{Streams: Streams{In: in, Err: new(bytes.Buffer)}}
	if err := a.ask(ctx, &beginning{lastYear: "2023"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestUntil holds that the program does not wait for what does not look at its context.
func TestUntil(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	end := make(chan int)
	t.Cleanup(func() { close(end) })
	if _, err := until(ctx, func() (int, error) { return <-end, nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if n, err := until(t.Context(), func() (int, error) { return 7, nil }); n != 7 || err != nil {
		t.Errorf("got %d, %v", n, err)
	}
}
