package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// asked are the rounds of a test, and how many waited in each.
type asked struct {
	*Rounds
	mu  sync.Mutex
	of  []int
	err func(n int) error // of the request number n, from 1
}

func askedRounds(enough int) *asked {
	a := &asked{Rounds: NewRounds(enough), err: func(int) error { return nil }}
	a.ask = func(folders []*os.File) error {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.of = append(a.of, len(folders))
		return a.err(len(a.of))
	}
	return a
}

// publishAll publishes a release of a number in each of n folders below root at the same time, and gives what came of it.
func (a *asked) publishAll(root string, number, n int) []error {
	errs := make([]error, n)
	var all sync.WaitGroup
	ends := make([]func(), n)
	for i := range n {
		ends[i] = a.Begin()
	}
	for i := range n {
		all.Go(func() {
			defer ends[i]()
			r := numbered(number, fmt.Sprint(number, i))
			_, errs[i] = a.Publish(context.Background(), folderOf(root, i), r.manifest, r.files)
		})
	}
	all.Wait()
	return errs
}

func folderOf(root string, i int) string { return filepath.Join(root, fmt.Sprint(i), "2024") }

// Releases published at the same time ask the disk together: when all are written, when all are in place, and when those
// they take the place of are where they are kept. What comes out is what each gives alone.
func TestRoundsAskOnce(t *testing.T) {
	alone, together := t.TempDir(), t.TempDir()
	for number, want := range map[int][]int{1: {5, 5}, 2: {5, 5, 5}} {
		if number == 2 {
			a := askedRounds(5)
			a.publishAll(together, 1, 5)
		}
		a := askedRounds(5)
		for i, err := range a.publishAll(together, number, 5) {
			if err != nil {
				t.Fatal(err)
			}
			for n := 1; n <= number; n++ {
				publish(t, folderOf(alone, i), numbered(n, fmt.Sprint(n, i)))
			}
		}
		if diff := cmp.Diff(want, a.of); diff != "" {
			t.Errorf("release %d: requests to the disk: %s", number, diff)
		}
		if diff := cmp.Diff(tree(t, alone), tree(t, together)); diff != "" {
			t.Errorf("release %d: published together and alone, releases differ:\n%s", number, diff)
		}
		alone, together = t.TempDir(), t.TempDir()
	}
}

// A person's folders are waited for with the release they stay in.
func TestRoundsKeepForeign(t *testing.T) {
	root := t.TempDir()
	a := askedRounds(1)
	a.publishAll(root, 1, 1)
	for i := range 9 {
		put(t, filepath.Join(folderOf(root, 0), fmt.Sprint("letters ", i), "draft.txt"), "mine")
	}
	a.of = nil
	if err := a.publishAll(root, 1, 1)[0]; err != nil || len(a.of) != 2 {
		t.Errorf("%v after %d requests to the disk, want 2", err, len(a.of))
	}
}

// With fewer than are enough, a round begins when all wait; with more, rounds follow each other. Nobody is left.
func TestRoundsEnd(t *testing.T) {
	for _, n := range []int{1, 3, 4, 5, 11} {
		a := askedRounds(4)
		for _, err := range a.publishAll(t.TempDir(), 1, n) {
			if err != nil {
				t.Error(err)
			}
		}
		waited := 0
		for _, of := range a.of {
			waited += of
		}
		if waited != 2*n || n <= 4 && len(a.of) != 2 {
			t.Errorf("%d releases waited in rounds of %v", n, a.of)
		}
		if a.coming != 0 || a.next != nil {
			t.Errorf("%d releases: %d are still to come, next round %v", n, a.coming, a.next)
		}
	}
}

// ends reports whether something ends: at once, or, if it is not wanted, not within a moment.
func ends[T any](t *testing.T, c <-chan T, wanted bool) (v T) {
	t.Helper()
	limit := 10 * time.Second
	if !wanted {
		limit = 30 * time.Millisecond
	}
	select {
	case v = <-c:
		if !wanted {
			t.Error("it ended, although one who had begun could still come")
		}
	case <-time.After(limit):
		if wanted {
			t.Fatal("it waits for nobody")
		}
	}
	return v
}

// A round waits for who has begun, until enough wait or he has nothing to publish; telling the latter waits for no disk.
func TestRoundsBegin(t *testing.T) {
	a := askedRounds(3)
	unchanged := a.Begin()
	done := make(chan []error, 1)
	go func() { done <- a.publishAll(t.TempDir(), 1, 2) }()
	ends(t, done, false)
	disk := make(chan bool)
	a.err = func(int) error { <-disk; return nil }
	ended := make(chan bool)
	go func() {
		unchanged()
		unchanged() // counts once
		close(ended)
	}()
	ends(t, ended, true)
	close(disk)
	for _, err := range ends(t, done, true) {
		if err != nil {
			t.Error(err)
		}
	}
	if a.coming != 0 {
		t.Errorf("%d are still to come", a.coming)
	}
	a = askedRounds(2)
	defer a.Begin()() // never comes, and is not needed
	go func() { done <- a.publishAll(t.TempDir(), 1, 2) }()
	ends(t, done, true)
}

// When a round fails there are no more: those in it and all others wait for their own files, of which none has failed
// here, and nobody who waits for a round is left.
func TestRoundsFail(t *testing.T) {
	for failing := 1; failing <= 3; failing++ {
		root := t.TempDir()
		askedRounds(3).publishAll(root, 1, 3)
		a := askedRounds(3)
		a.err = func(n int) error {
			if n == failing {
				return syscall.EIO
			}
			return nil
		}
		for i, err := range a.publishAll(root, 2, 3) {
			if err != nil {
				t.Errorf("request %d fails: release %d has error %v", failing, i, err)
			}
			wholeHistory(t, folderOf(root, i), 2)
		}
		if len(a.of) != failing {
			t.Errorf("request %d fails, and there were %d", failing, len(a.of))
		}
	}
	a := askedRounds(2)
	a.err = func(int) error { return errors.ErrUnsupported }
	defer a.Begin()() // of the one who waits
	defer a.Begin()() // of one who does not come
	first := make(chan bool)
	go func() { first <- a.wait(t.TempDir()) }()
	ends(t, first, false)
	a.giveUp()
	if ends(t, first, true) {
		t.Error("a disk that cannot be asked is known to have all")
	}
}

// Where rounds are no help the files and folders themselves are waited for; their errors are of the release they are in.
func TestRoundsAlone(t *testing.T) {
	root := t.TempDir()
	closed, err := create(filepath.Join(root, "x.csv"), []byte("1\n"))
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	a := askedRounds(1)
	a.err = func(int) error { return syscall.EIO }
	g := gathering{rounds: a.Rounds}
	if err := g.Sync([]string{root}, []*os.File{closed}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a file was not waited for: error %v", err)
	}
	if err := g.Sync([]string{root, filepath.Join(root, "gone")}, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder was not waited for: error %v", err)
	}
	if len(a.of) != 1 {
		t.Errorf("asked %d times, although the first failed", len(a.of))
	}
	well := gathering{rounds: askedRounds(1).Rounds}
	if err := well.Sync([]string{filepath.Join(root, "gone"), root}, nil); err != nil {
		t.Errorf("a folder was waited for by itself, although its disk has all: %v", err)
	}
}

// A folder that has gone is no reason to end the rounds of others.
func TestRoundsWithoutFolder(t *testing.T) {
	a := askedRounds(1)
	if a.wait(filepath.Join(t.TempDir(), "gone")) || len(a.of) > 0 || a.ended {
		t.Errorf("after %v requests, ended %v", a.of, a.ended)
	}
}
