package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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
	a.sync = func(folders []*os.File) error {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.of = append(a.of, len(folders))
		return a.err(len(a.of))
	}
	return a
}

// publishAll publishes a release in each of n folders below root at the same time, and gives what came of it.
func (a *asked) publishAll(root string, n int) []error {
	errs := make([]error, n)
	var all sync.WaitGroup
	begun := make([]func(), n)
	for i := range n {
		begun[i] = a.Begin()
	}
	for i := range n {
		all.Go(func() {
			defer begun[i]()
			r := sample(fmt.Sprint(i))
			_, errs[i] = a.Publish(context.Background(), filepath.Join(root, fmt.Sprint(i), "2024"), r.manifest, r.files)
		})
	}
	all.Wait()
	return errs
}

// Releases published at the same time ask the disk twice: when all are written, and when all are in place.
func TestRoundsAskOnce(t *testing.T) {
	alone, together := t.TempDir(), t.TempDir()
	a := askedRounds(5)
	for i, err := range a.publishAll(together, 5) {
		if err != nil {
			t.Fatal(err)
		}
		publish(t, filepath.Join(alone, fmt.Sprint(i), "2024"), sample(fmt.Sprint(i)))
	}
	if diff := cmp.Diff([]int{5, 5}, a.of); diff != "" {
		t.Errorf("requests to the disk: %s", diff)
	}
	if diff := cmp.Diff(tree(t, alone), tree(t, together)); diff != "" {
		t.Errorf("published together and alone, releases differ:\n%s", diff)
	}
}

// With fewer than are enough, a round begins when all wait; with more, rounds follow each other. Nobody is left.
func TestRoundsEnd(t *testing.T) {
	for _, n := range []int{1, 3, 4, 5, 11} {
		a := askedRounds(4)
		for _, err := range a.publishAll(t.TempDir(), n) {
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

// Who has begun and then has nothing to publish is not waited for any longer.
func TestRoundsDoNotWaitForTheUnchanged(t *testing.T) {
	a := askedRounds(9)
	unchanged := a.Begin()
	done := make(chan []error)
	go func() { done <- a.publishAll(t.TempDir(), 1) }()
	select {
	case <-done:
		t.Fatal("published, although one who had begun could still come")
	case <-time.After(20 * time.Millisecond):
	}
	unchanged()
	unchanged() // counts once
	select {
	case errs := <-done:
		if errs[0] != nil {
			t.Error(errs[0])
		}
	case <-time.After(10 * time.Second):
		t.Fatal("waits for nobody")
	}
}

// A disk that fails a round fails all releases in it, and nothing of them is left.
func TestRoundsFail(t *testing.T) {
	for _, failing := range []int{1, 2} {
		root := t.TempDir()
		a := askedRounds(3)
		a.err = func(n int) error {
			if n == failing {
				return &fs.PathError{Op: "syncfs", Path: "disk", Err: syscall.EIO}
			}
			return nil
		}
		for i, err := range a.publishAll(root, 3) {
			if !errors.Is(err, syscall.EIO) {
				t.Errorf("request %d fails: release %d has error %v", failing, i, err)
			}
		}
		if left := tree(t, root); len(left) > 0 {
			t.Errorf("request %d fails: there is %v", failing, left)
		}
	}
}

// Where the system cannot be asked for a whole disk, each release waits for its own files.
func TestRoundsUnsupported(t *testing.T) {
	root := t.TempDir()
	a := askedRounds(2)
	a.err = func(int) error { return &fs.PathError{Op: "syncfs", Path: "disk", Err: syscall.ENOSYS} }
	for i, err := range a.publishAll(root, 2) {
		if err != nil {
			t.Fatal(err)
		}
		if _, problems, err := Verify(filepath.Join(root, fmt.Sprint(i), "2024")); err != nil || len(problems) > 0 {
			t.Errorf("release %d: %v, %v", i, problems, err)
		}
	}
	a.err = func(int) error { return errors.ErrUnsupported }
	closed, err := os.Open(root)
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	g := gathering{rounds: a.Rounds}
	if err := g.Sync(root, []*os.File{closed}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("the files themselves were not waited for: %v", err)
	}
	if err := g.SyncDir(root); err != nil {
		t.Error(err)
	}
}

// A folder that has gone fails who waits for it, and nobody else.
func TestRoundsWithoutFolder(t *testing.T) {
	a := askedRounds(1)
	if err := a.wait(filepath.Join(t.TempDir(), "gone")); !errors.Is(err, fs.ErrNotExist) || len(a.of) > 0 {
		t.Errorf("error %v after %v requests", err, a.of)
	}
}

// The system's disks are asked in earnest; a file that cannot be asked about is an error that names it.
func TestSyncDisks(t *testing.T) {
	dir := t.TempDir()
	folder, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := syncDisks([]*os.File{folder, folder}); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		t.Error(err)
	}
	folder.Close()
	if err := syncDisks([]*os.File{folder}); err == nil {
		t.Error("a closed folder is asked without an error")
	}
	f, err := create(filepath.Join(dir, "x.csv"), []byte("1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := written([]*os.File{f}); err != nil {
		t.Error(err)
	}
	f.Close()
	if err := written([]*os.File{f}); err != nil && !strings.Contains(err.Error(), "x.csv") {
		t.Errorf("error %v does not name the file", err)
	}
}
