package publish

import (
	"context"
	"errors"
	"os"
	"sync"
)

// Rounds is a group commit for releases published at the same time: one request to the disk covers all that
// was written, while a release alone makes one request for each of its files. Rounds are for
// runs that publish many; they also wait for what other programs wrote to the same disk.
//
// A round begins when enough releases wait, or no more are to come. Once a disk does not support it, or a round
// fails, no more rounds gather: each release then waits for its own files, and learns what is wrong with them.
//
// With nil Rounds each release waits alone.
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

// NewRounds returns Rounds that begin when enough releases wait.
func NewRounds(enough int) *Rounds { return &Rounds{enough: enough, ask: syncDisks} }

// Begin announces a release that may be published. Rounds wait for it until end is called.
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
