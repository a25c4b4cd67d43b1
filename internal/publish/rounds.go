package publish

import (
	"context"
	"errors"
	"os"
	"sync"
)

// Rounds lets releases that are published at the same time wait for the disk together: it is asked once for all that
// was written, where each release alone asks for every file of its own (databases call it group commit). They are for
// runs that publish many; what other programs have written to the same disk is waited for as well.
//
// A round begins when enough wait for it, or when nobody else is to come. Once a disk cannot be asked so, or a round
// fails, no more rounds gather: each release then waits for its own files, and learns what is wrong with them.
//
// With nil in place of them each release waits alone.
type Rounds struct {
	enough int
	ask    func(folders []*os.File) error // has their disks write: syncDisks, tests give another

	mu     sync.Mutex
	ended  bool
	coming int    // how many have begun, and do not wait for the next round
	next   *round // that gathers those who wait; nil if nobody does
}

// round is one request to disks.
type round struct {
	folders []*os.File // one of each who waits, on the disk that is meant
	done    chan struct{}
	err     error // to be read when it is done
}

// NewRounds gives rounds that begin when a number of releases wait.
func NewRounds(enough int) *Rounds { return &Rounds{enough: enough, ask: syncDisks} }

// Begin says that a release may be published: rounds wait for it, until it is told that there is none to come.
func (r *Rounds) Begin() (end func()) {
	if r == nil {
		return func() {}
	}
	r.come(1)
	return sync.OnceFunc(func() { r.come(-1) })
}

// Publish is [Publish] of a release that has begun; it waits in these rounds.
func (r *Rounds) Publish(ctx context.Context, dir string, m Manifest, files []File) (Release, error) {
	if r == nil {
		return Publish(ctx, dir, m, files)
	}
	return publishOn(ctx, gathering{rounds: r}, dir, release{m, files})
}

func (r *Rounds) come(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.coming += n
	r.beginIfDue()
}

// wait ends when the disk of a folder has what was written to it before; if not known, it reports false.
func (r *Rounds) wait(dir string) bool {
	folder, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer folder.Close()
	mine := r.join(folder)
	if mine == nil {
		return false
	}
	<-mine.done
	return mine.err == nil
}

// join is the round that a folder's disk is asked in; nil if there are no more.
func (r *Rounds) join(folder *os.File) *round {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ended {
		return nil
	}
	if r.next == nil {
		r.next = &round{done: make(chan struct{})}
	}
	mine := r.next
	mine.folders = append(mine.folders, folder)
	r.coming--
	r.beginIfDue()
	return mine
}

// beginIfDue has the disks write if the next round is due. Those in it then count among who may come: they wait again
// when they have put their releases in place. The caller holds mu.
func (r *Rounds) beginIfDue() {
	due := r.next
	if due == nil || len(due.folders) < r.enough && r.coming > 0 && !r.ended {
		return
	}
	r.next = nil
	r.coming += len(due.folders)
	go func() {
		defer close(due.done)
		if due.err = r.ask(due.folders); due.err != nil {
			r.giveUp()
		}
	}()
}

// giveUp lets nobody else wait for rounds. Those who do already have theirs.
func (r *Rounds) giveUp() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ended = true
	r.beginIfDue()
}

func (r *Rounds) over() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.ended
}

// gathering is the system's disk for those who wait for it in rounds.
type gathering struct {
	system
	rounds *Rounds
}

// Write leaves it to the round to begin with the file: all at once are less work for the system.
func (g gathering) Write(path string, data []byte) (*os.File, error) {
	if g.rounds.over() {
		return g.system.Write(path, data)
	}
	return create(path, data)
}

// Sync waits for all that the disk of the last folder has to write: the others and the files are on it too.
func (g gathering) Sync(folders []string, files []*os.File) error {
	if !g.rounds.wait(folders[len(folders)-1]) {
		return g.system.Sync(folders, files)
	}
	err := writeErrors(files)
	if errors.Is(err, errors.ErrUnsupported) {
		g.rounds.giveUp()
		return g.system.Sync(folders, files)
	}
	return err
}
