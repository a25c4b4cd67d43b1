package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"nianbao/internal/file"
)

// Seen remembers, from one run to the next, in what state the files of releases were when their contents were last held
// against the manifests: sizes, numbers and times. Files in that state are not read again for a day. What the disk
// itself has lost shows after that day at the latest.
type Seen struct {
	name string
	now  time.Time

	mu      sync.Mutex
	changed bool
	all     map[string]sight // by the release's folder
}

// sight is a state of a release's files, and when they were read in it.
type sight struct {
	State string    `json:"state"`
	Read  time.Time `json:"read"`
	Same  string    `json:"same,omitempty"` // inputs that it was not made from, and that say the same
}

// seenName is the file of an output folder that keeps what was seen. Without it everything is read.
const seenName = ".nianbao.seen"

// How long a sight counts, and how long before it the files must have been left alone: two changes may have the same
// time if they are closer together than the clock of the file system tells.
const (
	seenFor   = 24 * time.Hour
	seenAfter = 10 * time.Second
)

// OpenSeen takes what earlier runs have seen in an output folder, of which the caller holds the lock.
func OpenSeen(root string, now time.Time) *Seen {
	s := &Seen{name: filepath.Join(root, seenName), now: now, all: map[string]sight{}}
	if data, err := file.Read(context.Background(), s.name, MostManifest); err != nil || json.Unmarshal(data, &s.all) != nil || s.all == nil {
		s.all = map[string]sight{}
	}
	for dir, one := range s.all {
		if age := now.Sub(one.Read); age < 0 || age >= seenFor {
			delete(s.all, dir)
			s.changed = true
		}
	}
	return s
}

// has reports whether the files of a release were read in a state.
func (s *Seen) has(dir, state string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return state != "" && s.all[dir].State == state
}

// add says that the files of a release have been read, and were in a state before.
func (s *Seen) add(dir, state string) {
	if state == "" {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all[dir], s.changed = sight{state, s.now, s.all[dir].Same}, true
}

// Same says that the release that is published in dir says what these inputs say, though it was made from others: a later
// period's file has come, or a comment.
func (s *Seen) Same(dir string, m Manifest, inputs []Digest) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one := s.all[dir]
	if one.Read.IsZero() {
		one.Read = s.now
	}
	one.Same = together(m, inputs)
	s.all[dir], s.changed = one, true
}

// same reports whether inputs were found to say what a release says.
func (s *Seen) same(dir string, m Manifest, inputs []Digest) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all[dir].Same == together(m, inputs)
}

// together is a digest of a release's manifest and of inputs.
func together(m Manifest, inputs []Digest) string {
	h := sha256.New()
	fmt.Fprintln(h, m.Checksum)
	for _, in := range inputs {
		fmt.Fprintln(h, in.Name, in.SHA256)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// state is that of the files of a release; "" where it cannot be told, and where it is too new to tell all later ones
// from it.
func (s *Seen) state(files fs.FS, m Manifest) string {
	h := sha256.New()
	fmt.Fprintln(h, m.Checksum)
	for _, want := range m.Outputs {
		info, err := fs.Lstat(files, want.Name)
		if err != nil {
			return ""
		}
		mark, changed := inode(info)
		if mark == "" || !info.Mode().IsRegular() || info.Size() != want.Bytes || s.now.Sub(changed) < seenAfter {
			return ""
		}
		fmt.Fprintln(h, want.Name, info.Size(), info.ModTime().UnixNano(), changed.UnixNano(), mark)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Save keeps what was seen for later runs. It is no loss if it cannot be kept.
func (s *Seen) Save() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.changed {
		return
	}
	data, err := json.Marshal(s.all)
	if err != nil {
		return
	}
	fresh := s.name + ".new"
	_ = os.Remove(fresh) // whatever it is: writing to a named pipe waits, and to a link changes another file
	f, err := create(fresh, data)
	if err != nil {
		return
	}
	if f.Close() != nil || os.Rename(fresh, s.name) != nil {
		_ = os.Remove(fresh)
	}
}
