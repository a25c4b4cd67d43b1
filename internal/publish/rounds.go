package publish

import (
	"context"
	"errors"
	"os"
	"sync"
)

// Rounds lets releases that are published at the same time wait for the disk together: it is asked once for all that
// was written, where each release alone asks for every file of its own. It is for runs that publish many; what other
// programs have written is waited for as well. Where a system cannot be asked so, each release waits as it does alone.
//
// A round begins when enough wait for it, or all that may come do. All in it fail if it does.
//
// With nil in place of them each release waits alone.
type Rounds struct {
	enough int
	sync   func(folders []*os.File) error // of tests; syncDisks

	mu     sync.Mutex
	coming int    // how many have begun, and do not wait for the next round
	next   *round // that gathers those who wait; nil if nobody does
}

// round is one request to the disks of the folders.
type round struct {
	folders []*os.File // one of each who waits, on the disk that is meant
	done    chan struct{}
	err     error // to be read when it is done
}

// NewRounds gives rounds that begin when a number of releases wait, at least 1.
func NewRounds(enough int) *Rounds { return &Rounds{enough: max(enough, 1), sync: syncDisks} }

// Begin says that a release may be published: rounds wait for it, until it is told that there is none to come.
func (r *Rounds) Begin() (end func()) {
	if r == nil {
		return func() {}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.coming++
	return sync.OnceFunc(func() {
		r.mu.Lock()
		r.coming--
		r.beginIfDue()
	})
}

// Publish is [Publish], of a release that has begun and waits in these rounds.
func (r *Rounds) Publish(ctx context.Context, dir string, m Manifest, files []File) (Release, error) {
	if r == nil {
		return Publish(ctx, dir, m, files)
	}
	return publishOn(ctx, gathering{rounds: r}, dir, release{m, files})
}

// wait ends when the disk of a folder has what was written to it before. The error is [errors.ErrUnsupported] where it
// cannot be asked.
func (r *Rounds) wait(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	r.mu.Lock()
	if r.next == nil {
		r.next = &round{done: make(chan struct{})}
	}
	mine := r.next
	mine.folders = append(mine.folders, folder)
	r.coming--
	r.beginIfDue()
	<-mine.done
	return mine.err
}

// beginIfDue unlocks, and has the disks write if the next round is due. Those in it then count among who may come:
// they wait again when they have put their releases in place.
func (r *Rounds) beginIfDue() {
	due := r.next
	if due == nil || len(due.folders) < r.enough && r.coming > 0 {
		r.mu.Unlock()
		return
	}
	r.next = nil
	r.coming += len(due.folders)
	r.mu.Unlock()
	due.err = r.sync(due.folders)
	close(due.done)
}

// gathering is the system's disk for those who wait for it in rounds.
type gathering struct {
	system
	rounds *Rounds
}

// Write does not have the disk begin: it then does with less when the round comes.
func (gathering) Write(path string, data []byte) (*os.File, error) { return create(path, data) }

func (g gathering) Sync(dir string, files []*os.File) error {
	err := g.rounds.wait(dir)
	if errors.Is(err, errors.ErrUnsupported) {
		return g.system.Sync(dir, files)
	}
	if err != nil {
		return err
	}
	return written(files)
}

func (g gathering) SyncDir(path string) error {
	err := g.rounds.wait(path)
	if errors.Is(err, errors.ErrUnsupported) {
		return g.system.SyncDir(path)
	}
	return err
}
