package batch

import "nianbao/internal/message"

// State is what became of an area.
type State string

// The states.
const (
	Done      State = "done"      // its edition was published
	Unchanged State = "unchanged" // it was published before, from the same data and configuration
	Failed    State = "failed"    // it was not published; what was published before stands
)

// Outcome is what became of one area.
type Outcome struct {
	Area  string
	State State
	Err   error // why it failed; nil otherwise
}

// Tally counts outcomes.
type Tally struct {
	Areas     int       // areas asked for
	Done      int       // published
	Unchanged int       // published before, just as they would be now
	Failed    []Outcome // in the order of the areas; while a batch runs, in the order they failed
}

// Left is how many areas the batch did not come to, because it was interrupted.
func (t *Tally) Left() int { return t.Areas - t.Ended() }

// Ended is how many areas something became of.
func (t *Tally) Ended() int { return t.Done + t.Unchanged + len(t.Failed) }

// err is nil if every area is published, a [*StoppedError] if areas are left, and else a [*PartialError].
func (t *Tally) err(cause error) error {
	switch {
	case cause != nil && t.Left() > 0:
		return &StoppedError{Left: t.Left(), Areas: t.Areas, Cause: cause}
	case len(t.Failed) > 0:
		return &PartialError{Failed: len(t.Failed), Areas: t.Areas}
	}
	return nil
}

func (t *Tally) add(o Outcome) {
	switch o.State {
	case Done:
		t.Done++
	case Unchanged:
		t.Unchanged++
	case Failed:
		t.Failed = append(t.Failed, o)
	}
}

// PartialError says that some areas of a batch failed, or all.
type PartialError struct{ Failed, Areas int }

// Error gives the message in English.
func (e *PartialError) Error() string { return e.Message().Error() }

// Message counts them.
func (e *PartialError) Message() *message.Text {
	return message.Of("batch: %d of %d areas failed", e.Failed, e.Areas)
}

// StoppedError says that a batch was interrupted before it came to all areas. What it published stands.
type StoppedError struct {
	Left, Areas int
	Cause       error
}

// Error gives the message in English.
func (e *StoppedError) Error() string { return e.Message().Error() }

// Message counts what is left.
func (e *StoppedError) Message() *message.Text {
	return message.Of("batch: stopped with %d of %d areas left: %v", e.Left, e.Areas, e.Cause)
}

// Unwrap gives the cause.
func (e *StoppedError) Unwrap() error { return e.Cause }
