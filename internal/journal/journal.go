// Package journal keeps the log of an area: who changed and published what, and when.
//
// In: entries, one after another. Out: a file of JSON lines (jsonlines.org) to which lines are only added. Each has the SHA-256
// of the one before it, so that a line that was changed, removed or put in between is found. Names are those that people gave:
// nobody has proved who they are. The package must not change or remove a line that was written in full, and must not know what
// an entry is about.
package journal

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"nianbao/internal/canonjson"
	"nianbao/internal/file"
	"nianbao/internal/message"
	"nianbao/internal/publish"
)

// Name is the name of the log in an area's folder.
const Name = "log.jsonl"

// Act is what was done.
type Act string

// The acts.
const (
	Begun     Act = "begun"     // the area was begun
	Edited    Act = "edited"    // figures or sentences were changed
	Undone    Act = "undone"    // an edit was undone
	Failed    Act = "failed"    // an edit or a release did not come about
	Announced Act = "announced" // a release or a draft is about to be published
	Published Act = "published" // it was published
	Unchanged Act = "unchanged" // it was published before, and says the same
)

// Entry is a line of the log.
type Entry struct {
	Number  int       `json:"number"` // from 1
	Time    time.Time `json:"time"`
	Who     string    `json:"who"` // as stated; "" if nobody was named
	Act     Act       `json:"act"`
	Period  string    `json:"period,omitempty"`
	Of      int       `json:"of,omitempty"` // the entry that is undone, that failed, or that announced it
	Changes []Change  `json:"changes,omitempty"`
	Files   []File    `json:"files,omitempty"`
	Release *Release  `json:"release,omitempty"`
	Before  string    `json:"previous"` // hash of the line before; "" of the first
	Hash    string    `json:"hash"`     // SHA-256 of all above in canonical JSON (RFC 8785)

	line []byte // as it was read
}

// Change is a figure or a sentence before and after, in the words of the page.
type Change struct {
	Subject string `json:"subject"` // fact or sentence ID
	Old     string `json:"old"`
	New     string `json:"new"`
}

// File is a file of the area's folder before and after, by SHA-256; "" where there was none.
type File struct {
	Name string `json:"name"`
	Old  string `json:"old"`
	New  string `json:"new"`
}

// Release is a release or a draft that is published.
type Release struct {
	Name    string `json:"name,omitempty"` // as r2 or r1.2; "" of a draft, and before it is published
	Content string `json:"content_digest"` // of what it says
	Build   string `json:"build_digest,omitempty"`
	Draft   bool   `json:"draft,omitempty"`
}

// Most is the size in bytes of a log that is read; one line is about 500 bytes.
const Most = 256 << 20

// digest is the hash of an entry.
func (e Entry) digest() (string, error) {
	e.Hash = ""
	data, err := json.Marshal(e)
	if err != nil {
		return "", err
	}
	var parts map[string]any
	if err := json.Unmarshal(data, &parts); err != nil {
		return "", err
	}
	delete(parts, "hash")
	if data, err = canonjson.Marshal(parts); err != nil {
		return "", err
	}
	return canonjson.Digest(data), nil
}

// seal gives an entry its hash, and is its line. Of a text that is no UTF-8, both have what a reader would find in its place.
func (e *Entry) seal() (line []byte, err error) {
	if line, err = json.Marshal(e); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(line, e); err != nil {
		return nil, err
	}
	if e.Hash, err = e.digest(); err != nil {
		return nil, err
	}
	return json.Marshal(e)
}

// Append locks the folder and adds an entry, see [Add].
func Append(folder string, e Entry) (written Entry, err error) {
	unlock, err := Lock(folder, e.Who)
	if err != nil {
		return e, err
	}
	defer func() { err = errors.Join(err, unlock()) }()
	return Add(folder, e)
}

// Add adds an entry, of which number, hash and the hash before are filled in, and returns it once it is on the disk. The caller
// holds the lock of the folder. A last line that was not written in full, since the machine stopped, is cut off first: nobody
// was told that it was written.
func Add(folder string, e Entry) (written Entry, err error) {
	f, err := os.OpenFile(filepath.Join(folder, Name), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return e, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	last, end, err := tail(f)
	if err != nil {
		return e, err
	}
	e.Number, e.Before, e.Time = last.Number+1, last.Hash, e.Time.UTC().Truncate(time.Second)
	line, err := e.seal()
	if err != nil {
		return e, err
	}
	if err := f.Truncate(end); err != nil {
		return e, err
	}
	if _, err := f.WriteAt(append(line, '\n'), end); err != nil {
		return e, err
	}
	return e, f.Sync()
}

// Lock locks a folder, see [publish.Lock]; it waits a moment for others that write there.
func Lock(folder, holder string) (unlock func() error, err error) {
	for range 250 {
		if unlock, err = publish.Lock(folder, holder); !errors.Is(err, publish.ErrLocked) {
			return unlock, err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return nil, err
}

// tail is the last whole line of a log, and where it ends.
func tail(f *os.File) (last Entry, end int64, err error) {
	info, err := f.Stat()
	if err != nil {
		return last, 0, err
	}
	if !info.Mode().IsRegular() {
		return last, 0, &file.NotFileError{Name: f.Name(), Mode: info.Mode()}
	}
	for size := int64(64 << 10); ; size *= 4 {
		from := max(0, info.Size()-size)
		data := make([]byte, info.Size()-from)
		if _, err := f.ReadAt(data, from); err != nil && !errors.Is(err, io.EOF) {
			return last, 0, err
		}
		stop := bytes.LastIndexByte(data, '\n')
		if stop < 0 && from == 0 {
			return last, 0, nil
		}
		begin := bytes.LastIndexByte(data[:max(stop, 0)], '\n')
		if stop < 0 || begin < 0 && from > 0 {
			continue
		}
		if err := json.Unmarshal(data[begin+1:stop], &last); err != nil {
			return last, 0, message.Errorf("%s: the last line cannot be read, and nothing is added to it: %w", Name, err)
		}
		return last, from + int64(stop) + 1, nil
	}
}

// Last is the last entry of the log of an area's folder; the zero one if there is none.
func Last(folder string) (last Entry, err error) {
	f, err := os.Open(filepath.Join(folder, Name))
	if errors.Is(err, fs.ErrNotExist) {
		return last, nil
	}
	if err != nil {
		return last, err
	}
	defer func() { _ = f.Close() }() // it was only read
	last, _, err = tail(f)
	return last, err
}

// Read reads the log of an area's folder; there may be none. A last line that was not written in full is left out.
func Read(ctx context.Context, folder string) ([]Entry, error) {
	data, err := file.Read(ctx, filepath.Join(folder, Name), Most)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []Entry
	for line := range bytes.Lines(data[:bytes.LastIndexByte(data, '\n')+1]) {
		e := Entry{line: bytes.TrimSuffix(line, []byte("\n"))}
		if err := json.Unmarshal(e.line, &e); err != nil {
			return list, message.Errorf("%s, line %d: %w", Name, len(list)+1, err)
		}
		list = append(list, e)
	}
	return list, nil
}

// Verify holds each line that was read against its own hash and the line before; the error names the first that does not fit.
func Verify(list []Entry) error {
	previous := ""
	for i, e := range list {
		hash, err := e.digest()
		if err != nil {
			return err
		}
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		switch {
		case e.Number != i+1 || e.Before != previous:
			return message.Errorf("%s, line %d: does not follow on the line before: a line was removed, added or moved", Name, i+1)
		case e.Hash != hash || !bytes.Equal(e.line, line): // what is read alike may be written in another way
			return message.Errorf("%s, line %d: was changed after it was written", Name, i+1)
		}
		previous = e.Hash
	}
	return nil
}
