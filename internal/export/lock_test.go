package export

import (
	"errors"
	"strings"
	"syscall"
	"testing"
)

// A lock that cannot be released is told of, together with what became of the edition.
func TestFailingUnlock(t *testing.T) {
	fail := func() error { return syscall.EIO }
	result, err := &Result{}, error(nil)
	releaseLock(fail, &result, &err)
	if result != nil || !errors.Is(err, syscall.EIO) || !errors.As(err, new(*PublishError)) ||
		!strings.Contains(err.Error(), "everything is published as it should be, but the lock cannot be released") {
		t.Errorf("after publishing: %v", err)
	}
	before := errors.New("no room")
	err = before
	releaseLock(fail, &result, &err)
	if !errors.Is(err, before) || !errors.Is(err, syscall.EIO) || strings.Contains(err.Error(), "published") {
		t.Errorf("after a failure: %v", err)
	}
	result, err = &Result{}, nil
	if releaseLock(func() error { return nil }, &result, &err); result == nil || err != nil {
		t.Errorf("no failure: %v", err)
	}
}

// A run over all that is due tells that everything is published only if it is.
func TestFailingUnlockOfDue(t *testing.T) {
	for outcome, want := range map[Outcome]bool{Published: true, Unchanged: true, Waiting: true, Late: false, Refused: false, Failed: false} {
		r, err := &dueRun{DueJob: DueJob{Tell: func(Owed) {}}, result: &DueResult{}}, error(nil)
		r.tell(Owed{Outcome: outcome})
		r.tell(Owed{Outcome: Unchanged})
		r.unlock(func() error { return syscall.EIO }, &err)
		if !errors.Is(err, syscall.EIO) || !errors.As(err, new(*PublishError)) || strings.Contains(err.Error(), "everything is published") != want {
			t.Errorf("%s: %v", outcome, err)
		}
	}
}

// Names that no file system holds are refused before anything is read further.
func TestNamesOfFiles(t *testing.T) {
	for pattern, good := range map[string]bool{
		"{kind}": true, strings.Repeat("x", 100) + "{kind}": true, "{area}{kind}": true, strings.Repeat("{area}", 18) + "{kind}": true,
		strings.Repeat("{period}-{area}", 7) + "{kind}": true,
	} {
		j := job(t, "NIANBAO_OUTPUT_NAME="+pattern)
		if _, err := Check(t.Context(), j); (err == nil) != good {
			t.Errorf("%s: %v", pattern, err)
		}
	}
	r := &run{Job: job(t, "NIANBAO_OUTPUT_NAME="+strings.Repeat("{area}", 18)+"{kind}")}
	if err := r.load(t.Context()); err != nil {
		t.Fatal(err)
	}
	for code, good := range map[string]bool{"example": true, strings.Repeat("a", 20): false} {
		r.data.Area.Code = code
		if err := r.holdNames(); (err == nil) != good {
			t.Errorf("%s: %v", code, err)
		}
	}
}
